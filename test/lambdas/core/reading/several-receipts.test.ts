import { describe, expect, it } from 'vitest';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { aDocument, type FieldOf } from './analysis.ts';
import { codes, date, someone } from './read-document.ts';

const total = (text: string): FieldOf => ({ type: 'TOTAL', label: 'Total', text });
const pages = (...fields: readonly (readonly FieldOf[])[]) =>
  structureExpense(
    fields.map((of, index) => aDocument({ fields: of.map((field) => ({ ...field, page: index + 1 })) })),
    someone,
  );

describe('a file of several pages', () => {
  it('needs review when each page is a receipt of its own, and says what is on them', () => {
    const expense = pages(
      [date, total('RM 40.97')],
      [{ type: 'INVOICE_RECEIPT_DATE', text: '12/06/2024' }, { type: 'SUBTOTAL', text: '39.97' }, total('RM 39.97')],
    );

    expect(expense.status).toBe('needs_review');
    expect(codes(expense)).toEqual(['TotalsDisagreeError']);
    expect(expense.reasons[0]?.message).toBe(
      'the file holds 2 receipts, with totals of 40.97 MYR and 39.97 MYR; drop each of them as a file of its own',
    );
  });

  it('needs review when two receipts of different days have the same total', () => {
    const expense = pages(
      [date, total('RM 12.00')],
      [{ type: 'INVOICE_RECEIPT_DATE', text: '12/06/2024' }, total('RM 12.00')],
    );

    expect(codes(expense)).toEqual(['TotalsDisagreeError']);
  });

  it('is one expense when the total stands on one page only', () => {
    const expense = pages([date, { type: 'SUBTOTAL', text: '100.00' }], [date, total('RM 100.00')]);

    expect(expense.status).toBe('completed');
    expect(expense.total?.amountMinor).toBe(10_000);
  });

  it('is one expense when the second page is a copy of the first', () => {
    const expense = pages([date, total('RM 12.00')], [date, total('RM 12.00')]);

    expect(expense.status).toBe('completed');
    expect(expense.total?.amountMinor).toBe(1200);
  });
});
