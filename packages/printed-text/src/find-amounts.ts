import { CREDIT_OR_DEBIT, closesWithDash, GLUED_UNIT, isCredit, NO_CENTS } from './amount-marks.ts';
import { findCurrencySigns, leadingCurrencySign, trailingCurrencySign } from './currency-signs.ts';
import { readPrintedDecimal } from './decimals.ts';
import { LETTERS_LIKE_DIGITS, ONE_LIKE, repairDigits, ZERO_LIKE } from './digits.ts';
import { isLabelWord } from './label-words.ts';
import { isHundredths, MINOR_UNIT } from './minor-units.ts';
import { plainDigit, plainText } from './plain-text.ts';
import { hasRaisedDigits, levelText } from './raised-digits.ts';
import { UNKNOWN_SIGN } from './unknown-marks.ts';

/**
 * How an amount is printed: `exact` with decimals; `repaired`, the same after a reading error was undone; `whole`,
 * an integer with a currency or a mark that says that it has no cents; `lost-point`, digits whose decimal point may have
 * been overlooked; `unsigned`, a negative amount whose sign may be a stray stroke; `last-group`, what stands behind the
 * first blank of a number, which may be a quantity: 450 of `2 450`; `plain`, any other number.
 */
export type AmountForm = 'exact' | 'repaired' | 'whole' | 'lost-point' | 'unsigned' | 'last-group' | 'plain';

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

// A sign of a currency in the text that is searched: its first character, and as many as it has behind that.
const [SIGN, SIGN_GOES_ON] = ['\uE001', '\uE002'];
const CURRENCY = `${SIGN}${SIGN_GOES_ON}*`;
// A sign that is the decimal point; a blank inside a number that only joins, and one that its label says joins.
const [SIGN_POINT, FIRM_BLANK, LABELLED_BLANK] = ['\uE003', '\uE004', '\uE005'];
const BLANK = `[ ${FIRM_BLANK}${LABELLED_BLANK}]`;
const CENTS = '\\s?[.,]\\s?\\d{2}(?!\\d)';
const PLACES = '[.,]\\d(?:\\d\\d)?(?!\\d)';
const HUNDREDS = '\\d{1,2}(?:,\\d{2})+,\\d{3}';
// By any marks: which of them are misread shows later.
const THOUSANDS = "\\d{1,3}(?:(?:[,.] ?|')\\d{3})+";
const ANY_GROUPS = `\\d{1,3}(?:(?: ?[,.] ?|'|${BLANK})\\d{3})+`;
const SPACED = `\\d{1,3}(?:${BLANK}\\d{3})+(?!${BLANK}\\d{3}(?!\\d))`;
const JOINED = `\\d{1,3}(?:[${FIRM_BLANK}${LABELLED_BLANK}]\\d{3})+(?!${BLANK}\\d{3}(?!\\d))`;
const END = `(?:${NO_CENTS}|(?![.,']?\\d))`;
// In order; blanks between whole numbers join them only where a currency or nothing at all stands beside them.
const NUMBER = [
  `(?:${ANY_GROUPS}|\\d+)(?: ${SIGN_POINT} |${SIGN_POINT}+ ?)\\d{2}`,
  `(?:${ANY_GROUPS}|\\d+):\\d{2}(?![\\d:])`,
  `(?:\\d{1,3}(?:[.,]\\d{3})+|\\d{1,6})'\\d{2}(?![\\d"'])`,
  `(?:${HUNDREDS}|${ANY_GROUPS})${CENTS}`,
  `(?:${HUNDREDS}|${THOUSANDS})${END}`,
  `${JOINED}${END}`,
  `(?<=${CURRENCY}\\s?-?\\s?)${SPACED}${END}`,
  `${SPACED}(?:${NO_CENTS}|(?=\\s?${CURRENCY}))`,
  `(?<=^\\s*-?\\s?)${SPACED}(?=\\s?-?\\s*$)`,
  // Francs in West Africa and the Pacific; the same letter behind decimals is a class of tax.
  `${SPACED}(?=\\s?F\\s*$)`,
  `(?:${HUNDREDS}|${ANY_GROUPS})${PLACES}`,
  `\\d+${CENTS}`,
  '\\d+[.,]\\d \\d(?=\\s*$)',
  `\\d+${PLACES}`,
  '\\d+\\s\\d{2}(?!\\d|[.,]\\d)',
  `\\d+${NO_CENTS}`,
  '\\d+',
].join('|');
const AMOUNT = new RegExp(
  `(?<front>${CURRENCY})?\\s*(?<sign>[-(+]\\s*)?(?<middle>${CURRENCY})?\\s*(?<sign2>-\\s*)?(?<number>${NUMBER})` +
    `(?<class>(?<=[.,]\\d{2})[SB](?![A-Za-z\\d]))?(?<bracket>\\s*\\))?(?<tail>\\s?-(?![\\dA-Za-z]))?(?<entry>(?:(?<=[.,]\\d{1,3}) ?${CREDIT_OR_DEBIT}|(?<=\\d) ?[CD]R)(?![A-Za-z]))?` +
    `(?:\\s*(?<back>${CURRENCY})(?<bracket2>\\s*\\))?(?<tail2> ?-(?=\\s*$))?)?`,
  'gu',
);

// What looks like a number but never is money. Order matters: dates before anything that has dots in it.
const NOT_MONEY: readonly RegExp[] = [
  /\b\d{1,4}[/\-.]\d{1,2}[/\-.]\d{2,4}\b(?!\s*[.,]\d{2}\b)/g,
  // Hungarian and Czech dates have blanks: "2026. 10. 09." is no 2026.10.
  /(?<![\d.,])(?:(?:19|20)\d{2}\. ?\d{1,2}\. ?\d{1,2}|\d{1,2}\. ?\d{1,2}\. ?(?:19|20)\d{2})(?!\d)/g,
  // A day without its year that a row of goods begins with: "05.10. Beratung".
  /^\s*(?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.(?= ?\p{L}{2})/gu,
  // From a year to a year, or a year in brackets behind an amount and words.
  /(?<![\d.,])(?:19|20)\d{2} ?- ?(?:19|20)\d{2}(?![\d.,])|(?=\()(?<=\d[.,]\d{2} ?[^\d()]*[\p{L}\p{M}] ?)\((?:19|20)\d{2}\)/gu,
  /\b\d{1,2}:\d{2}(?::\d{2})?\b/g,
  /\d+(?:[.,]\d+)?\s*%/g,
  /\b(?:\d{1,3}(?: \d{3})+|\d+)(?:[.,]\d+)?\s*(?:kg|g|gm|ml|cl|l|ltr|litre|liter|cm|mm|m|inch|pcs|oz|lb|lbs|kwh)\b(?!\p{Sc}|\. ?N\.)/giu,
  /\d{2,3}-\d{5,}|\d{5,}-[A-Z]\b/g,
  // Years, times, numbers and counts in Chinese, Japanese and Korean.
  /\d+\s?[年月日時分秒号番点個년월일]/g,
];
const MASK = '\uE000';
// Longer ones number something; only of shorter ones a point is thought to be lost.
const LONGEST_INTEGER = 9;
const LONGEST_LOST_POINT = 7;
/** The longest mark of a currency that is not known. */
const LONGEST_MARK = 5;
const PLACES_OF_CENTS = 2;

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
  const plain = repairDigits(original);
  const withoutOthers = NOT_MONEY.reduce(
    (rest, pattern) =>
      rest.replace(pattern, (found, offset: number) =>
        GLUED_UNIT.test(found) || isBesideSign(found, offset, rest) ? found : MASK.repeat(found.length),
      ),
    plain,
  );
  const pointedBySigns = withoutOthers.replace(SIGN_AS_POINT, asSignPoint).replace(EURO_AS_POINT, asPoints);
  const searched = withJoinsMarked(withMinorUnitsMarked(withSignsMarked(pointedBySigns)), text);
  const dash = DASH_FOR_POINT.exec(searched)?.index;
  const pointed = (of: string) => (dash === undefined ? of : `${of.slice(0, dash)}.${of.slice(dash + 1)}`);
  const lines = { original, printed: pointed(plain), searched: pointed(searched) };
  return [...lines.searched.matchAll(AMOUNT)].flatMap((match) => toAmount(match, lines) ?? []);
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

/** Whether a time is an amount, with a colon before its places: "45:50 kr", but neither "10:30 EUR 5.00" nor "5.00 EUR 10:30". */
function isBesideSign(found: string, offset: number, text: string): boolean {
  if (!/^\d{1,2}:\d{2}$/.test(found)) return false;
  const [before, behind] = [text.slice(0, offset).trimEnd(), text.slice(offset + found.length).trimStart()];
  const [leading, trailing] = [trailingCurrencySign(before), leadingCurrencySign(behind)];
  return (
    (leading !== undefined && !/\d\s*$/.test(before.slice(0, -leading.length))) ||
    (trailing !== undefined && !/^\s*\d/.test(behind.slice(trailing.length)))
  );
}

const asSignPoint = (found: string): string => found.replace(/\p{Sc}/u, SIGN_POINT);
const asPoints = (found: string): string => SIGN_POINT.repeat(found.length);
/** "12 Euro 50", where the text ends. */
const EURO_AS_POINT = /(?<=(?<![\d.,'])(?:\d{1,3}(?:[.,']\d{3})+|\d+)) ?euros? (?=\d{2}\s*$)/iu;

/** Hundredths with their mark behind units with theirs, as in "870 руб. 25 коп.": the first is the point, the second the sign. */
const withMinorUnitsMarked = (searched: string): string =>
  searched.replace(
    BEFORE_MINOR_UNIT,
    (_, sign: string, places: string, unit: string) =>
      asPoints(sign) + places + SIGN + SIGN_GOES_ON.repeat(unit.length - 1),
  );

const BEFORE_MINOR_UNIT = new RegExp(
  `(?<=(?<![\\d.,'])(?:\\d{1,3}(?:[ .,']\\d{3})+|\\d+))( ?${CURRENCY}\\.? ?)(\\d{1,2})( ?(?:${MINOR_UNIT}|${CURRENCY}\\.?(?=\\s*$)))`,
  'gu',
);

/** The blanks that join digits as marks of their own. */
function withJoinsMarked(searched: string, asCame: string): string {
  return searched
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, (blank, offset: number) => (asCame[offset] === ' ' ? blank : FIRM_BLANK))
    .replace(BEHIND_LABEL, (found, before: string, word: string | undefined, number: string) =>
      word === undefined || isLabelWord(word) ? before + number.replace(/ /g, LABELLED_BLANK) : found,
    );
}

/** Without blanks around it anywhere, with them only where the text ends: "21€50", "21 € 50", "21€ 50". */
const SIGN_AS_POINT =
  /(?<=(?<![\d.,'])(?:\d{1,3}(?:[ .,']\d{3})+|\d+))(?:\p{Sc}(?=\d{2}(?![\d.,']| \d))| ?\p{Sc} (?=\d{2}\s*$))/gu;
const BEHIND_LABEL = /((?:(?<!\p{L})(\p{L}+)[.:]?|[:=]) *-? ?)(\d{1,3}(?: \d{3})+(?![\d.,' ]))/gu;

/** Each sign of a currency as the same two characters, so that a pattern of amounts need not know them all. */
function withSignsMarked(text: string): string {
  const characters = text.split('');
  for (const { sign, index } of findCurrencySigns(text)) {
    // A code may be shortened with a point: "NGN. 1,55".
    const length = sign.length + (/^[A-Z]{3}$/.test(sign) && /^\. ?\d/.test(text.slice(index + 3)) ? 1 : 0);
    characters.fill(SIGN_GOES_ON, index, index + length).fill(SIGN, index, index + 1);
  }
  // A backslash is how many printers and readers render the yen sign.
  return characters.join('').replace(/\\(?=\d)/g, SIGN);
}

/** A dash for the decimal point, only where the text ends, so that ranges and codes stay out. */
const DASH_FOR_POINT = new RegExp(
  `(?<=(?:^|:|${CURRENCY}\\s?)\\s*\\d{1,5}\\s?|(?<!\\d ?)\\d{1,3}(?:[.,']\\d{3}|${BLANK}\\d{3})+\\s?)-(?=\\d{2}\\s*$)`,
);

/** A text as it came, with its digits repaired, and as it is searched; the same offsets hold for all. */
interface Lines {
  readonly original: string;
  readonly printed: string;
  readonly searched: string;
}

function toAmount(match: RegExpExecArray, { original, printed, searched }: Lines): Amount | undefined {
  const { number = '', front, middle, back } = match.groups ?? {};
  const start = match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0);
  const numberStart = match.index + match[0].indexOf(number, front?.length ?? 0);
  const hasCurrency = (front ?? middle ?? back) !== undefined || number.includes(SIGN_POINT);
  const isBehindSign = (front ?? middle) !== undefined;
  if (!isWhole(searched, numberStart, number, isBehindSign) || isPointedBySign(searched, match)) return undefined;
  if (/^-\d/.test(match[0]) && CODE_BEFORE.test(searched.slice(0, match.index))) return undefined;
  if (!standsAlone(searched, numberStart, number, hasCurrency)) return undefined;
  if (/:\d/.test(number) && !hasCurrency && !/\d\D\d{3}:/.test(number)) return undefined;
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

/** A number with a point where a sign or a colon stands for it, and plain blanks. */
function withPoint(number: string): string {
  const tight = number.replace(new RegExp(BLANK, 'g'), ' ').replace(new RegExp(`( ?)${SIGN_POINT}+ ?`), '$1:$1');
  return tight.replace(/:(?= ?\d{2}$)/, tight.includes('.') ? ',' : '.');
}

/** What makes an amount negative, wherever it stands. */
const UNSIGNED = new RegExp(`^\\(|\\)$|-(?=\\s*(?:\\d|\\())|(?<![.,/-])-$| ?${CREDIT_OR_DEBIT}$`, 'g');

/**
 * Whether the number neither begins nor ends inside a run of digits, with its marks, its groups and the letters that look
 * like digits. What could not be taken whole is not taken in part: that is another amount.
 */
function isWhole(text: string, start: number, number: string, isBehindSign: boolean): boolean {
  const before = text.slice(0, start);
  const rest = text.slice(start + number.length);
  if (GOES_ON.test(rest) || /^(?::\d| ?\uE003)/.test(rest) || /(?:\d:|\uE003 ?)$/.test(before)) return false;
  // A whole amount with a dash and digits behind it is a range, or has a dash for its point.
  if (isBehindSign && /^[\d ]+$/.test(number) && /^(?:-\d|(?: \d{2,3})+[.,]\d)/.test(rest)) return false;
  if (SIGN_OF_UNKNOWN.test(before) || isLabelWord(LABELLED_MARK.exec(before)?.[1] ?? '')) return false;
  if (/^ ?\)/.test(rest) && isBracketedMark(before, number)) return false;
  if (!/[.,]\s?\d{2}$/.test(number) && /^(?:[SB](?![A-Za-z])| ?[.,] ?(?:\uE000|(?:\d|\d{3})(?![\d.,])))/.test(rest))
    return false;
  if (/^\d{1,3}$/.test(number) && /^(?: \d{3})+(?:[.,]\d| \d{2}(?!\d))/.test(rest)) return false;
  if (/\d{1,3}$/.test(number) && DAMAGED_GROUP_NEXT.test(rest)) return false;
  if (isBehindSign) return true;
  const isGroup = /^(?:\d|\d{3})(?!\d)/.test(number);
  const isSpacedGroup = /^\d{3}\s\d{2}$/.test(number);
  return !(
    /\d[.,']?$/.test(before) ||
    (isGroup && (/\d ?[.,] ?$/.test(before) || DAMAGED_GROUP_BEFORE.test(before))) ||
    (isSpacedGroup && /(?<!\d)\d{1,3} $/.test(before)) ||
    endsLikeADigit(/(?<![A-Za-z|])([A-Za-z|]+)[.,']?$/.exec(before)?.[1] ?? '')
  );
}

/** A minus or a bracket before a mark that is not known: a currency of a negative amount, or a word and an aside. */
const SIGN_OF_UNKNOWN = new RegExp(`(?:^|\\s)[-(] ?(?:${CURRENCY} ?)?${UNKNOWN_SIGN} ?(?:${CURRENCY} ?)?$`, 'u');
/** The same of a few letters that we know, behind a word that labels amounts: `Total -p. 1.54`, but not `Tea -iced 1.54`. */
const LABELLED_MARK = new RegExp(
  `(?<!\\p{L})(\\p{L}+)[.:]?\\s+-[\\p{L}\\p{M}.]{1,${LONGEST_MARK}}(?: \\p{L}{1,${LONGEST_MARK}})?\\s?(?:${CURRENCY}\\s?)?$`,
  'u',
);

/**
 * Whether a bracket behind such a word begins with a mark that says nothing of the amount: "(Kn 1.55)", but "(VAT 1.55)";
 * before three places it may be long.
 */
function isBracketedMark(before: string, number: string): boolean {
  const { label = '', mark = '' } = BRACKETED_MARK.exec(before)?.groups ?? {};
  const isShort = mark.replace(/\P{L}/gu, '').length <= SHORT_MARK;
  return isLabelWord(label) && (isShort || /[.,]\d{3}$/.test(number)) && !isLabelWord(mark) && !ASIDE.test(mark);
}

const SHORT_MARK = 3;
const BRACKETED_MARK =
  /(?<!\p{L})(?<label>\p{L}+)[.:]?\s+\((?<mark>[\p{Script=Latin}\p{M}.]+(?: \p{Script=Latin}+)?)\s?$/u;
/** Short words and taxes that begin an aside. */
const ASIDE =
  /^(?:of|inc|exc?|ink|net|ht|hv|gst|sst|hst|pst|qst|tps|tvq|vst|tva|iva|igv|ust|btw|ppn|pvm|pvn|kdv|dph|pdv|ddv|mva|alv|afa|fpa|dp|cgt|ndc|vsk)\.?$/i;

const GOES_ON = new RegExp(
  `^(?:(?:[.,']?[${LETTERS_LIKE_DIGITS}]+)*[.,']?[\\d\uE000]|(?:[${LETTERS_LIKE_DIGITS}]*[.,][${LETTERS_LIKE_DIGITS}]{1,3}|[${ZERO_LIKE}${ONE_LIKE}]+)(?![A-Za-z]))`,
);
/** Three signs between blanks, a letter for one of the digits: "1 93B 110,34". */
const DAMAGED_GROUP = `(?=\\d*[${LETTERS_LIKE_DIGITS}])(?=\\D*\\d)[\\d${LETTERS_LIKE_DIGITS}]{3}`;
const DAMAGED_GROUP_NEXT = new RegExp(`^(?: \\d{3})* ${DAMAGED_GROUP}(?![\\dA-Za-z])`);
const DAMAGED_GROUP_BEFORE = new RegExp(`(?<=\\d )${DAMAGED_GROUP} $`);
/** Whether digits are glued to both sides of a sign, which then is a point before places that no amount has: "1€505". */
function isPointedBySign(text: string, { groups = {}, index, 0: whole }: RegExpExecArray): boolean {
  const isGluedBehind = /\d$/.test(whole.slice(0, -(groups['back'] ?? '').length || undefined));
  const goesOn = groups['back'] !== undefined && isGluedBehind && /[\d\uE000]/.test(text[index + whole.length] ?? '');
  return (
    WHOLE_GROUPS.test(groups['number'] ?? '') &&
    (goesOn || (/^\d/.test(whole) && POINT_BEFORE.test(text.slice(0, index))))
  );
}

const WHOLE_GROUPS = new RegExp(`^\\d+(?:${BLANK}\\d{3})*$`);
const POINT_BEFORE = new RegExp(`(?<![.,]\\d{1,3})\\d${CURRENCY}$`);
const LOOK_ALIKES_BEFORE = new RegExp(`[${LETTERS_LIKE_DIGITS}]+$`);

/** Whether letters before digits may be digits themselves: alone, behind a currency, or small behind capitals. */
function endsLikeADigit(letters: string): boolean {
  const stem = letters.replace(LOOK_ALIKES_BEFORE, '');
  if (stem === letters) return false;
  // Small look-alikes are digits before they are the sign of a pound in small letters.
  const isSign = (word: string) => leadingCurrencySign(word) === word && !/^[a-z|]+$/.test(word);
  return (stem === '' && !isSign(letters)) || isSign(stem) || (/^[A-Z]+$/.test(stem) && /[|l]/.test(letters));
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
  // The sign of the naira is read as a number's: "#37,996.00", while "#1042" is a number.
  const isNumbered = before === '#' && !/[.,]\d{2}$/.test(number);
  if (before === '/' || isNumbered || rest.startsWith('/')) return false;
  if (/^[0-9\uE000]/.test(rest) || /^[.,]\d/.test(rest)) return false;
  return !/^[A-Za-z]/.test(rest) || /^[A-Za-z]{1,3}(?:\W|$)/.test(rest);
}

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

interface NumberReading {
  readonly cents: number;
  readonly form: AmountForm;
  /** The number with reading errors undone. */
  readonly digits: string;
}

const WITHOUT_CENTS = new RegExp(`${NO_CENTS}$`);

function readNumber(number: string, hasCurrency: boolean): NumberReading | undefined {
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
function alternativeReading(number: string, hasCurrency: boolean): NumberReading | undefined {
  if (!/^\d{3,}$/.test(number) || number.length > LONGEST_LOST_POINT) return undefined;
  if (hasCurrency && number.length === 3 && number.endsWith('0')) return undefined;
  return {
    cents: Number(number),
    form: 'lost-point',
    digits: `${number.slice(0, -2)}.${number.slice(-2)}`,
  };
}

/** What stands behind the first blank of a number, where a quantity may stand before it and the blank is a plain one. */
function lastGroup(number: string, { form }: NumberReading): NumberReading | undefined {
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
