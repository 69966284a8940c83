import {
  type Alert,
  type AttentionAlert,
  type BudgetAlert,
  claimant,
  type DigestAlert,
  isBudgetAlert,
} from '../core/alert/alert.ts';
import { type Budget, budgetId } from '../core/budget/budget.ts';
import { calendarDay, periodOf } from '../core/budget/period.ts';
import type { VersionedState } from '../core/budget/threshold.ts';
import { triggerId } from '../core/budget/threshold.ts';
import { topCategories } from '../core/budget/top-categories.ts';
import type { DocumentOutcome } from '../core/document/document.ts';
import { someAtOnce } from '../core/ground/some-at-once.ts';
import type { Digest, Notice } from '../core/message/notice.ts';
import { type BudgetStanding, groupByBudget, standingOf, worstFirst } from '../core/message/standing.ts';
import type { Person } from '../core/person/person.ts';
import { once } from './once.ts';
import { type DigestPorts, readDigests } from './read-digests.ts';
import type { Recipient } from './recipients.ts';
import { readSpending, type Spending, type SpendingPorts } from './spending.ts';

export interface ComposePorts extends DigestPorts, SpendingPorts {
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
  const readState = once(ports.readState);
  await someAtOnce(READS_AT_ONCE, unsent, async (alert) => {
    const isTrue = isBudgetAlert(alert)
      ? isOf(alert, byId.get(alert.budgetId)) && (await holds(readState, alert))
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
async function holds(
  readState: ComposePorts['readState'],
  { userId, budgetId, periodStart, trigger, crossing }: BudgetAlert,
): Promise<boolean> {
  const { state } = await readState(userId, budgetId, periodStart);
  const name = triggerId(trigger);
  return state.reached.includes(name) && state.crossings[name] === crossing;
}

/** Whether nobody has begun a later run of the document: a correction or a replay tells itself how it ends. */
async function isLatest(ports: ComposePorts, { documentId, claimedBy }: AttentionAlert): Promise<boolean> {
  const outcome = await ports.readOutcome(documentId);
  return outcome === undefined || claimant(documentId, outcome.run) === claimedBy;
}

/** What all recipients of a window are told from, with the figures of this moment. */
export interface Figures {
  readonly spending: Spending;
  /** By the sort keys of their alerts. */
  readonly digests: ReadonlyMap<string, Digest>;
}

/** Reads the figures of what is told, once for everybody. */
export async function readFigures(ports: ComposePorts, person: Person, { told, budgets }: Draft): Promise<Figures> {
  const spending = await readSpending(ports, person.userId, budgets, told);
  const summaries = told.filter((alert): alert is DigestAlert => alert.kind === 'digest');
  return { spending, digests: await readDigests(ports, person, budgets, spending, summaries) };
}

/** What one recipient is told. */
export async function noticeFor(
  { now }: Pick<ComposePorts, 'now'>,
  person: Person,
  { budgets }: Draft,
  { spending, digests }: Figures,
  { alerts, remarks }: Recipient,
): Promise<Notice> {
  const aboutBudgets = alerts.filter(isBudgetAlert);
  const reader = { locale: person.locale, today: calendarDay(now(), person.timeZone) };
  const standings = worstFirst(await standingsOf(aboutBudgets, budgets, spending, reader));
  const causes = [...aboutBudgets].sort((a, b) => a.claimedAt.localeCompare(b.claimedAt)).map(({ cause }) => cause);
  return {
    name: person.name,
    locale: person.locale,
    budgets: standings,
    causes,
    topCategories: await topCategoriesIn(spending, person.currency, standings[0]),
    attention: alerts.filter((alert): alert is AttentionAlert => alert.kind === 'attention'),
    digests: alerts.flatMap(({ SK }) => digests.get(SK) ?? []),
    remarks,
  };
}

async function standingsOf(
  alerts: readonly BudgetAlert[],
  budgets: readonly Budget[],
  spending: Spending,
  reader: { readonly locale: string; readonly today: string },
): Promise<BudgetStanding[]> {
  const standings: BudgetStanding[] = [];
  for (const group of groupByBudget(alerts)) {
    const budget = budgets.find((each) => budgetId(each) === group[0]?.budgetId);
    if (!budget) continue;
    standings.push(standingOf(group, budget, spending.days, await spending.convertTo(budget.currency), reader));
  }
  return standings;
}

async function topCategoriesIn(spending: Spending, currency: string, standing: BudgetStanding | undefined) {
  if (!standing) return [];
  const days = spending.daysOf({ start: standing.periodStart, end: standing.periodEnd });
  return topCategories(days, currency, await spending.convertTo(currency));
}
