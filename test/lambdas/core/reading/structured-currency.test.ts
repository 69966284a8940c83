import { describe, expect, it } from 'vitest';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { bookedPages, outcomeOf } from '../../../support/booked-page.ts';
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

  it.each([
    ['Total: PEN 594.99', 'PEN'],
    ['TOTAL: MOP 594.99', 'MOP'],
    ['Importe total COP 594.99', 'COP'],
    ['TOTAL ALL 594.99', undefined],
    ['TOTAL TOP 594.99', undefined],
  ])('is a code that is a word as well where it stands apart: %s', (row, code) => {
    const fields = [{ type: 'TOTAL', label: row.replace(/ 594.99/, ''), text: '594.99' }];
    const expense = read(fields, { locale: 'ja-JP', currency: 'JPY', lines: ['Avocet Jet', row] });

    expect(expense.status === 'completed' ? expense.currency?.code : undefined).toBe(code);
    expect(codes(expense)).toEqual(code === undefined ? ['CurrencyUnknownError'] : []);
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

  it.each([
    ['GmbH in Switzerland', ['Birnbaum Technik GmbH', 'Rechnung', 'Zu zahlen'], 'CHF', 'de-CH', 'CHF'],
    ['GmbH in Germany', ['Birnbaum Technik GmbH', 'Rechnung', 'Zu zahlen'], 'EUR', 'de-DE', 'EUR'],
    ['GmbH with a telephone in Zurich', ['Birnbaum GmbH', '+41 44 555 01 01'], 'EUR', 'de-DE', 'CHF'],
    ['Sdn Bhd in Brunei', ['Seri Padang Sdn Bhd'], 'BND', 'en-BN', 'BND'],
    ['S.R.L. in Romania', ['Codru S.R.L', 'Bon', 'Numerar'], 'RON', 'ro-RO', 'RON'],
    ['S.R.L. in Italian hands', ['Bottega S.R.L', 'Scontrino', 'Contanti'], 'EUR', 'it-IT', 'EUR'],
    ['S.R.L. in Italian, to a Romanian', ['Bottega S.R.L', 'Scontrino', 'Contanti', 'IVA'], 'RON', 'ro-RO', 'EUR'],
    ['TTC in Morocco', ['Café Atlas', 'Montant TTC', 'Espèces'], 'MAD', 'fr-MA', 'MAD'],
    ['TTC in French, to a Briton', ['Café Atlas', 'Montant TTC', 'Espèces'], 'GBP', 'en-GB', undefined],
    ['NIF in Angola', ['Loja Kianda', 'NIF 5000111222', 'Troco', 'Dinheiro'], 'AOA', 'pt-AO', 'AOA'],
    ['PIB in Montenegro', ['Prodavnica', 'PIB 02000001'], 'EUR', 'sr-ME', 'EUR'],
    ['VRN in a British car park', ['Quay Parking', 'VRN AB12 CDE'], 'GBP', 'en-GB', 'GBP'],
    ['a deli that sells turkey', ['Corner Deli', 'ROAST TURKEY', 'Lamb'], 'USD', 'en-US', 'USD'],
    ['a till whose cashier is Sofia', ['Corner Deli', 'Cashier: Sofia'], 'USD', 'en-US', 'USD'],
    ['soles of a shoemaker', ['Cobbler & Son', 'NEW SOLES'], 'GBP', 'en-GB', 'GBP'],
  ])('of what several countries share takes the likely one: %s', (_, lines, currency, locale, code) => {
    expect(of('12.00', { currency, locale, lines })?.code).toBe(code);
  });

  it('is yen where only a date ends like an amount with decimals', () => {
    const fields = [
      { type: 'INVOICE_RECEIPT_DATE', text: 'R8.11.15' },
      { type: 'TOTAL', label: 'Total', text: '¥3,326' },
    ];

    expect(read(fields, { currency: 'JPY', locale: 'ja-JP' }).total).toEqual({ amountMinor: 3326, currency: 'JPY' });
  });

  it.each([
    ['an address of Ireland', ['Galway H91 X2Y3']],
    ['a tax number of Ireland', ['VAT IE560379057']],
    ['a rate that the own country does not have', ['includes VAT 23%   3.31']],
  ])('is not the own one in the same language beside %s', (_, marks) => {
    const slip = [
      'Copperhill Market',
      ...marks,
      '9 May 2026 21:15',
      'Rice   17.72',
      'TOTAL DUE:   17.72',
      'Card   17.72',
    ];

    expect(outcomeOf(slip.join('\n'), 'en-GB', 'GBP')).toMatch(/^17.72 EUR$|^review$/);
    expect(outcomeOf(slip.filter((line) => !marks.includes(line)).join('\n'), 'en-GB', 'GBP')).toBe('17.72 GBP');
  });

  it('is not told by the name of a shop', () => {
    const slip = 'GS25\n2026-11-14\nBread   2,400\n합계   2,400';

    expect(bookedPages([slip], { locale: 'ko-KR', currency: 'KRW' }).total).toBe('2400 KRW');
  });

  it('is not told by the country that a good comes from', () => {
    const expense = read([{ type: 'TOTAL', label: 'Total', text: '12.00' }], {
      currency: 'GBP',
      locale: 'en-GB',
      items: [['Kenya AA', '12.00']],
      lines: ['The Daily Grind', 'Kenya AA', '12.00'],
    });

    expect(expense).toMatchObject({ status: 'completed', currency: { code: 'GBP' } });
  });

  it('decides how amounts are read', () => {
    const total = (text: string, currency: string) =>
      read([{ type: 'TOTAL', label: 'Total', text }], { currency, locale: 'en-US' }).total?.amountMinor;

    expect(total('1,980', 'JPY')).toBe(1980);
    expect(total('1,980', 'EUR')).toBe(198_000);
    expect(total('1.980', 'KWD')).toBe(1980);
    expect(total('1.980,-', 'EUR')).toBe(198_000);
  });

  it('keeps thousands where one amount lost a digit behind its mark', () => {
    const slip = `Harrowgate Market
Arusha
VAT TZ484214978
Date: 21-10-2026 18:07
Rice 1kg   TZS 14,700
Milk 1L   TZS 11,00
Bread   TZS 9,000
TOTAL DUE:   TZS 35,400
Card   TZS 35,400`;

    expect(outcomeOf(slip, 'de-DE', 'EUR')).toMatch(/^35400\.00 TZS$|review/);
  });
});
