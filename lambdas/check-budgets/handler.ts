import * as z from 'zod';
import type { NewBudgetAlert } from '../adapters/alert-store.ts';
import type { VersionedState } from '../adapters/budget-store.ts';
import { alertPrefix } from '../adapters/ledger-keys.ts';
import { type Alert, claimant, type Delivery, dailyClaimant } from '../core/alert.ts';
import { type Budget, budgetId, covers } from '../core/budget/budget.ts';
import { daysNeeded, figuresOf } from '../core/budget/figures.ts';
import { expensesNeeded, isHeadingOver, projectedSpend, type SpentOnce } from '../core/budget/forecast.ts';
import { calendarDay, type Period, periodOf } from '../core/budget/period.ts';
import type { Convert, DailySpend } from '../core/budget/spend.ts';
import { evaluateTriggers, type TriggerState } from '../core/budget/threshold.ts';
import type { AlertCause } from '../core/message/alert-cause.ts';
import type { Person } from '../core/person.ts';
import { deliveriesOf, uniqueDeliveries } from '../core/window.ts';

const Delivered = z.object({ userId: z.string(), windowId: z.string(), name: z.string(), closesAt: z.string() });
const common = {
  userId: z.string(),
  /** Days and categories whose spending changed; `all` when the plan or the exchange rates did, or the calendar. */
  affected: z.union([z.literal('all'), z.array(z.object({ date: z.string(), category: z.string() }))]),
  /** Windows that an earlier step claimed in. */
  deliveries: z.array(Delivered).default([]),
};
const Input = z.union([
  z.object({ ...common, documentId: z.string(), run: z.number().int() }),
  /** The daily look ahead, on this day; forecasts are evaluated then only. */
  z.object({ ...common, schedule: z.iso.date() }),
]);
type Request = z.infer<typeof Input>;

export interface CheckBudgetsPorts {
  now(): number;
  readPerson(userId: string): Promise<Person | undefined>;
  readBudgets(userId: string): Promise<Budget[]>;
  readState(userId: string, budgetId: string, periodStart: string): Promise<VersionedState>;
  readSpend(userId: string, start: string, end: string): Promise<DailySpend[]>;
  readExpenses(userId: string, start: string, end: string): Promise<SpentOnce[]>;
  /** The exchange rates that spending needs to be compared with limits in a currency. */
  ratesFor(spend: readonly DailySpend[], currency: string): Promise<Convert>;
  writeState(
    at: { userId: string; budgetId: string; periodStart: string },
    read: VersionedState,
    next: TriggerState,
    alerts: readonly NewBudgetAlert[],
  ): Promise<boolean>;
  readAlerts(userId: string, prefix: string): Promise<Alert[]>;
  /** What set the check off, for the message. */
  readCause(documentId: string): Promise<AlertCause>;
  /** Repeats an attempt until it gives something. */
  optimistically<T>(attempt: () => Promise<T | undefined>): Promise<T>;
}

/** One budget in its current period: what a check decides on. */
interface Subject {
  readonly budget: Budget;
  readonly period: Period;
}

/** What all claims of one check have in common. */
interface Check {
  readonly userId: string;
  /** `YYYY-MM-DD` where the person lives. */
  readonly today: string;
  readonly cause: AlertCause;
  readonly claimedBy: string;
  readonly looksAhead: boolean;
}

/**
 * Claims every threshold that spending has newly reached and every limit that it newly exceeds, in the current period of
 * each budget; what is over is over, and never alerts. The daily look ahead also claims the limits that spending heads
 * beyond. Returns the windows in which this run's claims stand unsent.
 *
 * Safe to run twice: a crossing is claimed by the transaction that notes it as reached, so a second run claims
 * nothing new and finds what the first one claimed.
 */
export const createHandler =
  (ports: CheckBudgetsPorts) =>
  async (event: unknown): Promise<{ deliveries: Delivery[] }> => {
    const request = Input.parse(event);
    const person = await ports.readPerson(request.userId);
    const found = person?.isActive ? await check(ports, request, person) : [];
    return { deliveries: uniqueDeliveries([...request.deliveries, ...found]) };
  };

async function check(ports: CheckBudgetsPorts, request: Request, person: Person): Promise<Delivery[]> {
  const today = calendarDay(ports.now(), person.timeZone);
  const subjects = subjectsOf(await ports.readBudgets(request.userId), request, today);
  if (subjects.length === 0) return [];
  const common = { userId: request.userId, today, ...(await occasionOf(ports, request)) };
  const claimed: Alert[] = [];
  for (const subject of subjects) {
    await ports.optimistically(() => evaluate(ports, common, subject));
    claimed.push(...(await claimedHere(ports, common, subject)));
  }
  return deliveriesOf(claimed);
}

async function occasionOf(
  ports: CheckBudgetsPorts,
  request: Request,
): Promise<Pick<Check, 'cause' | 'claimedBy' | 'looksAhead'>> {
  if ('schedule' in request) {
    return { cause: { kind: 'schedule' }, claimedBy: dailyClaimant(request.schedule), looksAhead: true };
  }
  const { documentId, run } = request;
  return { cause: await ports.readCause(documentId), claimedBy: claimant(documentId, run), looksAhead: false };
}

function subjectsOf(budgets: readonly Budget[], { affected }: Request, today: string): Subject[] {
  const subjects = budgets.map((budget) => ({ budget, period: periodOf(budget, today) }));
  if (affected === 'all') return subjects;
  return subjects.filter(({ budget, period }) => {
    const { start, end } = daysNeeded(budget, period);
    return affected.some(({ date, category }) => date >= start && date <= end && covers(budget, category));
  });
}

async function evaluate(ports: CheckBudgetsPorts, check: Check, { budget, period }: Subject) {
  const { userId, cause, claimedBy } = check;
  const at = { userId, budgetId: budgetId(budget), periodStart: period.start };
  // The state first, then the spending: what was spent before the state was read is then never missed.
  const read = await ports.readState(userId, at.budgetId, at.periodStart);
  const { start, end } = daysNeeded(budget, period);
  const days = await ports.readSpend(userId, start, end);
  const figures = figuresOf(budget, period, days, await ports.ratesFor(days, budget.currency));
  const looksAhead = check.looksAhead && budget.forecast === true;
  const projectedMinor = looksAhead ? await project(ports, check, { budget, period }) : undefined;
  const headsOver = looksAhead ? isHeadingOver(projectedMinor, figures) : undefined;
  const { state, crossed } = evaluateTriggers(budget.thresholds, figures, read.state, headsOver);
  const claims = crossed.map(({ trigger, crossing }) => ({
    kind: trigger.kind,
    ...at,
    category: budget.category,
    period: budget.period,
    periodEnd: period.end,
    trigger,
    crossing,
    limitMinor: figures.limitMinor,
    ...(trigger.kind === 'forecast' && projectedMinor !== undefined ? { projectedMinor } : {}),
    currency: budget.currency,
    cause,
    claimedAt: new Date(ports.now()).toISOString(),
    claimedBy,
  }));
  return (await ports.writeState(at, read, state, claims)) ? true : undefined;
}

async function project(ports: CheckBudgetsPorts, { userId, today }: Check, { budget, period }: Subject) {
  const { start, end } = expensesNeeded(period, today);
  const expenses = await ports.readExpenses(userId, start, end);
  const convert = await ports.ratesFor(expenses, budget.currency);
  return projectedSpend(budget, period, today, expenses, convert);
}

async function claimedHere(
  ports: CheckBudgetsPorts,
  { userId, claimedBy }: Check,
  { budget, period }: Subject,
): Promise<Alert[]> {
  const alerts = await ports.readAlerts(userId, alertPrefix(budgetId(budget), period.start));
  return alerts.filter((alert) => alert.claimedBy === claimedBy);
}
