import { describe, expect, it } from 'vitest';
import { classifyLabel } from '../../../src/textract/tagger/classify-label.ts';
import type { LabelKind } from '../../../src/textract/tagger/label-patterns.ts';

const says = (text: string, kind: LabelKind) => classifyLabel(text).kinds.has(kind);

describe('classifyLabel', () => {
  it.each([
    'TOTAL',
    'Grand Total',
    'Summe EUR',
    'Gesamtbetrag',
    'Total TTC',
    'Importe total',
    'Totaal',
    'JUMLAH',
    '合計',
    '总计',
    'zu zahlen',
    'À payer',
  ])('takes "%s" for a total', (text) => {
    expect(says(text, 'total')).toBe(true);
  });

  it.each([
    ['Subtotal', 'subtotal'],
    ['Zwischensumme', 'subtotal'],
    ['Sous-total', 'subtotal'],
    ['小計', 'subtotal'],
    ['Total before tax', 'subtotal'],
    ['TOTAL GST', 'tax'],
    ['MwSt 19%', 'tax'],
    ['TVA 20 %', 'tax'],
    ['Total Qty', 'quantity'],
    ['Rounding adj', 'rounding'],
    ['Change due', 'change'],
    ['Rückgeld', 'change'],
    ['Service charge 10%', 'service'],
    ['Trinkgeld', 'gratuity'],
    ['Discount total', 'discount'],
    ['Total points', 'points'],
  ] as const)('takes "%s" for %s and not for a total', (text, kind) => {
    expect(says(text, kind)).toBe(true);
    expect(says(text, 'total')).toBe(false);
  });

  it.each([
    'Total incl. GST',
    'Total after discount',
    'Total Rounded',
    'Rounded Total',
  ])('takes "%s" for a total and nothing else', (text) => {
    expect(says(text, 'total')).toBe(true);
    expect(says(text, 'tax') || says(text, 'discount') || says(text, 'rounding')).toBe(false);
  });

  it.each(['T0TAL', 'TOTAI', 'Amoumt payab1e', 'GRAND T0TAL'])('reads the damaged "%s"', (text) => {
    expect(says(text, 'total')).toBe(true);
  });

  it.each([
    'Small Business Standard Exchange',
    'Festival ticket',
    'Service A',
    'Privat',
  ])('sees no tax, change or service in "%s"', (text) => {
    expect(says(text, 'tax') || says(text, 'change') || says(text, 'service')).toBe(false);
  });
});
