import type { MarkedRow } from './printed-marks.ts';
import type { Reason } from './structured-expense.ts';

/** Scripts that papers are printed in, by their names in English; the words of totals are not known in all of them. */
const SCRIPTS =
  'Arabic Armenian Bengali Cyrillic Devanagari Ethiopic Georgian Greek Gujarati Gurmukhi Han Hangul Hebrew Kannada Khmer Lao Malayalam Mongolian Myanmar Sinhala Tamil Telugu Thaana Thai Tibetan'
    .split(' ')
    .map((name) => ({ name, pattern: new RegExp(`\\p{Script=${name}}`, 'gu') }));

const FEWEST_LETTERS = 8;

/**
 * Why there is no total though amounts were read: none of them stands beside a word that is known for it. Names the script
 * where the words are not in Latin letters.
 *
 * @returns undefined when no amount was read at all.
 */
export function doubtOfWords(rows: readonly MarkedRow[]): Reason | undefined {
  const amounts = rows
    .flatMap((row) => row.amounts)
    .filter(({ text, mark }) => mark !== undefined || /[.,]\d/.test(text)).length;
  if (amounts === 0) return undefined;
  const text = rows.map((row) => row.text).join('\n');
  const [script] = SCRIPTS.map(({ name, pattern }) => ({ name, letters: text.match(pattern)?.length ?? 0 }))
    .filter(({ letters }) => letters >= FEWEST_LETTERS)
    .sort((a, b) => b.letters - a.letters);
  const read = amounts === 1 ? '1 amount was read' : `${amounts} amounts were read`;
  const words = script ? `: the text is in ${script.name} script, and its words beside them are not known` : '';
  return {
    code: 'TotalUnreadableError',
    message: `no total was found: ${read}, but none beside a word that says total${words}; state the total in a correction`,
  };
}
