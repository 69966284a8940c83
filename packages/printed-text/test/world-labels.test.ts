import { describe, expect, it } from 'vitest';
import { worldLabelsOf } from '../src/world-labels.ts';

describe('worldLabelsOf', () => {
  it.each([
    ['合計', ['total']],
    ['总计', ['total']],
    ['총액', ['total']],
    ['ยอดรวม', ['total']],
    ['المجموع', ['total']],
    ['الإجمالي', ['total']],
    ['סה"כ', ['total']],
    ['ИТОГО', ['total']],
    ['Разом', ['total']],
    ['ΣΎΝΟΛΟ', ['total']],
    ['कुल', ['total']],
    ['Tổng cộng', ['total']],
    ['К ОПЛАТЕ', ['due']],
    ['Vahesumma', ['subtotal']],
    ['Tiền khách đưa', ['cash']],
    ['НДС 20%', ['tax']],
    ['Übertrag', ['carried-forward']],
    ['Report', ['carried-forward']],
  ])('knows %s', (label, found) => {
    expect([...worldLabelsOf(label)]).toEqual(found);
  });

  it('gives all that a label says', () => {
    expect(worldLabelsOf('الإجمالي شامل الضريبة')).toEqual(new Set(['total', 'tax', 'inclusive']));
  });

  it('finds nothing in words that only contain others', () => {
    expect(worldLabelsOf('Credit report fee')).toEqual(new Set());
    expect(worldLabelsOf('Televisor')).toEqual(new Set());
  });
});
