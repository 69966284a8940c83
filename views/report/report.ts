import type { Expense } from '../../lambdas/adapters/expense-store.ts';
import type { Pace } from '../../lambdas/core/budget/pace.ts';
import type { Period, PeriodRule } from '../../lambdas/core/budget/period.ts';
import type { Threshold } from '../../lambdas/core/budget/threshold.ts';
import type { OpenInvoice } from '../../lambdas/core/due/open-invoice.ts';
import type { Money } from '../../lambdas/core/ground/money.ts';
import type { Notification } from '../../lambdas/core/message/notification.ts';
import type { Person } from '../../lambdas/core/person/person.ts';
import type { DocumentView } from '../document-view.ts';

/** How one budget stands in one period of its own. */
export interface ReportedBudget extends PeriodRule {
  readonly category: string;
  /** Of the group that `category` names. */
  readonly categories?: readonly string[];
  /** Tells budgets on the same category apart. */
  readonly name?: string;
  readonly dates: Period;
  /** With what was carried into the period; never below zero. */
  readonly limit: Money;
  /** What earlier periods left; below zero what they overspent. */
  readonly carried: Money;
  readonly spent: Money;
  /** Whether some of the spending was converted from another currency. */
  readonly isConverted: boolean;
  /** Absent for a limit of 0. */
  readonly percent?: number;
  /** Spending in currencies that cannot be compared with the limit. */
  readonly apart: readonly Money[];
  readonly thresholds: readonly Threshold[];
  readonly forecast: boolean;
  /** Absent when the period is over or has not begun. */
  readonly pace?: Pace;
}

/** `groceries`, or `groceries (treats)` where several budgets are on one category. */
export const labelOf = ({ category, name }: Pick<ReportedBudget, 'category' | 'name'>): string =>
  name === undefined ? category : `${category} (${name})`;

const LONGEST_LABEL = 20;

/** How many columns the labels of budgets take: the longest decides, up to 20. */
export const labelWidth = (budgets: readonly ReportedBudget[], least: number): number =>
  Math.min(LONGEST_LABEL, Math.max(least, ...budgets.map((budget) => labelOf(budget).length)));

/** What went to one category or merchant, in the plan's currency, or in one without an exchange rate. */
export interface ReportedSum {
  readonly name: string;
  readonly amount: Money;
  /** Whether some of it was converted from another currency. */
  readonly isConverted: boolean;
  readonly expenses: number;
}

/** Everything that a person may want to know of a stretch of days. */
export interface Report {
  readonly userId: string;
  /** Absent where there never was a plan. */
  readonly person?: Person;
  readonly locale: string;
  readonly timeZone: string;
  /** The person's day. */
  readonly today: string;
  readonly period: Period;
  readonly category?: string;
  readonly budgets: readonly ReportedBudget[];
  /** Newest first. */
  readonly expenses: readonly Expense[];
  /** Of the latest expense at all, where these days have none; absent where there never was one. */
  readonly latestExpenseOn?: string;
  /** Greatest first, the plan's currency before others. */
  readonly byCategory: readonly ReportedSum[];
  readonly byMerchant: readonly ReportedSum[];
  /** What is to be paid, or should have been within two weeks, whatever the days asked for; the earliest first. */
  readonly openInvoices: readonly OpenInvoice[];
  /** What waits for the person, whatever its day; newest first. */
  readonly attention: readonly DocumentView[];
  /** Files dropped in the period with the status asked for; absent when none was asked for. */
  readonly documents?: readonly DocumentView[];
  /** Sent in the period, newest first. */
  readonly messages: readonly Notification[];
}
