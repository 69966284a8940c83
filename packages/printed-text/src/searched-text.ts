import { GLUED_UNIT } from './amount-marks.ts';
import { BLANK, CURRENCY, FIRM_BLANK, LABELLED_BLANK, MASK, SIGN, SIGN_GOES_ON, SIGN_POINT } from './amount-pattern.ts';
import { findCurrencySigns, leadingCurrencySign, trailingCurrencySign } from './currency-signs.ts';
import { repairDigits } from './digits.ts';
import { isLabelWord } from './label-words.ts';
import { MINOR_UNIT } from './minor-units.ts';

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

/** A text as it came, with its digits repaired, and as it is searched; the same offsets hold for all. */
export interface SearchedText {
  readonly original: string;
  readonly printed: string;
  /** What never is money is masked; signs of currencies, points and blanks that join digits are marks of their own. */
  readonly searched: string;
}

/** What to search for amounts. `original` is the text `asCame` with plain digits and blanks. */
export function toSearchedText(original: string, asCame: string): SearchedText {
  const plain = repairDigits(original);
  const withoutOthers = NOT_MONEY.reduce(
    (rest, pattern) =>
      rest.replace(pattern, (found, offset: number) =>
        GLUED_UNIT.test(found) || isBesideSign(found, offset, rest) ? found : MASK.repeat(found.length),
      ),
    plain,
  );
  const pointedBySigns = withoutOthers.replace(SIGN_AS_POINT, asSignPoint).replace(EURO_AS_POINT, asPoints);
  const searched = withJoinsMarked(withMinorUnitsMarked(withSignsMarked(pointedBySigns)), asCame);
  const dash = DASH_FOR_POINT.exec(searched)?.index;
  const pointed = (of: string) => (dash === undefined ? of : `${of.slice(0, dash)}.${of.slice(dash + 1)}`);
  return { original, printed: pointed(plain), searched: pointed(searched) };
}

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
