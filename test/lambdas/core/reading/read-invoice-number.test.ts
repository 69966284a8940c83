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

  it.each([
    ['Handelsrechnung (380) Nr. 88-4410 vom 05.03.2024', '88-4410'],
    ['Rechnung des Versicherers Nr. 07.331.902.4-2024-1 vom', '07.331.902.4-2024-1'],
    ['Schlussrechnung-Nr. 77/24, 03.05.2024', '77/24'],
    ['Fattura n. 12 del 03/04/2024', '12'],
    ['FATTURA IMMEDIATA N. 2024/55 del 3 aprile 2024', '2024/55'],
    ['Facture N° FA-2024-0031 du 13 novembre 2024', 'FA-2024-0031'],
    ['Factura de venta No. FV 1032, 12/05/2024', 'FV 1032'],
    ['Fatura nº FT 2024/5567', 'FT 2024/5567'],
    ['Faktura VAT nr 12/05/2024 z dnia 31.05.2024', '12/05/2024'],
    ['Slutfaktura nr 10023', '10023'],
    ['Verkoopfactuur nr. 2024-118 van 3 mei 2024', '2024-118'],
    ['Invoice No. 2024-118 dated 3 May 2024', '2024-118'],
  ])('finds the one in the title "%s"', (line, expected) => {
    expect(read([], ['SHOP', line, 'Order No. 1002-77'])).toBe(expected);
  });

  it.each([
    'Rechnung gemäß Bestellung Nr. 4711 vom 03.04.2024',
    'Facture relative au contrat n° 4711 du 03/04/2024',
    'Invoice No. 12.50',
    'Invoice No. 03.04.2024',
    'Invoice No. 5 of 10',
  ])('finds none in "%s", which gives that of something else, an amount, a day or a page', (line) => {
    expect(read([], [line])).toBeUndefined();
  });

  it.each([
    'Numéro de facture : FA-0031',
    'N° de facture FA-0031',
    'Número de factura: FA-0031',
    'Numero fattura: FA-0031',
    'Nr faktury: FA-0031',
    'Číslo faktury: FA-0031',
    'Számla sorszáma: FA-0031',
    'Invoice number: FA-0031',
    'Belegnummer: FA-0031',
    'Rechnungs-Nr.: FA-0031',
    'Faktuurnummer: FA-0031',
    'Factuurnr. FA-0031',
    'Fakturanr. FA-0031',
  ])('reads the label of "%s"', (line) => {
    expect(read([], ['SHOP', line])).toBe('FA-0031');
  });

  it.each([
    'Avoir FA-0031',
    'Gutschrift Nr. FA-0031',
    'Credit note FA-0031',
    'Dobropis č. FA-0031',
  ])('reads the number of a credit note: %s', (line) => {
    expect(read([], ['SHOP', line])).toBe('FA-0031');
  });

  it('prefers the number in the heading with its day to one in running text that was tagged', () => {
    const lines = ['Handelsrechnung Nr. FA-0031 vom 05.03.2024', 'Bitte Belegnummer 77012 angeben'];

    expect(read([{ type: 'INVOICE_RECEIPT_ID', text: '77012' }], lines)).toBe('FA-0031');
  });

  it('prefers the number of a credit note to that of the invoice it is about', () => {
    expect(read([], ['Gutschrift Nr. 55-1 vom 05.03.2024', 'Rechnung Nr. 44-1 vom 01.02.2024'])).toBe('55-1');
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
