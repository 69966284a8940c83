import { describe, expect, it } from 'vitest';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { aDocument } from './analysis.ts';

const read = (locale: string, currency: string, lines: readonly string[], amount = '45.50', date = '2026-11-20') =>
  structureExpense(
    [
      aDocument({
        fields: [
          { type: 'INVOICE_RECEIPT_DATE', text: date },
          { type: 'SUBTOTAL', label: 'Subtotal', text: amount },
          { type: 'TOTAL', label: 'Total', text: amount },
        ],
        lines: [...lines, `Total ${amount}`],
      }),
    ],
    { locale, currency, today: '2026-11-29' },
  );

describe('what speaks for one country and may be of another', () => {
  it.each([
    ['a code of a state that is one of Australia', 'en-AU', 'AUD', ['SWAN CAFE', 'Perth, WA', 'GST included 3.64']],
    ['the same without a tax', 'en-AU', 'AUD', ['KOALA BIKES', 'Fremantle, WA'], '$45.50'],
    ['a code of a state that is one of India', 'en-IN', 'INR', ['SARAVANA', 'T. Nagar, Chennai, TN']],
    ['the code of Germany before its postcode', 'de-DE', 'EUR', ['Studio Nord', 'Torstr. 1, DE 10115 Berlin']],
    ['a state of Brazil', 'pt-BR', 'BRL', ['RESTAURANTE', 'Florianópolis, SC 88010-000', 'Cartão']],
    ['the code of Canada', 'en-CA', 'CAD', ['QUEEN BIKES', 'Toronto, CA'], '$45.50'],
    ["a buyer's address", 'en-CA', 'CAD', ['Maple Design', 'Bill to: Acme Inc, Austin, TX 78701'], '$45.50'],
    ['a sales tax of a province', 'en-CA', 'CAD', ['Kayak', 'Tofino, BC', 'Provincial Sales Tax 7% 2.00'], '$45.50'],
    [
      'a sales tax of Pakistan',
      'en-GB',
      'GBP',
      ['KARAHI', 'Lakshmi Chowk, Lahore', 'Sales Tax 16% 6.00'],
      '45.50',
      'PKR',
    ],
    ['cash in Malay', 'id-ID', 'IDR', ['PARKING', 'Grand Indonesia Jakarta', 'TUNAI 45.500'], '45.500'],
    ['a tax number of Mali', 'fr-ML', 'XOF', ['QUINCAILLERIE', 'Bamako NIF 081234567K'], '45 500'],
    ['a tax number of Angola', 'en-US', 'USD', ['KERO', 'Luanda NIF 5417000000'], '10.000,00', 'AOA'],
    [
      'a legal form of El Salvador',
      'de-DE',
      'EUR',
      ['CALLEJA S.A. DE C.V.', 'San Salvador, El Salvador'],
      '$45.50',
      'USD',
    ],
    ['a legal form of Nepal', 'en-GB', 'GBP', ['JAVA PVT. LTD.', 'Thamel, Kathmandu'], 'Rs. 450.00', 'NPR'],
    ['a legal form of Botswana', 'de-DE', 'EUR', ['CHOPPIES (PTY) LTD', 'Gaborone, Botswana'], '45.50', 'BWP'],
    ['a legal form of Switzerland', 'de-DE', 'EUR', ['BERGHAUS GMBH', '7270 Davos Platz'], '45.50', 'CHF'],
    ['a tax rate of Switzerland', 'de-DE', 'EUR', ['GASTHAUS GMBH', 'inkl. 8.1% MWST'], '45.50', 'CHF'],
    ['a permit of the Philippines', 'en-PH', 'PHP', ['GRILL', 'Quezon City', 'PTU No. FP122015-044']],
    ['a number for GST of Singapore', 'en-MY', 'MYR', ['TOAST', 'GST Reg No M2-1234567-8'], '45.00', 'SGD'],
    ['rupees of the Seychelles', 'de-DE', 'EUR', ['STC', 'Victoria, Mahe'], 'SR 200.00', 'SCR'],
  ])('is read right: %s', (_what, locale, currency, lines, amount = '45.50', expected = currency) => {
    const { status, total, reasons } = read(locale, currency, lines, amount);

    expect({ status, currency: total?.currency, reasons }).toEqual({
      status: 'completed',
      currency: expected,
      reasons: [],
    });
  });

  it('is asked where only a town speaks, and the code of its country is that of a state', () => {
    const { reasons } = read('de-DE', 'EUR', ['Hotel Sea View', 'Colaba, Mumbai, IN'], '4,500.00');

    expect(reasons.map(({ message }) => message).join()).toContain('"Mumbai" speaks for IN');
  });

  it.each([
    ['a town and a state', ['DINER', 'Austin, TX']],
    ['a town whose state is a code elsewhere', ['DINER', 'Chicago, IL']],
    ['a ZIP code', ['DINER', 'Paris, TX 75460']],
    ['a ZIP code with four digits more', ['DINER', '1 Main St, Springfield, IL 62704-1234 USA']],
  ])('still says the United States: %s', (_what, lines) => {
    expect(read('de-DE', 'EUR', lines)).toMatchObject({ status: 'completed', total: { currency: 'USD' } });
  });
});

describe('a currency that is not printed', () => {
  it.each([
    ['Bulgaria before it took the euro', 'bg-BG', ['БИЛЛА', 'ЕИК 130007884'], '2025-12-20'],
    ['Croatia before it took the euro', 'hr-HR', ['TOMMY', 'OIB: 62226620908'], '2022-11-20'],
  ])('is asked for in %s', (_what, locale, lines, date) => {
    expect(read(locale, 'EUR', lines, '45,50', date).reasons.map(({ code }) => code)).toContain('CurrencyUnknownError');
  });

  it('is the euro there since', () => {
    expect(read('bg-BG', 'EUR', ['БИЛЛА', 'ЕИК 130007884'], '45,50')).toMatchObject({ status: 'completed' });
  });
});

describe('dollars', () => {
  it('need review on a paper in Spanish without an address, for a plan in those of the United States', () => {
    const lines = ['TACOS EL GÜERO', 'EFECTIVO $500.00', 'CAMBIO $454.50', 'GRACIAS'];

    expect(read('en-US', 'USD', lines, '$45.50').reasons.map(({ code }) => code)).toEqual(['CurrencyUnknownError']);
    expect(read('es-US', 'USD', lines, '$45.50')).toMatchObject({ status: 'completed' });
    expect(read('es-MX', 'MXN', lines, '$45.50')).toMatchObject({ status: 'completed', total: { currency: 'MXN' } });
  });

  it('are those of the plan where only a telephone number looks like one of the United States', () => {
    expect(read('en-CA', 'CAD', ['DONUTS', '(416) 555-0123'], '$45.50')).toMatchObject({
      status: 'completed',
      total: { currency: 'CAD' },
    });
  });
});

describe('a ticket', () => {
  const ticket = ['Bluefin Airlines', 'E-TICKET RECEIPT', 'Passenger THISTLEWOOD/ROWAN', 'BS 471 Lisbon - Oslo'];

  it('is in the money of the plan where its sign is, and not of where the journey leads', () => {
    expect(read('da-DK', 'DKK', ticket, '2.830,14 kr.')).toMatchObject({
      status: 'completed',
      total: { currency: 'DKK' },
    });
  });

  it('is asked where the sign is not of the plan', () => {
    expect(read('en-GB', 'GBP', ticket, '2.830,14 kr.').reasons.map(({ code }) => code)).toEqual([
      'CurrencyUnknownError',
    ]);
  });
});

describe('a total in two currencies on a slanting page', () => {
  const cell = (Text: string, Left: number, Top: number) => ({
    BlockType: 'LINE' as const,
    Text,
    Confidence: 98,
    Page: 1,
    Geometry: { BoundingBox: { Left, Top, Width: 0.2, Height: 0.02 } },
  });

  it('is in that of its country where the sign of the other stands in the row below', () => {
    const analysis = {
      ...aDocument({
        fields: [
          { type: 'INVOICE_RECEIPT_DATE', text: '2026-11-20' },
          { type: 'TOTAL', label: 'Celkem k uhrade', text: '307,00' },
          { type: 'AMOUNT_DUE', label: 'Celkem k uhrade', text: 'EUR 12.48' },
        ],
        items: [
          ['Kava', '112,00'],
          ['Chleb', '195,00'],
        ],
      }),
      Blocks: [
        cell('602 00 Brno', 0.3, 0.1),
        cell('Kava', 0.1, 0.4),
        cell('112,00', 0.7, 0.43),
        cell('Chleb', 0.1, 0.43),
        cell('195,00', 0.7, 0.46),
        cell('Celkem k uhrade', 0.1, 0.5),
        cell('307,00 K', 0.7, 0.53),
        cell('Celkem k uhrade', 0.1, 0.53),
        cell('EUR 12.48', 0.7, 0.56),
        cell('Platebni karta', 0.1, 0.56),
        cell('307,00', 0.7, 0.59),
      ],
    };

    expect(structureExpense([analysis], { locale: 'cs-CZ', currency: 'CZK', today: '2026-11-29' })).toMatchObject({
      status: 'completed',
      total: { amountMinor: 30_700, currency: 'CZK' },
    });
  });
});

describe('a sign of two strokes, read as "#"', () => {
  it('is that of the naira for a plan in it, and asked for another', () => {
    const lines = ['Bramble Kitchen', 'Palm Close 7'];

    expect(read('en-NG', 'NGN', lines, '#37,996.00')).toMatchObject({
      status: 'completed',
      total: { amountMinor: 3_799_600, currency: 'NGN' },
    });
    expect(read('de-DE', 'EUR', lines, '#37,996.00').reasons.map(({ code }) => code)).toEqual(['CurrencyUnknownError']);
  });
});

describe('letters beside the amounts', () => {
  it('are asked about where they are the end of the sign of the country, which is that of the plan', () => {
    const { reasons } = read('ar-SA', 'SAR', ['متجر الفجر', 'الرياض'], 'AR 72.25');

    expect(reasons[0]).toMatchObject({ code: 'CurrencyUnknownError', message: expect.stringContaining('"AR"') });
  });

  it('are no lei of Romania on a petrol pump', () => {
    const lines = ['Cây xăng Hướng Dương', 'Đà Nẵng', 'xăng RON 95 429.000', 'Cảm ơn quý khách'];

    expect(read('ja-JP', 'JPY', lines, '429.000').total?.currency).not.toBe('RON');
  });
});
