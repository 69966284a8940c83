import { onOneLine } from 'printed-text/plain-text';
import { formatMoney, type Money } from '../ground/money.ts';
import { isTotal } from './label-words.ts';
import { amountInCurrency } from './labelled-amounts.ts';
import type { MarkedRow } from './printed-marks.ts';
import type { Reason } from './structured-expense.ts';

/** Digits with two more behind a mark that no amount was made of. */
const UNREAD = /(?<![\d.,:])(\d+)[:.,·](\d{2})(?![\d.,:])/;

/**
 * Why a total may be another number of its row: between the word for it and the amount stand digits that look like an amount and
 * were not read as one, "Total 45:50  # 12". A time of day is none.
 */
export function doubtOfUnread(rows: readonly MarkedRow[], total: Money): Reason | undefined {
  const row = rows.find(
    ({ role, label, amounts }) =>
      isTotal(role) &&
      hasUnread(label) &&
      amounts.some(({ text }) => amountInCurrency(text, total.currency) === total.amountMinor),
  );
  if (!row) return undefined;
  return {
    code: 'TotalUnreadableError',
    message: `the total was read as ${formatMoney(total)}, but "${onOneLine(row.label)}" stands before it; state the total in a correction`,
  };
}

function hasUnread(label: string): boolean {
  const [, whole = '', places = ''] = UNREAD.exec(label) ?? [];
  const isTime = Number(whole) < 24 && Number(places) < 60 && label.includes(`${whole}:${places}`);
  return whole !== '' && !isTime;
}
