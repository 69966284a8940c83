import type { TextLine } from '../ocr/text-line.ts';
import { askewLines } from './askew-lines.ts';
import { toTextLines } from './character-lines.ts';
import type { PdfCharacter, Rectangle } from './page-characters.ts';

/** Clockwise quarter turns that bring something upright. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/** A size in points. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const TURNS: readonly QuarterTurns[] = [0, 1, 2, 3];
// Of the characters: a page is turned only when most of its text is.
const MOST = 0.6;
// In radians: text that leans more is neither upright nor on its side.
const LARGEST_LEAN = Math.PI / 8;

/** How often a page of these characters has to be turned until it can be read. */
export function turnsOf(characters: readonly PdfCharacter[]): QuarterTurns {
  const printed = characters.filter(({ isSpace }) => !isSpace);
  return TURNS.find((turns) => countTurned(printed, turns) > MOST * printed.length) ?? 0;
}

const countTurned = (characters: readonly PdfCharacter[], turns: QuarterTurns): number =>
  characters.filter(({ angle }) => turnsOfAngle(angle) === turns).length;

/** Undefined for text that stands askew, as a watermark does. */
function turnsOfAngle(angle: number): QuarterTurns | undefined {
  return TURNS.find((turns) => Math.cos(angle + (turns * Math.PI) / 2) > Math.cos(LARGEST_LEAN));
}

/** The lines of a page that is turned upright; text in another direction makes lines of its own, at its angle. */
export function linesOf(characters: readonly PdfCharacter[], page: Size, turns: QuarterTurns): TextLine[] {
  const askew = askewLines(characters.filter(({ angle }) => turnsOfAngle(angle) === undefined));
  const straight = TURNS.flatMap((own) => {
    const some = characters.filter(({ angle }) => turnsOfAngle(angle) === own);
    const upright = some.map((character) => ({ ...character, ...turned(character, page, own) }));
    const rest = ((4 + turns - own) % 4) as QuarterTurns;
    return toTextLines(upright).map((line) => turnedLine(line, turnedSize(page, own), rest));
  });
  return [...straight, ...askew.map((line) => turnedLine(line, page, turns))];
}

/** The size of a page after clockwise quarter turns. */
export const turnedSize = ({ width, height }: Size, turns: QuarterTurns): Size =>
  turns % 2 === 0 ? { width, height } : { width: height, height: width };

/** Turns a line with its page. */
export function turnedLine(line: TextLine, page: Size, turns: QuarterTurns): TextLine {
  if (turns === 0) return line;
  const [centreX, centreY] = turnedPoint([line.box.centreX, line.box.centreY], page, turns);
  return { ...line, box: { ...line.box, centreX, centreY, angle: plainAngle(line.box.angle + (turns * Math.PI) / 2) } };
}

/** The same angle between −π and π. */
const plainAngle = (angle: number): number => angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));

function turned({ left, right, top, bottom }: Rectangle, page: Size, turns: QuarterTurns): Rectangle {
  const [x1, y1] = turnedPoint([left, top], page, turns);
  const [x2, y2] = turnedPoint([right, bottom], page, turns);
  return { left: Math.min(x1, x2), right: Math.max(x1, x2), top: Math.min(y1, y2), bottom: Math.max(y1, y2) };
}

function turnedPoint(
  [x, y]: readonly [number, number],
  { width, height }: Size,
  turns: QuarterTurns,
): [number, number] {
  const points: Record<QuarterTurns, [number, number]> = {
    0: [x, y],
    1: [height - y, x],
    2: [width - x, height - y],
    3: [y, width - x],
  };
  return points[turns];
}
