import { parseCalendarDate } from '../../../../lambdas/core/ground/calendar-date.ts';
import { parseCurrencyCode } from '../../../../lambdas/core/ground/currency.ts';
import { money } from '../../../../lambdas/core/ground/money.ts';
import type { Paper } from '../../../../lambdas/core/proposal/take-proposal.ts';
import type { StructuredExpense } from '../../../../lambdas/core/reading/structured-expense.ts';

/** A paper whose words for totals are not known: three goods, and below them what they come to. */
export const PAPER: Paper = {
  rows: ['Zorg Blip', '2026-11-10', 'Wug  12.00', 'Fep  3.50', 'Dax  4.50', 'Hurlo  20.00'],
  today: parseCalendarDate('2026-11-20'),
};

const item = (description: string, amountMinor: number) => ({ description, amount: money(amountMinor, 'EUR') });

/** What was read of it; pass only what the test is about. */
export const anOpenExpense = (over: Partial<StructuredExpense> = {}): StructuredExpense => ({
  status: 'needs_review',
  reasons: [{ code: 'TotalUnreadableError', message: 'no total was found' }],
  vendor: { name: 'Zorg Blip' },
  purchasedOn: parseCalendarDate('2026-11-10'),
  currency: { code: parseCurrencyCode('EUR'), by: 'person', because: 'the plan is in it' },
  lineItems: [item('Wug', 1200), item('Fep', 350), item('Dax', 450)],
  refund: false,
  candidates: { total: [], purchasedOn: [], vendor: [], invoiceNumber: [] },
  evidence: [],
  ...over,
});
