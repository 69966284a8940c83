import { describe, expect, it } from 'vitest';
import { findStatedCurrency } from '../../../../lambdas/core/reading/stated-currency.ts';
import { outcomeOf } from '../../../support/booked-page.ts';

const page = (...below: readonly string[]) => `Bistro 21
14/11/2026
Pie  35.00
Tea  15.00
${below.join('\n')}`;

describe('a currency in a bracket', () => {
  it.each(['(KC)', '(TOP)', '(MT)'])('is none behind goods: %s', (bracket) => {
    expect(findStatedCurrency([bracket])).toBeUndefined();
    const text = page('Total  50.00').replace('Pie', `6"HT  ${bracket}`);
    expect(outcomeOf(text, 'ms-MY', 'MYR')).toBe('50.00 MYR');
  });

  it.each([
    ['(RM)', 'MYR'],
    ['(EUR)', 'EUR'],
    ['(in €)', 'EUR'],
    ['(US$)', 'USD'],
  ])('is stated where it holds nothing else: %s', (bracket, code) => {
    expect(findStatedCurrency([bracket])?.code).toBe(code);
  });
});
