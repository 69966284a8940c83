/** Letters that readers of print take for a digit: anywhere among digits, ... */
const ALIKE = { 0: 'Oo', 1: 'lI|' } as const;
/** ... and behind the decimal mark, where no number is followed by a word. */
const ALIKE_BEHIND_MARK = { 5: 'S', 8: 'B' } as const;

const digitOf = new Map(
  Object.entries({ ...ALIKE, ...ALIKE_BEHIND_MARK }).flatMap(([digit, letters]) =>
    [...letters].map((letter) => [letter, digit] as const),
  ),
);

/** What is read for 0, inside a character class of a pattern. */
export const ZERO_LIKE = ALIKE[0];
/** What is read for 1, inside a character class of a pattern. */
export const ONE_LIKE = ALIKE[1];
/** What may stand for a digit among digits, inside a character class of a pattern. */
export const DIGIT_LIKE = `\\d${ZERO_LIKE}${ONE_LIKE}`;
/** Every letter that may stand for a digit, inside a character class of a pattern. */
export const LETTERS_LIKE_DIGITS = [...digitOf.keys()].join('');

const PLACE = `[\\d${LETTERS_LIKE_DIGITS}]`;

/** Two decimal places, as a pattern: a digit and a look-alike, or two zeros. */
export const TWO_PLACES = `(?:\\d${PLACE}|${PLACE}\\d|[${ZERO_LIKE}]{2})`;

/** Letters that stand among digits as the digits they resemble; what resembles none stays. */
export const asDigits = (text: string): string => text.replace(/\p{L}|\|/gu, (letter) => digitOf.get(letter) ?? letter);

/** An upright stroke at the front is a rule of a table as often, and a letter there may belong to a word. */
const LETTER_AT_FRONT = `(?<![A-Za-z|]|[A-Za-z|][.,'])[${ZERO_LIKE}${ONE_LIKE.replace('|', '')}](?=[^ ]*\\d)`;
const FRONT = `(?<!\\d|\\d[.,'])(?:\\d|${LETTER_AT_FRONT})`;
const WITH_PLACES = new RegExp(
  `${FRONT}[${DIGIT_LIKE}]*(?:[.,' ][${DIGIT_LIKE}]{3})*\\s?[.,]\\s?${TWO_PLACES}(?![${DIGIT_LIKE}])`,
  'g',
);

/**
 * A text with the letters that stand for digits in its numbers as these; the length stays. Without decimals behind them,
 * letters count only where digits go on.
 */
export const repairDigits = (text: string): string =>
  text.replace(WITH_PLACES, asDigits).replace(ZEROS, asDigits).replace(ONES, asDigits);

const ZEROS = new RegExp(
  `(?<=\\d)[${ZERO_LIKE}](?=[\\d${ZERO_LIKE}.,])|(?<![A-Za-z]|[A-Za-z][.,'])[${ZERO_LIKE}](?=[.,]\\s?\\d)`,
  'g',
);
const ONES = new RegExp(`(?<=\\d)[${ONE_LIKE}](?=\\s?[.,]\\s?\\d)`, 'g');
