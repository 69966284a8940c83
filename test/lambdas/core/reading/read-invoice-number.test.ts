import { describe, expect, it } from 'vitest';
import { readFields } from '../../../../lambdas/core/reading/expense-fields.ts';
import { asPrintedLine, readPrintedLines } from '../../../../lambdas/core/reading/printed-line.ts';
import { readInvoiceNumber } from '../../../../lambdas/core/reading/read-invoice-number.ts';
import { aDocument, type FieldOf } from './analysis.ts';
import { anUntaggedPage } from './placed-page.ts';

const read = (fields: readonly FieldOf[], lines: readonly string[] = []) =>
  readInvoiceNumber(readFields([aDocument({ fields })]), lines.map(asPrintedLine));

describe('readInvoiceNumber', () => {
  it('takes the surest tagged one', () => {
    const fields = [
      { type: 'INVOICE_RECEIPT_ID', text: '1471', confidence: 60 },
      { type: 'INVOICE_RECEIPT_ID', text: 'R-2024-17', confidence: 95 },
    ];

    expect(read(fields)).toBe('R-2024-17');
  });

  it.each([
    'Rechnungsnummer',
    'Invoice #',
    'Receipt No.',
    'Facture n°',
    'Bon Nr',
  ])('takes the one behind "%s"', (label) => {
    expect(read([{ type: 'OTHER', label, text: '4711-A' }])).toBe('4711-A');
  });

  it.each([
    ['Invoice INV/2023/03/0008', 'INV/2023/03/0008'],
    ['TAX INVOICE NO: A-10023', 'A-10023'],
    ['Rechnung 30064443', '30064443'],
    ['Receipt #: CS00012345', 'CS00012345'],
    ['Folio 88211', '88211'],
    ['Recibo 118231', '118231'],
  ])('finds the one in the line "%s"', (line, expected) => {
    expect(read([], ['SHOP', line])).toBe(expected);
  });

  it.each([
    'Invoice total 12.00',
    'INVOICE',
    'Bill to Alice',
    'Receipt 1,234.50',
    'billboard 300',
  ])('finds none in "%s"', (line) => {
    expect(read([], [line])).toBeUndefined();
  });

  it.each([
    ['# 4711-A', '4711-A'],
    ['Order No. 1002-77', '1002-77'],
    ['Booking ID: IBZY2087', 'IBZY2087'],
    ['# invoice_number_1', 'invoice_number_1'],
  ])('takes "%s" where the document has no number of its own', (line, expected) => {
    expect(read([], ['INVOICE', line])).toBe(expected);
  });

  it('prefers the number of the invoice to the one of the order', () => {
    expect(read([], ['Order No. 1002-77', 'Invoice No. 55-1'])).toBe('55-1');
  });

  it.each([
    ['beside', [['Invoice No.', 'INV-0042']]],
    [
      'below',
      [
        ['Check In', 'Invoice No.'],
        ['31/12/2024', 'INV-0042'],
      ],
    ],
  ])('finds the number %s its label', (_where, rows) => {
    const lines = readPrintedLines([anUntaggedPage([['SHOP'], ...rows])]);

    expect(readInvoiceNumber([], lines)).toBe('INV-0042');
  });
});
