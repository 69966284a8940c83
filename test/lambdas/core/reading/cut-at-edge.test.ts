import type { Block } from '@aws-sdk/client-textract';
import { describe, expect, it } from 'vitest';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { aDocument } from './analysis.ts';
import { codes } from './read-document.ts';

/** A slip whose amounts end at a share of the picture's width, and what is made of it. */
function read(amounts: readonly [string, string, string], right: number, currency = 'GBP') {
  const [first, second, total] = amounts;
  const fields = [
    { type: 'INVOICE_RECEIPT_DATE', text: '12 November 2026' },
    { type: 'TOTAL', label: 'Total', text: total },
  ];
  const items = [
    ['Shelf', first],
    ['Fixing', second],
  ] as const;
  const lines = [
    ['Harbour Joinery', ''],
    ['12 November 2026', ''],
    ['Shelf', first],
    ['Fixing', second],
    ['Total', total],
  ].flatMap(([label = '', amount = ''], row): Block[] => {
    const width = 0.03 * amount.length;
    const at = (Text: string, Left: number, Width: number): Block => ({
      BlockType: 'LINE',
      ...{ Text, Confidence: 99, Page: 1 },
      Geometry: { BoundingBox: { Left, Top: 0.1 + row * 0.1, Width, Height: 0.04 } },
    });
    return [at(label, 0.05, 0.3), ...(amount === '' ? [] : [at(amount, right - width, width)])];
  });
  return structureExpense([{ ...aDocument({ fields, items }), Blocks: lines }], {
    ...{ locale: 'en-GB', currency, today: '2026-11-29' },
  });
}

describe('a total at the right edge of its picture', () => {
  it.each([
    ['30.1', '12.1', '42.2'],
    ['30.', '12.', '42.'],
    ['30', '12', '42'],
    ['1,230.1', '12.1', '1,242.2'],
  ] as const)('needs review where its last digits may be cut off, though all adds up: %s %s %s', (...amounts) => {
    const expense = read(amounts, 1);

    expect(codes(expense)).toEqual(['TotalUnreadableError']);
    expect(expense.reasons[0]?.message).toMatch(
      /the paper is cut off at its digits; drop a picture that shows all of the paper/,
    );
  });

  it.each([
    { title: 'shows all of its decimals', amounts: ['30.10', '12.10', '42.20'], right: 1, currency: 'GBP' },
    { title: 'has blank paper behind it', amounts: ['30.1', '12.1', '42.2'], right: 0.97, currency: 'GBP' },
    { title: 'is in a currency without decimals', amounts: ['3010', '1210', '4220'], right: 1, currency: 'JPY' },
  ] as const)('is taken where it $title', ({ amounts, right, currency }) => {
    expect(codes(read(amounts, right, currency))).toEqual([]);
  });
});
