import type { DocumentOutcome, DocumentStatus } from '../core/document/document.ts';
import { optimistically } from '../core/ground/optimistic.ts';
import type { Closed, Closing, StandingDocument } from '../core/outcome/closing.ts';
import { putOutcome, readDocument, readOutcome } from './document-store.ts';
import { claimWrites, type Outbox } from './outbox.ts';
import { type Expression, type Table, transact } from './table.ts';

/**
 * Closes a document that booked nothing in this run, unless the run has ended already.
 *
 * A failure never takes anything out of the books: what an earlier run or an earlier step booked stays, and so does
 * its status, with a note of what failed. A status that changes while this looks at it is looked at again.
 *
 * @throws SpendwireError `LedgerBusyError` when others were at the same document every time.
 */
export function closeDocument(outbox: Outbox, closing: Closing): Promise<Closed> {
  let known = closing.read;
  return optimistically(async () => {
    const read = known ?? (await readStanding(outbox.table, closing.documentId));
    known = undefined;
    return attempt(outbox, closing, read);
  });
}

async function readStanding(table: Table, documentId: string): Promise<StandingDocument> {
  const [document, outcome] = await Promise.all([readDocument(table, documentId), readOutcome(table, documentId)]);
  return { document, outcome };
}

async function attempt(
  outbox: Outbox,
  { documentId, outcome, claims }: Closing,
  { document, outcome: current }: StandingDocument,
): Promise<Closed | undefined> {
  const trace = document?.run === outcome.run ? { traceId: document.traceId } : {};
  if (!isOpen(current, outcome)) return { status: current?.status ?? outcome.status, isOurs: false, ...trace };
  const final = outcome.status === 'completed' ? outcome : keepBooked(document?.ledgerStatus, current, outcome);
  const put = { ...putOutcome(documentId, document?.userId, final), condition: unchanged(current) };
  const { writes, ...claimed } = await claimWrites(outbox, claims);
  const result = await transact(outbox.table, [put, ...writes]);
  return result.written ? { status: final.status, isOurs: true, ...trace, ...claimed } : undefined;
}

const unchanged = (read: DocumentOutcome | undefined): Expression =>
  read
    ? {
        text: '#run = :readRun AND #status = :readStatus',
        values: { ':readRun': read.run, ':readStatus': read.status },
      }
    : { text: 'attribute_not_exists(PK)' };

/** A run is open while pending; a completed one still takes note of a step that failed after it was booked, once. */
function isOpen(current: DocumentOutcome | undefined, outcome: DocumentOutcome): boolean {
  if (current === undefined) return true;
  if (current.run > outcome.run) return false;
  return (
    current.status === 'pending' ||
    (current.status === 'completed' && outcome.status === 'failed' && current.code === undefined)
  );
}

function keepBooked(
  booked: DocumentStatus | undefined,
  current: DocumentOutcome | undefined,
  outcome: DocumentOutcome,
): DocumentOutcome {
  const kept = current?.status === 'completed' ? current.status : booked;
  if (kept === undefined) return outcome;
  return { ...outcome, status: kept, reason: `what was booked before stays, but: ${outcome.reason}` };
}
