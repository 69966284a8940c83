import type { Cell, PageLayout, Row } from './page-layout.ts';

/** Cells of a row that stand close together: one line of a column. */
export interface HeaderLine {
  readonly index: number;
  readonly row: Row;
  readonly cells: readonly Cell[];
  readonly text: string;
  readonly y: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly confidence: number;
}

// A gap wider than this, in line heights, separates columns.
const COLUMN_GAP = 3;

/** Splits rows where columns stand side by side, as sender and receiver do on an invoice. */
export function headerLines(layout: PageLayout): HeaderLine[] {
  return layout.rows
    .flatMap((row) => splitRow(row, COLUMN_GAP * layout.lineHeight))
    .map((line, index) => ({ ...line, index }));
}

function splitRow(row: Row, widestGap: number): Omit<HeaderLine, 'index'>[] {
  const groups: Cell[][] = [];
  for (const cell of row.cells) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && cell.left - last.right < widestGap) group.push(cell);
    else groups.push([cell]);
  }
  return groups.map((cells) => ({
    row,
    cells,
    text: cells.map(({ text }) => text).join(' '),
    y: row.y,
    height: Math.max(...cells.map(({ height }) => height)),
    left: Math.min(...cells.map(({ left }) => left)),
    right: Math.max(...cells.map(({ right }) => right)),
    confidence: Math.min(...cells.map(({ confidence }) => confidence)),
  }));
}

/** A compact sender's line in its parts: `name · street · town`, or the three far apart. */
export function partsOf({ text, cells }: Pick<HeaderLine, 'text' | 'cells'>): string[] {
  const parts = text.split(/\s[-|·•–]\s|\s*[|·•]\s*/);
  return parts.length > 1 || cells.length < 3 ? parts : cells.map((cell) => cell.text);
}

/** The line that stands next below another in the same column; undefined at its end. */
export const lineBelow = (lines: readonly HeaderLine[], line: HeaderLine): HeaderLine | undefined =>
  lines.slice(line.index + 1).find((other) => other.row !== line.row && sharesColumn(line, other));

/** The line that stands next above another in the same column. */
export const lineAbove = (lines: readonly HeaderLine[], line: HeaderLine): HeaderLine | undefined =>
  lines.slice(0, line.index).findLast((other) => other.row !== line.row && sharesColumn(line, other));

const sharesColumn = (a: HeaderLine, b: HeaderLine): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.3 * Math.min(a.right - a.left, b.right - b.left);
