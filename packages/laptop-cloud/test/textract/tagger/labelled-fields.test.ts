import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/textract/layout/page-layout.ts';
import { tagLabelled } from '../../../src/textract/tagger/labelled-fields.ts';
import type { SummaryType } from '../../../src/textract/tagger/tagged-page.ts';
import { aPage } from '../support/written-page.ts';

const value = (rows: readonly string[], type: SummaryType) =>
  tagLabelled(layOut(aPage(rows))).find((field) => field.type === type)?.value.text;

describe('tagLabelled', () => {
  it.each([
    ['behind its label', ['Invoice No: 2026-3381'], '2026-3381'],
    ['beside its label', ['Rechnungsnr.|30064443'], '30064443'],
    ['below its label', ['Factuurnummer', '993548900'], '993548900'],
    ['behind the title', ['Invoice INV/2023/03/0008'], 'INV/2023/03/0008'],
    ['behind a number sign', ['INVOICE', '# A-1042'], 'A-1042'],
    ['of a booking', ['Booking ID', 'IBZY2087'], 'IBZY2087'],
  ])("finds a document's number %s", (_where, rows, expected) => {
    expect(value(rows, 'INVOICE_RECEIPT_ID')).toBe(expected);
  });

  it('prefers what is called an invoice number to a booking', () => {
    expect(value(['Booking ID: B77001', 'Invoice No: 55120'], 'INVOICE_RECEIPT_ID')).toBe('55120');
  });

  it.each([
    ['a title followed by words', ['Invoice for services']],
    ['a title followed by a date', ['Invoice 14.03.2026']],
  ])('finds no number in %s', (_what, rows) => {
    expect(value(rows, 'INVOICE_RECEIPT_ID')).toBeUndefined();
  });

  it('keeps the plus of an international telephone number', () => {
    expect(value(['Tel. +49 6051 916 44 10'], 'VENDOR_PHONE')).toBe('+49 6051 916 44 10');
  });
});
