import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnalyzeExpenseResponse, ExpenseDocument } from '@aws-sdk/client-textract';
import { describe, expect, it } from 'vitest';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { outsideData } from '../../../support/outside-data.ts';

const folder = outsideData('textract', 'real Textract responses');

const read = (name: string, today: string, change: (document: ExpenseDocument) => ExpenseDocument = (same) => same) => {
  const response = JSON.parse(readFileSync(join(folder as string, `${name}.json`), 'utf8')) as AnalyzeExpenseResponse;
  return structureExpense((response.ExpenseDocuments ?? []).map(change), { locale: 'en-US', today });
};

/** The document without any member of this name, however deep. */
const without = (name: string) => (document: ExpenseDocument) =>
  JSON.parse(JSON.stringify(document, (key, value: unknown) => (key === name ? undefined : value))) as ExpenseDocument;

describe.skipIf(folder === undefined)('real Textract responses', () => {
  it('reads a shop receipt with tax, card payment and tax classes behind the prices', () => {
    const expense = read('receipt-mega-market', '2020-01-10');

    expect(expense.reasons).toEqual([]);
    expect(expense).toMatchObject({
      status: 'completed',
      vendor: { name: 'MEGA MARKET PLUS', phone: '800-532-2918' },
      invoiceNumber: '21772',
      purchasedOn: '2019-12-07',
      total: { amountMinor: 181_046, currency: 'USD' },
      subtotal: { amountMinor: 169_996, currency: 'USD' },
      tax: { amountMinor: 11_050, currency: 'USD' },
      refund: false,
    });
    expect(expense.lineItems.map(({ amount }) => amount?.amountMinor)).toEqual([89_999, 68_999, 1999, 8999]);
  });

  it('reads what is due of a hospital bill, not the charges', () => {
    const expense = read('hospital-bill', '2010-10-05');

    expect(expense).toMatchObject({
      status: 'completed',
      purchasedOn: '2010-09-30',
      total: { amountMinor: 5000, currency: 'USD' },
    });
    expect(expense.lineItems).toHaveLength(21);
  });

  it('asks for review of the same bill when it is more than ten years old', () => {
    const expense = read('hospital-bill', '2026-11-20');

    expect(expense.reasons.map(({ code }) => code)).toEqual(['DateImplausibleError']);
  });

  it('reads an invoice of two pages with the total on the second', () => {
    const expense = read('invoice-two-pages', '2020-03-20');

    expect(expense).toMatchObject({
      status: 'completed',
      vendor: { name: 'META', address: '154-164 The Embarcadero, San Francisco, CA 94105' },
      invoiceNumber: '00000135',
      purchasedOn: '2020-03-12',
      total: { amountMinor: 571_500, currency: 'USD' },
    });
    expect(expense.lineItems).toHaveLength(8);
    expect(expense.lineItems[1]).toMatchObject({ quantity: '4.5', amount: { amountMinor: 49_500 } });
    expect(expense.evidence.join('\n')).toContain('equals the items');
  });

  it('asks for review of a receipt whose total and date are not in the picture', () => {
    const expense = read('receipt-no-summary-fields', '2020-03-20');

    expect(expense.status).toBe('needs_review');
    expect(expense.reasons.map(({ code }) => code)).toContain('TotalUnreadableError');
    expect(expense.total).toBeUndefined();
  });

  it.each(['Geometry', 'Blocks', 'SummaryFields', 'Confidence'])('are read without their %s', (name) => {
    const receipt = read('receipt-mega-market', '2020-01-10', without(name));
    const invoice = read('invoice-two-pages', '2020-03-20', without(name));

    expect(receipt).toMatchObject({
      status: 'completed',
      purchasedOn: '2019-12-07',
      total: { amountMinor: 181_046 },
      tax: { amountMinor: 11_050 },
    });
    expect(invoice).toMatchObject({
      status: 'completed',
      vendor: { name: 'META' },
      purchasedOn: '2020-03-12',
      total: { amountMinor: 571_500 },
      invoiceNumber: '00000135',
    });
  });
});
