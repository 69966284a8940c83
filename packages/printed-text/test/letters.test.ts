import { foldPrinted, squashLetters, withoutAccents } from 'printed-text/letters';
import { describe, expect, it } from 'vitest';

describe('withoutAccents', () => {
  it('drops accents, unfolds letters and keeps the case', () => {
    expect(withoutAccents('Łódź, Smørrebrød, Straße, Ægir')).toBe('Lodz, Smorrebrod, Strasse, AEgir');
  });

  it('leaves other scripts whole', () => {
    expect(withoutAccents('합계 รวม สิทธิ์')).toBe('합계 รวม สิทธิ์');
  });
});

describe('foldPrinted', () => {
  it.each(['Café', 'CAFE', 'cafe', 'ＣＡＦＥ'])('takes %s for the same word', (word) => {
    expect(foldPrinted(word)).toBe('cafe');
  });
});

describe('squashLetters', () => {
  it.each([
    ['T0TAL (RM):', 'totalrm'],
    ['Tota1', 'total'],
    ['5ubtotal 12.50', 'ubtotal'],
    ['Ta5te', 'taste'],
    ['合計 / 합계 / ИТОГО', '合計합계итого'],
  ])('squashes %s to %s', (text, letters) => {
    expect(squashLetters(text)).toBe(letters);
  });
});
