import { expressAllowanceKey, type Lane } from './ledger-keys.ts';
import { type Table, updateItem } from './table.ts';
import { drawTurn } from './turn-clock.ts';

/** Documents that a person may have on the express lane at once; the allowance refills at a tenth of the rate. */
const EXPRESS_DOCUMENTS = 20;
const REFILL_SHARE = 10;
/** What the bulk lane leaves for the express lane. */
const BULK_SHARE = 0.95;

/**
 * Draws a person's turn to start a Textract job, so that one receipt never waits behind somebody's backfill: the
 * first twenty documents go by the express clock, what comes beyond queues on the bulk clock.
 *
 * @returns When the job may start, in epoch milliseconds.
 * @throws RangeError when the next turn is more than 25 days away.
 */
export async function drawTurnOf(table: Table, userId: string, nowMs: number, turnsPerSecond: number): Promise<number> {
  const lane: Lane = (await takesExpress(table, userId, nowMs, turnsPerSecond)) ? 'EXPRESS' : 'BULK';
  return drawTurn(table, lane, nowMs, lane === 'BULK' ? turnsPerSecond * BULK_SHARE : turnsPerSecond);
}

/**
 * Takes one document out of a person's allowance, when there is one left. The allowance is kept as the instant at
 * which it is whole again; the two updates exclude each other, and a draw that another one overtook counts as bulk.
 */
async function takesExpress(table: Table, userId: string, nowMs: number, turnsPerSecond: number): Promise<boolean> {
  const key = expressAllowanceKey(userId);
  const cost = Math.round((1000 * REFILL_SHARE) / turnsPerSecond);
  const whole = { text: 'attribute_not_exists(wholeAt) OR wholeAt <= :now', values: { ':now': nowMs } };
  const left = {
    text: 'wholeAt > :now AND wholeAt <= :last',
    values: { ':now': nowMs, ':last': nowMs + (EXPRESS_DOCUMENTS - 1) * cost },
  };
  const more = { text: 'SET wholeAt = wholeAt + :cost', values: { ':cost': cost } };
  return (
    (await updateItem(table, key, more, left)) ||
    (await updateItem(table, key, { text: 'SET wholeAt = :next', values: { ':next': nowMs + cost } }, whole)) ||
    updateItem(table, key, more, left)
  );
}
