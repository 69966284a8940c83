import type { DigestAlert } from '../core/alert/alert.ts';
import type { Budget } from '../core/budget/budget.ts';
import { figuresOf } from '../core/budget/figures.ts';
import { calendarDay, periodOf } from '../core/budget/period.ts';
import { topCategories } from '../core/budget/top-categories.ts';
import { dueDaysAhead } from '../core/due/due-days.ts';
import type { OpenInvoice } from '../core/due/open-invoice.ts';
import { describeFigures } from '../core/message/budget-standing.ts';
import { type DigestFacts, digestText } from '../core/message/digest-text.ts';
import type { Digest } from '../core/message/message-content.ts';
import type { Person } from '../core/person/person.ts';
import type { Spending } from './spending.ts';

export interface DigestPorts {
  now(): number;
  readExpenses(userId: string, start: string, end: string): Promise<{ readonly documentId: string }[]>;
  /** What is to be paid from one day to another, both included, the earliest first. */
  readOpenInvoices(userId: string, start: string, end: string): Promise<OpenInvoice[]>;
  /** How many documents of a person need a person. */
  countWaiting(userId: string): Promise<number>;
}

/** The summaries that were claimed, by the sort keys of their alerts, with the figures of this moment. */
export async function readDigests(
  ports: DigestPorts,
  person: Person,
  budgets: readonly Budget[],
  spending: Spending,
  alerts: readonly DigestAlert[],
): Promise<ReadonlyMap<string, Digest>> {
  const digests = new Map<string, Digest>();
  if (alerts.length === 0) return digests;
  const { userId, timeZone } = person;
  const waiting = await ports.countWaiting(userId);
  const ahead = dueDaysAhead(calendarDay(ports.now(), timeZone));
  const due = await ports.readOpenInvoices(userId, ahead.start, ahead.end);
  for (const alert of alerts) {
    const facts = await readFacts(ports, person, budgets, spending, alert);
    digests.set(alert.SK, digestText({ ...facts, due, waiting }, person.locale));
  }
  return digests;
}

async function readFacts(
  ports: DigestPorts,
  { userId, currency, locale, timeZone }: Person,
  budgets: readonly Budget[],
  spending: Spending,
  period: DigestAlert,
): Promise<Omit<DigestFacts, 'due' | 'waiting'>> {
  const { periodStart, periodEnd } = period;
  const audience = { locale, today: calendarDay(ports.now(), timeZone) };
  const days = spending.daysOf({ start: periodStart, end: periodEnd });
  const expenses = await ports.readExpenses(userId, periodStart, periodEnd);
  const standings: DigestFacts['budgets'][number][] = [];
  for (const budget of budgets) {
    const its = periodOf(budget, periodEnd);
    const convert = await spending.convertTo(budget.currency);
    const figures = figuresOf(budget, its, spending.days, convert, spending.closedOf(budget));
    standings.push(describeFigures(budget, its, figures, audience));
  }
  return {
    period,
    days,
    receipts: new Set(expenses.map(({ documentId }) => documentId)).size,
    topCategories: topCategories(days, currency, await spending.convertTo(currency)),
    budgets: standings,
  };
}
