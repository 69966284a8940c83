import { type Alert, type AttentionAlert, type BudgetAlert, claimant, isBudgetAlert } from '../core/alert/alert.ts';
import { type Budget, budgetId } from '../core/budget/budget.ts';
import { periodOf } from '../core/budget/period.ts';
import { triggerId, type VersionedState } from '../core/budget/threshold.ts';
import type { DocumentOutcome } from '../core/document/document.ts';
import { once } from '../core/ground/once.ts';
import { someAtOnce } from '../core/ground/some-at-once.ts';
import type { Person } from '../core/person/person.ts';

export interface SortPorts {
  readBudgets(userId: string): Promise<Budget[]>;
  readState(userId: string, budgetId: string, periodStart: string): Promise<VersionedState>;
  readOutcome(documentId: string): Promise<Pick<DocumentOutcome, 'run'> | undefined>;
}

/** What was claimed in a window and is unsent, by whether it is still true. */
export interface SortedAlerts {
  readonly told: readonly Alert[];
  /** True when claimed, and no longer; or of a budget that is no more, or of a document that runs again since. */
  readonly overtaken: readonly Alert[];
  /** Who is told of an alert's budget; undefined for everybody. */
  contactsOf(alert: BudgetAlert): readonly string[] | undefined;
  readonly budgets: readonly Budget[];
}

/** A night may leave thousands of files that need somebody. */
const READS_AT_ONCE = 25;

/** Sorts what was claimed into what is still true and what was overtaken: a refund or a correction came, or the budget is gone. */
export async function sortAlerts(
  ports: SortPorts,
  { userId }: Person,
  unsent: readonly Alert[],
): Promise<SortedAlerts> {
  const budgets = await ports.readBudgets(userId);
  const byId = new Map(budgets.map((budget) => [budgetId(budget), budget]));
  const untrue = new Set<Alert>();
  const readState = once(ports.readState);
  await someAtOnce(READS_AT_ONCE, unsent, async (alert) => {
    const isTrue = isBudgetAlert(alert)
      ? isOf(alert, byId.get(alert.budgetId)) && (await holds(readState, alert))
      : alert.kind !== 'attention' || (await isLatest(ports, alert));
    if (!isTrue) untrue.add(alert);
  });
  const told = unsent.filter((alert) => !untrue.has(alert));
  const overtaken = unsent.filter((alert) => untrue.has(alert));
  return { told, overtaken, budgets, contactsOf: (alert) => byId.get(alert.budgetId)?.contacts };
}

/** Whether the budget is in the plan, and has that period and that forecast: a new start day cuts time anew. */
function isOf({ kind, periodStart, currency }: BudgetAlert, budget: Budget | undefined): boolean {
  if (!budget || periodOf(budget, periodStart).start !== periodStart) return false;
  return kind !== 'forecast' || (budget.forecast === true && budget.currency === currency);
}

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
