import { describe, expect, it } from 'vitest';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { aDocument } from './analysis.ts';
import { codes, date, read } from './read-document.ts';

describe('currency', () => {
  const of = (text: string, over: Parameters<typeof read>[1] = {}) =>
    read([{ type: 'TOTAL', label: 'Total', text }], over).currency;

  it.each([
    ['RM 12.00', 'MYR'],
    ['12,00 €', 'EUR'],
    ['£12.00', 'GBP'],
    ['12.00 CHF', 'CHF'],
    ['1.234,00 zł', 'PLN'],
    ['₩12,000', 'KRW'],
  ])('is what stands beside the total: %s', (text, code) => {
    expect(of(text, { locale: 'en-US', currency: 'USD' })).toMatchObject({ code, by: 'printed' });
  });

  it('is what stands in the label', () => {
    const expense = read([{ type: 'TOTAL', label: 'Summe in EUR', text: '12,00' }]);

    expect(expense.currency).toMatchObject({ code: 'EUR', by: 'printed' });
  });

  it('is that of the country where the document names one', () => {
    expect(of('12.00', { currency: 'USD', locale: 'en-US', lines: ['ABC TRADING SDN BHD'] })).toMatchObject({
      code: 'MYR',
      by: 'country',
    });
    expect(of('12,00', { lines: ['Muster GmbH', 'Tel. +49 30 1234567'] })).toMatchObject({ code: 'EUR' });
    expect(of('¥1,980', { lines: ['領収書', 'ありがとうございました'] })).toMatchObject({ code: 'JPY' });
    expect(of('¥19.80', { lines: ['增值税电子普通发票'] })).toMatchObject({ code: 'CNY' });
    expect(of('120,00 kr', { lines: ['Org.nr 556000-0000', 'www.butik.se'] })).toMatchObject({ code: 'SEK' });
  });

  it('is not that of the person where no sign is printed and the amounts are written as elsewhere', () => {
    expect(of('12,00', { currency: 'USD', locale: 'en-US' })).toBeUndefined();
    expect(of('12.00', { currency: 'USD', locale: 'en-US' })).toMatchObject({ code: 'USD', by: 'person' });
    expect(of('12,00', { currency: 'EUR', locale: 'de-DE' })).toMatchObject({ code: 'EUR', by: 'person' });
    expect(of('$12,00', { currency: 'USD', locale: 'en-US' })).toMatchObject({ code: 'USD', by: 'person' });
  });

  it('is, for a sign that could not be read, one whose sign is seldom known, and never what is merely likely', () => {
    expect(of('¤12.00', { currency: 'USD', locale: 'en-US' })).toBeUndefined();
    expect(of('¤12.00', { currency: 'GBP', locale: 'en-GB' })).toMatchObject({ code: 'GBP', by: 'person' });
    expect(of('12,00¤', { currency: 'EUR', locale: 'en-US' })).toMatchObject({ code: 'EUR', by: 'person' });
    expect(of('¤12.00', { currency: 'USD', lines: ['Muster GmbH', 'Tel. +49 30 1234567'] })).toMatchObject({
      code: 'EUR',
      by: 'country',
    });
    expect(of('¤12.00', { currency: 'USD', lines: ['ABC TRADING SDN BHD', 'Kuala Lumpur, Malaysia'] })).toMatchObject({
      code: 'MYR',
    });
  });

  it("is the person's dollar for a bare dollar sign, unless the document names a country", () => {
    expect(of('$12.00', { currency: 'CAD' })).toMatchObject({ code: 'CAD', by: 'person' });
    expect(of('$12.00', { currency: 'CAD', lines: ['San Francisco, CA 94105'] })).toMatchObject({ code: 'USD' });
    expect(of('$12.00', { currency: 'EUR', lines: ['12 Orchard Road, Singapore 238841'] })).toMatchObject({
      code: 'SGD',
    });
    expect(of('$12.00', { currency: 'EUR', lines: ['ABC SDN BHD'] })).toMatchObject({ code: 'MYR' });
  });

  it("is the person's own where nothing is printed", () => {
    expect(of('12.00', { currency: 'EUR' })).toMatchObject({ code: 'EUR', by: 'person' });
  });

  it("is that of the person's locale where there is no plan", () => {
    const expense = structureExpense(
      [aDocument({ fields: [date, { type: 'TOTAL', label: 'Total', text: '12.00' }] })],
      { locale: 'de-CH', today: '2024-06-15' },
    );

    expect(expense.currency).toMatchObject({ code: 'CHF', by: 'locale' });
  });

  it('is unknown for a bare dollar sign in the hands of someone without dollars', () => {
    const expense = read([{ type: 'TOTAL', label: 'Total', text: '$12.00' }], { currency: 'EUR', locale: 'de-DE' });

    expect(codes(expense)).toEqual(['CurrencyUnknownError']);
    expect(expense.total).toBeUndefined();
    expect(expense.candidates.total[0]?.text).toBe('$12.00');
  });

  it('decides how amounts are read', () => {
    const total = (text: string, currency: string) =>
      read([{ type: 'TOTAL', label: 'Total', text }], { currency, locale: 'en-US' }).total?.amountMinor;

    expect(total('1,980', 'JPY')).toBe(1980);
    expect(total('1,980', 'EUR')).toBe(198_000);
    expect(total('1.980', 'KWD')).toBe(1980);
    expect(total('1.980,-', 'EUR')).toBe(198_000);
  });
});
