import type { Block, ExpenseDocument } from '@aws-sdk/client-textract';
import { describe, expect, it } from 'vitest';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { aDocument } from './analysis.ts';
import { codes } from './read-document.ts';

const someone = { locale: 'en-GB', currency: 'GBP', today: '2026-11-29' };
type Cell = readonly [text: string, left: number, small?: boolean];

/** A page of lines as the service gives them, with this as its total. */
function aPage(total: string, rows: readonly (readonly Cell[])[]): ExpenseDocument {
  const fields = [
    { type: 'INVOICE_RECEIPT_DATE', text: '12 November 2026' },
    { type: 'TOTAL', label: 'Total', text: total },
  ];
  const lines = rows.flatMap((cells, row) =>
    cells.map(([text, left, isSmall]): Block => {
      const [width, height] = isSmall ? [0.006, 0.009] : [0.012, 0.018];
      return {
        BlockType: 'LINE',
        Text: text,
        Confidence: 99,
        Page: 1,
        Geometry: { BoundingBox: { Left: left, Top: 0.1 + row * 0.03, Width: width * text.length, Height: height } },
      };
    }),
  );
  return { ...aDocument({ fields }), Blocks: lines };
}

const read = (page: ExpenseDocument) => structureExpense([page], someone);

const FORM: readonly (readonly Cell[])[] = [
  [['Harbour Joinery Ltd', 0.1]],
  [
    ['Shelf', 0.1],
    ['100', 0.7],
    ['50', 0.78],
  ],
  [
    ['Fixing', 0.1],
    ['20', 0.7],
    ['00', 0.78],
  ],
  [
    ['Total', 0.1],
    ['120', 0.7],
    ['50', 0.78],
  ],
];

describe('a total whose cents stand apart', () => {
  it.each(['50', '120'])('needs review in columns of pounds and pence, read as %s', (total) => {
    const expense = read(aPage(total, FORM));

    expect(codes(expense)).toEqual(['TotalUnreadableError']);
    expect(expense.reasons[0]?.message).toMatch(/its digits stand beside others, as in 120\.50/);
    expect(expense.candidates.total.map(({ value }) => value)).toContain('120.50');
  });

  it('needs review where a head says that a column holds pence', () => {
    const heads: Cell[] = [
      ['£', 0.7],
      ['p', 0.78],
    ];
    const rows = FORM.filter(([first]) => first?.[0] !== 'Fixing');

    expect(codes(read(aPage('50', [heads, ...rows])))).toEqual(['TotalUnreadableError']);
  });

  it('needs review where smaller cents behind it were read apart', () => {
    const rows: Cell[][] = [
      [['Harbour Joinery Ltd', 0.1]],
      [
        ['Total', 0.1],
        ['£65', 0.7],
        ['20', 0.738, true],
      ],
    ];

    expect(codes(read(aPage('£65', rows)))).toEqual(['TotalUnreadableError']);
  });

  it('is none where a count stands before whole amounts', () => {
    const rows: Cell[][] = [
      [['Harbour Joinery Ltd', 0.1]],
      [
        ['Shelf', 0.1],
        ['2', 0.7],
        ['36', 0.78],
      ],
      [
        ['Total', 0.1],
        ['2', 0.7],
        ['36', 0.78],
      ],
    ];

    expect(read(aPage('36', rows)).status).toBe('completed');
  });
});
