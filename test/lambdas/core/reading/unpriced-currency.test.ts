import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../support/booked-page.ts';

const bill = (...above: readonly string[]) => `Restaurant Rössli
${above.join('\n')}
12.11.2026 20:11
2 Rösti                              52.00
1 Wein                               34.40
Total                                86.40`;

describe('a code that no shop prices in', () => {
  it.each([
    'CHE-101.202.303 MWST',
    'MWST-Nr. CHE-101.202.303',
    'MWST-Nr: CHE 101.202.303',
    'No TVA: CHE-101.202.303',
    'N° TVA CHE-101.202.303 TVA',
    'IVA CHE-101.202.303',
    'CHE101202303',
  ])('is no currency where it begins the number of a Swiss firm: %s', (number) => {
    expect(outcomeOf(bill(number), 'de-CH', 'CHF')).toBe('86.40 CHF');
    expect(outcomeOf(bill('Hauptgasse 2, 3011 Bern', number), 'de-DE', 'EUR')).toBe('86.40 CHF');
  });

  it.each(['CHE', 'CHW', 'COU', 'USN', 'BOV', 'MXV'])('is none beside a number of anything else: %s', (code) => {
    expect(outcomeOf(bill('3011 Bern', `${code} 101.20`), 'de-CH', 'CHF')).toMatch(/^(?:86\.40 CHF|review)$/);
  });
});
