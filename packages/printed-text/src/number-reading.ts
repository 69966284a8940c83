import { NO_CENTS } from './amount-marks.ts';
import { BLANK, LABELLED_BLANK, SIGN_POINT } from './amount-pattern.ts';
import { readPrintedDecimal } from './decimals.ts';

/**
 * How an amount is printed: `exact` with decimals; `repaired`, the same after a reading error was undone; `whole`,
 * an integer with a currency or a mark that says that it has no cents; `lost-point`, digits whose decimal point may have
 * been overlooked; `unsigned`, a negative amount whose sign may be a stray stroke; `last-group`, what stands behind the
 * first blank of a number, which may be a quantity: 450 of `2 450`; `plain`, any other number.
 */
export type AmountForm = 'exact' | 'repaired' | 'whole' | 'lost-point' | 'unsigned' | 'last-group' | 'plain';

// Longer ones number something; only of shorter ones a point is thought to be lost.
const LONGEST_INTEGER = 9;
const LONGEST_LOST_POINT = 7;
const PLACES_OF_CENTS = 2;

/** A number with a point where a sign or a colon stands for it, and plain blanks. */
export function withPoint(number: string): string {
  const tight = number.replace(new RegExp(BLANK, 'g'), ' ').replace(new RegExp(`( ?)${SIGN_POINT}+ ?`), '$1:$1');
  return tight.replace(/:(?= ?\d{2}$)/, tight.includes('.') ? ',' : '.');
}

export interface NumberReading {
  readonly cents: number;
  readonly form: AmountForm;
  /** The number with reading errors undone. */
  readonly digits: string;
}

const WITHOUT_CENTS = new RegExp(`${NO_CENTS}$`);

export function readNumber(number: string, hasCurrency: boolean): NumberReading | undefined {
  const digits = number.replace(WITHOUT_CENTS, '');
  const isClosed = WITHOUT_CENTS.test(number);
  const read = readPrintedDecimal(digits);
  if (!read || (/^\d+$/.test(digits) && digits.length > LONGEST_INTEGER)) return undefined;
  const [whole = '', fraction = ''] = read.decimal.split('.');
  const places = fraction.padEnd(PLACES_OF_CENTS, '0');
  const cents = Number(`${whole}${places.slice(0, PLACES_OF_CENTS)}.${places.slice(PLACES_OF_CENTS)}`);
  if (fraction === '') return { cents, form: hasCurrency || isClosed ? 'whole' : 'plain', digits: number };
  // Digits behind which no point was read; one or three places without a currency weigh or count something.
  if (/^\d+\s\d{2}$/.test(digits)) return { cents, form: 'lost-point', digits: digits.replace(/\s/, '.') };
  if (fraction.length !== PLACES_OF_CENTS) return { cents, form: hasCurrency ? 'exact' : 'plain', digits: number };
  const tight = digits.replace(/\s?([.,])\s?(?=\d{2}$)/, '$1');
  return { cents, form: read.repaired || tight !== number ? 'repaired' : 'exact', digits: tight };
}

/** Digits may have lost their decimal point; an amount with a round number of units probably has not. */
export function alternativeReading(number: string, hasCurrency: boolean): NumberReading | undefined {
  if (!/^\d{3,}$/.test(number) || number.length > LONGEST_LOST_POINT) return undefined;
  if (hasCurrency && number.length === 3 && number.endsWith('0')) return undefined;
  return {
    cents: Number(number),
    form: 'lost-point',
    digits: `${number.slice(0, -2)}.${number.slice(-2)}`,
  };
}

/** What stands behind the first blank of a number, where a quantity may stand before it and the blank is a plain one. */
export function lastGroup(number: string, { form }: NumberReading): NumberReading | undefined {
  const rest = QUANTITY_FIRST.exec(number)?.[1];
  const read = rest === undefined ? undefined : readPrintedDecimal(rest);
  if (!rest || !read || form === 'plain') return undefined;
  const [whole = '', fraction = ''] = read.decimal.split('.');
  return {
    cents: Number(`${whole}${fraction.padEnd(PLACES_OF_CENTS, '0').slice(0, PLACES_OF_CENTS)}`),
    form: 'last-group',
    digits: rest,
  };
}

const QUANTITY_FIRST = new RegExp(`^[1-9]\\d?[ ${LABELLED_BLANK}]([1-9]\\d{2}(?:[.,]\\d{2})?)$`);
