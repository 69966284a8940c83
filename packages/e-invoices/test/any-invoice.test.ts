import Big from 'big.js';
import { readInvoices } from 'e-invoices/read-invoices';
import { violationsOf } from 'e-invoices/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCii, asFatturaPa, asUbl, type Written } from './samples.ts';

const cents = (value: Big): string => value.toFixed(2);
const sumOf = (values: readonly string[]): Big => values.reduce((sum, value) => sum.plus(value), new Big(0));

const aLine = fc.record({
  name: fc.stringMatching(/^[A-Za-zÀ-ž&<' ]{1,30}$/).filter((name) => name.trim() !== ''),
  quantity: fc.integer({ min: 1, max: 40 }),
  price: fc.integer({ min: 1, max: 500_000 }),
  rate: fc.constantFrom('0.00', '5.00', '7.00', '10.00', '19.00', '22.00', '25.00'),
});

/** An invoice that adds up: taxes by rate, each to the cent. */
const anInvoice: fc.Arbitrary<Written> = fc
  .record({
    lines: fc.array(aLine, { minLength: 1, maxLength: 8 }),
    typeCode: fc.constantFrom('380', '381'),
    currency: fc.constantFrom('EUR', 'DKK', 'PLN', 'HUF', 'GBP'),
    number: fc.stringMatching(/^[A-Z0-9]{1,4}[-/][0-9]{1,6}$/),
  })
  .map(({ lines: drawn, ...head }) => {
    const lines = drawn.map(({ name, quantity, price, rate }) => {
      const unit = new Big(price).div(100);
      return {
        name: name.trim().replace(/\s+/g, ' '),
        quantity: String(quantity),
        price: cents(unit),
        net: cents(unit.times(quantity)),
        rate,
      };
    });
    const taxes = [...new Set(lines.map(({ rate }) => rate))].map((rate) => {
      const basis = sumOf(lines.filter((line) => line.rate === rate).map(({ net }) => net));
      return { rate, basis: cents(basis), amount: cents(basis.times(rate).div(100).round(2, Big.roundHalfUp)) };
    });
    const net = sumOf(lines.map((line) => line.net));
    const tax = sumOf(taxes.map(({ amount }) => amount));
    return {
      ...head,
      issued: '2026-11-03',
      due: '2026-12-03',
      lines,
      taxes,
      allowance: '0.00',
      sumOfLines: cents(net),
      withoutTax: cents(net),
      tax: cents(tax),
      withTax: cents(net.plus(tax)),
    };
  });

const WRITERS: readonly (readonly [string, (invoice: Written) => string])[] = [
  ['CII', (invoice) => asCii(invoice)],
  ['UBL', asUbl],
  ['FatturaPA', (invoice) => asFatturaPa([invoice])],
];

describe.each(WRITERS)('any invoice in %s', (_format, write) => {
  const read = (invoice: Written) => readInvoices(Buffer.from(write(invoice)));

  it('is read back exactly, and adds up', () => {
    fc.assert(
      fc.property(anInvoice, (invoice) => {
        const [found, ...others] = read(invoice);

        expect(others).toEqual([]);
        expect(found).toMatchObject({
          kind: invoice.typeCode === '381' ? 'credit-note' : 'invoice',
          number: invoice.number,
          currency: invoice.currency,
          lines: invoice.lines.map(({ name, net, rate }) => ({ description: name, netAmount: net, taxRate: rate })),
          taxes: invoice.taxes,
          totals: { withoutTax: invoice.withoutTax, tax: invoice.tax, withTax: invoice.withTax },
        });
        expect(found && violationsOf(found)).toEqual([]);
      }),
    );
  });

  it('does not add up where one amount is another', () => {
    const aChange = fc.tuple(anInvoice, fc.integer({ min: 2, max: 100_000 }), fc.constantFrom('withTax', 'tax-amount'));
    fc.assert(
      fc.property(aChange, ([invoice, by, what]) => {
        const more = (amount: string) => cents(new Big(amount).plus(new Big(by).div(100)));
        const [first, ...rest] = invoice.taxes;
        const changed =
          what === 'withTax' || !first
            ? { ...invoice, withTax: more(invoice.withTax) }
            : { ...invoice, taxes: [{ ...first, amount: more(first.amount) }, ...rest] };
        const [found] = read(changed);

        expect(found && violationsOf(found)).not.toEqual([]);
      }),
    );
  });
});
