import { pageAngle } from '../ocr/page-angle.ts';
import type { PageText, TextLine } from '../ocr/text-line.ts';
import { isRightToLeft } from '../pdf/reading-order.ts';

/** A line of text with its place on the page after the page's lean is taken out; same unit as the page. */
export interface Cell {
  readonly line: TextLine;
  readonly text: string;
  readonly confidence: number;
  readonly left: number;
  readonly right: number;
  /** Vertical middle. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whether it runs up or down the page, as a note in the margin does. */
  readonly isAcross: boolean;
}

/** Cells that stand side by side, from left to right. */
export interface Row {
  readonly index: number;
  readonly cells: readonly Cell[];
  /** The cells' texts with a space between them. */
  readonly text: string;
  readonly y: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
}

/** A page as rows from top to bottom. */
export interface PageLayout {
  readonly rows: readonly Row[];
  /** Median height of a line. */
  readonly lineHeight: number;
  readonly left: number;
  readonly right: number;
}

const ROWS_LOOKED_BACK = 8;
const LEAST_OVERLAP = 0.5;
const LARGEST_COLLISION = 0.35;
const TALLEST_LINE = 1.6;
const LEAST_ACROSS = 0.9;

/** The middle value; 0 of nothing. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * Arranges the lines of a page in rows. A line joins the row whose nearest cell it overlaps by more than half its
 * height, unless it would stand on top of one of that row's cells; so a slowly bending page still gives rows. What runs
 * across the page is a row of its own. A page in Hebrew or Arabic is laid out as in a mirror: what is read first is on the
 * left, so a label stands before its amount there as well. The lines themselves keep their places.
 */
export function layOut(page: PageText): PageLayout {
  const lines = page.lines.filter(({ text }) => text.trim() !== '');
  const straight = toCells(lines);
  const cells = isReadFromRight(lines) ? straight.map((cell) => mirrored(cell, page.width)) : straight;
  const lineHeight = median(cells.map(({ height, width, isAcross }) => (isAcross ? width : height)));
  const groups: Cell[][] = [];
  for (const cell of [...cells].sort((a, b) => a.y - b.y)) {
    const group = bestGroup(groups.slice(-ROWS_LOOKED_BACK), cell, lineHeight);
    if (group) group.push(cell);
    else groups.push([cell]);
  }
  const rows = groups
    .map(toRow)
    .sort((a, b) => a.y - b.y)
    .map((row, index) => ({ ...row, index }));
  return {
    rows,
    lineHeight,
    left: Math.min(...cells.map(({ left }) => left), page.width),
    right: Math.max(...cells.map(({ right }) => right), 0),
  };
}

/** Most lines with words are in Hebrew or Arabic; an invoice of the Gulf has as many in English. */
function isReadFromRight(lines: readonly TextLine[]): boolean {
  const worded = lines.filter(({ text }) => /\p{L}{2}/u.test(text));
  return worded.filter(({ text }) => isRightToLeft(text)).length > worded.length / 2;
}

const mirrored = (cell: Cell, pageWidth: number): Cell => ({
  ...cell,
  left: pageWidth - cell.right,
  right: pageWidth - cell.left,
});

function toCells(lines: readonly TextLine[]): Cell[] {
  const angle = pageAngle(lines.map(({ box }) => box));
  const cosine = Math.cos(angle);
  const sine = Math.sin(angle);
  return lines.map((line) => {
    const { centreX, centreY, width, height } = line.box;
    const x = centreX * cosine + centreY * sine;
    const y = centreY * cosine - centreX * sine;
    const { text, confidence } = line;
    const isAcross = Math.abs(Math.sin(line.box.angle - angle)) > LEAST_ACROSS;
    const [wide, high] = isAcross ? [height, width] : [width, height];
    return { line, text, confidence, left: x - wide / 2, right: x + wide / 2, y, width: wide, height: high, isAcross };
  });
}

function bestGroup(groups: readonly Cell[][], cell: Cell, lineHeight: number): Cell[] | undefined {
  let best: Cell[] | undefined;
  let bestOverlap = LEAST_OVERLAP;
  for (const group of [...groups].reverse()) {
    if (cell.isAcross || group.some((other) => other.isAcross || collides(other, cell))) continue;
    const nearest = group.reduce((a, b) => (distance(a, cell) <= distance(b, cell) ? a : b));
    const height = Math.min(nearest.height, cell.height, TALLEST_LINE * lineHeight);
    const overlap = 1 - Math.abs(nearest.y - cell.y) / height;
    if (overlap <= bestOverlap) continue;
    bestOverlap = overlap;
    best = group;
  }
  return best;
}

const distance = (a: Cell, b: Cell): number => Math.max(a.left - b.right, b.left - a.right);

const collides = (a: Cell, b: Cell): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > LARGEST_COLLISION * Math.min(a.width, b.width);

function toRow(group: Cell[]): Omit<Row, 'index'> {
  const cells = [...group].sort((a, b) => a.left - b.left);
  const width = cells.reduce((sum, cell) => sum + cell.width, 0) || 1;
  return {
    cells,
    text: cells.map(({ text }) => text).join(' '),
    y: cells.reduce((sum, cell) => sum + cell.y * cell.width, 0) / width,
    height: Math.max(...cells.map(({ height }) => height)),
    left: Math.min(...cells.map(({ left }) => left)),
    right: Math.max(...cells.map(({ right }) => right)),
  };
}
