import * as z from 'zod/mini';
import { isCalendarDate } from '../ground/calendar-date.ts';
import { isCurrencyCode } from '../ground/currency.ts';
import { normalizeName } from '../ground/user-id.ts';

/** A name as it stands in keys: of a category, a group or a budget. In lower case, whatever was written. */
export const name = (expected: string) =>
  z.pipe(
    z
      .string(expected)
      .check(
        z.regex(
          /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/,
          'expected 1 to 40 letters a-z, digits, ".", "_" or "-", the first a letter or digit',
        ),
      ),
    z.transform(normalizeName),
  );

/** An amount in plain form. No check on a value may abort: the mistakes between the parts would not be looked for. */
export const PLAIN_AMOUNT = /^\d{1,11}(\.\d{1,4})?$/;

/** Whether an amount is above zero; what is no plain amount has another mistake. */
export const isAboveZero = (text: string): boolean => /[1-9]/.test(text) || !PLAIN_AMOUNT.test(text);

/** An amount above zero, as text: a number in YAML would pass through a fraction. */
export const amount = () =>
  z
    .string('expected the amount as text in quotes, such as "400.00"')
    .check(
      z.regex(PLAIN_AMOUNT, 'expected a plain amount in quotes, such as "400.00"'),
      z.refine(isAboveZero, 'expected an amount above zero'),
    );

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the calendar; YAML reads it as text, with or without quotes. */
export const day = () =>
  z.string('expected a day such as 2026-12-01').check(
    z.regex(DAY, 'expected a day such as 2026-12-01'),
    z.refine((text) => isCalendarDate(text) || !DAY.test(text), 'expected a day of the calendar, such as 2026-12-01'),
  );

/** A time of day in 24 hours. */
export const time = () =>
  z
    .string('expected a time such as "22:00"')
    .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time from "00:00" to "23:59"'));

/** ISO 4217, in upper case, whatever was written. */
export const currency = () =>
  z
    .pipe(
      z
        .string('expected an ISO 4217 code such as "USD"')
        .check(z.regex(/^[A-Za-z]{3}$/, 'expected an ISO 4217 code such as "USD"')),
      z.transform((text: string) => text.toUpperCase()),
    )
    .check(z.refine(isCurrencyCode, 'expected an ISO 4217 code such as "USD"'));

/** BCP 47. */
export const locale = () =>
  z
    .string('expected a BCP 47 locale such as "en-US"')
    .check(
      z.refine((text) => isKnown(() => Intl.getCanonicalLocales(text)), 'expected a BCP 47 locale such as "en-US"'),
    );

/** IANA. */
export const timeZone = () =>
  z
    .string('expected an IANA time zone such as "Europe/Berlin"')
    .check(
      z.refine(
        (text) => isKnown(() => new Intl.DateTimeFormat('en', { timeZone: text })),
        'expected an IANA time zone such as "Europe/Berlin"',
      ),
    );

function isKnown(ask: () => unknown): boolean {
  try {
    return ask() !== undefined;
  } catch {
    return false;
  }
}
