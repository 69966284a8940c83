import { type Budget, covers } from './budget.ts';

/** What was spent on one day in one category and currency; below zero where refunds outweigh. */
export interface DailySpend {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly category: string;
  readonly currency: string;
  readonly amountMinor: number;
}

/**
 * What an amount of a day is worth in another currency, in whole minor units; undefined where no rate is known.
 * Amounts in the currency itself are never asked for.
 */
export type Convert = (spend: DailySpend, currency: string) => number | undefined;

/** A purchase on a day without rates (a weekend, a holiday) takes those of an earlier day, at most so many days back. */
export const OLDEST_RATE_DAYS = 10;

/** Knows no rates: every other currency stays apart. */
export const convertNothing: Convert = () => undefined;

export interface SpendOfBudget {
  /** In the budget's currency, with what could be converted. */
  readonly spentMinor: number;
  /** Whether some of it was converted from another currency. */
  readonly isConverted: boolean;
  /** Spending in currencies that cannot be compared with the limit: shown, never mixed in. */
  readonly apart: readonly { readonly currency: string; readonly amountMinor: number }[];
}

/** Sums what counts against a budget. The days given are those of the budget's period. */
export function sumSpend(
  budget: Pick<Budget, 'category' | 'categories' | 'currency'>,
  days: readonly DailySpend[],
  convert: Convert = convertNothing,
): SpendOfBudget {
  const apart = new Map<string, number>();
  let spentMinor = 0;
  let isConverted = false;
  for (const spend of days.filter(({ category, amountMinor }) => amountMinor !== 0 && covers(budget, category))) {
    const { currency, amountMinor } = spend;
    const counted = currency === budget.currency ? amountMinor : convert(spend, budget.currency);
    if (counted === undefined) apart.set(currency, (apart.get(currency) ?? 0) + amountMinor);
    else spentMinor += counted;
    isConverted ||= counted !== undefined && currency !== budget.currency;
  }
  const left = [...apart].filter(([, amountMinor]) => amountMinor !== 0);
  return { spentMinor, isConverted, apart: left.map(([currency, amountMinor]) => ({ currency, amountMinor })) };
}
