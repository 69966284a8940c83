import { describe, expect, it } from 'vitest';
import { marksOfInvoices } from '../../../../lambdas/core/invoice/invoice-marks.ts';
import { anInvoice } from './an-invoice.ts';

describe('the marks of an invoice', () => {
  it('are each tax number of its seller with its own number', () => {
    const seller = { name: 'Mill', taxIds: ['DE 123 456 789', '12/345/678'] };

    expect(marksOfInvoices([anInvoice({ number: 'a 17', seller })])).toEqual({
      own: ['DE123456789#A17', '12345678#A17'],
      prepaid: [],
    });
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
