const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const RAISED = `[${RAISED_DIGITS}]`;
const ANY = new RegExp(RAISED);
/** Raised digits, several marks of footnotes with commas between them, and the number before them with its sign or mark. */
const BEHIND_NUMBER = new RegExp(
  `(?<number>\\d(?:[\\d.,' ]*\\d)?)(?<mark> ?\\p{Sc}|[.,])?(?<raised>${RAISED}+(?:[.,]?${RAISED}+)*)`,
  'gu',
);
const WHOLE = /^(?:\d+|\d{1,3}([.,' ])\d{3}(?:\1\d{3})*)$/;
const PAIR = new RegExp(`^${RAISED}{2}$`);

/** A text without raised digits, and where each of its characters stood. */
export interface LevelText {
  readonly text: string;
  /** One more than the text has characters. */
  readonly offsets: readonly number[];
}

/** Whether a text has a raised digit, such as a superscript. */
export const hasRaisedDigits = (text: string): boolean => ANY.test(text);

/** A digit as it is raised. */
export const raisedDigit = (digit: string): string => RAISED_DIGITS[Number(digit)] ?? digit;

/**
 * Raised digits behind a number as what they are: two behind a whole one are its cents, `43²⁰` is `43.20`; one digit, and
 * what stands behind cents, is the mark of a footnote and goes. Others stay, as in `m²`.
 */
export function levelText(text: string): LevelText {
  const offsets: number[] = [];
  let level = '';
  const keep = (part: string, from: number, step: 0 | 1) => {
    for (let place = 0; place < part.length; place += 1) offsets.push(from + step * place);
    level += part;
  };
  let end = 0;
  for (const { index, groups = {} } of text.matchAll(BEHIND_NUMBER)) {
    const { number = '', mark = '', raised = '' } = groups;
    const start = index + number.length + mark.length;
    keep(text.slice(end, start), end, 1);
    end = start + raised.length;
    const isFollowed = /^[\d/.,]?\d/.test(text.slice(end));
    if (!PAIR.test(raised) || !WHOLE.test(number) || isFollowed) continue;
    if (mark === '') keep(number.includes('.') ? ',' : '.', start, 0);
    keep([...raised].map((digit) => RAISED_DIGITS.indexOf(digit)).join(''), start, 1);
  }
  keep(text.slice(end), end, 1);
  return { text: level, offsets: [...offsets, text.length] };
}
