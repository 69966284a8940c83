import type { Alert } from '../core/alert/alert.ts';
import { windowIdOf } from '../core/alert/window.ts';
import type { Budget } from '../core/budget/budget.ts';
import type { TriggerState } from '../core/budget/threshold.ts';
import type { Item } from './table.ts';

/**
 * Items as they were written before budgets had periods and alerts had windows, in the form of today. They stay in the
 * table as they are until they are written again.
 */

/** One limit a calendar month. It began no later than any spending did. */
export const budgetFrom = ({ limitMinor, ...budget }: Item): Budget =>
  (limitMinor === undefined
    ? budget
    : { ...budget, limits: [{ limitMinor }], since: '2000-01-01' }) as unknown as Budget;

/** Thresholds were named by their numbers. */
export const stateFrom = ({ reached, crossings }: { reached: readonly unknown[] } & Item): TriggerState =>
  ({ reached: reached.map(String), crossings }) as TriggerState;

/** Stands for the window of alerts that have none. */
export const EARLIER_WINDOW = windowIdOf('2026-01-01T00:00:00.000Z', 'earlier');

/** An alert was a threshold's, in whole percent, or a document's, and was sent by itself. */
export function alertFrom(alert: Item): Alert {
  const { threshold, claimedAt } = alert;
  return {
    ...(threshold === undefined ? {} : { trigger: { kind: 'threshold', threshold }, period: 'month' }),
    ...{ windowId: EARLIER_WINDOW, closesAt: claimedAt },
    ...alert,
  } as unknown as Alert;
}
