import type { DatedLimit } from './limit.ts';
import type { PeriodRule } from './period.ts';
import type { Rollover } from './rollover.ts';
import type { Threshold } from './threshold.ts';

/** A limit on what is spent in a category, in a group of them, or in all of them, per period. As the table holds it. */
export interface Budget extends PeriodRule {
  /** A category, the name of a group, or `total` for all spending. */
  readonly category: string;
  /** The categories of the group that `category` names; absent where it names none. */
  readonly categories?: readonly string[];
  /** Tells budgets on the same category and period apart. */
  readonly name?: string;
  readonly currency: string;
  /** Ascending; the first one has no `validFrom`. */
  readonly limits: readonly DatedLimit[];
  /** At which the person is told, percentages before amounts, each ascending. */
  readonly thresholds: readonly Threshold[];
  /** Whether the person is told when spending heads for more than the limit. @default false */
  readonly forecast?: boolean;
  /** What of a period's rest goes into the next one. @default - nothing */
  readonly rollover?: Rollover;
  /** Who is told: addresses, or `email` or `sms` for all of that kind. @default - every contact */
  readonly contacts?: readonly string[];
  /** `YYYY-MM-DD` in the period in which the budget came into force; rollover begins with that. */
  readonly since: string;
}

/** Names a budget in keys: `groceries:month`, or `groceries:month:treats`. */
export const budgetId = ({ category, period, name }: Pick<Budget, 'category' | 'period' | 'name'>): string =>
  [category, period, ...(name === undefined ? [] : [name])].join(':');

/** Whether spending in a category counts against the budget. */
export const covers = (budget: Pick<Budget, 'category' | 'categories'>, category: string): boolean =>
  budget.category === 'total' || (budget.categories?.includes(category) ?? budget.category === category);
