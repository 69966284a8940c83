import { readInvoices } from 'e-invoices/read-invoices';
import { violationsOf } from 'e-invoices/rules';
import { describe, expect, it } from 'vitest';
import { asSimplified } from './simplified-sample.ts';

const read = (xml: string) => readInvoices(Buffer.from(xml));

describe('a simplified FatturaPA', () => {
  it('is read with its facts, and with totals that are computed', () => {
    const goods = [
      { name: 'Pane', cost: '10.40', rate: '4.00' },
      { name: 'Teglia', cost: '24.40', tax: '4.40' },
    ];
    const [invoice, ...others] = read(asSimplified(goods));

    expect(others).toEqual([]);
    expect(invoice).toEqual({
      format: 'FatturaPA',
      profile: 'FSM10',
      typeCode: 'TD07',
      kind: 'invoice',
      number: 'S-12',
      issueDate: '2026-11-03',
      currency: 'EUR',
      seller: {
        name: 'Forno Brenner Srl',
        taxIds: ['IT01234567897'],
        address: { lines: ['Via del Forno 4'], postCode: '39100', city: 'Bolzano', region: 'BZ', country: 'IT' },
      },
      buyer: { name: 'Ada Kramer', taxIds: ['KRMDAA80A01A952X'] },
      lines: [
        { description: 'Pane', amountWithTax: '10.40', taxRate: '4.00', allowances: [] },
        { description: 'Teglia', amountWithTax: '24.40', allowances: [] },
      ],
      allowances: [],
      taxes: [{ rate: '4.00' }, { amount: '4.40' }],
      totals: { withoutTax: '30.00', tax: '4.80', withTax: '34.80' },
      computed: ['withoutTax', 'tax', 'withTax'],
      precedingNumbers: [],
    });
    expect(invoice && violationsOf(invoice)).toEqual([]);
  });

  it('that credits an earlier one names it', () => {
    expect(read(asSimplified([{ name: 'Pane', cost: '10.40', rate: '4.00' }], 'TD08'))[0]).toMatchObject({
      kind: 'credit-note',
      precedingNumbers: ['S-11'],
    });
  });

  it('has no total where one thing has no price', () => {
    expect(read(asSimplified([{ name: 'Pane', cost: '', rate: '4.00' }]))[0]).toMatchObject({
      totals: {},
      computed: [],
    });
  });
});
