import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../support/booked-page.ts';

const page = (total: string, ...items: readonly string[]) => `Shop A
14/11/2026
${(items.length > 0 ? items : ['Bread  240.00', 'Milk  1,000.00']).join('\n')}
${total}`;

describe('a mark beside the total alone', () => {
  it.each([
    ['won', '1240 KRW'],
    ['Frw', '1240 RWF'],
    ['reais', '1240.00 BRL'],
    ['soles', '1240.00 PEN'],
    ['rand', '1240.00 ZAR'],
    ['leva', '1240.00 BGN'],
    ['lek', '1240.00 ALL'],
    ['lekë', '1240.00 ALL'],
    ['dram', '1240.00 AMD'],
    ['somoni', '1240.00 TJS'],
    ['сомони', '1240.00 TJS'],
    ['kina', '1240.00 PGK'],
    ['tala', '1240.00 WST'],
    ['paanga', '1240.00 TOP'],
    ['marka', '1240.00 BAM'],
  ])('is the currency that it names: %s', (mark, expected) => {
    expect(outcomeOf(page(`TOTAL  1,240.00 ${mark}`), 'en-GB', 'GBP')).toBe(expected);
  });

  it.each(['đ', ' đ', 'Đ', ' VNĐ', ' vnd', ' dong'])('is that of Vietnam, glued or not: %s', (mark) => {
    const goods = ['Cake  24.000', 'Wine  100.000'];
    expect(outcomeOf(page(`Total  124.000${mark}`, ...goods), 'en-US', 'USD')).toBe('124000 VND');
    const each = goods.map((item) => item + mark);
    expect(outcomeOf(page(`Total  124.000${mark}`, ...each), 'en-US', 'USD')).toBe('124000 VND');
  });

  it('is that of the goods where the total has none', () => {
    expect(outcomeOf(page('TOTAL  12,400', 'Bread  2,400 won', 'Milk  10,000 won'), 'en-GB', 'GBP')).toBe('12400 KRW');
  });

  it.each([
    'TOTAL  1,240.00 Xyz',
    'TOTAL Zq 1,240.00',
    'TOTAL  1,240.00 USDT',
    'TOTAL  1,240.00 credits',
    'TOTAL  1,240 points',
    'TOTAL  7 tokens',
    'TOTAL  1,240.00 toman',
    'TOTAL  1,240.00 DM',
    'TOTAL  1,240.00 ATS',
    'TOTAL  1,240.00 FF',
    'TOTAL  1,240.00 Ptas',
    'TOTAL  1,240.00 Lei',
    'TOTAL  1,240.00 som',
    'TOTAL  1,240.00 crowns',
    'TOTAL  1,240.00 man.',
    'TOTAL  1,240.00 E',
    'TOTAL  1,240/=',
    'TOTAL  1,240/-',
    'TOTAL  60¢',
  ])('is asked about where it is not known, no money, or that of several: %s', (total) => {
    expect(outcomeOf(page(total), 'en-GB', 'GBP')).toBe('review');
  });

  it('is asked about where a reader lost the stroke of a dong', () => {
    expect(outcomeOf(page('Total  124.000d', 'Pho bo  45.000', 'Tra da  79.000'), 'en-US', 'USD')).toBe('review');
  });

  it('is asked about where francs have no cents', () => {
    expect(outcomeOf(page('TOTAL  1 240 F', 'Pain  240', 'Lait  1 000'), 'fr-FR', 'EUR')).toBe('review');
  });

  it.each([
    ['TOTAL  1,240/-', 'en-IN', 'INR', '1240.00 INR'],
    ['TOTAL  1,240/=', 'en-KE', 'KES', '1240.00 KES'],
    ['TOTAL  1,240.00 Lei', 'ro-RO', 'RON', '1240.00 RON'],
  ])("is the person's own where it may be: %s %s", (total, locale, currency, expected) => {
    expect(outcomeOf(page(total), locale, currency)).toBe(expected);
  });

  it.each([
    ['TOTAL  1,240.00 A', 'Bread  240.00 A', 'Milk  1,000.00 A'],
    ['TOTAL  1,240.00 SR', 'Bread  240.00 SR', 'Milk  1,000.00 SR'],
    ['TOTAL  1,240.00 ZRL', 'Bread  240.00 ZRL', 'Milk  1,000.00 ZRL'],
    ['TOTAL  1,240.00 T1', 'Bread  240.00 T1', 'Milk  1,000.00 T1'],
    ['TOTAL  1,240.00 DR', 'Bread  240.00', 'Milk  1,000.00'],
    ['TOTAL  1,240.00 CR', 'Bread  240.00', 'Milk  1,000.00'],
    ['TOTAL  1,240.00 net', 'Bread  240.00', 'Milk  1,000.00'],
    ['Total to pay  1,240.00', 'Bread  240.00', 'Milk  1,000.00'],
    ['TOTAL DUE  1,240.00', 'Bread  240.00', 'Milk  1,000.00'],
  ])('is none where it is a class of tax or says what the amount is: %s', (total, ...items) => {
    expect(outcomeOf(page(total, ...items), 'en-GB', 'GBP')).toBe('1240.00 GBP');
  });

  it('does not count what a customer collects', () => {
    expect(outcomeOf(`${page('TOTAL  1,240.00')}\nTotal  250 points`, 'en-GB', 'GBP')).toBe('1240.00 GBP');
  });
});
