import type { Expense } from '../../lambdas/adapters/expense-store.ts';
import type { Notification } from '../../lambdas/adapters/notification-store.ts';
import type { Pace } from '../../lambdas/core/budget/pace.ts';
import type { Period } from '../../lambdas/core/budget/period.ts';
import type { Money } from '../../lambdas/core/money.ts';
import type { Person } from '../../lambdas/core/person.ts';
import type { DocumentView } from '../document-view.ts';

/** How one budget stands in one period. */
export interface ReportedBudget {
  readonly category: string;
  readonly period: Period;
  readonly limit: Money;
  readonly spent: Money;
  readonly percent: number;
  /** Spending in currencies that cannot be compared with the limit. */
  readonly apart: readonly Money[];
  readonly thresholds: readonly number[];
  /** Absent when the period is over or has not begun. */
  readonly pace?: Pace;
}

/** What went to one category or merchant in one currency. */
export interface ReportedSum {
  readonly name: string;
  readonly amount: Money;
  readonly expenses: number;
}

/** Everything that a person may want to know of a stretch of days. */
export interface Report {
  readonly userId: string;
  /** Absent where there never was a plan. */
  readonly person?: Person;
  readonly locale: string;
  readonly timeZone: string;
  readonly period: Period;
  readonly category?: string;
  readonly budgets: readonly ReportedBudget[];
  /** Newest first. */
  readonly expenses: readonly Expense[];
  /** Of the latest expense at all, where these days have none; absent where there never was one. */
  readonly latestExpenseOn?: string;
  /** Greatest first, currency by currency. */
  readonly byCategory: readonly ReportedSum[];
  readonly byMerchant: readonly ReportedSum[];
  /** What waits for the person, whatever its day; newest first. */
  readonly attention: readonly DocumentView[];
  /** Files dropped in the period with the status asked for; absent when none was asked for. */
  readonly documents?: readonly DocumentView[];
  /** Sent in the period, newest first. */
  readonly messages: readonly Notification[];
}
