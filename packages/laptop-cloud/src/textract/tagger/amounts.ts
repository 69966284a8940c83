import { asDigits } from 'printed-text/digits';
import { plainText } from 'printed-text/plain-text';

/**
 * How an amount is printed: `exact` with two decimals; `repaired`, the same after a reading error was undone; `whole`,
 * an integer with a currency or in groups of three; `lost-point`, digits whose decimal point may have been overlooked;
 * `unsigned`, a negative amount whose sign may be a stray stroke; `plain`, any other integer.
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

const CURRENCY =
  '(?:RM|MYR|USD|US\\$|S\\$|SGD|HK\\$|NT\\$|EUR|GBP|INR|Rs\\.?|CHF|Fr\\.|AUD|CAD|NZD|A\\$|C\\$|PLN|zł|kr\\.?|SEK|NOK|DKK|CZK|Kč|HUF|Ft|JPY|CNY|RMB|KRW|IDR|Rp\\.?|THB|PHP|VND|AED|SAR|KWD|ZAR|BRL|MXN|TRY|R\\$|[$€£¥￥₹฿₩₫₱₺₽¤])';
const NUMBER = [
  "\\d{1,3}(?:[ ,.']\\d{3})+\\s?[.,]\\s?[\\dOolI]{2}(?!\\d)",
  '\\d+\\s?[.,]\\s?[\\dOolISB]{2}(?!\\d)',
  "\\d{1,3}(?:[,.']\\d{3})+(?!\\d)",
  '\\d+\\s[\\d]{2}(?!\\d)',
  '\\d+[.,]-',
  '\\d+',
].join('|');
const AMOUNT = new RegExp(
  `(?<front>${CURRENCY})?\\s*(?<sign>[-(+]\\s*)?(?<middle>${CURRENCY})?\\s*(?<sign2>-\\s*)?(?<number>${NUMBER})(?<bracket>\\s*\\))?(?<tail>\\s?-(?![\\dA-Za-z]))?(?:\\s*(?<back>${CURRENCY})(?![A-Za-z]))?`,
  'gi',
);

// What looks like a number but never is money. Order matters: dates before anything that has dots in it.
const NOT_MONEY: readonly RegExp[] = [
  /\b\d{1,4}[/\-.]\d{1,2}[/\-.]\d{2,4}\b(?!\s*[.,]\d{2}\b)/g,
  /\b\d{1,2}:\d{2}(?::\d{2})?\b/g,
  /\d+(?:[.,]\d+)?\s*%/g,
  /\b\d+(?:[.,]\d+)?\s*(?:kg|g|gm|ml|cl|l|ltr|litre|liter|cm|mm|m|inch|pcs|oz|lb|lbs|kwh)\b/gi,
  /\d{2,3}-\d{5,}|\d{5,}-[A-Z]\b/g,
];
const MASK = '\uE000';
const LONGEST_INTEGER = 7;

/** Finds the numbers of a text that may be money, from left to right. */
export function findAmounts(text: string): Amount[] {
  const masked = NOT_MONEY.reduce(
    (rest, pattern) => rest.replace(pattern, (found) => MASK.repeat(found.length)),
    repairDigits(plainText(text)),
  );
  const amounts: Amount[] = [];
  AMOUNT.lastIndex = 0;
  for (let match = AMOUNT.exec(masked); match; match = AMOUNT.exec(masked)) {
    const amount = toAmount(match, masked);
    if (amount) amounts.push(amount);
  }
  return amounts;
}

/** Undoes what the recogniser often does to amounts; every replacement keeps the length. */
function repairDigits(text: string): string {
  return (
    text
      .replace(/(?<=\d)[Oo](?=[\dOo.,])|(?<![A-Za-z])[Oo](?=[.,]\s?\d)/g, '0')
      .replace(/(?<=\d)[lI|](?=\s?[.,]\s?\d)/g, '1')
      // A dash for the decimal point, only where the text ends, so that ranges and codes stay out.
      .replace(/(^|[:$]|\b(?:RM|MYR|USD|EUR|GBP)\s?)(\s*\d{1,5}\s?)-(\d{2})(?=\s*$)/i, '$1$2.$3')
  );
}

function toAmount(match: RegExpExecArray, text: string): Amount | undefined {
  const { number = '', front, middle, back } = match.groups ?? {};
  const start = match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0);
  const numberStart = match.index + match[0].indexOf(number, front?.length ?? 0);
  const hasCurrency = (front ?? middle ?? back) !== undefined;
  if (!standsAlone(text, numberStart, number, hasCurrency)) return undefined;
  const isNegative = readsNegative(match, text);
  const reading = readNumber(number, hasCurrency);
  if (!reading) return undefined;
  const sign = isNegative ? -1 : 1;
  // A bracket that was opened before the amount is no part of it: "(of which tax 1.20)".
  const whole = match[0].includes('(') ? match[0] : match[0].replace(/\s*\)\s*$/, '');
  const around = (digits: string) => whole.trim().replace(number, () => digits);
  const signed = ({ cents, form, digits }: NumberReading): AmountReading => ({
    cents: sign * cents,
    form,
    text: around(digits),
  });
  const alternative = alternativeReading(reading, number, hasCurrency);
  const unsigned: AmountReading = {
    cents: reading.cents,
    form: 'unsigned',
    text: around(reading.digits).replace(/^\(|\)$|-(?=\s*(?:\d|\())|-$/g, ''),
  };
  const second = alternative ? signed(alternative) : isNegative && reading.form !== 'plain' ? unsigned : undefined;
  return {
    ...signed(reading),
    hasCurrency,
    start,
    end: match.index + whole.trimEnd().length,
    ...(second ? { alternative: second } : {}),
  };
}

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

function readsNegative({ groups = {}, index }: RegExpExecArray, text: string): boolean {
  const { sign = '', sign2, bracket, tail, front } = groups;
  // A dash behind a word joins, it does not subtract.
  const joins = sign.includes('-') && /[A-Za-z0-9]/.test(text[index - 1] ?? ' ') && front === undefined;
  if (joins) return false;
  return (
    sign.includes('-') || (sign.includes('(') && bracket !== undefined) || sign2 !== undefined || tail !== undefined
  );
}

interface NumberReading {
  readonly cents: number;
  readonly form: AmountForm;
  readonly digits: string;
}

function readNumber(number: string, hasCurrency: boolean): NumberReading | undefined {
  const decimal = /^(?<whole>.*?)(?<gap>\s?)(?<point>[.,])(?<gap2>\s?)(?<fraction>[\dOolISB]{2})$/.exec(number)?.groups;
  if (decimal) {
    const { whole = '', gap, gap2, point = '.', fraction = '' } = decimal;
    const isRepaired = Boolean(gap) || Boolean(gap2) || /\D/.test(fraction);
    const cents = Number(whole.replace(/\D/g, '')) * 100 + Number(asDigits(fraction));
    return { cents, form: isRepaired ? 'repaired' : 'exact', digits: `${whole}${point}${asDigits(fraction)}` };
  }
  const integer = Number(number.replace(/\D/g, ''));
  if (/^\d+\s\d{2}$/.test(number)) return { cents: integer, form: 'lost-point', digits: number.replace(/\s/, '.') };
  if (/[.,]-$/.test(number)) return { cents: integer * 100, form: 'whole', digits: number };
  if (/^\d{1,3}(?:[,.']\d{3})+$/.test(number)) {
    return { cents: integer * 100, form: hasCurrency ? 'whole' : 'plain', digits: number };
  }
  if (number.length > LONGEST_INTEGER) return undefined;
  return { cents: integer * 100, form: hasCurrency ? 'whole' : 'plain', digits: number };
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
