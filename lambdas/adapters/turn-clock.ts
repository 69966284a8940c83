import { latestNoted } from '../core/ground/wrong-clock.ts';
import { type Key, type Lane, textractClockKey } from './ledger-keys.ts';
import { type Expression, type Table, updateReturning } from './table.ts';

const LONGEST_WAIT_MS = 25 * 24 * 3600 * 1000;

/**
 * Draws a turn from a lane's token clock: turns are at least `1000 / turnsPerSecond` ms apart, so that a burst is spread
 * out instead of being throttled and retried. One counter, never a read: a lane at rest is begun anew, which is the one
 * update that most receipts need; one that is not takes the draw into its queue. The clock only ever goes forward, so
 * what is refused by both is a queue that is too long; then the clock stays as it is, so that being refused and tried
 * again does not make the queue longer. When the last draw was is noted too: one in the future was made while the
 * computer's clock was wrong, and its queue is no queue.
 *
 * @returns When the job may start, in epoch milliseconds: now, or later when others came first.
 * @throws RangeError when the next turn is more than 25 days away: the execution would time out waiting.
 */
export async function drawTurn(table: Table, lane: Lane, nowMs: number, turnsPerSecond: number): Promise<number> {
  const key = textractClockKey(lane);
  const step = Math.max(1, Math.round(1000 / turnsPerSecond));
  const latest = nowMs + LONGEST_WAIT_MS;
  const atRest = {
    text: 'attribute_not_exists(nextAt) OR nextAt <= :now OR drawnAt > :noted',
    values: { ':noted': latestNoted(nowMs) },
  };
  const anew = { text: 'SET nextAt = :next, drawnAt = :now', values: { ':next': nowMs + step, ':now': nowMs } };
  const inTime = { text: 'nextAt <= :latest', values: { ':latest': latest } };
  const next = { text: 'SET nextAt = nextAt + :step, drawnAt = :now', values: { ':step': step, ':now': nowMs } };
  const drawn = (await draw(table, key, anew, atRest)) ?? (await draw(table, key, next, inTime));
  if (drawn !== undefined) return drawn - step;
  throw new RangeError(
    `the next Textract turn is after ${new Date(latest).toISOString()}, more than 25 days away; raise turnsPerSecond`,
  );
}

async function draw(...call: [Table, Key, Expression, Expression]): Promise<number | undefined> {
  return (await updateReturning<{ nextAt: number }>(...call))?.nextAt;
}
