import type { ExpenseDocument } from '@aws-sdk/client-textract';
import { foldPrinted } from 'printed-text/letters';
import { onOneLine } from 'printed-text/plain-text';

/** A line of the page where it stands, apart from what was tagged. */
export interface PrintedLine {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
  readonly page: number;
  /** Shares of the page's width and height; absent where the answer has no geometry. */
  readonly box?: LineBox;
}

export interface LineBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The lines of every page in the order given; none when the answer came without its blocks. */
export function readPrintedLines(documents: readonly ExpenseDocument[]): PrintedLine[] {
  return documents.flatMap(({ Blocks = [], ExpenseIndex = 1 }) =>
    Blocks.filter(({ BlockType }) => BlockType === 'LINE').map(({ Text = '', Confidence = 90, Page, Geometry }) => {
      const { Left, Top, Width, Height } = Geometry?.BoundingBox ?? {};
      const isPlaced = Left !== undefined && Top !== undefined && Width !== undefined && Height !== undefined;
      return {
        text: onOneLine(Text),
        confidence: Confidence,
        page: Page ?? ExpenseIndex,
        ...(isPlaced && { box: { left: Left, top: Top, width: Width, height: Height } }),
      };
    }),
  );
}

/** A text of the answer that did not come as a line. */
export const asPrintedLine = (text: string): PrintedLine => ({ text: onOneLine(text), confidence: 90, page: 1 });

/** Whether more than one line holds a name. */
export function isPrintedTwice(name: string, lines: readonly PrintedLine[]): boolean {
  const folded = foldPrinted(onOneLine(name));
  return lines.filter(({ text }) => foldPrinted(text).includes(folded)).length > 1;
}

/**
 * Lines side by side as rows, from left to right. Without geometry each line is a row of its own.
 */
export function rowsOfLines(lines: readonly PrintedLine[]): PrintedLine[][] {
  const rows: PrintedLine[][] = [];
  for (const line of [...lines].sort(byHeight)) {
    const row = rows.find((cells) => cells.every((cell) => isBeside(cell, line)));
    if (row) row.push(line);
    else rows.push([line]);
  }
  return rows.map((row) => row.sort((a, b) => (a.box?.left ?? 0) - (b.box?.left ?? 0)));
}

/** The next line below that begins or ends where this one does, at most three line heights away. */
export function lineBelow(line: PrintedLine, lines: readonly PrintedLine[]): PrintedLine | undefined {
  const { box } = line;
  if (!box) return undefined;
  return lines
    .filter(
      (other) =>
        other.page === line.page &&
        other.box !== undefined &&
        other.box.top > box.top + box.height / 2 &&
        other.box.top < box.top + 3 * box.height &&
        other.box.left < box.left + box.width &&
        other.box.left + other.box.width > box.left,
    )
    .sort((a, b) => (a.box?.top ?? 0) - (b.box?.top ?? 0))[0];
}

const byHeight = (a: PrintedLine, b: PrintedLine): number => a.page - b.page || (a.box?.top ?? 0) - (b.box?.top ?? 0);

/** On one page, overlapping by more than half of the lower one's height, and not one above the other. */
function isBeside(one: PrintedLine, other: PrintedLine): boolean {
  if (one.page !== other.page || !one.box || !other.box) return false;
  const overlap =
    Math.min(one.box.top + one.box.height, other.box.top + other.box.height) - Math.max(one.box.top, other.box.top);
  const across =
    Math.min(one.box.left + one.box.width, other.box.left + other.box.width) - Math.max(one.box.left, other.box.left);
  return (
    overlap > Math.min(one.box.height, other.box.height) / 2 && across < Math.min(one.box.width, other.box.width) / 3
  );
}
