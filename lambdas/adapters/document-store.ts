import {
  type Corrected,
  type DocumentOutcome,
  type DocumentRecord,
  type DocumentStatus,
  deadlineSpan,
  type PendingDocument,
} from '../core/document/document.ts';
import type { ObjectSource } from '../core/object/object-source.ts';
import {
  documentIndex,
  documentKey,
  documentStatusKey,
  type IndexKey,
  PENDING,
  pendingIndex,
  pendingIndexRange,
  statusIndex,
} from './ledger-keys.ts';
import { getItem, queryIndex, queryIndexBetween, type Table, transact, updateItem, type Write } from './table.ts';

/** Where a document without a person stands in the index of statuses. */
const NOBODY = '-';

/** What is known of a document; undefined when it was never seen. */
export const readDocument = (table: Table, documentId: string): Promise<DocumentRecord | undefined> =>
  getItem<DocumentRecord>(table, documentKey(documentId));

/** How a document stands. */
export const readOutcome = (table: Table, documentId: string): Promise<DocumentOutcome | undefined> =>
  getItem<DocumentOutcome>(table, documentStatusKey(documentId));

/**
 * Documents that are pending and whose deadline was before an instant, from the index: each is to be read again before
 * anything is decided. One without a deadline is among them, and so is one that an earlier version made pending, whatever
 * its deadline: it stands in the index by its person.
 *
 * What is not overdue in the span of that instant is read as well, and not given; of later spans, where all stands that
 * waits for its turn, nothing is read.
 *
 * @param before ISO 8601 in UTC. @default - all that are pending
 * @param most So many of the spans before are enough. @default - all
 */
export async function findPending(table: Table, before?: string, most?: number): Promise<PendingDocument[]> {
  const found = await Promise.all([
    ...(before === undefined ? [queryIndex<PendingDocument>(table, PENDING, '\uffff')] : overdue(table, before, most)),
    queryIndex<PendingDocument>(table, statusIndex('pending', '', '').GSI1PK, '\uffff'),
  ]);
  return found.flat();
}

/** All of the spans before, the oldest first, and of the span that an instant lies in what is overdue. */
function overdue(table: Table, before: string, most: number | undefined): Promise<PendingDocument[]>[] {
  const span = deadlineSpan(before);
  const filter = { text: 'deadlineAt < :before', values: { ':before': before } };
  return [
    queryIndex(table, PENDING, span, most === undefined ? {} : { most }),
    queryIndexBetween(table, PENDING, ...pendingIndexRange(span), { filter }),
  ];
}

/**
 * Writes a document for the first time, pending. The item is the guard against a second start.
 *
 * @returns False when it is there already.
 */
export async function createDocument(
  table: Table,
  document: DocumentRecord,
  outcome: DocumentOutcome,
): Promise<boolean> {
  const { documentId, userId = NOBODY, uploadedAt } = document;
  const result = await transact(table, [
    {
      put: { ...documentKey(documentId), ...documentIndex(userId, uploadedAt, documentId), ...document },
      condition: { text: 'attribute_not_exists(PK)' },
    },
    putOutcome(documentId, userId, outcome),
  ]);
  return result.written;
}

/**
 * Opens a further run of a document: a replay, or a correction, which is stored in the same transaction.
 *
 * @returns False when this run, or a later one, was opened already.
 */
export async function reopenDocument(
  table: Table,
  document: DocumentRecord,
  outcome: DocumentOutcome,
  corrected?: Corrected,
): Promise<boolean> {
  const { documentId, userId = NOBODY, uploadedAt, workflow, run, turnAt, held, executionName, traceId } = document;
  const index = documentIndex(userId, uploadedAt, documentId);
  const result = await transact(table, [
    {
      update: documentKey(documentId),
      set: {
        text:
          'SET #run = :run, workflow = :workflow, GSI1PK = :index, executionName = :name, traceId = :trace' +
          (corrected ? ', correction = :correction, audit = :audit' : '') +
          setOrRemove({ userId: document.userId, turnAt, held }),
        values: {
          ':run': run,
          ':workflow': workflow,
          ':index': index.GSI1PK,
          ':name': executionName,
          ':trace': traceId,
          ...(corrected ? { ':correction': corrected.correction, ':audit': corrected.audit } : {}),
          ...(turnAt ? { ':turnAt': turnAt } : {}),
          ...(held ? { ':held': held } : {}),
          ...(document.userId ? { ':userId': document.userId } : {}),
        },
      },
      condition: { text: '#run < :run', values: { ':run': run } },
    },
    putOutcome(documentId, userId, outcome),
  ]);
  return result.written;
}

/** Notes a newer file that states the same as the correction in force, unless another correction was faster. */
export const confirmCorrection = (
  table: Table,
  documentId: string,
  run: number,
  from: ObjectSource,
): Promise<boolean> =>
  updateItem(
    table,
    documentKey(documentId),
    { text: 'SET correction.#from = :from', values: { ':from': from } },
    { text: 'correction.#run = :run', values: { ':run': run } },
  );

/** Continues a `SET`: what has a value is set to `:name`, what has none is removed. */
function setOrRemove(attributes: Readonly<Record<string, unknown>>): string {
  const set = Object.keys(attributes).filter((name) => attributes[name] !== undefined);
  const removed = Object.keys(attributes).filter((name) => attributes[name] === undefined);
  return (
    set.map((name) => `, ${name} = :${name}`).join('') + (removed.length > 0 ? ` REMOVE ${removed.join(', ')}` : '')
  );
}

/** What nobody has to look at, and so stands in no index of statuses. */
export const SETTLED: readonly DocumentStatus[] = ['completed', 'duplicate', 'ignored'];

/**
 * The write that sets a document's status, for use inside a transaction. An older run never overwrites a newer one.
 * Only what needs somebody's eyes stands in the index of statuses.
 */
export function putOutcome(documentId: string, userId: string | undefined, outcome: DocumentOutcome): Write {
  const { status, run } = outcome;
  const index = SETTLED.includes(status) ? {} : indexOf(outcome, userId ?? NOBODY);
  return {
    put: { ...documentStatusKey(documentId), ...index, userId, documentId, ...outcome },
    condition: { text: 'attribute_not_exists(#run) OR #run <= :thisRun', values: { ':thisRun': run } },
  };
}

/** What is pending stands by the span of its deadline: the sweep reads none that waits for its turn, a person no others'. */
const indexOf = ({ status, updatedAt, deadlineAt }: DocumentOutcome, userId: string): IndexKey =>
  status === 'pending' && deadlineAt !== undefined
    ? pendingIndex(deadlineSpan(deadlineAt), userId, deadlineAt)
    : statusIndex(status, userId, updatedAt);
