import { parseCalendarDate } from '../../lambdas/core/ground/calendar-date.ts';
import { money } from '../../lambdas/core/ground/money.ts';
import type { Reading } from '../../lambdas/core/ledger/reading.ts';
import type { StructuredExpense } from '../../lambdas/core/reading/structured-expense.ts';

/** What one run read from the document `doc`: complete, unless the test says otherwise. */
export const aReading = (over: Partial<StructuredExpense> = {}): Reading => ({
  documentId: 'doc',
  run: 1,
  contentHash: 'hash',
  category: { category: 'groceries', by: 'merchant', because: 'Green Basket is a supermarket' },
  expense: {
    status: 'completed',
    reasons: [],
    purchasedOn: parseCalendarDate('2026-11-10'),
    total: money(4_320, 'USD'),
    lineItems: [],
    refund: false,
    candidates: { total: [], purchasedOn: [], vendor: [], invoiceNumber: [] },
    evidence: [],
    ...over,
  },
});
