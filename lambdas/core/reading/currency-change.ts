import type { CalendarDate } from '../ground/calendar-date.ts';
import type { CurrencyCode } from '../ground/currency.ts';
import type { ChosenCurrency } from './chosen-currency.ts';
import type { CountryEvidence } from './country-evidence.ts';
import { unknown } from './currency-choice.ts';
import { countryOfLocale } from './region-currency.ts';
import type { Reason } from './structured-expense.ts';

/** Countries that took the euro within the years in which receipts are dropped: the last day of their own money, and which it was. */
const CHANGES: Readonly<Record<string, readonly [until: CalendarDate, currency: string]>> = {
  BG: ['2025-12-31' as CalendarDate, 'BGN'],
  HR: ['2022-12-31' as CalendarDate, 'HRK'],
};

/**
 * Why a currency that is not printed is in doubt: on the day of the purchase the country had another one.
 *
 * @param locale Of the person, where nothing on the paper speaks for a country.
 */
export function doubtOfChange(
  currency: ChosenCurrency,
  country: CountryEvidence | undefined,
  locale: string,
  date: CalendarDate,
): Reason | undefined {
  if (currency.by === 'printed' || currency.code !== ('EUR' as CurrencyCode)) return undefined;
  const countries = country?.countries ?? [countryOfLocale(locale) ?? ''];
  const change = countries.flatMap((code) => (CHANGES[code] ? [CHANGES[code]] : []))[0];
  if (!change || date > change[0]) return undefined;
  return unknown(
    `no currency is printed, and on ${date} the country still had ${change[1]}; state the currency in a correction`,
  );
}
