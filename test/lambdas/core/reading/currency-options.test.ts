import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../support/booked-page.ts';

const page = (...below: readonly string[]) => `Bistro 21
14/11/2026
Pie  35.00
Tea  15.00
${below.join('\n')}`;

describe('currencies to choose among', () => {
  it.each([
    ['Currency: [ ] EUR [X] USD [ ] GBP', '50.00 USD'],
    ['Currency: ☐ EUR ☑ USD ☐ GBP', '50.00 USD'],
    ['(x) EUR ( ) USD', '50.00 EUR'],
    ['Currency: [ ] EUR [ ] USD', 'review'],
    ['Currency: [X] EUR [X] USD', 'review'],
    ['Currency: EUR / USD / GBP', 'review'],
    ['Currency: EUR\nUSD', 'review'],
    ['(MAD)', 'review'],
  ])('are that of the marked box, or asked about: %s', (line, expected) => {
    expect(outcomeOf(page('Total  50.00', 'Cash  50.00').replace('Pie', `${line}\nPie`), 'en-GB', 'GBP')).toBe(
      expected,
    );
  });
});
