import { BLANK, CURRENCY } from './amount-pattern.ts';
import { leadingCurrencySign } from './currency-signs.ts';
import { LETTERS_LIKE_DIGITS, ONE_LIKE, ZERO_LIKE } from './digits.ts';
import { isLabelWord } from './label-words.ts';
import { UNKNOWN_SIGN } from './unknown-marks.ts';

/** The longest mark of a currency that is not known. */
const LONGEST_MARK = 5;

/**
 * Whether the number neither begins nor ends inside a run of digits, with its marks, its groups and the letters that look
 * like digits. What could not be taken whole is not taken in part: that is another amount.
 */
export function isWhole(text: string, start: number, number: string, isBehindSign: boolean): boolean {
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
export function isPointedBySign(text: string, { groups = {}, index, 0: whole }: RegExpExecArray): boolean {
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
export function standsAlone(text: string, start: number, number: string, hasCurrency: boolean): boolean {
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
