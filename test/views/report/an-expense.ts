import type { Expense } from '../../../lambdas/adapters/expense-store.ts';

/** A valid expense of 10.00 USD; pass only the fields the test is about. */
export const anExpense = (over: Partial<Expense> = {}): Expense => ({
  userId: 'alice',
  documentId: 'doc',
  date: '2026-11-10',
  category: 'groceries',
  currency: 'USD',
  amountMinor: 1_000,
  vendor: 'Green Basket',
  ...over,
});
