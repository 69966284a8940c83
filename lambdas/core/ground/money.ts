import { type CurrencyCode, currencyExponent, parseCurrencyCode } from './currency.ts';

declare const minor: unique symbol;

/** Whole minor units of one currency: 1999 is EUR 19.99, and JPY 1999. Never a fraction. */
export type MinorUnits = number & { readonly [minor]: true };

/** An amount that knows its currency. Amounts of two currencies are never added or compared. */
export interface Money {
  readonly amountMinor: MinorUnits;
  readonly currency: CurrencyCode;
}

/**
 * Money from a stored number and code, checked.
 *
 * @throws RangeError when the amount is not a whole number held exactly, or the code is not an ISO 4217 one.
 */
export function money(amountMinor: number, currency: string): Money {
  return { amountMinor: minorUnits(amountMinor), currency: parseCurrencyCode(currency) };
}

/**
 * Marks a whole number as minor units.
 *
 * @throws RangeError when the number has a fraction or is too large to be held exactly.
 */
export function minorUnits(amount: number): MinorUnits {
  if (!Number.isSafeInteger(amount)) {
    throw new RangeError(`expected a whole number of minor units, got ${amount}`);
  }
  // Minus zero would print and compare as another amount.
  return (amount === 0 ? 0 : amount) as MinorUnits;
}

/**
 * Reads a plain decimal such as "19.99" into minor units without going through a float.
 *
 * @param exponent Decimal places of the currency: 2 for EUR, 0 for JPY, 3 for KWD.
 * @throws RangeError when the text has more decimals than the currency, or is not a plain decimal.
 */
export function parseMinorUnits(text: string, exponent: number): MinorUnits {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  const fraction = match?.[2] ?? '';
  if (!match || fraction.length > exponent) {
    throw new RangeError(`expected a decimal with at most ${exponent} places, got "${text}"`);
  }
  const value = Number(`${match[1]}${fraction.padEnd(exponent, '0')}`);
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`amount is too large to hold exactly, got "${text}"`);
  }
  return value as MinorUnits;
}

/**
 * Money from a plain decimal with or without a minus, as data states it; zeros behind the currency's places are no
 * decimals: "1980.00" is 1980 yen.
 *
 * @returns undefined when it is no plain decimal, has more places than the currency, or is too large to be held exactly.
 */
export function statedMoney(decimal: string, currency: CurrencyCode): Money | undefined {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d*?)0*)?$/.exec(decimal) ?? [];
  const exponent = currencyExponent(currency);
  const amount = Number(`${whole}${fraction.padEnd(exponent, '0')}`);
  if (whole === '' || fraction.length > exponent || !Number.isSafeInteger(amount)) return undefined;
  return { amountMinor: minorUnits(sign === '-' ? -amount : amount), currency };
}

function requireLikeCurrencies(left: Money, right: Money): void {
  if (left.currency !== right.currency) {
    throw new RangeError(`expected two amounts of one currency, got ${left.currency} and ${right.currency}`);
  }
}

/** A plain decimal without the zeros behind its last digit: "2.50" is "2.5", "2.00" is "2". */
export const withoutZeros = (decimal: string): string => decimal.replace(/\.0*$|(?<=\.\d*[1-9])0+$/, '');

/** The amount as a plain decimal with the currency's own places: "400.00", "-1980", "1.234". */
export function formatDecimal({ amountMinor, currency }: Money): string {
  const exponent = currencyExponent(currency);
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, '0');
  const sign = amountMinor < 0 ? '-' : '';
  const whole = digits.slice(0, digits.length - exponent);
  return exponent === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-exponent)}`;
}

/**
 * Text for a terminal or an SMS: "400.00 MYR", or with a locale "1.234,50 EUR".
 *
 * Every character is in the GSM 03.38 basic set, so that one amount never turns a message into UCS-2.
 *
 * @param locale BCP 47; decides the separators. Without one: a decimal point and no grouping.
 */
export function formatMoney(amount: Money, locale?: string): string {
  return `${locale === undefined ? formatDecimal(amount) : localDecimal(amount, locale)} ${amount.currency}`;
}

/**
 * What was spent of a limit, naming their currency once: "129.10 of 250.00 USD".
 *
 * @throws RangeError when the currencies differ.
 */
export function formatShare(part: Money, whole: Money, locale?: string): string {
  requireLikeCurrencies(part, whole);
  const decimal = locale === undefined ? formatDecimal(part) : localDecimal(part, locale);
  return `${decimal} of ${formatMoney(whole, locale)}`;
}

function localDecimal(amount: Money, locale: string): string {
  const places = currencyExponent(amount.currency);
  const format = new Intl.NumberFormat(locale, {
    numberingSystem: 'latn',
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  // A decimal string is formatted exactly; a number would have passed through a fraction.
  return format
    .format(formatDecimal(amount) as `${number}`)
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[\u2019\u00b4`]/g, "'")
    .replace(/\s/g, ' ')
    .replace(/[^\d.,' -]/g, '');
}
