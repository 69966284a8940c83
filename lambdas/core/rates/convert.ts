import { type Convert, OLDEST_RATE_DAYS } from '../budget/spend.ts';
import { addDays, type CalendarDate } from '../ground/calendar-date.ts';
import { currencyExponent, isCurrencyCode } from '../ground/currency.ts';
import type { DayRates } from './day-rates.ts';

/**
 * Converts with the rates of the purchase's day, or of the last earlier day, at most {@link OLDEST_RATE_DAYS} back, that
 * knows both currencies; through the euro. Exact up to one rounding at the end, half away from zero. Undefined where no
 * rate is known, and where the result is too large to be held exactly.
 */
export function convertWith(known: readonly DayRates[]): Convert {
  const byDate = new Map(known.map(({ date, rates }) => [date, rates]));
  return ({ date, currency: from, amountMinor }, to) => {
    if (!isCurrencyCode(from) || !isCurrencyCode(to)) return undefined;
    const pair = pairOf(byDate, date as CalendarDate, from, to);
    if (!pair) return undefined;
    // minor(to) = minor(from) ÷ 10^places(from) ÷ rate(from) × rate(to) × 10^places(to), as one fraction.
    const dividend = BigInt(amountMinor) * pair.to.digits * power(pair.from.places + currencyExponent(to));
    const divisor = pair.from.digits * power(pair.to.places + currencyExponent(from));
    const converted = Number(roundedQuotient(dividend, divisor));
    return Number.isSafeInteger(converted) ? converted : undefined;
  };
}

/** A decimal as `digits ÷ 10^places`. */
interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

function pairOf(
  byDate: ReadonlyMap<string, DayRates['rates']>,
  date: CalendarDate,
  from: string,
  to: string,
): { readonly from: Decimal; readonly to: Decimal } | undefined {
  for (let back = 0; back <= OLDEST_RATE_DAYS; back++) {
    const rates = byDate.get(addDays(date, -back));
    const [rateFrom, rateTo] = [rates && rateOf(rates, from), rates && rateOf(rates, to)];
    if (rateFrom && rateTo) return { from: rateFrom, to: rateTo };
  }
  return undefined;
}

function rateOf(rates: DayRates['rates'], currency: string): Decimal | undefined {
  const text = currency === 'EUR' ? '1' : rates[currency];
  if (text === undefined) return undefined;
  const [whole = '', fraction = ''] = text.split('.');
  return { digits: BigInt(whole + fraction), places: fraction.length };
}

const power = (exponent: number): bigint => 10n ** BigInt(exponent);

/** The quotient, rounded half away from zero; the divisor is above zero. */
function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const half = dividend < 0n ? -divisor : divisor;
  return (2n * dividend + half) / (2n * divisor);
}
