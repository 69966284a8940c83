import type { Block, ExpenseDocument } from '@aws-sdk/client-textract';
import { describe, expect, it } from 'vitest';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { aDocument, type FieldOf, type ItemOf } from './analysis.ts';
import { codes, date, someone } from './read-document.ts';

const PITCH = 0.02;

/** A row of cells, each with the column at which it begins; a character is a column wide. */
type RowOf = readonly (readonly [text: string, column: number])[];

function placed(rows: readonly RowOf[], fields: readonly FieldOf[], items: readonly ItemOf[] = []): ExpenseDocument {
  const blocks = rows.flatMap((cells, row) =>
    cells.map(
      ([text, column]): Block => ({
        BlockType: 'LINE',
        Text: text,
        Confidence: 99,
        Page: 1,
        Geometry: {
          BoundingBox: { Left: column * PITCH, Top: 0.05 + row * 0.03, Width: text.length * PITCH, Height: 0.02 },
        },
      }),
    ),
  );
  return { ...aDocument({ fields: [date, ...fields], items }), Blocks: blocks };
}

const swede = { ...someone, locale: 'sv-SE', currency: 'SEK' };
const total = (text: string, label = 'TOTALT'): FieldOf => ({ type: 'TOTAL', label, text });

describe('a total whose digits stand beside others', () => {
  it.each([
    [
      'the groups behind it were read apart',
      placed(
        [
          [
            ['TOTALT', 0],
            ['SEK 15', 20],
            ['905', 27],
          ],
          [
            ['Kort', 0],
            ['SEK 15', 20],
            ['905', 27],
          ],
        ],
        [total('SEK 15')],
      ),
      'in 15 905',
    ],
    [
      'the groups before it were read apart',
      placed(
        [
          [
            ['TOTALT', 0],
            ['15', 20],
            ['905 SEK', 23],
          ],
          [
            ['Kort', 0],
            ['905 SEK', 23],
          ],
        ],
        [total('905 SEK')],
      ),
      'in 15 905',
    ],
    [
      'its label ends with them',
      aDocument({
        fields: [date, total('905 SEK', 'TOTALT 15'), { type: 'OTHER', label: 'Kort 15', text: '905 SEK' }],
      }),
      'in 15 905',
    ],
    [
      'the one item was cut as well',
      placed(
        [
          [
            ['Lax', 0],
            ['15', 20],
            ['905,00', 23],
          ],
          [
            ['TOTALT', 0],
            ['15', 20],
            ['905,00', 23],
          ],
        ],
        [total('905,00')],
        [['Lax', '905,00']],
      ),
      'in 15 905,00',
    ],
  ])('needs review where %s', (_what, document, whole) => {
    const expense = structureExpense([document], swede);

    expect(codes(expense)).toEqual(['TotalUnreadableError']);
    expect(expense.reasons[0]?.message).toContain(whole);
    expect(expense.candidates.total.map(({ value }) => value?.replace('.00', ''))).toContain('15905');
  });

  it.each([
    [
      'in a column of their own',
      placed(
        [
          [
            ['TOTALT', 0],
            ['2', 14],
            ['450 SEK', 23],
          ],
          [
            ['Kort', 0],
            ['450 SEK', 23],
          ],
        ],
        [total('450 SEK')],
      ),
    ],
    [
      'as a count, where sums give the total',
      placed(
        [
          [
            ['TOTALT', 0],
            ['2', 21],
            ['450,00', 23],
          ],
          [
            ['Kort', 0],
            ['450,00', 23],
          ],
        ],
        [total('450,00')],
        [
          ['Lax', '250,00'],
          ['Vin', '200,00'],
        ],
      ),
    ],
    [
      'that number something else',
      placed(
        [
          [
            ['TOTALT', 0],
            ['450 SEK', 23],
          ],
          [
            ['Kort 12', 0],
            ['450 SEK', 8],
          ],
        ],
        [total('450 SEK')],
      ),
    ],
  ])('is completed where they stand %s', (_what, document) => {
    expect(structureExpense([document], swede)).toMatchObject({ status: 'completed', total: { amountMinor: 45_000 } });
  });
});

describe('a total with a first digit that may be a sign', () => {
  const read = (sum: string, items: readonly ItemOf[], others: readonly FieldOf[] = []) =>
    structureExpense(
      [
        aDocument({
          fields: [date, total(sum, 'TOTAL'), ...others],
          items,
          lines: ['LVIV HANDMADE', `TOTAL ${sum}`, `CARD ${sum}`],
        }),
      ],
      { ...someone, locale: 'uk-UA', currency: 'UAH' },
    );

  it.each([
    [
      'all amounts have it',
      '2115.50',
      [
        ['Cake', '280.00'],
        ['Tea', '235.50'],
      ] as const,
    ],
    [
      'the items do not have it',
      '2115.50',
      [
        ['Cake', '80.00'],
        ['Tea', '35.50'],
      ] as const,
    ],
  ])('needs review where %s and the items come to it without', (_what, sum, items) => {
    const expense = read(sum, items);

    expect(codes(expense)).toEqual(['TotalsDisagreeError']);
    expect(expense.reasons[0]?.message).toContain('115.50');
    expect(expense.candidates.total.map(({ value }) => value)).toContain('115.50');
  });

  it.each([
    [['TOTAL CA518.80'], []],
    [['TOTAL 518.80'], [{ type: 'TAX', label: 'includes HST 13%', text: '2.16' } as const]],
  ])('needs review where a sign of dollars was read as its first digit: %s', (lines, taxes) => {
    const page = placed(
      lines.map((text) => [[text, 0]]),
      [total('518.80', 'TOTAL'), ...taxes],
    );
    const expense = structureExpense([page], { ...someone, locale: 'en-CA', currency: 'CAD' });

    expect(codes(expense)).toEqual(['TotalsDisagreeError']);
    expect(expense.candidates.total.map(({ value }) => value)).toContain('18.80');
  });

  it('is completed where letters before it are no sign, or its tax is its own', () => {
    const tax: FieldOf = { type: 'TAX', label: 'includes HST 13%', text: '59.68' };
    const page = placed([[['TOTAL 518.80', 0]]], [total('518.80', 'TOTAL'), tax]);

    expect(structureExpense([page], { ...someone, locale: 'en-CA', currency: 'CAD' })).toMatchObject({
      status: 'completed',
    });
  });

  it('needs review where one good has the digit that the sign of a hryvnia looks like', () => {
    expect(read('2115.50', [['Cake', '2115.50']])).toMatchObject({
      status: 'needs_review',
      candidates: { total: expect.arrayContaining([expect.objectContaining({ value: '115.50' })]) },
    });
    expect(read('3115.50', [['Cake', '3115.50']])).toMatchObject({ status: 'completed' });
    expect(read('₴2115.50', [['Cake', '₴2115.50']])).toMatchObject({ status: 'completed' });
  });

  it.each([
    [
      'the items come to it as they are',
      '515.50',
      [
        ['Cake', '280.00'],
        ['Tea', '235.50'],
      ] as const,
    ],
    [
      'the items come to something else',
      '2115.50',
      [
        ['Cake', '280.00'],
        ['Tea', '135.50'],
      ] as const,
    ],
  ])('is completed where %s', (_what, sum, items) => {
    expect(read(sum, items)).toMatchObject({ status: 'completed' });
  });
});
