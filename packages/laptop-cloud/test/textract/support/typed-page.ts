import type { PageText } from '../../../src/textract/ocr/text-line.ts';
import { aLine } from './written-page.ts';

const CHARACTER = 10;
const PITCH = 30;

/** A page as it would be typed: two blanks or more divide the cells of a row, which stand where they are typed. */
export function aTypedPage(text: string): PageText {
  const rows = text.replace(/^\n|\s+$/g, '').split('\n');
  const lines = rows.flatMap((row, index) =>
    [...row.matchAll(/\S+(?: \S+)*/g)].map((cell) => aLine(cell[0], 20 + cell.index * CHARACTER, 20 + index * PITCH)),
  );
  const longest = Math.max(...rows.map(({ length }) => length));
  return { width: 40 + longest * CHARACTER, height: 40 + rows.length * PITCH, quarterTurns: 0, lines };
}
