import { type Key, type Lane, textractClockKey } from './ledger-keys.ts';
import { type Expression, getItem, type Table, updateReturning } from './table.ts';

const LONGEST_WAIT_MS = 25 * 24 * 3600 * 1000;

/**
 * Draws a turn from a lane's token clock: turns are at least `1000 / turnsPerSecond` ms apart, so that a burst is spread
 * out instead of being throttled and retried. One counter, seldom a read: the two updates exclude each other, and a draw
 * that meets neither condition was overtaken by time and tries the other one, or finds the queue too long; then it
 * leaves the clock as it is, so that being refused and tried again does not make the queue longer.
 *
 * @returns When the job may start, in epoch milliseconds: now, or later when others came first.
 * @throws RangeError when the next turn is more than 25 days away: the execution would time out waiting.
 */
export async function drawTurn(table: Table, lane: Lane, nowMs: number, turnsPerSecond: number): Promise<number> {
  const key = textractClockKey(lane);
  const step = Math.max(1, Math.round(1000 / turnsPerSecond));
  const queue = { text: 'SET nextAt = nextAt + :step', values: { ':step': step } };
  const restart = { text: 'SET nextAt = :next', values: { ':next': nowMs + step } };
  const latest = nowMs + LONGEST_WAIT_MS;
  for (;;) {
    const drawn =
      (await draw(table, key, queue, {
        text: 'nextAt > :now AND nextAt <= :latest',
        values: { ':now': nowMs, ':latest': latest },
      })) ??
      (await draw(table, key, restart, {
        text: 'attribute_not_exists(nextAt) OR nextAt <= :now',
        values: { ':now': nowMs },
      }));
    if (drawn !== undefined) return drawn - step;
    const nextAt = (await getItem<{ nextAt: number }>(table, key))?.nextAt ?? 0;
    if (nextAt > latest) {
      throw new RangeError(
        `the next Textract turn is at ${new Date(nextAt).toISOString()}, more than 25 days away; raise turnsPerSecond`,
      );
    }
  }
}

async function draw(...call: [Table, Key, Expression, Expression]): Promise<number | undefined> {
  return (await updateReturning<{ nextAt: number }>(...call))?.nextAt;
}
