import type { DocumentOutcome, DocumentRecord, DocumentStatus } from '../core/document/document.ts';
import { optimistically } from '../core/ground/optimistic.ts';
import type { Closed, Closing } from '../core/outcome/closing.ts';
import { putOutcome, readOutcome } from './document-store.ts';
import { documentKey } from './ledger-keys.ts';
import { claimWrites, type Outbox } from './outbox.ts';
import { type Expression, getItem, transact } from './table.ts';

/**
 * Closes a document that booked nothing in this run, unless the run has ended already.
 *
 * A failure never takes anything out of the books: what an earlier run or an earlier step booked stays, and so does
 * its status, with a note of what failed. A status that changes while this looks at it is looked at again.
 *
 * @throws SpendwireError `LedgerBusyError` when others were at the same document every time.
 */
export function closeDocument(outbox: Outbox, closing: Closing): Promise<Closed> {
  return optimistically(() => attempt(outbox, closing));
}

async function attempt(outbox: Outbox, closing: Closing): Promise<Closed | undefined> {
  const { table } = outbox;
  const { documentId, outcome, claims } = closing;
  const [document, current] = await Promise.all([
    getItem<DocumentRecord & { ledgerStatus?: DocumentStatus }>(table, documentKey(documentId)),
    readOutcome(table, documentId),
  ]);
  if (!isOpen(current, outcome)) return { status: current?.status ?? outcome.status, isOurs: false };
  const final = outcome.status === 'completed' ? outcome : keepBooked(document?.ledgerStatus, current, outcome);
  const put = { ...putOutcome(documentId, document?.userId, final), condition: unchanged(current) };
  const { writes, ...claimed } = await claimWrites(outbox, claims);
  const result = await transact(table, [put, ...writes]);
  return result.written ? { status: final.status, isOurs: true, ...claimed } : undefined;
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
