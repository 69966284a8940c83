import type { Expense } from '../../lambdas/adapters/expense-store.ts';
import type { Convert, DailySpend } from '../../lambdas/core/budget/spend.ts';
import { type Money, money } from '../../lambdas/core/ground/money.ts';
import type { ReportedSum } from './report.ts';

/** How other currencies become the one that sums are in. */
export interface SumCurrency {
  readonly currency: string;
  readonly convert: Convert;
}

/**
 * Sums expenses by a name of each, the greatest first, in the currency of the plan as budgets and messages do: what was
 * spent on one day is converted as one amount. What has no exchange rate stands apart, in its own currency. A receipt that
 * is split over several categories counts once under its merchant.
 *
 * @param into @default - nothing is converted
 */
export function sumBy(
  expenses: readonly Expense[],
  nameOf: (expense: Expense) => string,
  into?: SumCurrency,
): ReportedSum[] {
  const sums = new Map<string, { sum: Money; name: string; isConverted: boolean; documents: Set<string> }>();
  for (const { name, day, documents } of dailySums(expenses, nameOf)) {
    const converted = into && day.currency !== into.currency ? into.convert(day, into.currency) : undefined;
    const { amountMinor, currency } =
      into && converted !== undefined ? { amountMinor: converted, currency: into.currency } : day;
    const key = JSON.stringify([currency, name]);
    const before = sums.get(key);
    sums.set(key, {
      name,
      sum: money((before?.sum.amountMinor ?? 0) + amountMinor, currency),
      isConverted: (before?.isConverted ?? false) || converted !== undefined,
      documents: new Set([...(before?.documents ?? []), ...documents]),
    });
  }
  const byCurrency = countCurrencies(expenses, into?.currency);
  return [...sums.values()]
    .sort(
      (a, b) =>
        (byCurrency.get(b.sum.currency) ?? 0) - (byCurrency.get(a.sum.currency) ?? 0) ||
        a.sum.currency.localeCompare(b.sum.currency) ||
        b.sum.amountMinor - a.sum.amountMinor ||
        a.name.localeCompare(b.name),
    )
    .map(({ name, sum, isConverted, documents }) => ({ name, amount: sum, isConverted, expenses: documents.size }));
}

/** What a day brought under each name in each currency: the amounts that daily spending holds, too. */
function dailySums(expenses: readonly Expense[], nameOf: (expense: Expense) => string) {
  const sums = new Map<string, { name: string; day: DailySpend; documents: Set<string> }>();
  for (const expense of expenses) {
    const { date, category, currency, amountMinor, documentId } = expense;
    const name = nameOf(expense);
    const key = JSON.stringify([date, category, currency, name]);
    const { day, documents } = sums.get(key) ?? {
      day: { date, category, currency, amountMinor: 0 },
      documents: new Set(),
    };
    documents.add(documentId);
    sums.set(key, { name, day: { ...day, amountMinor: day.amountMinor + amountMinor }, documents });
  }
  return sums.values();
}

/** The plan's currency comes first, then the one that most expenses are in. */
function countCurrencies(expenses: readonly Expense[], first: string | undefined): Map<string, number> {
  const counts = new Map<string, number>(first === undefined ? [] : [[first, Number.POSITIVE_INFINITY]]);
  for (const { currency } of expenses) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return counts;
}
