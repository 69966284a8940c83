import { latestNoted } from '../core/ground/wrong-clock.ts';
import { expressAllowanceKey, type Lane } from './ledger-keys.ts';
import { type Expression, type Table, updateReturning } from './table.ts';
import { drawTurn } from './turn-clock.ts';

/** Documents that a person may have ahead of all bulk at once; the allowance refills at a tenth of the rate. */
const ALLOWED_DOCUMENTS = 20;
/** How many of these go by the express lane: whoever drops twenty files keeps nobody's one receipt waiting. */
const EXPRESS_DOCUMENTS = 2;
const REFILL_SHARE = 10;
/** What the bulk lane leaves for the others. */
const BULK_SHARE = 0.95;

/**
 * Draws a person's turn to start a Textract job, so that one receipt never waits behind somebody's backfill: the first
 * two documents go by the express clock, up to twenty by the regular one, what comes beyond queues on the bulk clock.
 *
 * @returns When the job may start, in epoch milliseconds.
 * @throws RangeError when the next turn is more than 25 days away.
 */
export async function drawTurnOf(table: Table, userId: string, nowMs: number, turnsPerSecond: number): Promise<number> {
  const lane = laneOf(await takeAllowance(table, userId, nowMs, turnsPerSecond));
  return drawTurn(table, lane, nowMs, lane === 'BULK' ? turnsPerSecond * BULK_SHARE : turnsPerSecond);
}

function laneOf(used: number | undefined): Lane {
  if (used === undefined) return 'BULK';
  return used <= EXPRESS_DOCUMENTS ? 'EXPRESS' : 'REGULAR';
}

/**
 * Takes one document out of a person's allowance and tells how many are out now; undefined when there was none left. The
 * allowance is kept as the instant at which it is whole again. That only ever goes forward: what finds the allowance
 * neither whole nor with something left has none. An instant beyond what the whole allowance costs was set while the
 * computer's clock was wrong: the allowance is whole.
 */
async function takeAllowance(
  table: Table,
  userId: string,
  nowMs: number,
  turnsPerSecond: number,
): Promise<number | undefined> {
  const key = expressAllowanceKey(userId);
  const cost = Math.round((1000 * REFILL_SHARE) / turnsPerSecond);
  const isWhole = {
    text: 'attribute_not_exists(wholeAt) OR wholeAt <= :now OR wholeAt > :most',
    values: { ':now': nowMs, ':most': latestNoted(nowMs) + ALLOWED_DOCUMENTS * cost },
  };
  const isLeft = { text: 'wholeAt <= :last', values: { ':last': nowMs + (ALLOWED_DOCUMENTS - 1) * cost } };
  const take = (update: Expression, condition: Expression) =>
    updateReturning<{ wholeAt: number }>(table, key, update, condition);
  const taken =
    (await take({ text: 'SET wholeAt = :next', values: { ':next': nowMs + cost } }, isWhole)) ??
    (await take({ text: 'SET wholeAt = wholeAt + :cost', values: { ':cost': cost } }, isLeft));
  return taken && Math.ceil((taken.wholeAt - nowMs) / cost);
}
