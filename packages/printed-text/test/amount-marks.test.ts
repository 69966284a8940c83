import { showsCents, withoutTaxClass } from 'printed-text/amount-marks';
import { describe, expect, it } from 'vitest';

describe('marks behind an amount', () => {
  it.each([
    ['12.50 A', '12.50'],
    ['12.50 SR', '12.50'],
    ['12.50A', '12.50'],
    ['12.00M', '12.00'],
    ['12.00m', '12.00m'],
    ['1.25 L', '1.25 L'],
    ['12.5S', '12.5S'],
  ])('are a class of tax or part of it: %s', (text, amount) => {
    expect(withoutTaxClass(text)).toBe(amount);
  });
});

describe('whether a text shows cents', () => {
  it.each(['12.50', 'Milk 1,234.56 A', 'Rs.15.00', '1.234,56 €'])('holds for %s', (text) => {
    expect(showsCents(text)).toBe(true);
  });

  it.each([
    '12.06.2024',
    '12.06.24',
    '12.50%',
    '10:12.30',
    '1.234',
    'No. 12',
    '12.5',
  ])('does not hold for %s', (text) => {
    expect(showsCents(text)).toBe(false);
  });
});
