/** A limit on what is spent in a category, or in all of them, per period. */
export interface Budget {
  /** A category, or `total` for all spending. */
  readonly category: string;
  readonly period: 'month';
  readonly limitMinor: number;
  readonly currency: string;
  /** Percentages of the limit at which the person is told, ascending. */
  readonly thresholds: readonly number[];
}

/** Names a budget in keys: `groceries:month`. */
export const budgetId = ({ category, period }: Pick<Budget, 'category' | 'period'>): string => `${category}:${period}`;

/** Whether spending in a category counts against the budget. */
export const covers = (budget: Pick<Budget, 'category'>, category: string): boolean =>
  budget.category === 'total' || budget.category === category;
