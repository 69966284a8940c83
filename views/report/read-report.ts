import { readSpend } from '../../lambdas/adapters/budget-store.ts';
import { findDocumentsByStatus, findDocumentsByUpload } from '../../lambdas/adapters/document-search.ts';
import { type Expense, findExpensesOfCategory, readExpenses } from '../../lambdas/adapters/expense-store.ts';
import { type Notification, readNotifications } from '../../lambdas/adapters/notification-store.ts';
import { readBudgets, readPerson } from '../../lambdas/adapters/person-store.ts';
import type { Table } from '../../lambdas/adapters/table.ts';
import { covers } from '../../lambdas/core/budget/budget.ts';
import { paceOf } from '../../lambdas/core/budget/pace.ts';
import { calendarDay, monthOf, type Period } from '../../lambdas/core/budget/period.ts';
import { sumSpend } from '../../lambdas/core/budget/spend.ts';
import { percentOf } from '../../lambdas/core/budget/threshold.ts';
import { addDays, parseCalendarDate } from '../../lambdas/core/calendar-date.ts';
import type { DocumentStatus } from '../../lambdas/core/document.ts';
import { money } from '../../lambdas/core/money.ts';
import { type DocumentView, viewDocument } from '../document-view.ts';
import { totalLast } from '../standings.ts';
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
  const [budgets, booked, attention, documents, messages] = await Promise.all([
    person?.isActive ? readStandings(table, userId, period, today) : [],
    readBooked(table, userId, period, category),
    Promise.all(TO_SETTLE.map((each) => findDocumentsByStatus(table, userId, each))).then((ids) =>
      viewAll(table, ids.flat()),
    ),
    status === undefined ? undefined : readDropped(table, userId, period, dayOf),
    readSent(table, userId, period, dayOf),
  ]);
  const expenses = [...booked].reverse();
  return {
    userId,
    ...(person ? { person } : {}),
    locale,
    timeZone,
    period,
    ...(category === undefined ? {} : { category }),
    budgets: budgets.filter((budget) => category === undefined || covers(budget, category)),
    expenses,
    byCategory: sumBy(expenses, (expense) => expense.category),
    byMerchant: sumBy(expenses, ({ vendor }) => vendor ?? 'unknown merchant'),
    attention: newestFirst(attention.filter((view) => TO_SETTLE.some((each) => each === view.status))),
    ...(documents ? { documents: newestFirst(documents.filter((view) => view.status === status)) } : {}),
    messages,
  };
}

const readBooked = (table: Table, userId: string, { start, end }: Period, category?: string): Promise<Expense[]> =>
  category === undefined
    ? readExpenses(table, userId, start, end)
    : findExpensesOfCategory(table, userId, category, start, end);

/** Budgets stand in the period that holds the last day asked for, or today when that is earlier. */
async function readStandings(table: Table, userId: string, asked: Period, today: string): Promise<ReportedBudget[]> {
  const day = asked.end > today && today >= asked.start ? today : asked.end;
  const period = monthOf(day);
  const [budgets, spend] = await Promise.all([
    readBudgets(table, userId),
    readSpend(table, userId, period.start, period.end),
  ]);
  return totalLast(budgets).map((budget) => {
    const { spentMinor, apart } = sumSpend(budget, spend);
    const pace = paceOf(budget.limitMinor, spentMinor, period, today);
    return {
      category: budget.category,
      period,
      limit: money(budget.limitMinor, budget.currency),
      spent: money(spentMinor, budget.currency),
      percent: percentOf(spentMinor, budget.limitMinor),
      apart: apart.map(({ amountMinor, currency }) => money(amountMinor, currency)),
      thresholds: budget.thresholds,
      ...(pace ? { pace } : {}),
    };
  });
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
  dayOf: (instant: string) => string,
): Promise<DocumentView[]> {
  const views = await viewAll(table, await findDocumentsByUpload(table, userId, ...widened(period)));
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

const AT_ONCE = 20;

/** Documents that the index found, each read again; some at a time, so that hundreds do not open hundreds of sockets. */
async function viewAll(table: Table, documentIds: readonly string[]): Promise<DocumentView[]> {
  const views: DocumentView[] = [];
  for (let start = 0; start < documentIds.length; start += AT_ONCE) {
    const some = documentIds.slice(start, start + AT_ONCE);
    const read = await Promise.all(some.map((documentId) => viewDocument(table, documentId)));
    views.push(...read.filter((view) => view !== undefined));
  }
  return views;
}

const newestFirst = (views: readonly DocumentView[]): DocumentView[] =>
  [...views].sort((a, b) => b.uploadedAt.localeCompare(a.uploadedAt) || a.key.localeCompare(b.key));
