import { type AttentionAlert, type BudgetAlert, type DigestAlert, isBudgetAlert } from '../core/alert/alert.ts';
import { type Budget, budgetId } from '../core/budget/budget.ts';
import { calendarDay, daysBetween } from '../core/budget/period.ts';
import { topCategories } from '../core/budget/top-categories.ts';
import { type BudgetStanding, groupByBudget, standingOf, worstFirst } from '../core/message/budget-standing.ts';
import type { Digest, DueInvoice, MessageContent } from '../core/message/message-content.ts';
import type { Person } from '../core/person/person.ts';
import { type DigestPorts, readDigests } from './read-digests.ts';
import type { Recipient } from './recipients.ts';
import type { SortedAlerts } from './sort-alerts.ts';
import { readSpending, type Spending, type SpendingPorts } from './spending.ts';

export type ComposePorts = DigestPorts & SpendingPorts;

/** What all recipients of a window are told from, with the figures of this moment. */
export interface Figures {
  readonly spending: Spending;
  /** By the sort keys of their alerts. */
  readonly digests: ReadonlyMap<string, Digest>;
}

/** Reads the figures of what is told, once for everybody. */
export async function readFigures(
  ports: ComposePorts,
  person: Person,
  { told, budgets }: SortedAlerts,
): Promise<Figures> {
  const spending = await readSpending(ports, person.userId, budgets, told, ports.now());
  const summaries = told.filter((alert): alert is DigestAlert => alert.kind === 'digest');
  return { spending, digests: await readDigests(ports, person, budgets, spending, summaries) };
}

/** What one recipient is told. */
export async function contentFor(
  { now }: Pick<ComposePorts, 'now'>,
  person: Person,
  { budgets, invoices }: SortedAlerts,
  { spending, digests }: Figures,
  { alerts, remarks }: Recipient,
): Promise<MessageContent> {
  const aboutBudgets = alerts.filter(isBudgetAlert);
  const audience = { locale: person.locale, today: calendarDay(now(), person.timeZone) };
  const standings = worstFirst(await standingsOf(aboutBudgets, budgets, spending, audience));
  const causes = [...aboutBudgets].sort((a, b) => a.claimedAt.localeCompare(b.claimedAt)).map(({ cause }) => cause);
  return {
    name: person.name,
    locale: person.locale,
    budgets: standings,
    causes,
    topCategories: await topCategoriesIn(spending, person.currency, standings[0]),
    attention: alerts.filter((alert): alert is AttentionAlert => alert.kind === 'attention'),
    due: dueOf(invoices, alerts, audience.today),
    digests: alerts.flatMap(({ SK }) => digests.get(SK) ?? []),
    unsubscribed: alerts.flatMap((alert) => (alert.kind === 'unsubscribed' ? [alert.address] : [])),
    remarks,
  };
}

/** The earliest first. */
const dueOf = (invoices: SortedAlerts['invoices'], alerts: Recipient['alerts'], today: string): DueInvoice[] =>
  alerts
    .flatMap(({ SK }) => invoices.get(SK) ?? [])
    .map((invoice) => ({ ...invoice, daysLeft: daysBetween(today, invoice.dueOn) }))
    .sort((one, other) => one.daysLeft - other.daysLeft);

async function standingsOf(
  alerts: readonly BudgetAlert[],
  budgets: readonly Budget[],
  spending: Spending,
  audience: { readonly locale: string; readonly today: string },
): Promise<BudgetStanding[]> {
  const standings: BudgetStanding[] = [];
  for (const group of groupByBudget(alerts)) {
    const budget = budgets.find((each) => budgetId(each) === group[0]?.budgetId);
    if (!budget) continue;
    const convert = await spending.convertTo(budget.currency);
    standings.push(standingOf(group, budget, spending.days, convert, audience, spending.closedOf(budget)));
  }
  return standings;
}

async function topCategoriesIn(spending: Spending, currency: string, standing: BudgetStanding | undefined) {
  if (!standing) return [];
  const days = spending.daysOf({ start: standing.periodStart, end: standing.periodEnd });
  return topCategories(days, currency, await spending.convertTo(currency));
}
