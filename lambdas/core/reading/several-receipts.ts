import type { CurrencyCode } from '../ground/currency.ts';
import { formatMoney } from '../ground/money.ts';
import { amountInCurrency } from './labelled-amounts.ts';
import type { PrintedLine } from './printed-line.ts';
import type { MarkedRow } from './printed-marks.ts';
import { receiptsOnPage } from './receipts-on-page.ts';
import { readSlipRows } from './slip-rows.ts';
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
  return severalReceipts(
    'file',
    [...receipts.values()].map((total) => formatMoney(total)),
  );
}

/**
 * The same where a page holds several: two receipts on the glass of one scanner, below each other or side by side.
 *
 * @param marked The rows of the lines with their amounts.
 * @param thisYear Two-digit years are read as the latest year up to the one after this.
 */
export function doubtOfOnePage(
  lines: readonly PrintedLine[],
  marked: readonly MarkedRow[],
  currency: CurrencyCode | undefined,
  thisYear: number,
): Reason | undefined {
  const rows = readSlipRows(lines, thisYear, marked);
  for (const page of new Set(lines.map((line) => line.page))) {
    const receipts = receiptsOnPage(
      lines.filter((line) => line.page === page),
      rows.filter((row) => row.page === page),
      thisYear,
    );
    if (receipts.length < 2) continue;
    const print = (total: string) => {
      const amountMinor = currency && amountInCurrency(total, currency);
      return amountMinor === undefined ? total : formatMoney({ amountMinor, currency: currency as CurrencyCode });
    };
    return severalReceipts(
      'page',
      receipts.map(({ total }) => print(total)),
    );
  }
  return undefined;
}

const severalReceipts = (holder: 'file' | 'page', totals: readonly string[]): Reason => ({
  code: 'TotalsDisagreeError',
  message: `the ${holder} holds ${totals.length} receipts, with totals of ${totals.join(' and ')}; drop each of them as a file of its own`,
});

/** Pages of one bill: they have its number, or one has the sum of the others, of the same day. */
function isOneBill(pages: readonly StructuredExpense[]): boolean {
  const numbers = new Set(pages.map(({ invoiceNumber }) => invoiceNumber));
  if (numbers.size === 1 && !numbers.has(undefined)) return true;
  const minor = pages.map(({ total }): number => total?.amountMinor ?? 0);
  const all = Math.max(...minor);
  const days = new Set(pages.map(({ purchasedOn, total }) => `${purchasedOn} ${total?.currency}`));
  return pages.length > 2 && days.size === 1 && minor.reduce((sum, one) => sum + one, 0) === 2 * all;
}
