import type { DocumentOutcome, DocumentRecord, DocumentStatus } from '../core/document.ts';
import { putOutcome, readOutcome } from './document-store.ts';
import { documentKey } from './ledger-keys.ts';
import { optimistically } from './optimistic.ts';
import { type Expression, getItem, type Table, transact, type Write } from './table.ts';

/** How a run ended that booked nothing. */
export interface Closing {
  readonly documentId: string;
  readonly outcome: DocumentOutcome;
  /** Further writes that belong to the same moment, such as an alert. */
  readonly also?: readonly Write[];
}

/** The document's status now, and whether this closing is what set it. */
export interface Closed {
  readonly status: DocumentStatus;
  readonly isOurs: boolean;
}

/**
 * Closes a document that booked nothing in this run, unless the run has ended already.
 *
 * A failure never takes anything out of the books: what an earlier run or an earlier step booked stays, and so does
 * its status, with a note of what failed. A status that changes while this looks at it is looked at again.
 *
 * @throws SpendwireError `LedgerBusyError` when others were at the same document every time.
 */
export function closeDocument(table: Table, closing: Closing): Promise<Closed> {
  return optimistically(() => attempt(table, closing));
}

async function attempt(table: Table, closing: Closing): Promise<Closed | undefined> {
  const { documentId, outcome, also = [] } = closing;
  const [document, current] = await Promise.all([
    getItem<DocumentRecord & { ledgerStatus?: DocumentStatus }>(table, documentKey(documentId)),
    readOutcome(table, documentId),
  ]);
  if (!isOpen(current, outcome)) return { status: current?.status ?? outcome.status, isOurs: false };
  const final = outcome.status === 'completed' ? outcome : keepBooked(document?.ledgerStatus, current, outcome);
  const put = { ...putOutcome(documentId, document?.userId, final), condition: unchanged(current) };
  const result = await transact(table, [put, ...also]);
  if (result.written) return { status: final.status, isOurs: true };
  if (result.failed.some(({ index }) => index === 0)) return undefined;
  return { status: current?.status ?? final.status, isOurs: false };
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
