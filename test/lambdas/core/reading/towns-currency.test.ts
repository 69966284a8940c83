import { describe, expect, it } from 'vitest';
import { findTowns } from '../../../../lambdas/core/reading/find-towns.ts';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { aDocument } from './analysis.ts';

/** A paper of a shop that prints its name, these lines and a total. */
const read = (locale: string, currency: string, lines: readonly string[], amount = '$45.50') =>
  structureExpense(
    [
      aDocument({
        fields: [
          { type: 'INVOICE_RECEIPT_DATE', text: '2026-11-20' },
          { type: 'SUBTOTAL', label: 'Subtotal', text: amount },
          { type: 'TOTAL', label: 'Total', text: amount },
        ],
        lines: [...lines, `Total ${amount}`],
      }),
    ],
    { locale, currency, today: '2026-11-29' },
  );

const US = ['en-US', 'USD'] as const;

describe('a sign that countries share', () => {
  it.each([
    [...US, 'NZD', ['Fern Grocer', '12 Cuba Street, Wellington', 'GST No: 12-345-678']],
    [...US, 'NZD', ['Fern Grocer', 'Wellington 6011']],
    [...US, 'NZD', ['Fern Grocer', 'Napier', 'EFTPOS']],
    [...US, 'NZD', ['Kea Burgers', 'Shotover St, Queenstown']],
    [...US, 'AUD', ['Reef Shop', 'Cairns']],
    [...US, 'AUD', ['Reef Shop', 'Newcastle NSW 2300']],
    [...US, 'HKD', ['Jade Dumplings', 'Shop 3, Nathan Road, Kowloon', 'Octopus']],
    [...US, 'XCD', ['Bay Market', "St. John's, Antigua"]],
    [...US, 'XCD', ['Bay Market', 'Castries', 'Tel 1-758-555-0100']],
    [...US, 'KYD', ['Turtle Market', 'Grand Cayman']],
    [...US, 'BMD', ['Onion Store', 'Front Street, Hamilton', 'Tel (441) 555-0100']],
    [...US, 'TTD', ['Doubles King', 'Port of Spain']],
    [...US, 'CAD', ['Fish House', 'Halifax NS']],
    [...US, 'CAD', ['Ski Cafe', 'Whistler, BC']],
    [...US, 'CAD', ['Ski Cafe', 'Banff AB']],
    [...US, 'CAD', ['Mist Diner', 'Niagara Falls ON']],
    [...US, 'CAD', ['Mist Diner', 'London, ON N6A 1B2']],
    [...US, 'MXN', ['Mercado Luna', 'Guadalajara, Jalisco']],
    [...US, 'MXN', ['Mercado Luna', 'Tijuana, B.C.']],
    [...US, 'MXN', ['Mercado Luna', 'Mérida', 'IVA 16%']],
    ['es-AR', 'ARS', 'UYU', ['Tienda Sol', 'Punta del Este', 'RUT 210094030014'], '$ 3.500,00'],
    ['es-CL', 'CLP', 'ARS', ['Bodega Luz', 'Mendoza', 'IVA 21%'], '$42.500'],
    ['es-CL', 'CLP', 'CLP', ['Pan Amasado', 'Los Ángeles, Biobío'], '$42.500'],
    ['es-MX', 'MXN', 'USD', ['Mercado Luna', 'San Juan PR 00901']],
    ['en-AU', 'AUD', 'USD', ['Rain Coffee', 'Seattle']],
    ['en-AU', 'AUD', 'USD', ['Palm Burgers', 'Los Angeles']],
    ['zh-CN', 'CNY', 'JPY', ['Hotel Kiku', 'Chuo-ku, Osaka', 'Consumption tax 10%'], '¥3,300'],
    ['zh-CN', 'CNY', 'JPY', ['Ramen Kiku', 'Shibuya-ku, Tokyo'], '¥5,500'],
    ['sv-SE', 'SEK', 'NOK', ['Fisk', 'Bergen'], '250,00 kr'],
    ['nb-NO', 'NOK', 'SEK', ['Godis', '452 31 Strömstad'], '250,00 kr'],
  ] as const)('%s %s reads %s: %j', (locale, currency, expected, lines, amount: string = '$45.50') => {
    expect(read(locale, currency, lines, amount)).toMatchObject({ status: 'completed', total: { currency: expected } });
  });

  it.each([
    ['several countries and none of the plan', ...US, ['Corner Shop', 'EFTPOS'], '$45.50', 'AUD or NZD'],
    ["the town in the shop's name", 'nb-NO', 'NOK', ['Kjøpesenter Strömstad'], '250,00 kr', 'SEK'],
    ['a country that prices in dollars', 'en-AU', 'AUD', ['Lotus', 'Phnom Penh'], '$45.50', 'Phnom Penh'],
  ] as const)('is asked about: %s', (_what, locale, currency, lines, amount, message) => {
    expect(read(locale, currency, lines, amount).reasons).toMatchObject([
      { code: 'CurrencyUnknownError', message: expect.stringContaining(message) },
    ]);
  });

  it.each([
    ['a shop called after a town', ...US, ['Cafe Cairns', 'Main St 4']],
    ['a dish', ...US, ['Diner', 'Cairns style prawns']],
    ['a town that is there too', ...US, ['Diner', 'Wellington']],
    ['a town with a state', ...US, ['Diner', 'Melbourne, FL 32901']],
    ['a buyer elsewhere', ...US, ['Cloud Tools', 'Bill to:', 'Ada Byron', 'Queenstown']],
    ['a town of its own', 'en-AU', 'AUD', ['Reef Shop', 'Perth WA 6000', 'EFTPOS', 'GST included']],
    ['a town of its own', 'en-CA', 'CAD', ['Fish House', 'Halifax NS']],
    ['a town of its own', 'es-CL', 'CLP', ['Pan', 'Los Ángeles'], '$42.500'],
  ] as const)('stays that of the plan for %s', (_what, locale, currency, lines, amount: string = '$45.50') => {
    expect(read(locale, currency, lines, amount)).toMatchObject({ status: 'completed', total: { currency } });
  });
});

describe('no sign', () => {
  it.each([
    [...US, 'THB', ['Basil Kitchen', 'Sukhumvit Soi 12, Bangkok', 'VAT 7% 22.90'], '350.00'],
    ['de-DE', 'EUR', 'DKK', ['Slik', 'Padborg', 'Moms 25% 50,00'], '250,00'],
  ] as const)('%s %s reads %s: %j', (locale, currency, expected, lines, amount) => {
    expect(read(locale, currency, lines, amount)).toMatchObject({ status: 'completed', total: { currency: expected } });
  });

  it('is asked about where only a town speaks', () => {
    expect(read('de-AT', 'EUR', ['Gasthof Rot', 'Vaduz'], '60.00').reasons.map(({ code }) => code)).toEqual([
      'CurrencyUnknownError',
    ]);
  });
});

describe('findTowns', () => {
  it('takes the larger part of an address', () => {
    expect(findTowns('Shop\nLos Angeles, Biobío')).toMatchObject([{ country: 'CL', by: 'address' }]);
  });
});
