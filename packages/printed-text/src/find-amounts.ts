import { CREDIT_OR_DEBIT, closesWithDash, GLUED_UNIT, isCredit } from './amount-marks.ts';
import { AMOUNT, SIGN_POINT } from './amount-pattern.ts';
import { isLabelWord } from './label-words.ts';
import { isHundredths, MINOR_UNIT } from './minor-units.ts';
import {
  type AmountForm,
  alternativeReading,
  lastGroup,
  type NumberReading,
  readNumber,
  withPoint,
} from './number-reading.ts';
import { plainDigit, plainText } from './plain-text.ts';
import { hasRaisedDigits, levelText } from './raised-digits.ts';
import { type SearchedText, toSearchedText } from './searched-text.ts';
import { isPointedBySign, isWhole, standsAlone } from './whole-amount.ts';

/** One way to read an amount. `cents` is hundredths of what is printed, whatever the currency; a third place is a fraction. */
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

/**
 * Finds the numbers of a text that may be money, from left to right, in every notation that `readPrintedAmount` reads: what
 * it reads as one amount is not taken apart here, and what neither reads whole is left out. So is a whole number with
 * letters for digits: in running text these may begin a word.
 */
export function findAmounts(text: string): Amount[] {
  if (!/\p{Nd}/u.test(text)) return [];
  if (hasRaisedDigits(text)) return findAmongRaisedDigits(text);
  return WIDE_DIGIT.test(text) ? findAmongWideDigits(text) : findAmongDigits(text);
}

/** The same where digits are raised: they are searched as cents, or left out, and what is found keeps its offsets. */
function findAmongRaisedDigits(text: string): Amount[] {
  const level = levelText(plainText(text));
  if (hasRaisedDigits(level.text)) return findAmongDigits(text);
  return findAmounts(level.text).map((amount) => ({
    ...amount,
    start: level.offsets[amount.start] ?? text.length,
    end: (level.offsets[amount.end - 1] ?? text.length) + 1,
  }));
}

/** A digit that takes two places in a text, as those of Adlam and Chakma do. */
const WIDE_DIGIT = /[\u{10000}-\u{10ffff}]/u;

/** The same where digits take two places: they are searched as ours, and what is found keeps its offsets. */
function findAmongWideDigits(text: string): Amount[] {
  const offsets: number[] = [];
  let narrow = '';
  let offset = 0;
  for (const character of text) {
    const written = character.length > 1 ? plainDigit(character) : character;
    for (let place = 0; place < written.length; place += 1) offsets.push(offset + place);
    narrow += written;
    offset += character.length;
  }
  return findAmongDigits(narrow).map((amount) => ({
    ...amount,
    start: offsets[amount.start] ?? text.length,
    end: offsets[amount.end] ?? text.length,
  }));
}

function findAmongDigits(text: string): Amount[] {
  const original = plainText(text);
  const hundredths = findHundredths(original);
  if (hundredths) return [hundredths];
  const texts = toSearchedText(original, text);
  return [...texts.searched.matchAll(AMOUNT)].flatMap((match) => toAmount(match, texts) ?? []);
}

/** Hundredths with their mark alone, or behind a word that labels amounts: "85p", "Total 90 gr". */
function findHundredths(text: string): Amount | undefined {
  const { label = '', amount = '' } = HUNDREDTHS.exec(text)?.groups ?? {};
  const isLabelled = isLabelWord(/(\p{L}+)[.:]? *$/u.exec(label)?.[1] ?? '');
  if (!isLabelled && (label.trim() !== '' || !isHundredths(amount))) return undefined;
  const cents = Number(amount.replace(/\D/g, '')) * (/^[-(]/.test(amount) ? -1 : 1);
  return {
    cents,
    form: 'exact',
    text: amount,
    hasCurrency: false,
    start: label.length,
    end: label.length + amount.length,
  };
}

const HUNDREDTHS = new RegExp(`^(?<label>[^\\d(-]*)(?<amount>(?:- ?)?[1-9]\\d{0,2} ?${MINOR_UNIT})\\s*$`, 'u');

function toAmount(match: RegExpExecArray, { original, printed, searched }: SearchedText): Amount | undefined {
  const { number = '', front, middle, back } = match.groups ?? {};
  const start = match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0);
  const numberStart = match.index + match[0].indexOf(number, front?.length ?? 0);
  const hasCurrency = (front ?? middle ?? back) !== undefined || number.includes(SIGN_POINT);
  const isBehindSign = (front ?? middle) !== undefined;
  if (!isWhole(searched, numberStart, number, isBehindSign) || isPointedBySign(searched, match)) return undefined;
  if (/^-\d/.test(match[0]) && CODE_BEFORE.test(searched.slice(0, match.index))) return undefined;
  if (!standsAlone(searched, numberStart, number, hasCurrency)) return undefined;
  // No day has three digits of hours: "537:00" is an amount.
  if (/:\d/.test(number) && !hasCurrency && !/\d{3}:/.test(number)) return undefined;
  const isNegative = readsNegative(match, searched, printed.slice(start, numberStart).replace(/[-\s(+]/g, ''));
  const numberEnd = numberStart + number.length;
  const asPrinted = printed.slice(numberStart, numberEnd);
  const read = readNumber(withPoint(number), hasCurrency);
  if (!read) return undefined;
  const isRepaired = read.form === 'exact' && original.slice(numberStart, numberEnd) !== asPrinted;
  const isMeasure = !hasCurrency && GLUED_UNIT.test(number + searched.charAt(numberEnd));
  const reading: NumberReading = {
    ...read,
    ...(isRepaired && { form: 'repaired' }),
    ...(isMeasure && { form: 'plain' }),
  };
  const sign = isNegative ? -1 : 1;
  // A bracket that was opened before the amount is no part of it: "(of which tax 1.20)".
  const whole = match[0].includes('(') ? match[0] : match[0].replace(/\s*\)\s*$/, '');
  const end = match.index + whole.trimEnd().length;
  const around = (digits: string) =>
    printed.slice(start, numberStart) +
    (digits === withPoint(number) ? asPrinted : digits) +
    printed.slice(numberEnd, end);
  const signed = ({ cents, form, digits }: NumberReading): AmountReading => ({
    cents: sign * cents,
    form,
    text: around(digits),
  });
  const alternative =
    alternativeReading(number, hasCurrency) ?? (isNegative || isBehindSign ? undefined : lastGroup(number, reading));
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

/** Letters and digits that a dash and more digits belong to: "f12-34", which may be a misread "£12-34". */
const CODE_BEFORE = /(?<![\p{L}\d])\p{L}{1,3}\d+$/u;

/** What makes an amount negative, wherever it stands. */
const UNSIGNED = new RegExp(`^\\(|\\)$|-(?=\\s*(?:\\d|\\())|(?<![.,/-])-$| ?${CREDIT_OR_DEBIT}$`, 'g');

function readsNegative({ groups = {}, index, 0: whole }: RegExpExecArray, text: string, currency: string): boolean {
  const { sign = '', sign2, bracket, bracket2, tail, tail2, entry = '', front } = groups;
  // A dash behind a word joins, it does not subtract, unless it belongs to the digits alone: "Total -12.00".
  const isOfDigits = /^\s+-\S/.test(whole);
  const joins = sign.includes('-') && !isOfDigits && /[A-Za-z0-9]/.test(text[index - 1] ?? ' ') && front === undefined;
  if (joins) return false;
  return (
    sign.includes('-') ||
    (sign.includes('(') && (bracket ?? bracket2) !== undefined) ||
    (sign2 ?? tail2) !== undefined ||
    (tail !== undefined && !closesWithDash(currency, groups['number'])) ||
    isCredit(entry)
  );
}
