import type { Block, ExpenseDocument } from '@aws-sdk/client-textract';
import { getDocumentProxy } from 'unpdf';

/** Of a long invoice the first pages say all that is compared. */
const MOST_PAGES = 20;

/** A piece of text where it stands, in points from the page's upper left corner. */
interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the line that it stands on. */
  readonly baseline: number;
  readonly height: number;
}

/**
 * The lines that a PDF prints, as Textract would tell them: LINE blocks with their place as shares of the page. It is the
 * text of the file itself: nothing is drawn and nothing is recognised, so a scan has none.
 *
 * @returns no lines for a PDF that cannot be opened, or prints no text.
 */
export async function readPrint(pdf: Uint8Array): Promise<ExpenseDocument> {
  try {
    // It takes the bytes away.
    const document = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 });
    try {
      const pages = Array.from({ length: Math.min(document.numPages, MOST_PAGES) }, (_, index) => index + 1);
      const blocks: Block[] = [];
      for (const page of pages) blocks.push(...(await linesOf(await document.getPage(page), page)));
      return { ExpenseIndex: 1, Blocks: blocks };
    } finally {
      await document.destroy();
    }
  } catch {
    return { ExpenseIndex: 1, Blocks: [] };
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

async function linesOf(page: Page, number: number): Promise<Block[]> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item): Piece[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , , x = 0, y = 0] = product(transform, item.transform);
    return [{ text: item.str, left: x, right: x + item.width, baseline: y, height: item.height || 1 }];
  });
  return joinPieces(pieces).map(({ text, left, right, baseline, height: size }) => ({
    BlockType: 'LINE',
    Text: text,
    Confidence: 100,
    Page: number,
    Geometry: {
      BoundingBox: {
        Left: left / width,
        Top: (baseline - size) / height,
        Width: (right - left) / width,
        Height: size / height,
      },
    },
  }));
}

/** Two transformations of the plane in one, as PDF writes them. */
const product = (outer: readonly number[], inner: readonly number[]): number[] => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
};

/** Pieces on one baseline that touch, or nearly: a word is often written in parts, and columns stand apart. */
function joinPieces(pieces: readonly Piece[]): Piece[] {
  const lines: Piece[] = [];
  const sorted = [...pieces].sort((a, b) => (isLevel(a, b) ? a.left - b.left : a.baseline - b.baseline));
  for (const piece of sorted) {
    const last = lines.at(-1);
    const gap = last ? piece.left - last.right : 0;
    if (last && isLevel(last, piece) && gap > -last.height && gap < last.height) {
      const isApart = gap > last.height / 6 && !/\s$/.test(last.text) && !/^\s/.test(piece.text);
      lines[lines.length - 1] = {
        ...last,
        text: `${last.text}${isApart ? ' ' : ''}${piece.text}`,
        right: Math.max(last.right, piece.right),
        height: Math.max(last.height, piece.height),
      };
    } else lines.push(piece);
  }
  return lines.map((line) => ({ ...line, text: line.text.trim() }));
}

const isLevel = (one: Piece, other: Piece): boolean =>
  Math.abs(one.baseline - other.baseline) < Math.min(one.height, other.height) / 3;
