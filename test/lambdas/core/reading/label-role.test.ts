import { describe, expect, it } from 'vitest';
import { roleOfLabel } from '../../../../lambdas/core/reading/label-role.ts';

describe('roleOfLabel', () => {
  it.each([
    ['TOTAL', 'total'],
    ['T0TAL', 'total'],
    ['Jumlah', 'total'],
    ['SUMME EUR', 'total'],
    ['合計', 'total'],
    ['Итого:', 'total'],
    ['TOTAL DUE:', 'due'],
    ['Grand Total', 'due'],
    ['This is your Balance', 'due'],
    ['Rechnungsbetrag', 'due'],
    ['Gesamtbetrag inkl. MwSt.', 'due'],
    ['Total incl. GST', 'due'],
    ['TOTAL TTC', 'due'],
    ['Net à payer', 'due'],
    ['Total a pagar', 'due'],
    ['Проміжна сума', 'subtotal'],
    ['Промежуточная сумма', 'subtotal'],
    ['Купон', 'discount'],
    ['Palvelumaksu', 'service'],
    ['Serviço 10%', 'service'],
    ['Obsługa', 'service'],
    ['Обслужване', 'service'],
    ['Phí phục vụ', 'service'],
    ['ค่าบริการ 10%', 'service'],
    ['Чайові', 'tip'],
    ['Bacșiș', 'tip'],
    ['Borravaló', 'tip'],
    ['Spropitné', 'tip'],
    ['Att betala', 'due'],
    ['Rounded Total (RM):', 'rounded-total'],
    ['SUBTOTAL', 'subtotal'],
    ['Sub-Total', 'subtotal'],
    ['Total Excl. GST', 'subtotal'],
    ['Zwischensumme', 'subtotal'],
    ['Total HT', 'subtotal'],
    ['小計', 'subtotal'],
    ['TAX', 'tax'],
    ['Total GST', 'tax'],
    ['MwSt 19%', 'tax'],
    ['TVA 20,0 %', 'tax'],
    ['消費税', 'tax'],
    ['Service Charge 10%', 'service'],
    ['Tip', 'tip'],
    ['Trinkgeld', 'tip'],
    ['Propina', 'tip'],
    ['Discount', 'discount'],
    ['Rabatt', 'discount'],
    ['Rounding Adj', 'rounding'],
    ['Total Rounding', 'rounding'],
    ['Cash', 'cash'],
    ['TEND', 'cash'],
    ['Gegeben BAR', 'cash'],
    ['お預り', 'cash'],
    ['CHANGE DUE', 'change'],
    ['Rückgeld', 'change'],
    ['Povraćaj', 'change'],
    ['お釣り', 'change'],
    ['Balance', 'change'],
    ['Total Qty', 'quantity'],
    ['# ITEMS SOLD', 'quantity'],
    ['Total Savings', 'points'],
    ['Bonus Points', 'points'],
    ['Pfand', 'deposit'],
    ['Versandkosten', 'shipping'],
    ['Previous Balance', 'prior-balance'],
    ['Übertrag', 'carried-forward'],
  ])('takes "%s" for %s', (label, role) => {
    expect(roleOfLabel(label)).toBe(role);
  });

  it.each([
    undefined,
    '',
    'ST#',
    'APPROVAL #',
    'Private',
    'Email:',
    'Barcode',
    'Insurance Name',
  ])('finds nothing about amounts in "%s"', (label) => {
    expect(roleOfLabel(label)).toBeUndefined();
  });

  it('lets a misread label say what it is', () => {
    expect(roleOfLabel('Roundlng Adj')).toBe('rounding');
    expect(roleOfLabel('ioial Sales (Incl. GST 6%)')).toBe('due');
    expect(roleOfLabel('CHANCE')).toBe('change');
  });
});
