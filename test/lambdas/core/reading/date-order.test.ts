import { describe, expect, it } from 'vitest';
import { orderOfCountries, orderOfLocale } from '../../../../lambdas/core/reading/date-order.ts';

describe('the order of a date in numbers', () => {
  it.each([
    ['en-US', 'MDY'],
    ['en-GB', 'DMY'],
    ['en-Latn-GB', 'DMY'],
    ['sv-SE', 'YMD'],
    // Intl has no English of Kuwait, and falls back to that of the United States.
    ['en-KW', 'DMY'],
    ['en-QA', 'DMY'],
    ['en-PH', 'MDY'],
    ['nonsense!', undefined],
  ])('of %s is %s', (locale, order) => {
    expect(orderOfLocale(locale)).toBe(order);
  });

  it.each([
    ['KW', 'DMY'],
    ['US', 'MDY'],
    ['HU', 'YMD'],
  ])('in %s is %s', (country, order) => {
    expect(orderOfCountries([country])).toBe(order);
  });
});
