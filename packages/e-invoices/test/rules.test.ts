import { readInvoices } from 'e-invoices/read-invoices';
import { violationsOf } from 'e-invoices/rules';
import { kindOfType } from 'e-invoices/type-codes';
import { describe, expect, it } from 'vitest';
import { asUbl, PLAIN, type Written } from './samples.ts';

const rulesOf = (written: Written) =>
  readInvoices(Buffer.from(asUbl({ ...written, allowance: '0' })))
    .flatMap(violationsOf)
    .map(({ rule }) => rule);

const YEN: Written = {
  ...PLAIN,
  currency: 'JPY',
  lines: [{ name: 'Tea', quantity: '1', price: '1234', net: '1234', rate: '8' }],
  taxes: [{ rate: '8', basis: '1234', amount: '99' }],
  sumOfLines: '1234',
  withoutTax: '1234',
  tax: '99',
  withTax: '1333',
};

describe('violationsOf', () => {
  it('takes a tax in whole yen, whose cents nobody pays', () => {
    expect(rulesOf(YEN)).toEqual([]);
  });

  it('takes a tax in whole forint, as Hungary has it', () => {
    expect(rulesOf({ ...YEN, currency: 'HUF' })).toEqual([]);
  });

  it('takes a tax that was rounded line by line, less than one beside that of the sum', () => {
    expect(
      rulesOf({
        ...YEN,
        currency: 'EUR',
        taxes: [{ rate: '8', basis: '1234', amount: '98.20' }],
        tax: '98.20',
        withTax: '1332.20',
      }),
    ).toEqual([]);
  });

  it('does not take a tax in whole euros for one that was rounded', () => {
    const tax = (amount: string, withTax: string) =>
      rulesOf({ ...YEN, currency: 'EUR', taxes: [{ rate: '8', basis: '1234', amount }], tax: amount, withTax });

    expect(tax('100', '1334')).toEqual(['BR-CO-17']);
    expect(tax('97', '1331')).toEqual(['BR-CO-17']);
  });

  it('does not take a tax of yen that is two too much', () => {
    expect(
      rulesOf({ ...YEN, taxes: [{ rate: '8', basis: '1234', amount: '101' }], tax: '101', withTax: '1335' }),
    ).toEqual(['BR-CO-17']);
  });

  it('tells a basis that the lines of its rate do not give, though the totals add up', () => {
    const lines = [
      { name: 'Tea', quantity: '1', price: '100', net: '100.00', rate: '7.00' },
      { name: 'Pot', quantity: '1', price: '100', net: '100.00', rate: '19' },
    ];
    const taxes = [
      { rate: '7', basis: '150.00', amount: '10.50' },
      { rate: '19', basis: '50.00', amount: '9.50' },
    ];

    expect(
      rulesOf({ ...PLAIN, lines, taxes, sumOfLines: '200.00', withoutTax: '200.00', tax: '20.00', withTax: '220.00' }),
    ).toEqual(['BR-S-08', 'BR-S-08']);
  });
});

describe('kindOfType', () => {
  it.each([
    ['credit-note', '81 83 262 296 308 381 396 420 458 502 503 532 TD04 TD08'],
    ['self-billed', '389 471 473 501 527 TD16 TD20 TD28'],
    ['correction', '384 472'],
    ['invoice', '326 380 383 386 393 751 780 875 876 877 935 TD01 TD02 TD05 TD06 TD07 TD09 TD24 TD26'],
    ['no-invoice', '220 310 325'],
  ] as const)('%s: %s', (kind, codes) => {
    expect(codes.split(' ').filter((code) => kindOfType(code) !== kind)).toEqual([]);
  });
});
