import { type TextLine, textLine } from '../ocr/text-line.ts';
import { CONFIDENCE } from './character-lines.ts';
import type { PdfCharacter } from './page-characters.ts';

/** Lines of text that stands askew, as a stamp does: what is drawn in one go is a line. */
export function askewLines(characters: readonly PdfCharacter[]): TextLine[] {
  const runs: PdfCharacter[][] = [];
  for (const character of characters) {
    const run = runs.at(-1);
    const last = run?.findLast(({ object }) => object !== 0);
    const goesOn = character.object === 0 || character.object === last?.object;
    if (run && goesOn) run.push(character);
    else runs.push([character]);
  }
  return runs.map(toLine).filter(({ text }) => text !== '');
}

function toLine(run: readonly PdfCharacter[]): TextLine {
  const [first, last] = [run[0] as PdfCharacter, run.at(-1) as PdfCharacter];
  const [fromX, fromY, toX, toY] = [...centreOf(first), ...centreOf(last)] as [number, number, number, number];
  const height = Math.min(...run.map(({ ink }) => Math.max(ink.bottom - ink.top, 0.1)));
  const box = {
    centreX: (fromX + toX) / 2,
    centreY: (fromY + toY) / 2,
    width: Math.hypot(toX - fromX, toY - fromY) + height,
    height,
    angle: first.angle,
  };
  return textLine(
    box,
    run.map(({ text, isSpace }, index) => ({
      character: isSpace ? ' ' : text,
      confidence: CONFIDENCE,
      position: (index + 0.5) / run.length,
    })),
  );
}

const centreOf = ({ ink }: PdfCharacter): [number, number] => [(ink.left + ink.right) / 2, (ink.top + ink.bottom) / 2];
