import type { VersionedState } from '../adapters/budget-store.ts';
import { someAtOnce } from '../adapters/some-at-once.ts';
import {
  type Alert,
  type AttentionAlert,
  type BudgetAlert,
  claimant,
  type DigestAlert,
  isBudgetAlert,
} from '../core/alert.ts';
import { type Budget, budgetId } from '../core/budget/budget.ts';
import { daysNeeded } from '../core/budget/figures.ts';
import { calendarDay, periodOf } from '../core/budget/period.ts';
import { triggerId } from '../core/budget/threshold.ts';
import { topCategories } from '../core/budget/top-categories.ts';
import type { DocumentOutcome } from '../core/document.ts';
import type { Notice } from '../core/message/notice.ts';
import { type BudgetStanding, groupByBudget, standingOf, worstFirst } from '../core/message/standing.ts';
import type { Person } from '../core/person.ts';
import { type DigestPorts, readDigests } from './read-digests.ts';
import type { Recipient } from './recipients.ts';

export interface ComposePorts extends DigestPorts {
  readBudgets(userId: string): Promise<Budget[]>;
  readState(userId: string, budgetId: string, periodStart: string): Promise<VersionedState>;
  readOutcome(documentId: string): Promise<Pick<DocumentOutcome, 'run'> | undefined>;
}

/** What there is to say of a window, before it is known to whom. */
export interface Draft {
  readonly told: readonly Alert[];
  /** True when claimed, and no longer; or of a budget that is no more, or of a document that runs again since. */
  readonly overtaken: readonly Alert[];
  /** Who is told of an alert's budget; undefined for everybody. */
  contactsOf(alert: BudgetAlert): readonly string[] | undefined;
  readonly budgets: readonly Budget[];
}

/** A night may leave thousands of files that need somebody. */
const READS_AT_ONCE = 25;

/** Sorts what was claimed into what is still true and what was overtaken: a refund or a correction came, or the budget is gone. */
export async function draft(ports: ComposePorts, { userId }: Person, unsent: readonly Alert[]): Promise<Draft> {
  const budgets = await ports.readBudgets(userId);
  const byId = new Map(budgets.map((budget) => [budgetId(budget), budget]));
  const untrue = new Set<Alert>();
  await someAtOnce(READS_AT_ONCE, unsent, async (alert) => {
    const isTrue = isBudgetAlert(alert)
      ? isOf(alert, byId.get(alert.budgetId)) && (await holds(ports, alert))
      : alert.kind !== 'attention' || (await isLatest(ports, alert));
    if (!isTrue) untrue.add(alert);
  });
  const told = unsent.filter((alert) => !untrue.has(alert));
  const overtaken = unsent.filter((alert) => untrue.has(alert));
  return { told, overtaken, budgets, contactsOf: (alert) => byId.get(alert.budgetId)?.contacts };
}

/** Whether the budget is in the plan, and has that period and that forecast: a new start day cuts time anew. */
function isOf({ kind, periodStart, currency }: BudgetAlert, budget: Budget | undefined): boolean {
  if (!budget || periodOf(budget, periodStart).start !== periodStart) return false;
  return kind !== 'forecast' || (budget.forecast === true && budget.currency === currency);
}

/** Whether the crossing that was claimed is the one that the budget's state knows of. */
async function holds(ports: ComposePorts, { userId, budgetId, periodStart, trigger, crossing }: BudgetAlert) {
  const { state } = await ports.readState(userId, budgetId, periodStart);
  const name = triggerId(trigger);
  return state.reached.includes(name) && state.crossings[name] === crossing;
}

/** Whether nobody has begun a later run of the document: a correction or a replay tells itself how it ends. */
async function isLatest(ports: ComposePorts, { documentId, claimedBy }: AttentionAlert): Promise<boolean> {
  const outcome = await ports.readOutcome(documentId);
  return outcome === undefined || claimant(documentId, outcome.run) === claimedBy;
}

/** What one recipient is told, with the figures of this moment. */
export async function noticeFor(
  ports: ComposePorts,
  person: Person,
  { budgets }: Draft,
  { alerts, remarks }: Recipient,
): Promise<Notice> {
  const aboutBudgets = alerts.filter(isBudgetAlert);
  const standings = worstFirst(await readStandings(ports, person, aboutBudgets, budgets));
  const causes = [...aboutBudgets].sort((a, b) => a.claimedAt.localeCompare(b.claimedAt)).map(({ cause }) => cause);
  return {
    name: person.name,
    locale: person.locale,
    budgets: standings,
    causes,
    topCategories: await readTopCategories(ports, person, standings[0]),
    attention: alerts.filter((alert): alert is AttentionAlert => alert.kind === 'attention'),
    digests: await readDigests(
      ports,
      person,
      budgets,
      alerts.filter((alert): alert is DigestAlert => alert.kind === 'digest'),
    ),
    remarks,
  };
}

async function readStandings(
  ports: ComposePorts,
  { userId, locale, timeZone }: Person,
  alerts: readonly BudgetAlert[],
  budgets: readonly Budget[],
): Promise<BudgetStanding[]> {
  const reader = { locale, today: calendarDay(ports.now(), timeZone) };
  const standings: BudgetStanding[] = [];
  for (const group of groupByBudget(alerts)) {
    const [first] = group;
    const budget = first && budgets.find((each) => budgetId(each) === first.budgetId);
    if (!first || !budget) continue;
    const needed = daysNeeded(budget, { start: first.periodStart, end: first.periodEnd });
    const days = await ports.readSpend(userId, needed.start, needed.end);
    standings.push(standingOf(group, budget, days, await ports.ratesFor(days, budget.currency), reader));
  }
  return standings;
}

async function readTopCategories(ports: ComposePorts, person: Person, standing: BudgetStanding | undefined) {
  if (!standing) return [];
  const days = await ports.readSpend(person.userId, standing.periodStart, standing.periodEnd);
  return topCategories(days, person.currency, await ports.ratesFor(days, person.currency));
}
