import fc from 'fast-check';
import { normalizePrinted, plainText } from 'printed-text/plain-text';
import { describe, expect, it } from 'vitest';

describe('plainText', () => {
  it.each([
    ['￥１，９８０', '¥1,980'],
    ['￡4·50', '£4.50'],
    ['−12,00 – 1’234', "-12,00 - 1'234"],
    ['1\u202f234\u00a0kr', '1 234 kr'],
    ['٢٥٫٥٠', '25.50'],
    ['१२', '12'],
    ['合計：１２。', '合計:12.'],
    ['合計 ▲2,000', '合計 -2,000'],
    ['△￥２，０００ ¥▲ 540', '-¥2,000 ¥- 540'],
    ['おにぎり△ 120 ▲ Peak', 'おにぎり△ 120 ▲ Peak'],
  ])('writes %s as %s', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it('keeps the length and the line breaks of any text, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(plainText(text)).toHaveLength(text.length);
        expect(plainText(text).split('\n')).toHaveLength(text.split('\n').length);
        expect(plainText(plainText(text))).toBe(plainText(text));
      }),
    );
  });
});

describe('normalizePrinted', () => {
  it('takes composed signs apart as well', () => {
    expect(normalizePrinted('№ ５ ㎏')).toBe('No 5 kg');
  });
});
