import { type DueFacts, duesOf } from '../lambdas/core/due/open-invoice.ts';
import { formatMoney } from '../lambdas/core/ground/money.ts';

/**
 * `due 2026-11-23`, with the amount where it is not the total, and each of several days with its own; `paid`, with the day
 * where it is known; or nothing.
 */
export function paymentText(facts: DueFacts & { readonly paidOn?: string }, locale?: string): string | undefined {
  const { isPaid, paidOn, total } = facts;
  if (isPaid) return paidOn === undefined ? 'paid' : `paid ${paidOn}`;
  const dues = duesOf(facts).map(({ dueOn, amountDue }) => {
    const isPart = amountDue.amountMinor !== total?.amountMinor;
    return `due ${dueOn}${isPart ? `, ${formatMoney(amountDue, locale)} of it` : ''}`;
  });
  return dues.length > 0 ? dues.join('; ') : undefined;
}
