import { type Alert, type BudgetAlert, type DigestAlert, isBudgetAlert } from '../core/alert/alert.ts';
import { type Budget, budgetId } from '../core/budget/budget.ts';
import { daysNeeded } from '../core/budget/figures.ts';
import { type Period, periodOf, spanOf } from '../core/budget/period.ts';
import type { Convert, DailySpend } from '../core/budget/spend.ts';
import { once } from '../core/ground/once.ts';

export interface SpendingPorts {
  readSpend(userId: string, start: string, end: string): Promise<DailySpend[]>;
  ratesFor(spend: readonly DailySpend[], currency: string): Promise<Convert>;
}

/** What a person has spent, as far as a delivery tells of it. Read once, whatever is told and to how many. */
export interface Spending {
  /** At least what {@link daysNeeded} of every budget and period that is told of. */
  readonly days: readonly DailySpend[];
  /** Of a period that is told of. */
  daysOf(period: Period): DailySpend[];
  /** Converts all of it into a currency. */
  convertTo(currency: string): Promise<Convert>;
}

/** Reads the spending that alerts and summaries are told with, in one range; nothing where they are of documents only. */
export async function readSpending(
  ports: SpendingPorts,
  userId: string,
  budgets: readonly Budget[],
  told: readonly Alert[],
): Promise<Spending> {
  const span = spanOf(told.flatMap((alert) => periodsOf(alert, budgets)));
  const days = span ? await ports.readSpend(userId, span.start, span.end) : [];
  return {
    days,
    daysOf: (period) => days.filter(({ date }) => date >= period.start && date <= period.end),
    convertTo: once((currency: string) => ports.ratesFor(days, currency)),
  };
}

function periodsOf(alert: Alert, budgets: readonly Budget[]): Period[] {
  if (isBudgetAlert(alert)) return periodsOfBudget(alert, budgets);
  return alert.kind === 'digest' ? periodsOfDigest(alert, budgets) : [];
}

function periodsOfBudget(alert: BudgetAlert, budgets: readonly Budget[]): Period[] {
  const budget = budgets.find((each) => budgetId(each) === alert.budgetId);
  return budget ? [daysNeeded(budget, { start: alert.periodStart, end: alert.periodEnd })] : [];
}

/** A summary tells of its own days, and how each budget stands in its own period. */
const periodsOfDigest = ({ periodStart, periodEnd }: DigestAlert, budgets: readonly Budget[]): Period[] => [
  { start: periodStart, end: periodEnd },
  ...budgets.map((budget) => daysNeeded(budget, periodOf(budget, periodEnd))),
];
