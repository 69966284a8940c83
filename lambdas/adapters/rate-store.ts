import { type Convert, type DailySpend, OLDEST_RATE_DAYS } from '../core/budget/spend.ts';
import { addDays, type CalendarDate } from '../core/ground/calendar-date.ts';
import { convertWith } from '../core/rates/convert.ts';
import type { DayRates } from '../core/rates/day-rates.ts';
import { RATES, rateRange } from './ledger-keys.ts';
import { queryItems, type Table } from './table.ts';

/** Rates of a range of days, both ends included; strongly consistent. */
export function readRates<T extends DayRates>(table: Table, start: string, end: string): Promise<T[]> {
  const [from, to] = rateRange(start, end);
  return queryItems<T>(table, RATES, { from, to });
}

/**
 * What converts this spending into a currency. Reads the rates of the days on which something was spent in another
 * one, strongly consistent, in one range; reads nothing where all spending is in the currency.
 */
export async function ratesFor(table: Table, spend: readonly DailySpend[], currency: string): Promise<Convert> {
  const days = spend
    .filter((day) => day.currency !== currency && day.amountMinor !== 0)
    .map(({ date }) => date)
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return convertWith([]);
  return convertWith(await readRates(table, addDays(first as CalendarDate, -OLDEST_RATE_DAYS), last));
}
