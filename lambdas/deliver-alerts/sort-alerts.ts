import {
  type Alert,
  type AttentionAlert,
  type BudgetAlert,
  claimant,
  type DigestAlert,
  type DueAlert,
  isBudgetAlert,
  type UnsubscribedAlert,
} from '../core/alert/alert.ts';
import { type Budget, budgetId } from '../core/budget/budget.ts';
import { calendarDay, periodOf } from '../core/budget/period.ts';
import { triggerId, type VersionedState } from '../core/budget/threshold.ts';
import type { DocumentOutcome } from '../core/document/document.ts';
import type { OpenInvoice } from '../core/due/open-invoice.ts';
import { once } from '../core/ground/once.ts';
import { someAtOnce } from '../core/ground/some-at-once.ts';
import type { Contact, Person } from '../core/person/person.ts';

export interface SortPorts {
  now(): number;
  readBudgets(userId: string): Promise<Budget[]>;
  readState(userId: string, budgetId: string, periodStart: string): Promise<VersionedState>;
  readOutcome(documentId: string): Promise<Pick<DocumentOutcome, 'run'> | undefined>;
  /** A document, or an instalment of it, as an invoice that is to be paid, as it stands now; undefined when it is not, or no more. */
  readOpenInvoice(documentId: string, instalment: number | undefined): Promise<OpenInvoice | undefined>;
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

/** A night may leave thousands of files that need somebody. */
const READS_AT_ONCE = 25;

/**
 * Sorts what was claimed into what is still true and what was overtaken: a refund or a correction came,
 * an invoice was paid, or the budget is gone.
 */
export async function sortAlerts(
  ports: SortPorts,
  { userId, timeZone, dueReminders = false }: Person,
  contacts: readonly Contact[],
  unsent: readonly Alert[],
): Promise<SortedAlerts> {
  const today = calendarDay(ports.now(), timeZone);
  const budgets = await ports.readBudgets(userId);
  const byId = new Map(budgets.map((budget) => [budgetId(budget), budget]));
  const untrue = new Set<Alert>();
  const invoices = new Map<string, OpenInvoice>();
  const readState = once(ports.readState);
  const isDue = async ({ SK, documentId, instalment }: DueAlert): Promise<boolean> => {
    const invoice = dueReminders ? await ports.readOpenInvoice(documentId, instalment) : undefined;
    if (invoice) invoices.set(SK, invoice);
    return invoice !== undefined;
  };
  const isTrue = async (alert: Alert): Promise<boolean> => {
    if (isBudgetAlert(alert)) return isOf(alert, byId.get(alert.budgetId), today) && (await holds(readState, alert));
    if (alert.kind === 'due') return isDue(alert);
    if (alert.kind === 'digest') return isNewest(alert, unsent);
    return alert.kind === 'unsubscribed' ? isStillGone(alert, contacts) : isLatest(ports, alert);
  };
  await someAtOnce(READS_AT_ONCE, unsent, async (alert) => {
    if (!(await isTrue(alert))) untrue.add(alert);
  });
  const told = unsent.filter((alert) => !untrue.has(alert));
  const overtaken = unsent.filter((alert) => untrue.has(alert));
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
async function holds(
  readState: SortPorts['readState'],
  { userId, budgetId, periodStart, trigger, crossing }: BudgetAlert,
): Promise<boolean> {
  const { state } = await readState(userId, budgetId, periodStart);
  const name = triggerId(trigger);
  return state.reached.includes(name) && state.crossings[name] === crossing;
}

/** Whether nobody has begun a later run of the document: a correction or a replay tells itself how it ends. */
async function isLatest(ports: SortPorts, { documentId, claimedBy }: AttentionAlert): Promise<boolean> {
  const outcome = await ports.readOutcome(documentId);
  return outcome === undefined || claimant(documentId, outcome.run) === claimedBy;
}
