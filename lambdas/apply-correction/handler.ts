import * as z from 'zod/mini';
import { calendarDay } from '../core/budget/period.ts';
import { withEntry } from '../core/correction/audit.ts';
import type { Correction, StoredCorrection } from '../core/correction/correction.ts';
import { readCorrection } from '../core/correction/read-correction.ts';
import type { Corrected } from '../core/document/document.ts';
import { type DocumentOutcome, type DocumentRecord, pendingOutcome } from '../core/document/document.ts';
import { judgeCorrection } from '../core/document/judge-correction.ts';
import { executionName } from '../core/ground/execution-name.ts';
import { formatObjectReference } from '../core/object/object-reference.ts';
import type { ObjectSource } from '../core/object/object-source.ts';
import { isHeldForPages } from '../core/pages/held.ts';
import { describeMistakes } from '../core/yaml/read-yaml.ts';

const Input = z.object({
  userId: z.string(),
  bucket: z.string(),
  key: z.string(),
  versionId: z.string(),
  sequencer: z.string(),
  uploadedAt: z.string(),
  /** Id of the document that is corrected. */
  target: z.string(),
});
type Request = z.infer<typeof Input>;

export interface ApplyCorrectionPorts {
  now(): number;
  mintTraceId(nowMs: number): string;
  readObject(object: { bucket: string; key: string; versionId: string }): Promise<Uint8Array>;
  readDocument(documentId: string): Promise<(DocumentRecord & Facts) | undefined>;
  readOutcome(documentId: string): Promise<DocumentOutcome | undefined>;
  /** Whether what Textract read of the document is stored. */
  hasAnalysis(documentId: string): Promise<boolean>;
  /** The document that is booked with a file of these bytes. */
  readPictureOwner(userId: string, contentHash: string): Promise<string | undefined>;
  /** When the person's document may start its Textract job, in epoch milliseconds. */
  drawTurn(userId: string, nowMs: number): Promise<number>;
  reopenDocument(document: DocumentRecord, outcome: DocumentOutcome, corrected: Corrected): Promise<boolean>;
  confirmCorrection(documentId: string, run: number, from: ObjectSource): Promise<boolean>;
  optimistically<T>(attempt: () => Promise<T | undefined>): Promise<T>;
  /** Starts the execution of a run by its name; a name that exists is success. */
  start(document: DocumentRecord, input: object): Promise<unknown>;
}

/** Where each day begins first. */
const FIRST_ZONE = 'Pacific/Kiritimati';

type Facts = Parameters<typeof withEntry>[1] & { readonly contentHash?: string };
type Valid = Request & { readonly says: Correction };

/** What became of the correction; what is invalid carries its mistakes on to whoever tells the person. */
export type ApplyCorrectionOutput =
  | { readonly result: 'applied' | 'unchanged' | 'superseded'; readonly note: string }
  | { readonly result: 'invalid'; readonly reason: string; readonly validationErrors: readonly string[] };

/**
 * Stores a correction on its document and opens a run of the document in the same transaction, then starts that run: it
 * books the document anew from the stored analysis with the correction over it. Of a document that was held for its number of
 * pages there is none: it is read where the correction says so, and else booked by what the correction states.
 *
 * Safe to run twice: a file that stands on the document already only starts the run that was opened for it, by the same
 * name.
 *
 * @throws SpendwireError as {@link judgeCorrection} does; a document under way is tried again by the machine.
 */
export const createHandler =
  (ports: ApplyCorrectionPorts) =>
  async (event: unknown): Promise<ApplyCorrectionOutput> => {
    const request = Input.parse(event);
    const read = readCorrection(await ports.readObject(request), calendarDay(ports.now(), FIRST_ZONE));
    if (!read.ok) {
      const validationErrors = describeMistakes(read.mistakes);
      const reason = `the correction was not taken, the document stays as it is; correct the file and drop it again:\n${validationErrors.join('\n')}`;
      return { result: 'invalid', reason, validationErrors };
    }
    return ports.optimistically(() => attempt(ports, { ...request, says: read.value }));
  };

async function attempt(ports: ApplyCorrectionPorts, request: Valid): Promise<ApplyCorrectionOutput | undefined> {
  const { target, says } = request;
  const from = sourceOf(request);
  const [document, outcome, isRead] = await Promise.all([
    ports.readDocument(target),
    ports.readOutcome(target),
    ports.hasAnalysis(target),
  ]);
  const countsElsewhere = outcome?.status === 'duplicate' ? await readOther(ports, document) : undefined;
  const judgement = judgeCorrection({ ...request, from }, { document, outcome, isRead, countsElsewhere });
  // A judgement is passed on documents that are there only.
  const known = document as DocumentRecord & Facts;
  const { run, correction } = known;
  switch (judgement) {
    case 'superseded':
      return {
        result: 'superseded',
        note: 'a newer correction of the document was there already; nothing was changed',
      };
    case 'unchanged':
      if (correction && !(await ports.confirmCorrection(target, correction.run, from))) return undefined;
      return { result: 'unchanged', note: 'the document stands so already; nothing was changed' };
    case 'applied':
      if (correction?.run === run && outcome?.status === 'pending') await ports.start(known, inputOf(known));
      return { result: 'applied', note: noteOf(target, correction?.run ?? run) };
    case 'applies': {
      const opened = await openRun(ports, known, { says, isRead });
      const entry = { at: new Date(ports.now()).toISOString(), by: formatObjectReference(request), says };
      const corrected = {
        correction: { says, from, run: opened.run, ...answered(outcome) },
        audit: withEntry(known.audit ?? [], known, outcome?.status, entry),
      };
      if (!(await ports.reopenDocument(opened, pendingOutcome(opened, ports.now()), corrected))) return undefined;
      await ports.start(opened, inputOf(opened));
      return { result: 'applied', note: noteOf(target, opened.run) };
    }
  }
}

async function readOther(ports: ApplyCorrectionPorts, document: (DocumentRecord & Facts) | undefined) {
  const { documentId, userId, contentHash } = document ?? {};
  if (userId === undefined || contentHash === undefined) return undefined;
  const owner = await ports.readPictureOwner(userId, contentHash);
  return owner === documentId ? undefined : owner;
}

/**
 * Which question it answers. Only who corrects what is booked answers none: nobody has asked yet whether a document that was left
 * out, or ended otherwise, is booked on another picture by now.
 */
const answered = (outcome: DocumentOutcome | undefined): Pick<StoredCorrection, 'answers'> =>
  outcome === undefined || outcome.status === 'completed' ? {} : { answers: outcome.code ?? 'nothing' };

/** The next run of a document; it needs no turn where its analysis is stored, or where it is held again. */
async function openRun(
  ports: ApplyCorrectionPorts,
  { turnAt: _, held, ...document }: DocumentRecord,
  { says, isRead }: { readonly says: Correction; readonly isRead: boolean },
): Promise<DocumentRecord> {
  const nowMs = ports.now();
  const run = document.run + 1;
  const name = executionName(document.userId, document.key, document.documentId, run);
  const opened = { ...document, run, executionName: name, traceId: ports.mintTraceId(nowMs) };
  if (isHeldForPages(held) && says.readAll) {
    return { ...opened, turnAt: new Date(await ports.drawTurn(document.userId ?? '', nowMs)).toISOString() };
  }
  return isHeldForPages(held) && !isRead ? { ...opened, held } : opened;
}

const inputOf = ({ documentId, run, userId, bucket, key, versionId, turnAt, held }: DocumentRecord): object => ({
  ...{ documentId, run, userId, bucket, key, versionId },
  analysisStored: turnAt === undefined && held === undefined,
  ...(turnAt === undefined ? {} : { turnAt }),
  ...(held === undefined ? {} : { held }),
});

const noteOf = (target: string, run: number): string => `document ${target} runs again as it says, in run ${run}`;

const sourceOf = ({ key, versionId, sequencer, uploadedAt }: Request): ObjectSource => ({
  key,
  versionId,
  sequencer,
  uploadedAt,
});
