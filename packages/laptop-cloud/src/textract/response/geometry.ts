import type { Geometry, Point } from '@aws-sdk/client-textract';
import { corners, partOf, type RotatedBox } from '../ocr/rotated-box.ts';
import type { PageText } from '../ocr/text-line.ts';
import type { Span } from '../tagger/tagged-page.ts';

type PageFrame = Pick<PageText, 'width' | 'height' | 'quarterTurns'>;

/** The place of boxes on the page as it was sent, in fractions of its width and height. One box keeps its lean. */
export function geometryOf(boxes: readonly RotatedBox[], page: PageFrame): Geometry {
  const points = boxes.flatMap(corners);
  const outline = boxes.length === 1 ? points : cornersAround(points);
  const polygon = outline.map(([x, y]) => asSent(x / page.width, y / page.height, page.quarterTurns));
  const xs = polygon.map(({ X = 0 }) => X);
  const ys = polygon.map(({ Y = 0 }) => Y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return {
    BoundingBox: { Width: Math.max(...xs) - left, Height: Math.max(...ys) - top, Left: left, Top: top },
    Polygon: polygon,
  };
}

/** The part of a line's box that a stretch of its text covers. */
export function boxOfSpan({ line, start, end }: Span): RotatedBox {
  const { characters, box } = line;
  if (start <= 0 && end >= characters.length) return box;
  return partOf(box, edgeBefore(line, start), edgeBefore(line, end));
}

/** Where a character begins, as a fraction of the line: half-way between it and the one before it. */
function edgeBefore({ characters }: Span['line'], index: number): number {
  const before = characters[index - 1]?.position;
  const after = characters[index]?.position;
  if (before === undefined || after === undefined) return before === undefined ? 0 : 1;
  return (before + after) / 2;
}

function cornersAround(points: readonly [number, number][]): [number, number][] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

/** Takes back the quarter turns that brought the page upright. */
function asSent(x: number, y: number, quarterTurns: PageFrame['quarterTurns']): Point {
  const turnedBack = { 0: [x, y], 1: [y, 1 - x], 2: [1 - x, 1 - y], 3: [1 - y, x] }[quarterTurns];
  const [sentX = 0, sentY = 0] = turnedBack;
  return { X: clamp(sentX), Y: clamp(sentY) };
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
