import {
  type Alert,
  type AttentionAlert,
  type BudgetAlert,
  claimant,
  type DigestAlert,
  isBudgetAlert,
  type UnsubscribedAlert,
} from '../core/alert/alert.ts';
import type { AlertSubjects } from '../core/alert/subjects.ts';
import { type Budget, budgetId } from '../core/budget/budget.ts';
import { calendarDay, periodOf } from '../core/budget/period.ts';
import { triggerId } from '../core/budget/threshold.ts';
import type { OpenInvoice } from '../core/due/open-invoice.ts';
import type { Contact, Person } from '../core/person/person.ts';

/** What decides whether alerts are true still. */
export interface Truth {
  readonly person: Pick<Person, 'timeZone' | 'dueReminders'>;
  readonly budgets: readonly Budget[];
  readonly contacts: readonly Contact[];
  readonly subjects: AlertSubjects;
  readonly nowMs: number;
}

/** What was claimed in a window and is unsent, by whether it is still true. */
export interface SortedAlerts {
  readonly told: readonly Alert[];
  /** True when claimed, and no longer; or of a budget that is no more, or of a document that runs again since. */
  readonly overtaken: readonly Alert[];
  /** Who is told of an alert's budget; undefined for everybody. */
  contactsOf(alert: BudgetAlert): readonly string[] | undefined;
  readonly budgets: readonly Budget[];
  /** What is to be paid, by the sort keys of the alerts that are told. */
  readonly invoices: ReadonlyMap<string, OpenInvoice>;
}

/**
 * Sorts what was claimed into what is still true and what was overtaken: a refund or a correction came,
 * an invoice was paid, or the budget is gone.
 */
export function sortAlerts(
  { person: { timeZone, dueReminders = false }, budgets, contacts, subjects, nowMs }: Truth,
  unsent: readonly Alert[],
): SortedAlerts {
  const today = calendarDay(nowMs, timeZone);
  const byId = new Map(budgets.map((budget) => [budgetId(budget), budget]));
  const due = dueReminders ? unsent.filter((alert) => alert.kind === 'due') : [];
  const invoices = new Map(
    due.flatMap((alert) => {
      const invoice = subjects.openInvoiceOf(alert);
      return invoice ? [[alert.SK, invoice] as const] : [];
    }),
  );
  const isTrue = (alert: Alert): boolean => {
    if (isBudgetAlert(alert)) return isOf(alert, byId.get(alert.budgetId), today) && holds(alert, subjects);
    if (alert.kind === 'due') return invoices.has(alert.SK);
    if (alert.kind === 'digest') return isNewest(alert, unsent);
    return alert.kind === 'unsubscribed' ? isStillGone(alert, contacts) : isLatest(alert, subjects);
  };
  const told = unsent.filter(isTrue);
  const overtaken = unsent.filter((alert) => !isTrue(alert));
  return { told, overtaken, budgets, invoices, contactsOf: (alert) => byId.get(alert.budgetId)?.contacts };
}

/** Whether the budget is in the plan, and has that period and that forecast: a new start day cuts time anew. */
function isOf(alert: BudgetAlert, budget: Budget | undefined, today: string): boolean {
  const { kind, periodStart, periodEnd, currency } = alert;
  if (!budget || periodOf(budget, periodStart).start !== periodStart) return false;
  // Of a period that is over nothing is expected any more.
  return kind !== 'forecast' || (budget.forecast === true && budget.currency === currency && today <= periodEnd);
}

/** Of summaries that waited for a mailbox only the latest week and month are told, as after any long silence. */
const isNewest = ({ period, periodStart }: DigestAlert, unsent: readonly Alert[]): boolean =>
  unsent.every((other) => other.kind !== 'digest' || other.period !== period || other.periodStart <= periodStart);

/** Whether the mailbox is in the plan, and has not been confirmed again. */
const isStillGone = ({ address: gone }: UnsubscribedAlert, contacts: readonly Contact[]): boolean =>
  contacts.some(({ address, status }) => address === gone && status === 'unsubscribed');

/** Whether the crossing that was claimed is the one that the budget's state knows of. */
function holds(alert: BudgetAlert, subjects: AlertSubjects): boolean {
  const { reached, crossings } = subjects.stateOf(alert);
  const name = triggerId(alert.trigger);
  return reached.includes(name) && crossings[name] === alert.crossing;
}

/** Whether nobody has begun a later run of the document: a correction or a replay tells itself how it ends. */
function isLatest(alert: AttentionAlert, subjects: AlertSubjects): boolean {
  const run = subjects.runOf(alert);
  return run === undefined || claimant(alert.documentId, run) === alert.claimedBy;
}
