import { CREDIT_OR_DEBIT, closesWithDash, isCredit, NO_CENTS, withoutTaxClass } from './amount-marks.ts';
import { leadingCurrencySign, trailingCurrencySign } from './currency-signs.ts';
import { type Notation, type PrintedDecimal, readPrintedDecimal } from './decimals.ts';
import { asDigits, DIGIT_LIKE, ONE_LIKE, TWO_PLACES, ZERO_LIKE } from './digits.ts';
import { normalizePrinted, onOneLine } from './plain-text.ts';

/** An amount as it is printed, before its currency is known. */
export interface PrintedAmount extends PrintedDecimal {
  readonly negative: boolean;
  /** The currency symbol or code beside it, as printed. */
  readonly currencySign?: string;
}

/**
 * Reads one printed amount in any common notation, without a float: `RM 9.00`, `(12.00)`, `12.00-`, `¥1,980`,
 * `1.980,- €`, `12.50 A` (a tax class behind it), full-width digits, O for 0 and l for 1 among digits.
 *
 * @returns undefined when the text is anything else: a date, a percentage, a card number, a word.
 */
export function readPrintedAmount(text: string, notation: Notation = {}): PrintedAmount | undefined {
  const peeled = peel(onOneLine(normalizePrinted(text)));
  const digits = digitsAmong(peeled.rest);
  if (digits === undefined) return undefined;
  const read = readPrintedDecimal(digits, notation);
  if (!read || isCode(digits)) return undefined;
  return {
    ...read,
    repaired: read.repaired || digits !== peeled.rest,
    negative: peeled.negative,
    ...(peeled.currencySign !== undefined && { currencySign: peeled.currencySign }),
  };
}

interface Peeled {
  rest: string;
  negative: boolean;
  currencySign?: string;
}

/** Takes signs, brackets, currency and marks off both ends until only the digits are left. */
function peel(text: string): Peeled {
  const state: Peeled = { rest: text, negative: false };
  for (let before = ''; before !== state.rest; ) {
    before = state.rest;
    peelBrackets(state);
    peelFront(state);
    peelBack(state);
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
  const rest = state.rest.replace(/[*#=:; ]+$/, '').replace(/(?<=\d)\.$/, '');
  state.rest = rest;
  const sign = trailingCurrencySign(rest);
  if (sign !== undefined && /\d/.test(rest.slice(0, -sign.length))) {
    state.currencySign ??= sign;
    state.rest = rest.slice(0, -sign.length);
  } else if (WITHOUT_CENTS.test(rest)) {
    state.rest = rest.replace(WITHOUT_CENTS, '');
  } else if (/(?<=\d) ?-$/.test(rest)) {
    state.negative ||= !closesWithDash(state.currencySign);
    state.rest = rest.slice(0, -1);
  } else if (ENTRY.test(rest)) {
    state.negative ||= isCredit(ENTRY.exec(rest)?.[0] ?? '');
    state.rest = rest.replace(ENTRY, '');
  } else {
    state.rest = withoutTaxClass(rest.replace(UNIT, ''));
  }
}

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
