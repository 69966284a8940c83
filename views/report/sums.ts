import type { Expense } from '../../lambdas/adapters/expense-store.ts';
import { money } from '../../lambdas/core/ground/money.ts';
import type { ReportedSum } from './report.ts';

/**
 * Sums expenses by a name of each, the greatest first; two currencies are never one sum and stand apart. A receipt that
 * is split over several categories counts once under its merchant.
 */
export function sumBy(expenses: readonly Expense[], nameOf: (expense: Expense) => string): ReportedSum[] {
  const sums = new Map<string, { name: string; currency: string; amountMinor: number; documents: Set<string> }>();
  for (const expense of expenses) {
    const { currency, amountMinor, documentId } = expense;
    const name = nameOf(expense);
    const key = JSON.stringify([currency, name]);
    const sum = sums.get(key) ?? { name, currency, amountMinor: 0, documents: new Set() };
    sum.documents.add(documentId);
    sums.set(key, { ...sum, amountMinor: sum.amountMinor + amountMinor });
  }
  const byCurrency = countCurrencies(expenses);
  return [...sums.values()]
    .sort(
      (a, b) =>
        (byCurrency.get(b.currency) ?? 0) - (byCurrency.get(a.currency) ?? 0) ||
        a.currency.localeCompare(b.currency) ||
        b.amountMinor - a.amountMinor ||
        a.name.localeCompare(b.name),
    )
    .map(({ name, currency, amountMinor, documents }) => ({
      name,
      amount: money(amountMinor, currency),
      expenses: documents.size,
    }));
}

/** The currency that most expenses are in comes first. */
function countCurrencies(expenses: readonly Expense[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { currency } of expenses) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return counts;
}
