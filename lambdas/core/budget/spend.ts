import { type Budget, covers } from './budget.ts';

/** What was spent on one day in one category and currency; below zero where refunds outweigh. */
export interface DailySpend {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly category: string;
  readonly currency: string;
  readonly amountMinor: number;
}

export interface SpendOfBudget {
  /** In the budget's currency. */
  readonly spentMinor: number;
  /** Spending in currencies that cannot be compared with the limit: shown, never mixed in. */
  readonly apart: readonly { readonly currency: string; readonly amountMinor: number }[];
}

/** Sums what counts against a budget. The days given are those of the budget's period. */
export function sumSpend(budget: Pick<Budget, 'category' | 'currency'>, days: readonly DailySpend[]): SpendOfBudget {
  const sums = new Map<string, number>();
  for (const { category, currency, amountMinor } of days) {
    if (covers(budget, category)) sums.set(currency, (sums.get(currency) ?? 0) + amountMinor);
  }
  const spentMinor = sums.get(budget.currency) ?? 0;
  sums.delete(budget.currency);
  const apart = [...sums].filter(([, amountMinor]) => amountMinor !== 0);
  return { spentMinor, apart: apart.map(([currency, amountMinor]) => ({ currency, amountMinor })) };
}
