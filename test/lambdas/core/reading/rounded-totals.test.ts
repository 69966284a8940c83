import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../support/booked-page.ts';

const slip = (...lines: readonly string[]) => `Rema Lauf
12.11.2026 10:11
${lines.join('\n')}`;

describe('a rounding below the total', () => {
  it.each([
    [
      'nb-NO',
      'NOK',
      '97.00 NOK',
      ['Brød   47,40', 'Ost   50,00', 'Total   97,40', 'AVRUNDING   -0,40', 'KONTANT   100,00', 'TILBAKE   3,00'],
    ],
    [
      'en-CA',
      'CAD',
      '8.35 CAD',
      [
        'Pens   4.00',
        'Tape   3.40',
        'Subtotal   7.40',
        'HST 13%   0.96',
        'Total   8.36',
        'Rounding   -0.01',
        'Cash   10.00',
        'Change   1.65',
      ],
    ],
    [
      'en-CA',
      'CAD',
      '22.55 CAD',
      ['Oil   19.97', 'HST 13%   2.60', 'Total   22.57', 'Rounding   0.02-', 'Cash   22.55'],
    ],
    [
      'fi-FI',
      'EUR',
      '10.10 EUR',
      ['Maito   1,32', 'Juusto   8,77', 'YHTEENSÄ   10,09', 'Pyöristys   0,01', 'KÄTEINEN   10,10'],
    ],
    [
      'nl-NL',
      'EUR',
      '9.90 EUR',
      ['Kaas   9,89', 'Totaal   9,89', 'Afronding   0,01', 'Contant   10,00', 'Wisselgeld   0,10'],
    ],
  ] as const)('takes what was paid in cash, %s %s %s', (locale, currency, paid, lines) => {
    expect(outcomeOf(slip(...lines), locale, currency)).toBe(paid);
  });

  it('takes nothing where cash less change is another amount', () => {
    const lines = ['Pens   4.36', 'Tape   4.00', 'Total   8.36', 'Rounding   -0.01', 'Cash   10.00', 'Change   1.85'];
    expect(outcomeOf(slip(...lines), 'en-CA', 'CAD')).toBe('review');
  });
});
