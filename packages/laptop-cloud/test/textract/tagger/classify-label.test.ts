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
    'At betale',
    'Beløb i alt',
    'Å betale',
    'Til greiðslu',
    'Sum',
    'K platbě',
    'K uhrade',
    'Za platiti',
    'De achitat',
    'За плащане',
    'Importo da pagare',
    'Total bayar',
    'ยอดที่ต้องชำระ',
    'المبلغ المستحق',
    '결제하실 금액',
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
    ['Driver tip', 'gratuity'],
    ['Tip added', 'gratuity'],
    ['Discount total', 'discount'],
    ['Total points', 'points'],
    ['Suma częściowa', 'subtotal'],
    ['Проміжна сума', 'subtotal'],
    ['Millisamtala', 'subtotal'],
    ['Pankkikortti', 'paid'],
    ['بطاقة', 'paid'],
    ['ชำระแล้ว', 'paid'],
    ['Vaihtoraha', 'change'],
    ['Drikkepenge', 'gratuity'],
    ['小費', 'gratuity'],
    ['Servicegebyr', 'service'],
    ['رسوم الخدمة', 'service'],
    ['Reducere', 'discount'],
    ['クーポン', 'discount'],
    ['Øreafrunding', 'rounding'],
    ['ปัดเศษ', 'rounding'],
    ['前回請求額', 'priorBalance'],
    ['Saldo anterior', 'priorBalance'],
    ['Visszafizetve', 'refunded'],
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
    'Servizio da tè',
    'Thé',
  ])('sees no tax, change or service in "%s"', (text) => {
    expect(says(text, 'tax') || says(text, 'change') || says(text, 'service')).toBe(false);
  });

  it.each(['Bottle 1 l', 'Oak settle', 'Kettle', 'Little gem'])('sees no total in "%s"', (text) => {
    expect(says(text, 'total')).toBe(false);
  });

  it.each(['TTL', 'Ttl excl', 'INV TTL'])('takes the short "%s" for one', (text) => {
    expect(classifyLabel(text).kinds.size).toBeGreaterThan(0);
  });
});
