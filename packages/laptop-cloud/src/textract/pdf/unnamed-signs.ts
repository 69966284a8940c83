import type { LineCharacter } from '../ocr/text-line.ts';
import { UNREAD_SIGN } from '../ocr/unread-signs.ts';
import { UNKNOWN } from './page-characters.ts';

const AMOUNT = String.raw`\d[\d.,'’ ]*(?:[.,]\d{2}|[.,'’ ]\d{3})`;
const BEFORE = new RegExp(String.raw`(?<![^\s(:-])${UNKNOWN}(?= ?-?${AMOUNT}(?![\d${UNKNOWN}]))`, 'gu');
const BEHIND = new RegExp(String.raw`(?<=(?<![\d${UNKNOWN}])${AMOUNT}-? ?)${UNKNOWN}(?![^\s)])`, 'gu');
// A number with a glyph within it.
const TORN = new RegExp(String.raw`\d[\d.,]*${UNKNOWN}[\d.,${UNKNOWN}]*\d`, 'gu');

/**
 * A single glyph that nobody names, at the beginning or end of an amount, is a currency's sign that was not read. Within
 * a number it may be a digit: none of that number is known.
 */
export function withSigns(characters: readonly LineCharacter[]): LineCharacter[] {
  const text = characters.map(({ character }) => character).join('');
  if (!text.includes(UNKNOWN)) return [...characters];
  const signs = new Set([BEFORE, BEHIND].flatMap((pattern) => [...text.matchAll(pattern)].map(({ index }) => index)));
  const torn = new Set(
    [...text.matchAll(TORN)].flatMap(({ index, 0: number }) => [...number].map((_, at) => index + at)),
  );
  return characters.map((one, index) => {
    if (signs.has(index)) return { ...one, character: UNREAD_SIGN };
    return torn.has(index) ? { ...one, character: UNKNOWN } : one;
  });
}
