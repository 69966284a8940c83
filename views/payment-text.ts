import { type DueFacts, dueOf } from '../lambdas/core/due/open-invoice.ts';
import { formatMoney } from '../lambdas/core/ground/money.ts';

/** `due 2026-11-23`, with the amount where it is not the total; `paid`, with the day where it is known; or nothing. */
export function paymentText(facts: DueFacts & { readonly paidOn?: string }, locale?: string): string | undefined {
  const { isPaid, paidOn, total } = facts;
  if (isPaid) return paidOn === undefined ? 'paid' : `paid ${paidOn}`;
  const due = dueOf(facts);
  if (!due) return undefined;
  const isPart = due.amountDue.amountMinor !== total?.amountMinor;
  return `due ${due.dueOn}${isPart ? `, ${formatMoney(due.amountDue, locale)} of it` : ''}`;
}
