import type { Block, ExpenseDocument } from '@aws-sdk/client-textract';

/** Rows of a page from top to bottom; cells of a row stand side by side. */
export type RowsOf = readonly (readonly string[])[];

/** A page that was read and not tagged at all: lines with their places, and neither summary nor items. */
export function anUntaggedPage(rows: RowsOf): ExpenseDocument {
  const lines = rows.flatMap((cells, row) =>
    cells.map((text, column) => lineAt(text, 0.1 + column * 0.4, 0.05 + row * 0.03)),
  );
  return { ExpenseIndex: 1, SummaryFields: [], LineItemGroups: [], Blocks: lines };
}

const lineAt = (text: string, left: number, top: number): Block => ({
  BlockType: 'LINE',
  Text: text,
  Confidence: 98,
  Page: 1,
  Geometry: { BoundingBox: { Left: left, Top: top, Width: 0.3, Height: 0.02 } },
});

/** The same page as an answer without geometry gives it: one line after the other. */
export function withoutGeometry(document: ExpenseDocument): ExpenseDocument {
  return { ...document, Blocks: (document.Blocks ?? []).map(({ Geometry: _, ...block }) => block) };
}
