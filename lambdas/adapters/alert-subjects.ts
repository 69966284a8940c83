import type { Alert } from '../core/alert/alert.ts';
import type { AlertSubjects } from '../core/alert/subjects.ts';
import { NOTHING_REACHED, type TriggerState } from '../core/budget/threshold.ts';
import type { DocumentOutcome } from '../core/document/document.ts';
import { openInvoiceIn, type StoredInvoice } from './due-store.ts';
import { alertSubjectKey, type Key } from './ledger-keys.ts';

/** An item that an alert is about: the state of a budget, the status of a document, or the document itself. */
export type AlertSubject = Key & (TriggerState | DocumentOutcome | StoredInvoice);

/** Finds the subject of each alert among items that were read. */
export function subjectsIn(items: readonly (AlertSubject | undefined)[]): AlertSubjects {
  const byName = new Map(items.filter((item) => item !== undefined).map((item) => [nameOf(item), item]));
  const subjectOf = <T>({ userId, SK }: Alert): T | undefined => {
    const key = alertSubjectKey(userId, SK);
    return key && (byName.get(nameOf(key)) as T | undefined);
  };
  return {
    stateOf: (alert) => subjectOf<TriggerState>(alert) ?? NOTHING_REACHED,
    runOf: (alert) => subjectOf<DocumentOutcome>(alert)?.run,
    openInvoiceOf: (alert) => openInvoiceIn(subjectOf<StoredInvoice>(alert), alert.instalment),
  };
}

const nameOf = ({ PK, SK }: Key): string => JSON.stringify([PK, SK]);
