import { readInvoices } from 'e-invoices/read-invoices';
import { violationsOf } from 'e-invoices/rules';
import { describe, expect, it } from 'vitest';
import { asCii, asFatturaPa, asUbl, PLAIN, type Written } from './samples.ts';

const read = (xml: string) => readInvoices(Buffer.from(xml));
const first = (xml: string) => {
  const [invoice] = read(xml);
  if (!invoice) throw new Error('expected an invoice');
  return invoice;
};

const FORMATS: readonly (readonly [string, (invoice: Written) => string])[] = [
  ['CII', (invoice) => asCii(invoice)],
  ['UBL', asUbl],
  ['FatturaPA', (invoice) => asFatturaPa([invoice])],
];

describe.each(FORMATS)('%s', (format, write) => {
  it('is read with its facts', () => {
    expect(first(write(PLAIN))).toMatchObject({
      format,
      kind: 'invoice',
      number: 'BR-2026/118',
      issueDate: '2026-11-03',
      dueDate: '2026-12-03',
      currency: 'EUR',
      seller: { name: 'Brenner Heiztechnik GmbH' },
      buyer: { name: 'Ada Kramer' },
      lines: [
        { description: 'Service of a gas boiler & flue', netAmount: '120.00', taxRate: '19.00' },
        { description: 'Seal', unitPrice: '2.25', netAmount: '9.00' },
      ],
      taxes: [{ rate: '19.00', basis: '124.00', amount: '23.56' }],
      totals: { withoutTax: '124.00', tax: '23.56', withTax: '147.56' },
    });
  });

  it('adds up as it is written, and not with another total', () => {
    const changed = first(write({ ...PLAIN, withTax: '147.65' }));

    expect(violationsOf(first(write(PLAIN)))).toEqual([]);
    expect(violationsOf(changed).map(({ rule }) => rule)).toContain(
      format === 'FatturaPA' ? 'ImportoTotaleDocumento' : 'BR-CO-15',
    );
  });

  it('tells a tax that its rate does not give', () => {
    const taxes = [{ rate: '19.00', basis: '124.00', amount: '32.56' }];

    expect(violationsOf(first(write({ ...PLAIN, taxes, tax: '32.56', withTax: '156.56' })))).toEqual([
      {
        rule: format === 'FatturaPA' ? 'FatturaPA 00421' : 'BR-CO-17',
        message: 'the tax of 19.00 % on 124.00 is stated as 32.56, but it comes to 23.56',
      },
    ]);
  });

  it('is a credit note by its type, though its amounts are above zero', () => {
    expect(first(write({ ...PLAIN, typeCode: '381' }))).toMatchObject({
      kind: 'credit-note',
      totals: { withTax: '147.56' },
    });
  });

  it.each([
    '1.234,56',
    '1e3',
    'NaN',
    '12.50 EUR',
    '0x10',
  ])('takes no amount but a plain decimal number: %s', (withTax) => {
    expect(() => read(write({ ...PLAIN, withTax }))).toThrow(`got "${withTax}"`);
  });

  it('takes no day that the calendar does not have', () => {
    expect(() => read(write({ ...PLAIN, issued: '2026-02-30' }))).toThrow(/expected a day such as 2026-03-09 in/);
  });

  it('keeps amounts that a float cannot', () => {
    const huge = '12345678901234567.89';
    const lines = [{ name: 'Bridge', quantity: '1', price: huge, net: huge, rate: '0' }];
    const invoice = first(
      write({
        ...PLAIN,
        lines,
        taxes: [{ rate: '0', basis: huge, amount: '0.00' }],
        allowance: '0.00',
        sumOfLines: huge,
        withoutTax: huge,
        tax: '0.00',
        withTax: huge,
      }),
    );

    expect(invoice.totals.withTax).toBe(huge);
    expect(violationsOf(invoice)).toEqual([]);
  });
});

describe('namespaces', () => {
  it('are told by their address, whatever the prefix', () => {
    expect(first(asCii(PLAIN, 'anything')).totals.withTax).toBe('147.56');
  });

  it('of others within an invoice are passed over', () => {
    const extended = asUbl(PLAIN).replace(
      '<b:ID>BR-2026/118</b:ID>',
      '<e:Extras xmlns:e="urn:example:extras"><b:ID>wrong</b:ID></e:Extras><e:ID xmlns:e="urn:example:extras">wrong</e:ID><b:ID>BR-2026/118</b:ID>',
    );

    expect(first(extended).number).toBe('BR-2026/118');
  });

  it('of something else are no invoice', () => {
    expect(() => read('<Invoice xmlns="urn:example:other"><ID>1</ID></Invoice>')).toThrow(
      'expected an invoice in CII (Factur-X, ZUGFeRD, XRechnung), UBL or FatturaPA, got "Invoice" of "urn:example:other"',
    );
  });
});

describe('FatturaPA', () => {
  it('holds several invoices of one seller', () => {
    const invoices = read(asFatturaPa([PLAIN, { ...PLAIN, number: '119', withTax: '147.56' }]));

    expect(invoices.map(({ number }) => number)).toEqual(['BR-2026/118', '119']);
    expect(invoices[1]?.seller).toMatchObject({ name: 'Brenner Heiztechnik GmbH', taxIds: ['IT01234567897'] });
  });

  it('without a total comes to its summaries, and says that it was computed', () => {
    expect(first(asFatturaPa([PLAIN], { withTotal: false }))).toMatchObject({
      totals: { withTax: '147.56' },
      computed: ['withoutTax', 'tax', 'withTax'],
    });
  });

  it('without a total comes to its summaries and the stamp duty', () => {
    expect(first(asFatturaPa([PLAIN], { withTotal: false, stamp: '2.00' })).totals.withTax).toBe('149.56');
  });
});
