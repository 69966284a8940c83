import { type TextLine, textLine } from '../ocr/text-line.ts';
import { onTheirBases, withoutTornBlanks } from './combining-marks.ts';
import { joinNeighbours } from './join-neighbours.ts';
import { type PlacedCharacter, withoutTracking } from './letter-spacing.ts';
import type { PdfCharacter } from './page-characters.ts';
import { levelRaised, withRaisedRuns } from './raised-digits.ts';
import { inReadingOrder, isRightToLeft } from './reading-order.ts';
import { withSigns } from './unnamed-signs.ts';

// In character heights: a gap wider than this ends the line's cell, one wider than that ends a word.
const CELL_GAP = 1.2;
const WORD_GAP = 0.2;
// No blanks come with lines from right to left, and within their words there is no gap.
const WORD_GAP_FROM_RIGHT = 0.1;
const SAME_LINE = 0.5;
/** Text of a digital page was not guessed, but its fonts may lie. */
export const CONFIDENCE = 0.999;

/**
 * Puts the characters of a digital page together to lines. They come in drawing order; a jump to another height, back
 * to the left or far to the right begins a new line, and lines that stand side by side like words are one, whenever they
 * were drawn.
 *
 * @param characters All upright.
 */
export function toTextLines(characters: readonly PdfCharacter[]): TextLine[] {
  return levelRaised(joinNeighbours(withRaisedRuns(inRuns(onTheirBases(characters)))))
    .map((run) => toLine(inReadingOrder(withoutTornBlanks(run))))
    .filter(({ text }) => text !== '');
}

function inRuns(characters: readonly PdfCharacter[]): PdfCharacter[][] {
  const runs: PdfCharacter[][] = [];
  let previous: PdfCharacter | undefined;
  for (const character of characters) {
    if (character.isSpace && !character.text.includes(' ')) continue;
    const run = runs.at(-1);
    if (run && previous && continues(previous, character))
      run.push(character.object === 0 ? beside(previous, character) : character);
    else if (!character.isSpace) runs.push([character]);
    else continue;
    if (!character.isSpace) previous = character;
  }
  return runs;
}

/** A blank directly behind a character; one that PDFium made up has no place of its own. */
const beside = ({ right, top, bottom }: PdfCharacter, blank: PdfCharacter): PdfCharacter => ({
  ...blank,
  left: right,
  right,
  top,
  bottom,
});

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
  const wordGap = run.some(({ text }) => isRightToLeft(text)) ? WORD_GAP_FROM_RIGHT : WORD_GAP;
  const positionOf = ({ left: from, right: to }: PdfCharacter) => ((from + to) / 2 - left) / width;
  const characters = run.flatMap((character, index): PlacedCharacter[] => {
    const before = run[index - 1];
    const units = (character.isSpace ? ' ' : character.text).split('').map((unit) => ({
      character: unit,
      confidence: CONFIDENCE,
      position: positionOf(character),
      left: character.left,
      right: character.right,
    }));
    const gap = before ? Math.max(character.left - before.right, before.left - character.right) : 0;
    const isApart = before && !before.isSpace && !character.isSpace && gap > wordGap * height;
    return isApart ? [...units.slice(0, 1).map((one) => ({ ...one, character: ' ' })), ...units] : units;
  });
  const box = { centreX: left + width / 2, centreY: top + height / 2, width, height, angle: 0 };
  const plain = withoutTracking(characters).map(({ left: _left, right: _right, ...character }) => character);
  return textLine(box, withSigns(plain));
}
