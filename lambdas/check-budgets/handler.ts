import * as z from 'zod/mini';
import { claimant, dailyClaimant } from '../core/alert/alert.ts';
import type { AlertCause } from '../core/alert/alert-cause.ts';
import type { Claimed, Claims, NewBudgetAlert } from '../core/alert/claim.ts';
import type { Decision, Opening } from '../core/alert/decision.ts';
import type { AlertWindow } from '../core/alert/window.ts';
import { type Budget, budgetId, covers } from '../core/budget/budget.ts';
import { daysNeeded, figuresOf } from '../core/budget/figures.ts';
import { expensesNeeded, isHeadingOver, projectedSpend, type SpentOnce } from '../core/budget/forecast.ts';
import { calendarDay, daysOnEarth, periodOf } from '../core/budget/period.ts';
import type { Convert, DailySpend } from '../core/budget/spend.ts';
import type { AskedSpending, Spending, Subject } from '../core/budget/spending.ts';
import { evaluateTriggers } from '../core/budget/threshold.ts';
import { once } from '../core/ground/once.ts';
import type { Person } from '../core/person/person.ts';

const common = {
  userId: z.string(),
  /** Days and categories whose spending changed; `all`, unless told, when the plan or the exchange rates did, or the calendar. */
  affected: z._default(
    z.union([z.literal('all'), z.array(z.object({ date: z.string(), category: z.string() }))]),
    'all',
  ),
  /** ARN of the execution that the step belongs to. */
  startedBy: z.optional(z.string()),
};
const Input = z.union([
  z.object({ ...common, documentId: z.string(), run: z.int() }),
  /** The daily look ahead, on this day; forecasts are evaluated then only. */
  z.object({ ...common, schedule: z.iso.date() }),
]);
type Request = z.infer<typeof Input>;

export interface CheckBudgetsPorts {
  now(): number;
  readBudgets(userId: string): Promise<Budget[]>;
  /** Person, window, the states of these subjects, and what is kept of them: all that is decided on besides spending. */
  readOpening(userId: string, subjects: readonly Subject[]): Promise<Opening>;
  readSpending(asked: AskedSpending): Promise<Spending>;
  readExpenses(userId: string, start: string, end: string): Promise<SpentOnce[]>;
  /** The exchange rates that spending needs to be compared with limits in a currency. */
  ratesFor(spend: readonly DailySpend[], currency: string): Promise<Convert>;
  writeDecisions(decisions: readonly Decision[], told: Required<Omit<Claims, 'alerts'>>): Promise<Claimed | undefined>;
  /** What set the check off, for the message. */
  readCause(documentId: string): Promise<AlertCause>;
  /** Repeats an attempt until it gives something. */
  optimistically<T>(attempt: () => Promise<T | undefined>): Promise<T>;
  /** Starts the delivery of a window that is open. */
  startDelivery(
    userId: string,
    window: AlertWindow | undefined,
    startedBy: string | undefined,
  ): Promise<string | undefined>;
}

/** What all claims of one check have in common. */
interface Check {
  readonly person: Person;
  /** `YYYY-MM-DD` where the person lives. */
  readonly today: string;
  readonly occasion: Occasion;
}

interface Occasion {
  /** Asked for once, and only where there is something to tell. */
  cause(): Promise<AlertCause>;
  readonly claimedBy: string;
  readonly looksAhead: boolean;
}

/** What is read once for all budgets of a check. */
interface Books {
  readonly opening: Opening;
  readonly spending: Spending;
  expensesOf(start: string, end: string): Promise<SpentOnce[]>;
}

/**
 * Claims every threshold that spending has newly reached and every limit that it newly exceeds, in the current period of
 * each budget; what is over is over, and never alerts. The daily look ahead also claims the limits that spending heads
 * beyond. Starts the delivery of the window that is open then, and returns its ARN.
 *
 * Safe to run twice: a crossing is claimed by the transaction that notes it as reached, so a second run claims
 * nothing new, and finds the window of what the first one claimed.
 *
 * @throws SpendwireError `DeliveryNotStartedError` when the delivery cannot be started now.
 */
export const createHandler =
  (ports: CheckBudgetsPorts) =>
  async (event: unknown): Promise<{ delivery?: string }> => {
    const request = Input.parse(event);
    const { window } = await check(ports, request);
    const delivery = await ports.startDelivery(request.userId, window, request.startedBy);
    return delivery === undefined ? {} : { delivery };
  };

/**
 * Decides on all budgets and writes it. What is refused was read too early, or the window has closed: all of it is read anew.
 *
 * @returns The window that it has claimed in, or else the one that it found.
 */
async function check(ports: CheckBudgetsPorts, request: Request): Promise<{ window?: AlertWindow | undefined }> {
  const { userId } = request;
  const budgets = await ports.readBudgets(userId);
  const occasion = occasionOf(ports, request);
  return ports.optimistically(async () => {
    const nowMs = ports.now();
    // Which day it is where the person lives comes with the same reading.
    const opening = await ports.readOpening(
      userId,
      daysOnEarth(nowMs).flatMap((day) => subjectsOf(budgets, request, day)),
    );
    const { person, window } = opening;
    if (!person?.isActive) return { window };
    const today = calendarDay(nowMs, person.timeZone);
    const subjects = subjectsOf(budgets, request, today);
    const books = await readBooks(ports, request, subjects, opening, nowMs);
    const decisions = await Promise.all(
      subjects.map((subject) => decide(ports, { person, today, occasion }, subject, books)),
    );
    const claimed = await ports.writeDecisions(decisions, { person, window: window ?? 'none' });
    return claimed && { window: claimed.claimedIn ?? window };
  });
}

/** The spending is read after the states: what was spent before a state was read is then never missed. */
async function readBooks(
  ports: CheckBudgetsPorts,
  { userId, affected }: Request,
  subjects: readonly Subject[],
  opening: Opening,
  nowMs: number,
): Promise<Books> {
  const changed = affected === 'all' ? [] : affected.map(({ date }) => date);
  return {
    opening,
    spending: await ports.readSpending({ userId, subjects, nowMs, keptOf: opening.keptOf, changed }),
    expensesOf: once((start, end) => ports.readExpenses(userId, start, end)),
  };
}

function occasionOf(ports: CheckBudgetsPorts, request: Request): Occasion {
  if ('schedule' in request) {
    const cause = async (): Promise<AlertCause> => ({ kind: 'schedule' });
    return { cause, claimedBy: dailyClaimant(request.schedule), looksAhead: true };
  }
  const { documentId, run } = request;
  const readCause = once(ports.readCause);
  return { cause: () => readCause(documentId), claimedBy: claimant(documentId, run), looksAhead: false };
}

function subjectsOf(budgets: readonly Budget[], { affected }: Request, today: string): Subject[] {
  const subjects = budgets.map((budget) => ({ budget, period: periodOf(budget, today) }));
  if (affected === 'all') return subjects;
  return subjects.filter(({ budget, period }) => {
    const { start, end } = daysNeeded(budget, period);
    return affected.some(({ date, category }) => date >= start && date <= end && covers(budget, category));
  });
}

async function decide(
  ports: CheckBudgetsPorts,
  check: Check,
  { budget, period }: Subject,
  { opening, spending, expensesOf }: Books,
): Promise<Decision> {
  const { person, today, occasion } = check;
  const { userId } = person;
  const at = { userId, budgetId: budgetId(budget), periodStart: period.start };
  const read = opening.stateOf(at);
  const convert = await spending.convertTo(budget.currency);
  const figures = figuresOf(budget, period, spending.days, convert, spending.closedOf(budget));
  const looksAhead = occasion.looksAhead && budget.forecast === true;
  const project = async () => {
    const { start, end } = expensesNeeded(period, today);
    const expenses = await expensesOf(start, end);
    // Expenses reach back further than the spending: for bills that come every month.
    return projectedSpend(budget, period, today, expenses, await ports.ratesFor(expenses, budget.currency));
  };
  const projectedMinor = looksAhead ? await project() : undefined;
  const headsOver = looksAhead ? isHeadingOver(projectedMinor, figures) : undefined;
  const { state, crossed } = evaluateTriggers(budget.thresholds, figures, read.state, headsOver);
  const common = {
    ...at,
    category: budget.category,
    period: budget.period,
    periodEnd: period.end,
    limitMinor: figures.limitMinor,
    currency: budget.currency,
    claimedBy: occasion.claimedBy,
  };
  const alerts: NewBudgetAlert[] = [];
  for (const { trigger, crossing } of crossed) {
    alerts.push({
      kind: trigger.kind,
      ...common,
      trigger,
      crossing,
      ...(trigger.kind === 'forecast' && projectedMinor !== undefined ? { projectedMinor } : {}),
      cause: await occasion.cause(),
      claimedAt: new Date(ports.now()).toISOString(),
    });
  }
  const closed = await spending.closeFor({ budget, period });
  return { ...at, read, next: state, alerts, ...(closed ? { closed } : {}) };
}
