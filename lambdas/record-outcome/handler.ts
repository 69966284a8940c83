import * as z from 'zod/mini';
import { claimant } from '../core/alert/alert.ts';
import type { Claims } from '../core/alert/claim.ts';
import type { AlertWindow } from '../core/alert/window.ts';
import { choicesOf } from '../core/correction/choices.ts';
import { dueDayOf } from '../core/due/open-invoice.ts';
import { factsOf } from '../core/ledger/expense-facts.ts';
import type { Reading } from '../core/ledger/reading.ts';
import type { Booked, Booking } from '../core/outcome/booking.ts';
import type { Closed, Closing } from '../core/outcome/closing.ts';
import { documentRefusalOf, type Ending, explainFailure, type Glimpse } from '../core/outcome/explain-failure.ts';
import { explainLostAccess, isAccessRefused, type Sight } from '../core/outcome/explain-lost-access.ts';
import type { Person } from '../core/person/person.ts';

const Input = z.object({
  documentId: z.string(),
  run: z.int(),
  userId: z.optional(z.string()),
  bucket: z.string(),
  key: z.string(),
  versionId: z.string(),
  /** How a document ended well that books nothing: a plan in force, a correction applied. */
  note: z.optional(z.string()),
  /** What a Catch saw. */
  problem: z.optional(
    z.object({ code: z.string(), reason: z.string(), validationErrors: z.optional(z.array(z.string())) }),
  ),
  /** The reading that a person has to look at; what is wrong stands in it, or is the problem. */
  readingKey: z.optional(z.string()),
  /** ARN of the execution that the step belongs to. */
  startedBy: z.optional(z.string()),
});
type Request = z.infer<typeof Input>;

export interface RecordOutcomePorts {
  now(): number;
  readPerson(userId: string): Promise<Person | undefined>;
  readReading(key: string): Promise<Reading>;
  /** The first and last bytes of the object, to say what is wrong with it. */
  glimpse(object: { bucket: string; key: string; versionId: string }): Promise<Glimpse | undefined>;
  /** Whether the object is there that Textract could not get, and under which key. */
  seeObject(object: { bucket: string; key: string; versionId: string }): Promise<Sight>;
  /** ARN of the KMS key that uploads may be encrypted with; empty for none. */
  readonly uploadKeyArn: string;
  book(booking: Booking): Promise<Booked>;
  close(closing: Closing): Promise<Closed>;
  /** Starts the delivery of the window that this run has claimed in, or else of the one that is open. */
  startDelivery(
    userId: string,
    claimedIn: AlertWindow | undefined,
    startedBy: string | undefined,
  ): Promise<string | undefined>;
}

/** How the document stands, which spending that moved, and what tells its person. */
export type RecordOutcomeOutput = Pick<Booked, 'status' | 'affected'> & {
  /** ARN of the execution that sends the window which is open now. */
  readonly delivery?: string;
  /** This run has failed, whatever the document still stands for: the machine has to ring the alarm. */
  readonly hasFailed?: true;
};

/**
 * Gives a document that was not booked its status and a reason, and claims the alert that tells the person. Starts the
 * delivery of the window that is open then, and returns its ARN.
 * Safe to run twice: a run that has ended stays as it ended, its alert is claimed once, and its window is found.
 *
 * @throws SpendwireError `DeliveryNotStartedError` when the delivery cannot be started now.
 */
export const createHandler =
  (ports: RecordOutcomePorts) =>
  async (event: unknown): Promise<RecordOutcomeOutput> => {
    const request = Input.parse(event);
    if (request.note !== undefined) return complete(ports, request, request.note);
    const reading = request.readingKey === undefined ? undefined : await ports.readReading(request.readingKey);
    const ending = reading && !request.problem ? reviewOf(reading) : await explain(ports, request);
    const claims = await attentionFor(ports, request, ending, reading);
    const { affected, status, claimedIn } = reading
      ? await queueForReview(ports, request, reading, ending, claims)
      : { affected: [], ...(await close(ports, request, ending, claims)) };
    const { userId, startedBy } = request;
    const delivery = userId === undefined ? undefined : await ports.startDelivery(userId, claimedIn, startedBy);
    return {
      status,
      affected,
      ...(delivery === undefined ? {} : { delivery }),
      ...(ending.status === 'failed' ? { hasFailed: true } : {}),
    };
  };

async function complete(
  ports: RecordOutcomePorts,
  { documentId, run }: Request,
  reason: string,
): Promise<RecordOutcomeOutput> {
  const outcome = { status: 'completed', run, reason, updatedAt: new Date(ports.now()).toISOString() } as const;
  return { status: (await ports.close({ documentId, outcome })).status, affected: [] };
}

function reviewOf({ expense }: Reading): Ending {
  const [first] = expense.reasons;
  const choices = choicesOf(expense);
  return {
    ...(choices.length > 0 ? { choices } : {}),
    status: 'needs_review',
    code: first?.code ?? 'NotAReceiptError',
    reason: expense.reasons.map(({ message }) => message).join('; '),
  };
}

/** Only Textract's refusal of a document needs a look: whether it is there, or at its bytes. */
async function explain(ports: RecordOutcomePorts, request: Request): Promise<Ending> {
  const problem = request.problem ?? {
    code: 'UnexpectedInputError',
    reason: 'the step was given neither a problem nor a reading',
  };
  if (isAccessRefused(problem.code)) return explainLostAccess(problem, 'refused', ports.uploadKeyArn);
  const refusal = documentRefusalOf(problem);
  if (refusal === undefined) return explainFailure(problem, request.key);
  if (refusal === 'InvalidS3Object') {
    const sight = await ports.seeObject(request);
    if (sight !== 'gone') return explainLostAccess(problem, sight, ports.uploadKeyArn);
    return explainFailure(problem, request.key);
  }
  try {
    return explainFailure(problem, request.key, await ports.glimpse(request));
  } catch (error) {
    const { name: code, message: reason } = error as Error;
    if (!isAccessRefused(code)) throw error;
    return explainLostAccess({ code, reason }, 'refused', ports.uploadKeyArn);
  }
}

async function attentionFor(
  ports: RecordOutcomePorts,
  request: Request,
  { status, reason, choices }: Ending,
  reading: Reading | undefined,
): Promise<Claims | undefined> {
  const { userId, documentId, run, key } = request;
  const person = userId === undefined ? undefined : await ports.readPerson(userId);
  if (userId === undefined || !person?.isActive) return undefined;
  const claimedAt = new Date(ports.now()).toISOString();
  const claimedBy = claimant(documentId, run);
  const alert = { kind: 'attention', userId, documentId, run, status, key, reason, claimedAt, claimedBy } as const;
  const dueOn = reading && dueDayOf(factsOf(reading));
  const known = { ...(choices ? { choices } : {}), ...(dueOn === undefined ? {} : { dueOn }) };
  return { alerts: [{ ...alert, ...known }], person };
}

function queueForReview(
  ports: RecordOutcomePorts,
  { documentId, run, userId = '' }: Request,
  reading: Reading,
  ending: Ending,
  claims: Claims | undefined,
): Promise<Booked> {
  const updatedAt = new Date(ports.now()).toISOString();
  const { candidates } = reading.expense;
  const outcome = { ...ending, updatedAt, candidates };
  const booking = { documentId, run, userId, allocations: [], facts: factsOf(reading), outcome };
  return ports.book({ ...booking, ...(claims ? { claims } : {}) });
}

const close = (ports: RecordOutcomePorts, request: Request, ending: Ending, claims: Claims | undefined) =>
  ports.close({
    documentId: request.documentId,
    outcome: {
      ...ending,
      run: request.run,
      updatedAt: new Date(ports.now()).toISOString(),
      ...(request.problem?.validationErrors ? { validationErrors: request.problem.validationErrors } : {}),
    },
    ...(claims ? { claims } : {}),
  });
