import * as z from 'zod';
import type { Claim, NewAttentionAlert } from '../adapters/alert-store.ts';
import type { Booked, Booking } from '../adapters/ledger.ts';
import type { Closed, Closing } from '../adapters/outcome-store.ts';
import { claimant, type Delivery } from '../core/alert.ts';
import type { ErrorName } from '../core/errors.ts';
import { factsOf } from '../core/expense-facts.ts';
import { explainFailure, type Glimpse } from '../core/outcome/explain-failure.ts';
import type { Person } from '../core/person.ts';
import type { ReadingRecord } from '../core/reading-record.ts';

const Input = z.object({
  documentId: z.string(),
  run: z.number().int(),
  userId: z.string().optional(),
  bucket: z.string(),
  key: z.string(),
  versionId: z.string(),
  /** How a document ended well that books nothing: a plan in force, a correction applied. */
  note: z.string().optional(),
  /** What a Catch saw. */
  problem: z.object({ error: z.string(), cause: z.string() }).optional(),
  validationErrors: z.array(z.string()).optional(),
  /** The reading that a person has to look at; what is wrong stands in it, or is the problem. */
  artifactKey: z.string().optional(),
});
type Request = z.infer<typeof Input>;

export interface RecordOutcomePorts {
  now(): number;
  readPerson(userId: string): Promise<Person | undefined>;
  readReading(key: string): Promise<ReadingRecord>;
  /** The first and last bytes of the object, to say what is wrong with it. */
  glimpse(object: { bucket: string; key: string; versionId: string }): Promise<Glimpse | undefined>;
  book(booking: Booking): Promise<Booked>;
  close(closing: Closing): Promise<Closed>;
  /** The windows in which claims stand unsent. */
  deliveriesOf(claims: readonly Claim[]): Promise<Delivery[]>;
}

interface Ending {
  readonly status: 'rejected' | 'needs_review' | 'failed';
  readonly code: ErrorName;
  readonly reason: string;
}

/**
 * Gives a document that was not booked its status and a reason, and claims the alert that tells the person; the
 * window that the alert stands in is returned, unless it was sent before.
 * Safe to run twice: a run that has ended stays as it ended, and its alert is claimed once.
 */
export const createHandler = (ports: RecordOutcomePorts) => async (event: unknown) => {
  const request = Input.parse(event);
  if (request.note !== undefined) return complete(ports, request, request.note);
  const reading = request.artifactKey === undefined ? undefined : await ports.readReading(request.artifactKey);
  const ending = reading && !request.problem ? reviewOf(reading) : await explain(ports, request);
  const alerts = await attentionFor(ports, request, ending);
  const { affected, status } = reading
    ? await queueForReview(ports, request, reading, ending, alerts)
    : { affected: [], ...(await close(ports, request, ending, alerts)) };
  return { status, affected, deliveries: await ports.deliveriesOf(alerts) };
};

async function complete(ports: RecordOutcomePorts, { documentId, run }: Request, reason: string) {
  const outcome = { status: 'completed', run, reason, updatedAt: new Date(ports.now()).toISOString() } as const;
  return { status: (await ports.close({ documentId, outcome })).status, affected: [], deliveries: [] };
}

function reviewOf({ expense }: ReadingRecord): Ending {
  const [first] = expense.reasons;
  return {
    status: 'needs_review',
    code: first?.code ?? 'NotAReceiptError',
    reason: expense.reasons.map(({ message }) => message).join('; '),
  };
}

/** Only Textract's refusal of a document needs a look at its bytes. */
async function explain(ports: RecordOutcomePorts, request: Request): Promise<Ending> {
  const problem = request.problem ?? {
    error: 'UnexpectedInputError',
    cause: 'the step was given neither a problem nor a reading',
  };
  const isAboutFile = /(Unsupported|Bad|Broken|Encrypted)Document|DocumentTooLarge|InvalidS3Object/.test(problem.error);
  return explainFailure(problem, request.key, isAboutFile ? await ports.glimpse(request) : undefined);
}

async function attentionFor(
  ports: RecordOutcomePorts,
  request: Request,
  { status, reason }: Ending,
): Promise<NewAttentionAlert[]> {
  const { userId, documentId, run, key } = request;
  const person = userId === undefined ? undefined : await ports.readPerson(userId);
  if (userId === undefined || !person?.isActive) return [];
  const claimedAt = new Date(ports.now()).toISOString();
  const claimedBy = claimant(documentId, run);
  return [{ kind: 'attention', userId, documentId, run, status, key, reason, claimedAt, claimedBy }];
}

function queueForReview(
  ports: RecordOutcomePorts,
  { documentId, run, userId = '' }: Request,
  reading: ReadingRecord,
  ending: Ending,
  alerts: readonly Claim[],
): Promise<Booked> {
  const updatedAt = new Date(ports.now()).toISOString();
  const { candidates } = reading.expense;
  const outcome = { ...ending, updatedAt, candidates };
  return ports.book({ documentId, run, userId, allocations: [], facts: factsOf(reading), outcome, alerts });
}

const close = (ports: RecordOutcomePorts, request: Request, ending: Ending, alerts: readonly Claim[]) =>
  ports.close({
    documentId: request.documentId,
    outcome: {
      ...ending,
      run: request.run,
      updatedAt: new Date(ports.now()).toISOString(),
      ...(request.validationErrors ? { validationErrors: request.validationErrors } : {}),
    },
    alerts,
  });
