import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { aDocument } from './analysis.ts';
import { codes, someone } from './read-document.ts';

describe('a document that is no receipt', () => {
  it.each([
    ['nothing at all', []],
    ['words only', [aDocument({ fields: [{ type: 'OTHER', label: 'Name', text: 'Alice' }], lines: ['Dear Alice'] })]],
    ['an empty document', [{}]],
  ])('needs review: %s', (_, documents) => {
    const expense = structureExpense(documents, someone);

    expect(expense.status).toBe('needs_review');
    expect(codes(expense)).toEqual(['NotAReceiptError']);
    expect(expense.reasons[0]?.message).toContain('no amount could be read');
  });
});

describe('structureExpense', () => {
  it('never throws, and never completes without total, date and currency, whatever is printed', () => {
    const anyField = fc.record({
      type: fc.constantFrom('TOTAL', 'SUBTOTAL', 'TAX', 'OTHER', 'AMOUNT_PAID', 'INVOICE_RECEIPT_DATE', 'VENDOR_NAME'),
      label: fc.constantFrom('Total', 'Cash', 'Change', 'Rounding', 'Discount', 'Date', ''),
      text: fc.oneof(fc.string(), fc.constantFrom('12.00', '$5', '1,234', '01/02/2024', '2024-13-01', '€ 3,5')),
    });

    fc.assert(
      fc.property(fc.array(anyField, { maxLength: 12 }), (fields) => {
        const expense = structureExpense([aDocument({ fields })], { locale: 'en-US', today: '2024-06-15' });

        const isComplete = expense.total !== undefined && expense.purchasedOn !== undefined;
        expect(expense.status === 'completed').toBe(expense.reasons.length === 0);
        if (expense.status === 'completed') expect(isComplete).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
