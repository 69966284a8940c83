import * as z from 'zod';
import { claimant, dailyClaimant } from '../core/alert/alert.ts';
import type { AlertCause } from '../core/alert/alert-cause.ts';
import type { Claimed, Claims } from '../core/alert/claim.ts';
import type { AlertWindow } from '../core/alert/window.ts';
import { type Budget, budgetId, covers } from '../core/budget/budget.ts';
import { daysNeeded, figuresOf } from '../core/budget/figures.ts';
import { expensesNeeded, isHeadingOver, projectedSpend, type SpentOnce } from '../core/budget/forecast.ts';
import { calendarDay, type Period, periodOf, spanOf } from '../core/budget/period.ts';
import type { Convert, DailySpend } from '../core/budget/spend.ts';
import type { VersionedState } from '../core/budget/threshold.ts';
import { evaluateTriggers, type TriggerState } from '../core/budget/threshold.ts';
import { once } from '../core/ground/once.ts';
import type { Person } from '../core/person/person.ts';

const common = {
  userId: z.string(),
  /** Days and categories whose spending changed; `all`, unless told, when the plan or the exchange rates did, or the calendar. */
  affected: z.union([z.literal('all'), z.array(z.object({ date: z.string(), category: z.string() }))]).default('all'),
  /** ARN of the execution that the step belongs to. */
  startedBy: z.string().optional(),
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
    claims: Claims,
  ): Promise<Claimed | undefined>;
  /** What set the check off, for the message. */
  readCause(documentId: string): Promise<AlertCause>;
  /** Repeats an attempt until it gives something. */
  optimistically<T>(attempt: () => Promise<T | undefined>): Promise<T>;
  /** Starts the delivery of the window that this run has claimed in, or else of the one that is open. */
  startDelivery(
    userId: string,
    claimedIn: AlertWindow | undefined,
    startedBy: string | undefined,
  ): Promise<string | undefined>;
}

/** One budget in its current period: what a check decides on. */
interface Subject {
  readonly budget: Budget;
  readonly period: Period;
}

/** What all claims of one check have in common. */
interface Check {
  readonly person: Person;
  /** `YYYY-MM-DD` where the person lives. */
  readonly today: string;
  /** Asked for once, and only where there is something to tell. */
  cause(): Promise<AlertCause>;
  readonly claimedBy: string;
  readonly looksAhead: boolean;
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
    const person = await ports.readPerson(request.userId);
    const claimedIn = person?.isActive ? await check(ports, request, person) : undefined;
    const delivery = await ports.startDelivery(request.userId, claimedIn, request.startedBy);
    return delivery === undefined ? {} : { delivery };
  };

/** Resolves with the window of the last claim; an earlier one that had closed by then is being sent already. */
async function check(ports: CheckBudgetsPorts, request: Request, person: Person): Promise<AlertWindow | undefined> {
  const today = calendarDay(ports.now(), person.timeZone);
  const common = { person, today, ...occasionOf(ports, request) };
  const subjects = subjectsOf(await ports.readBudgets(request.userId), request, today);
  const books = await readBooks(ports, request.userId, subjects);
  let claimedIn: AlertWindow | undefined;
  for (const subject of subjects) {
    let known: Known = { books, window: claimedIn };
    const claimed = await ports.optimistically(() => {
      const attempt = evaluate(ports, common, subject, known);
      // What is refused was read too early, or the window has closed: all of it is read anew.
      known = {};
      return attempt;
    });
    claimedIn = claimed.claimedIn ?? claimedIn;
  }
  return claimedIn;
}

/** What is read once for all budgets of a check. */
interface Books {
  stateOf(subject: Subject): VersionedState;
  /** At least the days that every budget needs. */
  readonly days: readonly DailySpend[];
  convertTo(currency: string): Promise<Convert>;
  expensesOf(period: Period): Promise<SpentOnce[]>;
}

interface Known {
  readonly books?: Books | undefined;
  readonly window?: AlertWindow | undefined;
}

/** The states first, then the spending: what was spent before a state was read is then never missed. */
async function readBooks(ports: CheckBudgetsPorts, userId: string, subjects: readonly Subject[]): Promise<Books> {
  const read = await Promise.all(
    subjects.map(({ budget, period }) => ports.readState(userId, budgetId(budget), period.start)),
  );
  const states = new Map(subjects.map((subject, index) => [subject, read[index] as VersionedState]));
  const span = spanOf(subjects.map(({ budget, period }) => daysNeeded(budget, period)));
  const days = span ? await ports.readSpend(userId, span.start, span.end) : [];
  const readExpenses = once(ports.readExpenses);
  return {
    stateOf: (subject) => states.get(subject) as VersionedState,
    days,
    convertTo: once((currency: string) => ports.ratesFor(days, currency)),
    expensesOf: ({ start, end }) => readExpenses(userId, start, end),
  };
}

function occasionOf(ports: CheckBudgetsPorts, request: Request): Pick<Check, 'cause' | 'claimedBy' | 'looksAhead'> {
  if ('schedule' in request) {
    const cause = async (): Promise<AlertCause> => ({ kind: 'schedule' });
    return { cause, claimedBy: dailyClaimant(request.schedule), looksAhead: true };
  }
  const { documentId, run } = request;
  let cause: Promise<AlertCause> | undefined;
  return {
    cause() {
      cause ??= ports.readCause(documentId);
      return cause;
    },
    claimedBy: claimant(documentId, run),
    looksAhead: false,
  };
}

function subjectsOf(budgets: readonly Budget[], { affected }: Request, today: string): Subject[] {
  const subjects = budgets.map((budget) => ({ budget, period: periodOf(budget, today) }));
  if (affected === 'all') return subjects;
  return subjects.filter(({ budget, period }) => {
    const { start, end } = daysNeeded(budget, period);
    return affected.some(({ date, category }) => date >= start && date <= end && covers(budget, category));
  });
}

async function evaluate(
  ports: CheckBudgetsPorts,
  check: Check,
  subject: Subject,
  { books: known, window }: Known,
): Promise<Claimed | undefined> {
  const { person, claimedBy } = check;
  const { budget, period } = subject;
  const at = { userId: person.userId, budgetId: budgetId(budget), periodStart: period.start };
  const books = known ?? (await readBooks(ports, at.userId, [subject]));
  const read = books.stateOf(subject);
  const figures = figuresOf(budget, period, books.days, await books.convertTo(budget.currency));
  const looksAhead = check.looksAhead && budget.forecast === true;
  const projectedMinor = looksAhead ? await project(ports, check, subject, books) : undefined;
  const headsOver = looksAhead ? isHeadingOver(projectedMinor, figures) : undefined;
  const { state, crossed } = evaluateTriggers(budget.thresholds, figures, read.state, headsOver);
  const common = {
    ...at,
    category: budget.category,
    period: budget.period,
    periodEnd: period.end,
    limitMinor: figures.limitMinor,
    currency: budget.currency,
    claimedBy,
  };
  const alerts: Claims['alerts'][number][] = [];
  for (const { trigger, crossing } of crossed) {
    alerts.push({
      kind: trigger.kind,
      ...common,
      trigger,
      crossing,
      ...(trigger.kind === 'forecast' && projectedMinor !== undefined ? { projectedMinor } : {}),
      cause: await check.cause(),
      claimedAt: new Date(ports.now()).toISOString(),
    });
  }
  return ports.writeState(at, read, state, { alerts, person, ...(window ? { window } : {}) });
}

async function project(
  ports: CheckBudgetsPorts,
  { today }: Check,
  { budget, period }: Subject,
  books: Books,
): Promise<number | undefined> {
  const expenses = await books.expensesOf(expensesNeeded(period, today));
  // Expenses reach back further than the spending: for bills that come every month.
  const convert = await ports.ratesFor(expenses, budget.currency);
  return projectedSpend(budget, period, today, expenses, convert);
}
