/** In these the signs of currencies are known, and other words stand beside numbers: "3点", "12月". */
const KNOWN_SCRIPTS = 'Latin Cyrillic Greek Han Hiragana Katakana Hangul Thai Arabic Hebrew'
  .split(' ')
  .map((script) => `\\p{Script=${script}}`)
  .join('');

/** Letters of a script in which not every sign of a currency is known, as part of a pattern; perhaps such a sign. */
export const UNKNOWN_LETTERS = `(?=\\p{L})(?:(?![${KNOWN_SCRIPTS}])[\\p{L}\\p{M}.]){1,16}`;

/** Such letters before an amount or behind it, with a sign on either side of them: `$ߥߛ`. */
export const UNKNOWN_SIGN = `(?:\\p{Sc} ?)?${UNKNOWN_LETTERS}(?: ?\\p{Sc})?`;
