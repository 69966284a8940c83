import { type TextLine, textLine } from '../ocr/text-line.ts';
import type { PdfCharacter } from './page-characters.ts';

// In character heights: a gap wider than this ends the line's cell, one wider than that ends a word.
const CELL_GAP = 1.2;
const WORD_GAP = 0.2;
const SAME_LINE = 0.5;
/** Text of a digital page was not guessed, but its fonts may lie. */
const CONFIDENCE = 0.999;

/**
 * Puts the characters of a digital page together to lines. They come in drawing order; a jump to another height, back
 * to the left or far to the right begins a new line.
 */
export function toTextLines(characters: readonly PdfCharacter[]): TextLine[] {
  const runs: PdfCharacter[][] = [];
  let previous: PdfCharacter | undefined;
  for (const character of characters) {
    if (character.isSpace && !character.text.includes(' ')) continue;
    const run = runs.at(-1);
    if (run && previous && continues(previous, character)) run.push(character);
    else if (!character.isSpace) runs.push([character]);
    else continue;
    if (!character.isSpace) previous = character;
  }
  return runs.map(toLine).filter(({ text }) => text !== '');
}

function continues(previous: PdfCharacter, next: PdfCharacter): boolean {
  if (next.isSpace) return true;
  const height = Math.max(previous.bottom - previous.top, next.bottom - next.top, 1);
  const isLevel = Math.abs((previous.top + previous.bottom) / 2 - (next.top + next.bottom) / 2) < SAME_LINE * height;
  const gap = next.left - previous.right;
  return isLevel && gap < CELL_GAP * height && gap > -SAME_LINE * height;
}

function toLine(run: readonly PdfCharacter[]): TextLine {
  const printed = run.filter(({ isSpace }) => !isSpace);
  const left = Math.min(...printed.map((character) => character.left));
  const right = Math.max(...printed.map((character) => character.right));
  const top = Math.min(...printed.map((character) => character.top));
  const bottom = Math.max(...printed.map((character) => character.bottom));
  const width = Math.max(right - left, 0.1);
  const height = Math.max(bottom - top, 0.1);
  const positionOf = ({ left: from, right: to }: PdfCharacter) => ((from + to) / 2 - left) / width;
  const characters = run.flatMap((character, index) => {
    const before = run[index - 1];
    const one = {
      character: character.isSpace ? ' ' : character.text,
      confidence: CONFIDENCE,
      position: positionOf(character),
    };
    const isApart =
      before && !before.isSpace && !character.isSpace && character.left - before.right > WORD_GAP * height;
    return isApart ? [{ ...one, character: ' ' }, one] : [one];
  });
  const box = { centreX: left + width / 2, centreY: top + height / 2, width, height, angle: 0 };
  return textLine(box, characters);
}
