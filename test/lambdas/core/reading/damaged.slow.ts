import type { ExpenseDocument, ExpenseField } from '@aws-sdk/client-textract';
import { describe, expect, it } from 'vitest';
import { damage, seededRandom } from '../../../../bench/accuracy/damage.ts';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { anUntaggedPage } from './placed-page.ts';
import { someone } from './read-document.ts';

type Row = readonly [type: string, label: string, value: string];

/** A page with its lines where they stand and a summary field for each row that has a type. */
function aTaggedPage(rows: readonly Row[]): ExpenseDocument {
  const page = anUntaggedPage(rows.map(([, label, value]) => [label, value].filter((text) => text !== '')));
  const detectionOf = (text: string, from: number) => {
    const block = (page.Blocks ?? []).find(({ Text }, index) => index >= from && Text === text);
    return { Text: text, Confidence: 99, Geometry: block?.Geometry ?? {} };
  };
  const summary = rows.flatMap(([type, label, value], row): ExpenseField[] => {
    if (type === '') return [];
    const from = rows.slice(0, row).reduce((sum, [, ...cells]) => sum + cells.filter((cell) => cell !== '').length, 0);
    return [
      {
        Type: { Text: type, Confidence: 99 },
        ...(value !== '' && { LabelDetection: detectionOf(label, from) }),
        ValueDetection: detectionOf(value === '' ? label : value, from),
        PageNumber: 1,
      },
    ];
  });
  return { ...page, SummaryFields: summary };
}

const shop = aTaggedPage([
  ['VENDOR_NAME', 'KEDAI MAJU SDN BHD', ''],
  ['', '12, Jalan Satu, 43000 Kajang, Selangor', ''],
  ['INVOICE_RECEIPT_DATE', 'Date', '23/06/2024'],
  ['', 'Milk 1L', '17.50'],
  ['', 'Bread', '24.50'],
  ['SUBTOTAL', 'Subtotal', '42.00'],
  ['TAX', 'GST 6%', '2.52'],
  ['OTHER', 'Rounding', '-0.02'],
  ['TOTAL', 'Total', '44.50'],
  ['OTHER', 'Cash', '50.00'],
  ['OTHER', 'Change', '5.50'],
]);
const cafe = aTaggedPage([
  ['VENDOR_NAME', 'Cafe Zentral GmbH', ''],
  ['', 'Hauptstr. 5, 50667 Koeln', ''],
  ['INVOICE_RECEIPT_DATE', 'Datum', '18.06.2024'],
  ['SUBTOTAL', 'Netto', '31,09'],
  ['TAX', 'MwSt 19%', '5,91'],
  ['TOTAL', 'Summe EUR', '37,00'],
  ['OTHER', 'Karte', '37,00'],
]);

const RUNS = 100;

/** How often a damaged document is completed, and how often the total is wrong then. */
function run(document: ExpenseDocument, totalMinor: number, rate: number, runs = RUNS) {
  const read = Array.from({ length: runs }, (_, seed) =>
    structureExpense([damage(document, rate, seededRandom(seed + 1))], { ...someone, today: '2024-07-01' }),
  );
  const completed = read.filter(({ status }) => status === 'completed');
  return {
    completed: completed.length,
    wrong: completed.filter(({ total }) => total?.amountMinor !== totalMinor).length,
  };
}

describe('a document that was read badly', () => {
  it.each([
    ['shop receipt', shop, 4450],
    ['German bill', cafe, 3700],
  ])('is completed as long as the %s is read well', (_name, document, totalMinor) => {
    expect(run(document, totalMinor, 0, 1)).toEqual({ completed: 1, wrong: 0 });
  });

  it.each([
    ['shop receipt', shop, 4450, 0.02],
    ['shop receipt', shop, 4450, 0.06],
    ['German bill', cafe, 3700, 0.02],
    ['German bill', cafe, 3700, 0.06],
  ])('is hardly ever completed with a wrong total: %s', (_name, document, totalMinor, rate) => {
    const { completed, wrong } = run(document, totalMinor, rate);

    expect(completed).toBeGreaterThan(RUNS / 5);
    expect(wrong / completed).toBeLessThanOrEqual(0.01);
  });
});
