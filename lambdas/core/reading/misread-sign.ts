import { formatDecimal, formatMoney, type Money, minorUnits } from '../ground/money.ts';
import type { DigitsDoubt } from './digits-beside.ts';
import { rateOf } from './inclusive-tax.ts';
import { amountInCurrency, type LabelledAmount } from './labelled-amounts.ts';
import type { PrintedLine } from './printed-line.ts';

const SUMS: readonly string[] = ['subtotal', 'cash'];
const FEWEST_ITEMS = 2;
/** The hryvnia's sign is read as this digit wherever it is not known. */
const DIGIT_OF_SIGN: Readonly<Record<string, string>> = { UAH: '2' };

/** Letters before a sign that is read as one of these digits: `CA$18.80` as CA518.80. */
const GLUED = /(?<![\p{L}\d])(?:US|CAD?|AU?|NZD?|HK|NT|SG?|MX|RD?|C|J|TT|BZ|BB|EC|FJ|GY|NA|Z)([589][\d.,' ]*\d)/gu;

/**
 * Why a total is in doubt that no sum gives: without its first digit it is what the items come to, or what was paid, or
 * the items come to it where all amounts lose that digit. The sign of a currency was read as a digit: `₴115.50` as 2115.50.
 * So it is where the tax that it holds at the rate beside it is that of the amount without the digit, and where letters of a
 * sign are glued to the digit.
 *
 * @param items The items' amounts in minor units; undefined where not every one has an amount.
 * @param isSignRead Whether the currency is printed, as far as was read.
 */
export function doubtOfFirstDigit(
  total: Money,
  items: readonly number[] | undefined,
  amounts: readonly LabelledAmount[],
  isSignRead: boolean,
  printed: readonly PrintedLine[],
): DigitsDoubt | undefined {
  const first = withoutFirstDigit(total.amountMinor);
  if (first === undefined || first.rest === 0) return undefined;
  const sums = amounts.filter(({ role }) => SUMS.includes(role)).map(({ minor }) => Math.abs(minor));
  const fewest = !isSignRead && DIGIT_OF_SIGN[total.currency] === first.digit ? 1 : FEWEST_ITEMS;
  const without = items?.map((item) => withoutFirstDigit(item));
  const isAll =
    without !== undefined &&
    without.length >= fewest &&
    without.every((one) => one?.digit === first.digit) &&
    sumOf(without.map((one) => one?.rest ?? 0)) === first.rest;
  const isAlone = items !== undefined && items.length >= FEWEST_ITEMS && sumOf(items) === first.rest;
  const isTaxed = amounts.some((amount) => isTaxOf(amount, first.rest) && !isTaxOf(amount, total.amountMinor));
  const isSaid = isAll || isAlone || isTaxed || sums.includes(first.rest);
  if (!isSaid && !isGlued(total, printed)) return undefined;
  const rest = { ...total, amountMinor: minorUnits(first.rest) };
  const message = `the total was read as ${formatMoney(total)}, but its first digit may be a sign: it may be ${formatMoney(rest)}; drop a sharper picture, or state the total in a correction`;
  return { reason: { code: 'TotalsDisagreeError', message }, instead: formatDecimal(rest) };
}

function isTaxOf({ role, minor, field }: LabelledAmount, total: number): boolean {
  const rate = role === 'tax' ? rateOf(field.label) : undefined;
  return rate !== undefined && minor > 0 && Math.abs((total * rate) / (100 + rate) - minor) <= 1;
}

const isGlued = (total: Money, printed: readonly PrintedLine[]): boolean =>
  printed.some(({ text }) =>
    [...text.matchAll(GLUED)].some(([, digits = '']) => amountInCurrency(digits, total.currency) === total.amountMinor),
  );

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** An amount's first digit and what the others say, where these may be an amount themselves. */
function withoutFirstDigit(minor: number): { readonly digit: string; readonly rest: number } | undefined {
  const digits = String(Math.abs(minor));
  const [digit = '', rest = ''] = [digits.slice(0, 1), digits.slice(1)];
  return rest.length < 3 || /^0\d{3}/.test(rest) ? undefined : { digit, rest: Number(rest) };
}
