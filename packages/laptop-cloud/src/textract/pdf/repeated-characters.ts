import type { PdfCharacter } from './page-characters.ts';
import { touchingPairs } from './touching.ts';

// In widths and heights of the character: how far a second print of it, made for a bold look or a shadow, stands off.
const FARTHEST_ASIDE = 0.4;
const FARTHEST_UP = 0.12;
const MOST_LARGER = 1.15;

/** Pairs of one character that is drawn twice at nearly one place, as for a bold look, the earlier one first. */
export function repeatedPairs(characters: readonly PdfCharacter[]): [PdfCharacter, PdfCharacter][] {
  return touchingPairs(characters, (character) => character, isRepeat);
}

function isRepeat(a: PdfCharacter, b: PdfCharacter): boolean {
  if (a.text !== b.text) return false;
  const [width, height] = [a.right - a.left, a.bottom - a.top];
  const ratio = height / Math.max(1e-6, b.bottom - b.top);
  return (
    ratio < MOST_LARGER &&
    ratio > 1 / MOST_LARGER &&
    Math.abs(a.left + a.right - b.left - b.right) / 2 < FARTHEST_ASIDE * width &&
    Math.abs(a.top + a.bottom - b.top - b.bottom) / 2 < FARTHEST_UP * height
  );
}
