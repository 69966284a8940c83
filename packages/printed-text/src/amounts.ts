import {
  CLASS_OR_DIGIT,
  CREDIT_OR_DEBIT,
  closesWithDash,
  isCredit,
  NO_CENTS,
  withoutTaxClass,
} from './amount-marks.ts';
import { leadingCurrencySign, trailingCurrencySign } from './currency-signs.ts';
import { type Notation, type PrintedDecimal, readPrintedDecimal } from './decimals.ts';
import { asDigits, DIGIT_LIKE, ONE_LIKE, TWO_PLACES, ZERO_LIKE } from './digits.ts';
import { MINOR_UNIT } from './minor-units.ts';
import { normalizePrinted, onOneLine } from './plain-text.ts';
import { UNKNOWN_SIGN } from './unknown-marks.ts';

/** An amount as it is printed, before its currency is known. */
export interface PrintedAmount extends PrintedDecimal {
  readonly negative: boolean;
  /** The currency symbol or code beside it, as printed. */
  readonly currencySign?: string;
  /** The mark of hundredths that alone stands beside it, as printed: `p` of `85p`, which is read as 0.85. */
  readonly minorUnit?: string;
}

/**
 * Reads one printed amount in any common notation, without a float: `RM 9.00`, `(12.00)`, `12.00-`, `¥1,980`,
 * `1.980,- €`, `12.50 A` (a tax class behind it), `85p` and `870 руб. 25 коп.`, full-width digits, O for 0 and l for 1 among digits.
 *
 * @returns undefined when the text is anything else: a date, a percentage, a card number, a word.
 */
export function readPrintedAmount(text: string, notation: Notation = {}): PrintedAmount | undefined {
  const tight = onOneLine(normalizePrinted(text)).replace(STROKES_BEFORE, '');
  const hundredths = HUNDREDTHS.exec(tight)?.groups;
  if (hundredths) return readHundredths(hundredths);
  const peeled = peel(withSignAsPoint(withMinorUnit(tight)));
  const digits = digitsAmong(withColonAsPoint(peeled));
  if (digits === undefined) return undefined;
  const read = readPrintedDecimal(digits, notation);
  if (!read || isCode(digits)) return undefined;
  return {
    ...read,
    ambiguous: read.ambiguous || (peeled.hasClassOrDigit && mayHaveThirdDigit(digits, read, notation)),
    repaired: read.repaired || (digits !== peeled.rest && !peeled.rest.includes(':')) || peeled.hasWidePoint,
    negative: peeled.negative,
    ...(peeled.currencySign !== undefined && { currencySign: peeled.currencySign }),
  };
}

/** The sign of the naira or the won, read as that of a number, before an amount with cents. */
const STROKES_BEFORE = /^#(?=\d[\d.,' ]*[.,]\d{2}$)/;

const HUNDREDTHS = new RegExp(
  `^(?<open>\\()?(?<minus>- ?)?(?<digits>[1-9]\\d{0,2}) ?(?<unit>${MINOR_UNIT})(?<close>\\))?$`,
  'u',
);

function readHundredths({ open, minus, digits = '', unit, close }: Record<string, string | undefined>): PrintedAmount {
  const padded = digits.padStart(3, '0');
  return {
    decimal: `${padded.slice(0, -2)}.${padded.slice(-2)}`,
    ambiguous: false,
    repaired: false,
    negative: minus !== undefined || (open !== undefined && close !== undefined),
    ...(unit && { minorUnit: unit }),
  };
}

/** Units with their sign and hundredths with a mark behind them as one amount: "870.25 руб." for "870 руб. 25 коп.". */
function withMinorUnit(text: string): string {
  const { units = '', places = '' } = WITH_MINOR_UNIT.exec(text)?.groups ?? {};
  const sign = trailingCurrencySign(units);
  const whole = sign === undefined ? '' : units.slice(0, -sign.length).trimEnd();
  if (!sign || !/\d$/.test(whole) || /[.,]\d{2}$/.test(whole)) return text;
  return `${whole}${whole.includes('.') ? ',' : '.'}${places} ${sign}`;
}

const WITH_MINOR_UNIT = new RegExp(`^(?<units>.*\\d.*?) ?(?<places>\\d{2}) ?${MINOR_UNIT}$`, 'u');

interface Peeled {
  rest: string;
  negative: boolean;
  currencySign?: string;
  hasUnknownMark?: boolean;
  /** Blanks stood around a sign that is the decimal point: "21 € 50". */
  hasWidePoint: boolean;
  /** A letter behind the decimals was taken off, which may be a digit. */
  hasClassOrDigit: boolean;
}

/**
 * A sign of a currency between an amount and its two places, as in "21€50", "21€ 50", "12 Euro 50" and "20$00": beside them,
 * with a point in its place.
 */
function withSignAsPoint(text: string): string {
  return text.replace(SIGN_AS_POINT, (_, whole: string, sign: string, gap: string, places: string) => {
    const mark = whole.includes('.') ? ',' : '.';
    const number = `${whole}${gap}${mark}${gap}${places}`;
    return /\p{L}/u.test(sign) ? `${number} ${sign}` : `${sign}${number}`;
  });
}

const SIGN_AS_POINT =
  /(?<![\d.,'])(\d{1,3}(?:[ .,']\d{3})+|\d+)(?: (?=\p{Sc} )| ?(?=euros? )|(?=\p{Sc}))(\p{Sc}|euros?)( ?)(\d{2})(?![\d.,']|\s\d)/iu;

/** The colon before the places as a point, where a currency, groups or three digits tell it from a time: "1 450:50", "kr 45:50", "537:00". */
function withColonAsPoint({ rest, currencySign }: Peeled): string {
  const { whole, places } = COLON_AS_POINT.exec(rest)?.groups ?? {};
  if (whole === undefined || (currencySign === undefined && /^\d{1,2}$/.test(whole))) return rest;
  return `${whole}${whole.includes('.') ? ',' : '.'}${places}`;
}

const COLON_AS_POINT = /^(?<whole>\d{1,3}(?:[ .']\d{3})+|\d+):(?<places>\d{2})$/;

/** Whether a letter behind two decimals may be a third digit: neither the groups nor the other amounts say that these are all. */
function mayHaveThirdDigit(digits: string, { decimalMark }: PrintedDecimal, notation: Notation): boolean {
  if (notation.exponent === 3) return true;
  const isGrouped = /\d[.,' ]\d{3}[.,]\d{2}$/.test(digits);
  return !isGrouped && (decimalMark === undefined || notation.decimalMark !== decimalMark);
}

/** Takes signs, brackets, currency and marks off both ends until only the digits are left. */
function peel(text: string): Peeled {
  const hasWidePoint = / [.,] \d{2}(?!\d)/.test(text);
  const state: Peeled = { rest: text, negative: false, hasWidePoint, hasClassOrDigit: false };
  for (let before = ''; before !== state.rest; ) {
    before = state.rest;
    peelBrackets(state);
    peelFront(state);
    peelBack(state);
    if (before === state.rest) peelUnknown(state);
  }
  return state;
}

function peelBrackets(state: Peeled): void {
  const inside = /^\(([^()]*)\)$/.exec(state.rest)?.[1];
  // A bracket that opened before the amount closes behind it: "(of which tax 1.20)".
  if (!state.rest.includes('(')) state.rest = state.rest.replace(/ ?\)$/, '');
  if (inside === undefined) return;
  state.negative = true;
  state.rest = inside.trim();
}

function peelFront(state: Peeled): void {
  // A backslash is how many printers and readers render the yen sign.
  const rest = state.rest.replace(/^[:=@*+~ ]+/, '').replace(/^\\(?=\d)/, '¥');
  const sign = leadingCurrencySign(rest);
  state.rest = rest;
  if (rest.startsWith('-')) {
    state.negative = true;
    state.rest = rest.slice(1);
  } else if (sign !== undefined && /[\d(-]/.test(rest.slice(sign.length))) {
    state.currencySign ??= sign;
    state.rest = rest.slice(sign.length).replace(/^[. ]+(?=[\d(-])/, '');
  }
}

function peelBack(state: Peeled): void {
  const rest = state.rest.replace(/(?:[*#:; ]|(?<!\/)=)+$/, '').replace(/(?<=\d)\.$/, '');
  state.rest = rest;
  const sign = trailingCurrencySign(rest);
  if (sign !== undefined && /\d/.test(rest.slice(0, -sign.length))) {
    state.currencySign ??= sign;
    state.rest = rest.slice(0, -sign.length);
  } else if (WITHOUT_CENTS.test(rest)) {
    state.rest = rest.replace(WITHOUT_CENTS, '');
  } else if (rest.endsWith('-') && trailingCurrencySign(rest.slice(0, -1)) !== undefined) {
    state.negative = true;
    state.rest = rest.slice(0, -1);
  } else if (/(?<=\d) ?-$/.test(rest)) {
    state.negative ||= !closesWithDash(state.currencySign, rest);
    state.rest = rest.slice(0, -1);
  } else if (ENTRY.test(rest)) {
    state.negative ||= isCredit(ENTRY.exec(rest)?.[0] ?? '');
    state.rest = rest.replace(ENTRY, '');
  } else {
    state.hasClassOrDigit ||= CLASS_OR_DIGIT.test(rest);
    state.rest = withoutTaxClass(rest.replace(UNIT, ''));
  }
}

/** A mark of letters of a script in which not every sign is known, before the amount or behind it. */
function peelUnknown(state: Peeled): void {
  const mark = UNKNOWN_MARK.exec(state.rest)?.[0];
  if (mark === undefined || state.hasUnknownMark) return;
  state.hasUnknownMark = true;
  state.rest = state.rest.replace(mark, '');
}

const UNKNOWN_MARK = new RegExp(`^${UNKNOWN_SIGN} ?(?=[-(]? ?\\d)|(?<=\\d) ?${UNKNOWN_SIGN}$`, 'u');

const WITHOUT_CENTS = new RegExp(`(?<=\\d)${NO_CENTS}$`);
const ENTRY = new RegExp(`(?<=\\d) ?${CREDIT_OR_DEBIT}\\.?$`);

/** "/Unit", "each", "per kg" behind a unit price. */
const UNIT = /(?<=\d) ?(?:\/ ?\p{L}{1,8}|each|ea|per \p{L}{1,8})\.?$/iu;

/** Letters among digits as digits, only where the rest is made of digits and separators and at least one digit is sure. */
function digitsAmong(text: string): string | undefined {
  return AMONG_DIGITS.test(text) && /\d/.test(text) ? asDigits(text) : undefined;
}

/** A stroke at either end is a rule of a table as often. */
const EDGE = `[\\d${ZERO_LIKE}${ONE_LIKE.replace('|', '')}]`;
const AMONG_DIGITS = new RegExp(`^${EDGE}(?:[${DIGIT_LIKE} .,'-]*(?:${EDGE}|[.,] ?${TWO_PLACES}))?$`);

/** Leading zeros or very many digits are a number of a card, an article or a telephone. */
function isCode(digits: string): boolean {
  return /^0\d/.test(digits) || /^\d{10,}$/.test(digits);
}
