import { formatMoney } from '../ground/money.ts';
import type { Reason, StructuredExpense } from './structured-expense.ts';

/**
 * Why a file has to be looked at when it holds several receipts: the books take one expense a file, and counting one of
 * them would lose the others in silence.
 *
 * A page is a receipt of its own when it can be read alone, with a total and a date; the pages of an invoice, of which
 * one has the total, are not, and neither is the customer's copy behind the merchant's.
 *
 * @param alone Each document of the analysis as if it were the only one.
 */
export function doubtOfOneReceipt(alone: readonly StructuredExpense[]): Reason | undefined {
  const receipts = new Map(
    alone.flatMap(({ status, total, purchasedOn }) =>
      status === 'completed' && total && purchasedOn ? [[`${formatMoney(total)} ${purchasedOn}`, total] as const] : [],
    ),
  );
  if (receipts.size < 2 || isOneBill(alone.filter(({ status }) => status === 'completed'))) return undefined;
  const totals = [...receipts.values()].map((total) => formatMoney(total)).join(' and ');
  return {
    code: 'TotalsDisagreeError',
    message: `the file holds ${receipts.size} receipts, with totals of ${totals}; drop each of them as a file of its own`,
  };
}

/** Pages of one bill: they have its number, or one has the sum of the others, of the same day. */
function isOneBill(pages: readonly StructuredExpense[]): boolean {
  const numbers = new Set(pages.map(({ invoiceNumber }) => invoiceNumber));
  if (numbers.size === 1 && !numbers.has(undefined)) return true;
  const minor = pages.map(({ total }): number => total?.amountMinor ?? 0);
  const all = Math.max(...minor);
  const days = new Set(pages.map(({ purchasedOn, total }) => `${purchasedOn} ${total?.currency}`));
  return pages.length > 2 && days.size === 1 && minor.reduce((sum, one) => sum + one, 0) === 2 * all;
}
