import { isCode } from 'printed-text/currency-codes';
import type { LineCharacter } from './text-line.ts';

const DIGIT = /\d/;
const SMALL_LETTER = /\p{Ll}/u;
const LETTER_OR_DIGIT = /[\p{L}\d]/u;
// What the network takes a euro sign for; none of them stands beside numbers otherwise.
const EURO_LIKE = /[∈ε€є]/;
const GUESSED = 0.6;

/**
 * Puts in the characters that the recogniser's alphabet lacks and that it shows in its own way: the sharp s between
 * small letters is seen as a B that may be a beta, the euro sign as an element sign, the pound sign as an f before an
 * amount. Their confidence is 0.6 at most. A zero in the code of a currency beside a number is an O: "16 316 X0F".
 */
export const withMissingLetters = (characters: readonly LineCharacter[]): LineCharacter[] =>
  characters.map((one, index) => {
    const missing = missingAt(characters, index);
    return missing === undefined
      ? one
      : { ...one, character: missing, confidence: Math.min(GUESSED, one.confidence), alternatives: [] };
  });

function missingAt(characters: readonly LineCharacter[], index: number): string | undefined {
  const one = characters[index];
  if (one?.character === '0' && isInCode(characters, index)) return 'O';
  const before = characters[index - 1]?.character ?? ' ';
  const after = characters[index + 1]?.character ?? ' ';
  if (!one) return undefined;
  if (isSharpS(one) && SMALL_LETTER.test(before) && (SMALL_LETTER.test(after) || !LETTER_OR_DIGIT.test(after))) {
    return 'ß';
  }
  if (EURO_LIKE.test(one.character) && isBesideNumber(characters, index)) return '€';
  const isPoundLike = one.character === 'f' && !LETTER_OR_DIGIT.test(before);
  return isPoundLike && /^\s?\d+(?:,\d{3})*\.\d{2}(?!\d)/.test(textFrom(characters, index + 1)) ? '£' : undefined;
}

const isSharpS = ({ character, alternatives = [] }: LineCharacter): boolean =>
  character === 'β' || (character === 'B' && alternatives.some((other) => other.character === 'β'));

/** Whether a zero stands in three signs that with an O are the code of a currency, behind a number or before one. */
function isInCode(characters: readonly LineCharacter[], index: number): boolean {
  const text = characters.map(({ character }) => (character.length === 1 ? character : '\uFFFD')).join('');
  return [...text.matchAll(/(?<![\p{L}\d])[A-Z0]{3}(?![\p{L}\d])/gu)].some(
    ({ 0: code, index: start }) =>
      /[A-Z].*[A-Z]/.test(code) &&
      start <= index &&
      index < start + code.length &&
      isCode(code.replace(/0/g, 'O')) &&
      (/\d ?$/.test(text.slice(0, start)) || /^ ?\d/.test(text.slice(start + code.length))),
  );
}

const textFrom = (characters: readonly LineCharacter[], start: number): string =>
  characters
    .slice(start)
    .map(({ character }) => character)
    .join('');

/** A number directly at a place or with one blank between. */
function isBesideNumber(characters: readonly LineCharacter[], index: number): boolean {
  const near = [index - 2, index - 1, index + 1, index + 2].map((place) => characters[place]?.character ?? '');
  const [twoBefore = '', before = '', after = '', twoAfter = ''] = near;
  return (
    DIGIT.test(before) || DIGIT.test(after) || (before === ' ' && DIGIT.test(twoBefore)) || DIGIT.test(after + twoAfter)
  );
}
