import { notationOf } from 'printed-text/notation';
import { describe, expect, it } from 'vitest';

describe('notationOf', () => {
  it.each([
    [['12.50', '1,234.50'], 2, '.'],
    [['12,50'], 2, ','],
    [['12.50', '12,50'], 2, undefined],
    [['1.234', '5.678'], 2, undefined],
    [['12,500', '0,450'], 3, ','],
    [['12,500', '1 450,500'], 3, ','],
    [['25,000', '1,250,000'], 3, '.'],
    [['25,000', '12,500'], 3, undefined],
    [['TZS 14,700', 'TZS 11,00', 'TZS 9,000'], 2, undefined],
    [['1,459 €', '45,90 €', '7,33 €'], 2, ','],
  ] as const)('of %j with %i places has the mark %s', (texts, exponent, decimalMark) => {
    expect(notationOf(texts, exponent).decimalMark).toBe(decimalMark);
  });
});
