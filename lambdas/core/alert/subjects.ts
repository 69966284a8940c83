import type { TriggerState } from '../budget/threshold.ts';
import type { OpenInvoice } from '../due/open-invoice.ts';
import type { Alert, AttentionAlert, BudgetAlert, DueAlert } from './alert.ts';

/** What was claimed in a window and what is held of others, sent or not. */
export interface WindowAlerts {
  readonly alerts: readonly Alert[];
  readonly subjects: AlertSubjects;
}

/** What alerts are about, as it stood when they were read: it tells whether they are true still. */
export interface AlertSubjects {
  /** Which triggers of its budget hold in its period. */
  stateOf(alert: BudgetAlert): TriggerState;
  /** The newest run of its document; undefined where there is no such document. */
  runOf(alert: AttentionAlert): number | undefined;
  /** Its document, or an instalment of it, as an invoice that is to be paid; undefined when it is not, or no more. */
  openInvoiceOf(alert: DueAlert): OpenInvoice | undefined;
}
