import { readOpenInvoices } from '../../lambdas/adapters/due-store.ts';
import { type Expense, findExpensesOfCategory, findLatestExpense } from '../../lambdas/adapters/expense-store.ts';
import { readNotifications } from '../../lambdas/adapters/notification-store.ts';
import { readPerson } from '../../lambdas/adapters/person-store.ts';
import { ratesFor } from '../../lambdas/adapters/rate-store.ts';
import type { Table } from '../../lambdas/adapters/table.ts';
import { covers } from '../../lambdas/core/budget/budget.ts';
import { calendarDay, monthOf, type Period } from '../../lambdas/core/budget/period.ts';
import type { DocumentStatus } from '../../lambdas/core/document/document.ts';
import { firstOpenDueDay } from '../../lambdas/core/due/due-days.ts';
import { addDays, parseCalendarDate } from '../../lambdas/core/ground/calendar-date.ts';
import { shownVendor } from '../../lambdas/core/ledger/shown-vendor.ts';
import type { Notification } from '../../lambdas/core/message/notification.ts';
import type { DocumentView } from '../document-view.ts';
import { viewDropped, viewUnsettled } from '../find-documents.ts';
import { isSupersededPlan } from '../superseded-plan.ts';
import { readStandings } from './budgets-on.ts';
import { expensesOnce } from './expenses-once.ts';
import type { Report, ReportedBudget } from './report.ts';
import { sumBy } from './sums.ts';

/** What a report is about. */
export interface ReportRequest {
  readonly userId: string;
  /** @default - the month of today, where the person lives */
  readonly period?: Period;
  readonly category?: string;
  readonly status?: DocumentStatus;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Sorts after every day that may be due. */
const LAST_DAY = '9999-12-31';
/** Stand in where there is no plan that says it. */
const WITHOUT_PLAN = { locale: 'en-US', timeZone: 'UTC' };
const TO_SETTLE = ['needs_review', 'rejected', 'failed'] as const;
/** Keys of messages hold the claim; sending may follow days later, when SNS was out of reach. */
const LONGEST_DELIVERY_DAYS = 7;

/** Reads a person's report from the table; the same queries on a laptop and on AWS. */
export async function readReport(table: Table, request: ReportRequest): Promise<Report> {
  const { userId, category, status, now } = request;
  const person = await readPerson(table, userId);
  const { locale, timeZone } = person ?? WITHOUT_PLAN;
  const today = calendarDay(now, timeZone);
  const period = request.period ?? monthOf(today);
  const dayOf = (instant: string) => calendarDay(Date.parse(instant), timeZone);
  const [[budgets, booked], openInvoices, attention, documents, messages] = await Promise.all([
    readBooks(table, { ...request, period }, person?.isActive ? today : undefined),
    readOpenInvoices(table, userId, firstOpenDueDay(today), LAST_DAY),
    viewUnsettled(table, userId, TO_SETTLE),
    status === undefined ? undefined : readDropped(table, userId, period, status, dayOf),
    readSent(table, userId, period, dayOf),
  ]);
  const expenses = [...booked].reverse();
  const into = person && {
    currency: person.currency,
    convert: await ratesFor(table, expenses, person.currency),
  };
  const latest = expenses.length === 0 ? await findLatestExpense(table, userId, category) : undefined;
  return {
    userId,
    ...(person ? { person } : {}),
    locale,
    timeZone,
    today,
    period,
    ...(category === undefined ? {} : { category }),
    budgets: budgets.filter((budget) => category === undefined || covers(budget, category)),
    expenses,
    ...(latest ? { latestExpenseOn: latest.date } : {}),
    byCategory: sumBy(expenses, (expense) => expense.category, into),
    byMerchant: sumBy(expenses, (expense) => shownVendor(expense) ?? 'unknown merchant', into),
    openInvoices,
    attention: newestFirst(attention.filter((view) => !isSupersededPlan(view, person))),
    ...(documents ? { documents: newestFirst(documents) } : {}),
    messages,
  };
}

/** How the budgets stand, and what was booked on the days asked for. */
async function readBooks(
  table: Table,
  { userId, period, category }: Pick<ReportRequest, 'userId' | 'category'> & { readonly period: Period },
  budgetsOn: string | undefined,
): Promise<[ReportedBudget[], Expense[]]> {
  const readExpenses = expensesOnce(table, userId, category === undefined ? period : undefined);
  const budgets = budgetsOn === undefined ? [] : await readStandings(table, userId, period, budgetsOn, readExpenses);
  const { start, end } = period;
  const booked =
    category === undefined
      ? await readExpenses(start, end)
      : await findExpensesOfCategory(table, userId, category, start, end);
  return [budgets, booked];
}

/** A day in another time zone begins up to 14 hours earlier or later: a day more is read on both ends, then looked at. */
const widened = ({ start, end }: Period, daysBefore = 1): readonly [string, string] => [
  addDays(parseCalendarDate(start), -daysBefore),
  addDays(parseCalendarDate(end), 1),
];

async function readDropped(
  table: Table,
  userId: string,
  period: Period,
  status: DocumentStatus,
  dayOf: (instant: string) => string,
): Promise<DocumentView[]> {
  const [from, to] = widened(period);
  const views = await viewDropped(table, userId, status, { from, to });
  return views.filter(({ uploadedAt }) => isWithin(dayOf(uploadedAt), period));
}

async function readSent(
  table: Table,
  userId: string,
  period: Period,
  dayOf: (instant: string) => string,
): Promise<Notification[]> {
  const messages = await readNotifications(table, userId, ...widened(period, LONGEST_DELIVERY_DAYS));
  return messages
    .filter(({ sentAt }) => isWithin(dayOf(sentAt), period))
    .sort((a, b) => b.sentAt.localeCompare(a.sentAt) || a.address.localeCompare(b.address));
}

const isWithin = (day: string, { start, end }: Period): boolean => day >= start && day <= end;

const newestFirst = (views: readonly DocumentView[]): DocumentView[] =>
  [...views].sort((a, b) => b.uploadedAt.localeCompare(a.uploadedAt) || a.key.localeCompare(b.key));
