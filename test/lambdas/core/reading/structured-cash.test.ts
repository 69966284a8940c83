import { describe, expect, it } from 'vitest';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { aDocument } from './analysis.ts';
import { codes, date, read, someone } from './read-document.ts';

const goods = [
  ['Apfel', '4.49'],
  ['Brot', '3.79'],
  ['Kaese', '6.25'],
] as const;
const other = (label: string, text: string) => ({ type: 'OTHER', label, text });

describe('cash given', () => {
  it.each([
    ['the change stands among the goods', [other('BAR', '20.00')], [...goods, ['RÜCKGELD', '5.47']], 1453],
    ['a letter of the change was misread', [other('BAR', '20.00')], [...goods, ['ROCKGELD', '5.47']], 1453],
    ['payment and change stand among them', [], [...goods, ['BAR', '20.00'], ['Wechselgeld', '5.47']], 1453],
    [
      'the total stands among them',
      [other('BAR', '20.00'), other('Zurück', '5.47')],
      [...goods, ['SUMME', '14.53']],
      1453,
    ],
    [
      'cash was paid out too',
      [{ type: 'TOTAL', label: 'TOTAL', text: '34.53' }, other('CASHBACK', '20.00'), other('VISA', '34.53')],
      [...goods],
      1453,
    ],
    [
      'the total has a label that was lost',
      [other('BAR', '20.00'), other('Zurück', '5.47')],
      [...goods, ['S mme', '14.53']],
      1453,
    ],
  ] as const)('is not the total where %s', (_, fields, items, amountMinor) => {
    const expense = read([...fields], { items: [...items], lines: ['S mme 14.53'] });

    expect(expense.status).toBe('completed');
    expect(expense.total?.amountMinor).toBe(amountMinor);
  });

  it.each([
    ['the goods and an unread change come to it', [other('BAR', '20.00')], [...goods, ['Rxx', '5.47']], []],
    [
      'it is printed twice',
      [other('BAR', '20.00'), other('Gegeben', '20.00')],
      [...goods],
      ['BAR 20.00', 'Gegeben 20.00'],
    ],
    [
      'it was tagged as the total, and the goods and the change come to it',
      [{ type: 'TOTAL', text: '20.00' }, other('Zurück', '5.47')],
      [...goods],
      ['20.00', '20.00'],
    ],
  ] as const)('is asked for where %s', (_, fields, items, lines) => {
    expect(read([...fields], { items: [...items], lines: [...lines] }).status).toBe('needs_review');
  });

  it('is the total below the goods that come to it, and asked for above one of them', () => {
    const at = (top: number) => ({ Geometry: { BoundingBox: { Left: 0.1, Top: top, Width: 0.2, Height: 0.02 } } });
    const document = aDocument({ fields: [date, other('BAR', '14.53')], items: [...goods] });
    const placed = (cash: number) => ({
      ...document,
      SummaryFields: (document.SummaryFields ?? []).map((field) => ({
        ...field,
        ValueDetection: { ...field.ValueDetection, ...at(cash) },
      })),
      LineItemGroups: (document.LineItemGroups ?? []).map((group) => ({
        ...group,
        LineItems: (group.LineItems ?? []).map((item, index) => ({
          LineItemExpenseFields: (item.LineItemExpenseFields ?? []).map((field) => ({
            ...field,
            ValueDetection: { ...field.ValueDetection, ...at(0.3 + index / 10) },
          })),
        })),
      })),
    });

    expect(structureExpense([placed(0.6)], someone)).toMatchObject({
      status: 'completed',
      total: { amountMinor: 1453 },
    });
    expect(structureExpense([placed(0.45)], someone).status).toBe('needs_review');
  });

  it('leaves a card, a bar of chocolate and a gift card among the goods', () => {
    const items = [
      ['Chocolate bar', '2.00'],
      ['Card', '3.00'],
      ['Gift card', '25.00'],
    ] as const;
    const expense = read([{ type: 'TOTAL', label: 'TOTAL', text: '30.00' }], { items: [...items] });

    expect(expense.lineItems.map(({ description }) => description)).toEqual(items.map(([name]) => name));
    expect(expense.status).toBe('completed');
  });

  it('is less than what a card paid with the tip', () => {
    const fields = [
      { type: 'TOTAL', label: 'TOTAL', text: '43.50' },
      { type: 'GRATUITY', label: 'TIP', text: '8.00' },
      other('VISA', '51.50'),
    ];

    expect(codes(read(fields, { items: [['Steak', '43.50']] }))).toEqual(['TotalsDisagreeError']);
  });

  it('is not what is left on a gift card', () => {
    const fields = [
      { type: 'TOTAL', label: 'TOTAL', text: '14.00' },
      other('GIFT CARD', '14.00'),
      other('GIFT CARD BALANCE', '36.00'),
    ];

    expect(read(fields, { items: [['Mug', '14.00']] })).toMatchObject({
      status: 'completed',
      total: { amountMinor: 1400 },
    });
  });
});
