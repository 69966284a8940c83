import { describe, expect, it } from 'vitest';
import { marksOfInvoices } from '../../../../lambdas/core/invoice/invoice-marks.ts';
import { anInvoice } from './an-invoice.ts';

describe('the marks of an invoice', () => {
  it('are each tax number of its seller with its own number and year', () => {
    const seller = { name: 'Mill', taxIds: ['DE 123 456 789', '12/345/678'] };

    expect(marksOfInvoices([anInvoice({ number: 'a 17', seller })])).toEqual({
      own: ['123456789#A17#2026', '12345678#A17#2026'],
      prepaid: [],
    });
  });

  it('are the same without the country of a VAT number', () => {
    const ownOf = (...taxIds: string[]) => marksOfInvoices([anInvoice({ seller: { name: 'Mill', taxIds } })]).own;

    expect(ownOf('IT 01234567890')).toEqual(ownOf('01234567890'));
    expect(ownOf('EL094259216', 'GR094259216')).toHaveLength(1);
    expect(ownOf('ESB12345678')).toEqual(ownOf('B12345678'));
  });

  it('are others for a credit note, and in another year', () => {
    const [own] = marksOfInvoices([anInvoice()]).own;

    expect(marksOfInvoices([anInvoice({ kind: 'credit-note' })]).own).not.toContain(own);
    expect(marksOfInvoices([anInvoice({ totals: { withTax: '-59.50' } })]).own).not.toContain(own);
    expect(marksOfInvoices([anInvoice({ issueDate: '2025-11-12' })]).own).not.toContain(own);
  });

  it('are one for each of many invoices before any has a second', () => {
    const seller = { name: 'Mill', taxIds: ['IT01234567890', 'RSSMRA80A01H501U'] };
    const invoices = Array.from({ length: 16 }, (_, index) => anInvoice({ number: `F-${index}`, seller }));
    const { own } = marksOfInvoices(invoices);

    expect(invoices.map(({ number }) => own.some((mark) => mark.includes(`#${number}#`)))).toEqual(
      invoices.map(() => true),
    );
  });

  it('name what was paid before, by what the data calls it, of this year and the last', () => {
    const totals = { ...anInvoice().totals, prepaid: '20.00' };
    const seller = { name: 'Mill', taxIds: ['DE123456789'] };

    expect(marksOfInvoices([anInvoice({ totals, seller, precedingNumbers: ['AZ-1'] })]).prepaid).toEqual([
      '123456789#AZ-1#2026',
      '123456789#AZ-1#2025',
    ]);
    expect(marksOfInvoices([anInvoice({ totals, seller, prepaidNumbers: ['AZ-2'] })]).prepaid).toHaveLength(2);
    expect(marksOfInvoices([anInvoice({ seller, prepaidNumbers: ['AZ-2'] })]).prepaid).toEqual([]);
  });

  it('are none without a tax number or a number', () => {
    expect(marksOfInvoices([anInvoice({ seller: { name: 'Mill', taxIds: [] } })]).own).toEqual([]);
    expect(marksOfInvoices([anInvoice({ number: undefined as never })]).own).toEqual([]);
  });

  it('fit a key of the table, however long the number is', () => {
    const { own } = marksOfInvoices([anInvoice({ number: 'Ж'.repeat(5_000) })]);

    expect(own.map((mark) => Buffer.byteLength(mark) < 1_000)).toEqual([true]);
  });
});
