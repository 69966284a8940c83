import { type PageText, type TextLine, textLine } from '../../../src/textract/ocr/text-line.ts';

const CHARACTER = 10;
const HEIGHT = 20;
const PITCH = 30;
const WIDTH = 620;

/** A line as the reader gives it, from a text and its place. */
export function aLine(
  text: string,
  left: number,
  middle: number,
  over: { height?: number; angle?: number } = {},
): TextLine {
  const height = over.height ?? HEIGHT;
  const width = Math.max(1, text.length) * CHARACTER * (height / HEIGHT);
  const characters = [...text].map((character, index) => ({
    character,
    confidence: 0.98,
    position: (index + 0.5) / text.length,
  }));
  const box = { centreX: left + width / 2, centreY: middle, width, height, angle: over.angle ?? 0 };
  return textLine(box, characters);
}

/** A page written by hand: one string a row, cells divided by `|`, the last cell set to the right. */
export function aPage(rows: readonly string[]): PageText {
  const lines = rows.flatMap((row, index) => {
    const cells = row.split('|').map((cell) => cell.trim());
    const middle = 20 + index * PITCH;
    return cells.flatMap((text, place) => {
      const right = 20 + (place / Math.max(1, cells.length - 1)) * (WIDTH - 40);
      const left = place === 0 ? 20 : right - text.length * CHARACTER;
      return text === '' ? [] : [aLine(text, left, middle)];
    });
  });
  return { width: WIDTH, height: 40 + rows.length * PITCH, quarterTurns: 0, lines };
}
