import type { DigestAlert } from '../core/alert.ts';
import type { Budget } from '../core/budget/budget.ts';
import { daysNeeded, figuresOf } from '../core/budget/figures.ts';
import { calendarDay, periodOf } from '../core/budget/period.ts';
import type { Convert, DailySpend } from '../core/budget/spend.ts';
import { topCategories } from '../core/budget/top-categories.ts';
import { type DigestFacts, digestText } from '../core/message/digest-text.ts';
import type { Digest } from '../core/message/notice.ts';
import { describeFigures } from '../core/message/standing.ts';
import type { Person } from '../core/person.ts';

export interface DigestPorts {
  now(): number;
  readSpend(userId: string, start: string, end: string): Promise<DailySpend[]>;
  readExpenses(userId: string, start: string, end: string): Promise<{ readonly documentId: string }[]>;
  ratesFor(spend: readonly DailySpend[], currency: string): Promise<Convert>;
  /** How many documents of a person need a person. */
  countWaiting(userId: string): Promise<number>;
}

/** The summaries that were claimed, with the figures of this moment. */
export async function readDigests(
  ports: DigestPorts,
  person: Person,
  budgets: readonly Budget[],
  alerts: readonly DigestAlert[],
): Promise<Digest[]> {
  const digests: Digest[] = [];
  for (const alert of alerts) digests.push(digestText(await readFacts(ports, person, budgets, alert), person.locale));
  return digests;
}

async function readFacts(
  ports: DigestPorts,
  { userId, currency, locale, timeZone }: Person,
  budgets: readonly Budget[],
  period: DigestAlert,
): Promise<DigestFacts> {
  const { periodStart, periodEnd } = period;
  const reader = { locale, today: calendarDay(ports.now(), timeZone) };
  const days = await ports.readSpend(userId, periodStart, periodEnd);
  const expenses = await ports.readExpenses(userId, periodStart, periodEnd);
  const standings: DigestFacts['budgets'][number][] = [];
  for (const budget of budgets) {
    const its = periodOf(budget, periodEnd);
    const needed = daysNeeded(budget, its);
    const spend = await ports.readSpend(userId, needed.start, needed.end);
    const figures = figuresOf(budget, its, spend, await ports.ratesFor(spend, budget.currency));
    standings.push(describeFigures(budget, its, figures, reader));
  }
  return {
    period,
    days,
    receipts: new Set(expenses.map(({ documentId }) => documentId)).size,
    topCategories: topCategories(days, currency, await ports.ratesFor(days, currency)),
    budgets: standings,
    waiting: await ports.countWaiting(userId),
  };
}
