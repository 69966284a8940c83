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
    // Intl has no Guarani, Papiamento or Samoan, the first languages there.
    ['PY', 'DMY'],
    ['CW', 'DMY'],
    ['WS', 'DMY'],
    ['AF', 'DMY'],
  ])('in %s is %s', (country, order) => {
    expect(orderOfCountries([country])).toBe(order);
  });

  it('begins with the month in the United States, what belongs to them, and few other countries', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const regions = letters.flatMap((a) => letters.map((b) => a + b)).filter((region) => names.of(region));
    const monthFirst = regions.filter((region) => orderOfCountries([region]) === 'MDY');
    expect(regions.length).toBeGreaterThan(240);
    expect(monthFirst).toEqual(expect.arrayContaining(['US', 'PR', 'GU']));
    expect(monthFirst.filter((region) => !/^(?:US|AS|GU|MH|MP|PA|PH|PR|UM|VI)$/.test(region))).toEqual([]);
  });
});
