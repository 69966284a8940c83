import { foldPrinted } from 'printed-text/letters';
import { onOneLine } from 'printed-text/plain-text';

/** Text prepared once for matching many terms. */
export interface SearchableText {
  /** Folded words between single spaces, with one at either end. */
  readonly words: string;
  /** Folded, without any space: for scripts that put none between words. */
  readonly joined: string;
}

/** Folds a text to words: case, accents, apostrophes and punctuation do not matter ("McDonald's" is "mcdonalds"). */
export function searchable(text: string): SearchableText {
  const words = foldPrinted(text)
    .replace(/'/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
  return { words: ` ${onOneLine(words)} `, joined: words.replace(/\s/g, '') };
}

/**
 * Whether a term stands in the text as whole words. `*term` also matches the end of a word ("Stadtapotheke"), `term*`
 * its beginning. Terms in Chinese, Japanese, Thai or Korean script match anywhere.
 */
export function hasTerm({ words, joined }: SearchableText, term: string): boolean {
  const body = term.replace(/^\*|\*$/g, '');
  if (UNSPACED.test(body)) return joined.includes(body);
  return words.includes(`${term.startsWith('*') ? '' : ' '}${body}${term.endsWith('*') ? '' : ' '}`);
}

/** Whether the text begins with the words of a term. */
export function startsWithTerm({ words, joined }: SearchableText, term: string): boolean {
  return UNSPACED.test(term) ? joined.startsWith(term) : words.startsWith(` ${term} `);
}

/** Thai, Japanese, Chinese and Korean. */
const UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** Splits a list of terms written on several lines and separated by commas, folded like {@link searchable}. */
export function terms(list: string): readonly string[] {
  return list
    .split(',')
    .map((term) => {
      const text = onOneLine(term);
      const body = searchable(text).words.trim();
      return `${text.startsWith('*') ? '*' : ''}${body}${text.endsWith('*') ? '*' : ''}`;
    })
    .filter((term) => /[^*]/.test(term));
}
