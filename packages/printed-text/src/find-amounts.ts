import { CREDIT_OR_DEBIT, closesWithDash, isCredit, NO_CENTS } from './amount-marks.ts';
import { findCurrencySigns } from './currency-signs.ts';
import { readPrintedDecimal } from './decimals.ts';
import { asDigits } from './digits.ts';
import { plainText } from './plain-text.ts';

/**
 * How an amount is printed: `exact` with decimals; `repaired`, the same after a reading error was undone; `whole`,
 * an integer with a currency or a mark that says that it has no cents; `lost-point`, digits whose decimal point may have
 * been overlooked; `unsigned`, a negative amount whose sign may be a stray stroke; `plain`, any other number.
 */
export type AmountForm = 'exact' | 'repaired' | 'whole' | 'lost-point' | 'unsigned' | 'plain';

/** One way to read an amount. `cents` is hundredths of what is printed, whatever the currency. */
export interface AmountReading {
  readonly cents: number;
  readonly form: AmountForm;
  /** As printed, with reading errors undone: `RM 14.10` for `RM 14-10`. */
  readonly text: string;
}

/** A number in a text that may be money. */
export interface Amount extends AmountReading {
  readonly hasCurrency: boolean;
  /** Offsets of the whole amount, currency and sign included. */
  readonly start: number;
  readonly end: number;
  /** A second way to read it. */
  readonly alternative?: AmountReading;
}

// A sign of a currency in the text that is searched: its first character, and as many as it has behind that.
const [SIGN, SIGN_GOES_ON] = ['\uE001', '\uE002'];
const CURRENCY = `${SIGN}${SIGN_GOES_ON}*`;
const CENTS = '\\s?[.,]\\s?[\\dOolI]{2}(?!\\d)';
const HUNDREDS = '\\d{1,2}(?:,\\d{2})+,\\d{3}';
// By any marks: which of them are misread shows later.
const THOUSANDS = "\\d{1,3}(?:[,.']\\d{3})+";
const SPACED = '\\d{1,3}(?: \\d{3})+';
const END = `(?:${NO_CENTS}|(?!\\d))`;
// In order; blanks between whole numbers join them only where a currency or nothing at all stands beside them.
const NUMBER = [
  `(?:${HUNDREDS}|\\d{1,3}(?:[ ,.']\\d{3})+)${CENTS}`,
  `(?:${HUNDREDS}|${THOUSANDS})${END}`,
  `(?<=${CURRENCY}\\s?-?\\s?)${SPACED}${END}`,
  `${SPACED}(?:${NO_CENTS}|(?=\\s?${CURRENCY}))`,
  `(?<=^\\s*-?\\s?)${SPACED}(?=\\s?-?\\s*$)`,
  '\\d+\\s?[.,]\\s?[\\dOolISB]{2}(?!\\d)',
  '\\d+\\s\\d{2}(?!\\d)',
  `\\d+${NO_CENTS}`,
  '\\d+',
].join('|');
const AMOUNT = new RegExp(
  `(?<front>${CURRENCY})?\\s*(?<sign>[-(+]\\s*)?(?<middle>${CURRENCY})?\\s*(?<sign2>-\\s*)?(?<number>${NUMBER})` +
    `(?<bracket>\\s*\\))?(?<tail>\\s?-(?![\\dA-Za-z]))?(?<entry>(?<=[.,]\\d{2}) ?${CREDIT_OR_DEBIT}(?![A-Za-z]))?` +
    `(?:\\s*(?<back>${CURRENCY}))?`,
  'gu',
);

// What looks like a number but never is money. Order matters: dates before anything that has dots in it.
const NOT_MONEY: readonly RegExp[] = [
  /\b\d{1,4}[/\-.]\d{1,2}[/\-.]\d{2,4}\b(?!\s*[.,]\d{2}\b)/g,
  /\b\d{1,2}:\d{2}(?::\d{2})?\b/g,
  /\d+(?:[.,]\d+)?\s*%/g,
  /\b\d+(?:[.,]\d+)?\s*(?:kg|g|gm|ml|cl|l|ltr|litre|liter|cm|mm|m|inch|pcs|oz|lb|lbs|kwh)\b/gi,
  /\d{2,3}-\d{5,}|\d{5,}-[A-Z]\b/g,
  // Years, times, numbers and counts in Chinese, Japanese and Korean.
  /\d+\s?[年月日時分秒号番点個년월일]/g,
];
const MASK = '\uE000';
const LONGEST_INTEGER = 7;
const PLACES_OF_CENTS = 2;

/**
 * Finds the numbers of a text that may be money, from left to right, in every notation that `readPrintedAmount` reads: what
 * it reads as one amount is not taken apart here.
 */
export function findAmounts(text: string): Amount[] {
  if (!/\p{Nd}/u.test(text)) return [];
  const plain = repairDigits(plainText(text));
  const withoutOthers = NOT_MONEY.reduce(
    (rest, pattern) => rest.replace(pattern, (found) => MASK.repeat(found.length)),
    plain,
  );
  const searched = withSignsMarked(withoutOthers);
  const dash = DASH_FOR_POINT.exec(searched)?.index;
  const pointed = (of: string) => (dash === undefined ? of : `${of.slice(0, dash)}.${of.slice(dash + 1)}`);
  const lines = { printed: pointed(plain), searched: pointed(searched) };
  return [...lines.searched.matchAll(AMOUNT)].flatMap((match) => toAmount(match, lines) ?? []);
}

/** Undoes what the recogniser often does to digits; every replacement keeps the length. */
const repairDigits = (text: string): string =>
  text
    .replace(/(?<=\d)[Oo](?=[\dOo.,])|(?<![A-Za-z])[Oo](?=[.,]\s?\d)/g, '0')
    .replace(/(?<=\d)[lI|](?=\s?[.,]\s?\d)/g, '1');

/** Each sign of a currency as the same two characters, so that a pattern of amounts need not know them all. */
function withSignsMarked(text: string): string {
  const characters = text.split('');
  for (const { sign, index } of findCurrencySigns(text)) {
    characters.fill(SIGN_GOES_ON, index, index + sign.length).fill(SIGN, index, index + 1);
  }
  // A backslash is how many printers and readers render the yen sign.
  return characters.join('').replace(/\\(?=\d)/g, SIGN);
}

/** A dash for the decimal point, only where the text ends, so that ranges and codes stay out. */
const DASH_FOR_POINT = new RegExp(`(?<=(?:^|:|${CURRENCY}\\s?)\\s*\\d{1,5}\\s?)-(?=\\d{2}\\s*$)`);

/** A text as printed, and as it is searched; the same offsets hold for both. */
interface Lines {
  readonly printed: string;
  readonly searched: string;
}

function toAmount(match: RegExpExecArray, { printed, searched }: Lines): Amount | undefined {
  const { number = '', front, middle, back } = match.groups ?? {};
  const start = match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0);
  const numberStart = match.index + match[0].indexOf(number, front?.length ?? 0);
  const hasCurrency = (front ?? middle ?? back) !== undefined;
  if (!standsAlone(searched, numberStart, number, hasCurrency)) return undefined;
  const isNegative = readsNegative(match, searched, printed.slice(start, numberStart).replace(/[-\s(+]/g, ''));
  const reading = readNumber(number, hasCurrency);
  if (!reading) return undefined;
  const sign = isNegative ? -1 : 1;
  // A bracket that was opened before the amount is no part of it: "(of which tax 1.20)".
  const whole = match[0].includes('(') ? match[0] : match[0].replace(/\s*\)\s*$/, '');
  const end = match.index + whole.trimEnd().length;
  const around = (digits: string) =>
    printed.slice(start, numberStart) + digits + printed.slice(numberStart + number.length, end);
  const signed = ({ cents, form, digits }: NumberReading): AmountReading => ({
    cents: sign * cents,
    form,
    text: around(digits),
  });
  const alternative = alternativeReading(reading, number, hasCurrency);
  const unsigned: AmountReading = {
    cents: reading.cents,
    form: 'unsigned',
    text: around(reading.digits).replace(UNSIGNED, ''),
  };
  const second = alternative ? signed(alternative) : isNegative && reading.form !== 'plain' ? unsigned : undefined;
  return {
    ...signed(reading),
    hasCurrency,
    start,
    end,
    ...(second ? { alternative: second } : {}),
  };
}

/** What makes an amount negative, wherever it stands. */
const UNSIGNED = new RegExp(`^\\(|\\)$|-(?=\\s*(?:\\d|\\())|(?<![.,/-])-$| ?${CREDIT_OR_DEBIT}$`, 'g');

/** Whether the number is no part of a longer word, code or number. */
function standsAlone(text: string, start: number, number: string, hasCurrency: boolean): boolean {
  const before = text[start - 1] ?? ' ';
  const rest = text.slice(start + number.length);
  if (/[A-Za-z0-9\uE000]/.test(before) && !hasCurrency) {
    // A misread currency: `RN12.00`.
    const isMisreadCurrency =
      /(?:^|\s)(?:R|M|RN|RH|AM|FM|PM)$/i.test(text.slice(0, start)) && /^\d+[.,]\d{2}$/.test(number);
    const endsAWord = /[A-Za-z]/.test(before) && /[.,]\s?\d{2}$/.test(number);
    if (!isMisreadCurrency && !endsAWord) return false;
  }
  if (/[/#]/.test(before) || rest.startsWith('/')) return false;
  if (/^[0-9\uE000]/.test(rest) || /^[.,]\d/.test(rest)) return false;
  return !/^[A-Za-z]/.test(rest) || /^[A-Za-z]{1,3}(?:\W|$)/.test(rest);
}

function readsNegative({ groups = {}, index }: RegExpExecArray, text: string, currency: string): boolean {
  const { sign = '', sign2, bracket, tail, entry = '', front } = groups;
  // A dash behind a word joins, it does not subtract.
  const joins = sign.includes('-') && /[A-Za-z0-9]/.test(text[index - 1] ?? ' ') && front === undefined;
  if (joins) return false;
  return (
    sign.includes('-') ||
    (sign.includes('(') && bracket !== undefined) ||
    sign2 !== undefined ||
    (tail !== undefined && !closesWithDash(currency)) ||
    isCredit(entry)
  );
}

interface NumberReading {
  readonly cents: number;
  readonly form: AmountForm;
  /** The number with reading errors undone. */
  readonly digits: string;
}

const WITHOUT_CENTS = new RegExp(`${NO_CENTS}$`);

function readNumber(number: string, hasCurrency: boolean): NumberReading | undefined {
  const digits = asDigits(number.replace(WITHOUT_CENTS, ''));
  const isClosed = WITHOUT_CENTS.test(number);
  const read = readPrintedDecimal(digits);
  if (!read || (/^\d+$/.test(digits) && digits.length > LONGEST_INTEGER)) return undefined;
  const [whole = '', fraction = ''] = read.decimal.split('.');
  const cents =
    Number(whole) * 100 +
    Number(fraction.padEnd(PLACES_OF_CENTS, '0')) / 10 ** Math.max(0, fraction.length - PLACES_OF_CENTS);
  if (fraction === '') return { cents, form: hasCurrency || isClosed ? 'whole' : 'plain', digits: number };
  // Digits behind which no point was read; three places without a currency weigh or count something.
  if (/^\d+\s\d{2}$/.test(digits)) return { cents, form: 'lost-point', digits: digits.replace(/\s/, '.') };
  if (fraction.length > PLACES_OF_CENTS) return { cents, form: hasCurrency ? 'exact' : 'plain', digits: number };
  const tight = digits.replace(/\s?([.,])\s?(?=\d{2}$)/, '$1');
  return { cents, form: read.repaired || tight !== number ? 'repaired' : 'exact', digits: tight };
}

/** Digits may have lost their decimal point; an amount with a round number of units probably has not. */
function alternativeReading(reading: NumberReading, number: string, hasCurrency: boolean): NumberReading | undefined {
  if (!/^\d{3,}$/.test(number)) return undefined;
  if (hasCurrency && number.length === 3 && number.endsWith('0')) return undefined;
  return {
    cents: reading.cents / 100,
    form: 'lost-point',
    digits: `${number.slice(0, -2)}.${number.slice(-2)}`,
  };
}
