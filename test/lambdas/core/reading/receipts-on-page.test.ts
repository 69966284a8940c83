import type { Block, ExpenseDocument } from '@aws-sdk/client-textract';
import { describe, expect, it } from 'vitest';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { anUntaggedPage, type RowsOf } from './placed-page.ts';

const someone = { locale: 'en-GB', currency: 'GBP', today: '2026-11-29' };

/** A slip as a till prints it: name, day and time, number, one good, total and payment. */
const slip = (name: string, day: string, number: string | undefined, total: string): RowsOf => [
  [name],
  [day],
  ...(number === undefined ? [] : [[`Receipt ${number}`]]),
  ['Coffee', total],
  ['Total', `£${total}`],
  ['Visa', total],
];

const below = (...parts: readonly RowsOf[]): ExpenseDocument =>
  anUntaggedPage(parts.flatMap((rows, index) => (index === 0 ? rows : [[], [], ...rows])));

/** Both in half of the width. */
function beside(left: RowsOf, right: RowsOf): ExpenseDocument {
  const half = (rows: RowsOf, from: number): Block[] =>
    (anUntaggedPage(rows).Blocks ?? []).map((block) => {
      const { Left = 0, Width = 0, ...box } = block.Geometry?.BoundingBox ?? {};
      return { ...block, Geometry: { BoundingBox: { ...box, Left: from + Left / 2, Width: Width / 2 } } };
    });
  return { ...anUntaggedPage([]), Blocks: [...half(left, 0), ...half(right, 0.5)] };
}

const reasonOf = (page: ExpenseDocument) =>
  structureExpense([page], someone).reasons.find(({ message }) => message.startsWith('the page holds'))?.message;

const BEAN = slip('Bean House', '12/11/2026 08:10', '1041', '4.80');

describe('two receipts on one page', () => {
  it.each([
    ['of the same shop', slip('Bean House', '14/11/2026 09:22', '1188', '4.80'), '4.80'],
    ['of the same shop and day', slip('Bean House', '12/11/2026 16:40', '1188', '4.80'), '4.80'],
    ['of another shop', slip('Tea Room', '14/11/2026 09:22', '77', '7.20'), '7.20'],
    ['with the same total', slip('Tea Room', '14/11/2026 09:22', '77', '4.80'), '4.80'],
    ['without a number', slip('Tea Room', '14/11/2026', undefined, '4.80'), '4.80'],
  ])('need review where they lie below each other, %s', (_which, other, total) => {
    const page = below(BEAN, other);

    expect(structureExpense([page], someone).status).toBe('needs_review');
    expect(reasonOf(page)).toBe(
      `the page holds 2 receipts, with totals of 4.80 GBP and ${total} GBP; drop each of them as a file of its own`,
    );
  });

  it.each([
    ['with another total', slip('Tea Room', '14/11/2026', undefined, '7.20')],
    ['with the same total', slip('Tea Room', '14/11/2026 09:22', '77', '4.80')],
  ])('need review where they lie side by side, %s', (_which, other) => {
    expect(reasonOf(beside(BEAN, other))).toMatch(/^the page holds 2 receipts, with totals of 4\.80 GBP and /);
  });

  it('need review where they are three', () => {
    const page = below(
      BEAN,
      slip('Tea Room', '14/11/2026 09:22', '77', '7.20'),
      slip('Bread & Co', '15/11/2026 11:05', '5201', '3.10'),
    );

    expect(reasonOf(page)).toMatch(/^the page holds 3 receipts, with totals of 4\.80 GBP and 7\.20 GBP and 3\.10 GBP/);
  });

  it('need review where the day stands below the total', () => {
    const last = (name: string, day: string, number: string, total: string): RowsOf => [
      [name],
      ['Coffee', total],
      ['Total', `£${total}`],
      [`Receipt ${number}`],
      [day],
    ];
    const page = below(
      last('Bean House', '12/11/2026 08:10', '1041', '4.80'),
      last('Tea Room', '14/11/2026 09:22', '1188', '7.20'),
    );

    expect(reasonOf(page)).toMatch(/^the page holds 2 receipts/);
  });
});

const INVOICE: RowsOf = [
  ['Harbour Joinery Ltd'],
  ['Invoice INV-2041'],
  ['Invoice date: 12/11/2026'],
  ['Shelf', '100.00'],
  ['VAT 20%', '20.00'],
  ['Total', '£120.00'],
];

describe('one purchase on a page', () => {
  it.each<[string, ExpenseDocument]>([
    [
      'a receipt and the slip of its card',
      below(BEAN, [['Card sale'], ['12/11/2026 08:11'], ['Receipt 000777'], ['Total', '£4.80']]),
    ],
    [
      'a bill and the slip of its card with a tip, an hour later',
      below(BEAN, [['Card sale'], ['12/11/2026 09:20'], ['Amount', '4.80'], ['Tip', '1.00'], ['Total', '£5.80']]),
    ],
    ['the copies of customer and merchant', below([...BEAN, ['Customer copy']], [...BEAN, ['Merchant copy']])],
    ['the same side by side', beside([...BEAN, ['Customer copy']], [...BEAN, ['Merchant copy']])],
    [
      'an invoice and the slip to pay it with',
      below(INVOICE, [
        ['Remittance slip'],
        ['Invoice INV-2041'],
        ['Please pay by 12/12/2026'],
        ['Date: 20/11/2026'],
        ['Total due', '£120.00'],
      ]),
    ],
    [
      'a receipt and a voucher',
      below(BEAN, [['Your voucher'], ['£5 off'], ['Valid until 31/12/2026'], ['Minimum total', '£20.00']]),
    ],
    [
      'an invoice of two weeks with a total of each',
      below(
        [
          ['Harbour Joinery Ltd'],
          ['Invoice INV-2041'],
          ['05/11/2026'],
          ['Fitting', '100.00'],
          ['Total of the week', '£100.00'],
          ['12/11/2026'],
          ['Fitting', '140.00'],
          ['Total of the week', '£140.00'],
        ],
        [['Total due', '£240.00']],
      ),
    ],
    [
      'an invoice with a row for each day',
      below([
        ['Harbour Joinery Ltd'],
        ['Invoice date: 20/11/2026'],
        ['12/11/2026 Fitting', '100.00'],
        ['13/11/2026 Fitting', '140.00'],
        ['Total', '£240.00'],
        ['Total due', '£240.00'],
      ]),
    ],
    ['a receipt that was printed again', below(BEAN, [['Total paid', '£4.80'], ['Printed on 20/11/2026 10:00']])],
    [
      'an order with the day on which it was sent',
      below(
        [['Paper Shop'], ['Order date: 12/11/2026'], ['Paper', '12.00'], ['Order total', '£12.00']],
        [['Sent on 14/11/2026'], ['Paper', '12.00'], ['Total', '£12.00']],
      ),
    ],
    [
      'an invoice beside the summary of an account',
      beside(INVOICE, [['Your account'], ['Last payment: 20/10/2026'], ['Total due', '£120.00']]),
    ],
  ])('is asked about by nobody: %s', (_what, page) => {
    expect(reasonOf(page)).toBeUndefined();
  });
});
