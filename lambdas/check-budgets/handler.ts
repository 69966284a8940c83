import * as z from 'zod';
import type { NewAlert } from '../adapters/alert-store.ts';
import type { VersionedState } from '../adapters/budget-store.ts';
import { alertPrefix } from '../adapters/ledger-keys.ts';
import { type Alert, claimant, type Delivery, type ThresholdAlert } from '../core/alert.ts';
import { type Budget, budgetId, covers } from '../core/budget/budget.ts';
import { calendarDay, monthOf, type Period } from '../core/budget/period.ts';
import { type DailySpend, sumSpend } from '../core/budget/spend.ts';
import { evaluateThresholds, type ThresholdState } from '../core/budget/threshold.ts';
import type { AlertCause } from '../core/message/alert-message.ts';
import type { Person } from '../core/person.ts';

const Input = z.object({
  documentId: z.string(),
  run: z.number().int(),
  userId: z.string(),
  /** Days and categories whose spending changed; `all` when the plan did: then the current period is checked. */
  affected: z.union([z.literal('all'), z.array(z.object({ date: z.string(), category: z.string() }))]),
  /** Alerts claimed by an earlier step, to go out with what is found here. */
  alerts: z.array(z.string()).default([]),
});
type Request = z.infer<typeof Input>;

export interface CheckBudgetsPorts {
  now(): number;
  readPerson(userId: string): Promise<Person | undefined>;
  readBudgets(userId: string): Promise<Budget[]>;
  readState(userId: string, budgetId: string, periodStart: string): Promise<VersionedState>;
  readSpend(userId: string, start: string, end: string): Promise<DailySpend[]>;
  writeState(
    at: { userId: string; budgetId: string; periodStart: string },
    read: VersionedState,
    next: ThresholdState,
    alerts: readonly NewAlert<ThresholdAlert>[],
  ): Promise<boolean>;
  readAlerts(userId: string, prefix: string): Promise<Alert[]>;
  /** What set the check off, for the message. */
  readCause(documentId: string): Promise<AlertCause>;
  /** Repeats an attempt until it gives something. */
  optimistically<T>(attempt: () => Promise<T | undefined>): Promise<T>;
  readonly unsentAfterSeconds: number;
}

/** One budget in one period: what a check decides on. */
interface Subject {
  readonly budget: Budget;
  readonly period: Period;
}

/**
 * Claims every threshold that spending has newly reached, and returns what is to be delivered: all unsent alerts of
 * the budgets it looked at that this run claimed, or that anyone claimed and left unsent for too long.
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
    const alerts = [...new Set([...request.alerts, ...found])];
    return { deliveries: alerts.length > 0 ? [{ userId: request.userId, alerts }] : [] };
  };

async function check(ports: CheckBudgetsPorts, request: Request, person: Person): Promise<string[]> {
  const subjects = subjectsOf(
    await ports.readBudgets(request.userId),
    request,
    calendarDay(ports.now(), person.timeZone),
  );
  if (subjects.length === 0) return [];
  const cause = await ports.readCause(request.documentId);
  const alerts: string[] = [];
  for (const subject of subjects) {
    await ports.optimistically(() => evaluate(ports, request, subject, cause));
    alerts.push(...(await unsentOf(ports, request, subject)));
  }
  return alerts;
}

function subjectsOf(budgets: readonly Budget[], { affected }: Request, today: string): Subject[] {
  const subjects = new Map<string, Subject>();
  for (const budget of budgets) {
    const days =
      affected === 'all'
        ? [today]
        : affected.filter(({ category }) => covers(budget, category)).map(({ date }) => date);
    for (const date of days) {
      const period = monthOf(date);
      subjects.set(`${budgetId(budget)}#${period.start}`, { budget, period });
    }
  }
  return [...subjects.values()];
}

async function evaluate(ports: CheckBudgetsPorts, request: Request, { budget, period }: Subject, cause: AlertCause) {
  const at = { userId: request.userId, budgetId: budgetId(budget), periodStart: period.start };
  // The state first, then the spending: what was spent before the state was read is then never missed.
  const read = await ports.readState(at.userId, at.budgetId, at.periodStart);
  const { spentMinor } = sumSpend(budget, await ports.readSpend(at.userId, period.start, period.end));
  const { state, crossed } = evaluateThresholds(budget, spentMinor, read.state);
  const claims = crossed.map(({ threshold, crossing }) => ({
    kind: 'threshold' as const,
    ...at,
    category: budget.category,
    periodEnd: period.end,
    threshold,
    crossing,
    limitMinor: budget.limitMinor,
    currency: budget.currency,
    cause,
    claimedAt: new Date(ports.now()).toISOString(),
    claimedBy: claimant(request.documentId, request.run),
  }));
  return (await ports.writeState(at, read, state, claims)) ? true : undefined;
}

async function unsentOf(ports: CheckBudgetsPorts, request: Request, { budget, period }: Subject): Promise<string[]> {
  const stale = new Date(ports.now() - ports.unsentAfterSeconds * 1000).toISOString();
  const ours = claimant(request.documentId, request.run);
  const alerts = await ports.readAlerts(request.userId, alertPrefix(budgetId(budget), period.start));
  return alerts
    .filter(({ sentAt, claimedBy, claimedAt }) => sentAt === undefined && (claimedBy === ours || claimedAt <= stale))
    .map(({ SK }) => SK);
}
