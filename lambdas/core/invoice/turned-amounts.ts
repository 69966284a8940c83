import type { Invoice } from 'e-invoices/invoice';

/**
 * What turns the amounts of an invoice into spending: a credit note gives back, whichever sign its total has, and all of its
 * amounts turn with the total. Everything else counts as signed.
 */
export const turnerOf =
  ({ kind, totals }: Pick<Invoice, 'kind' | 'totals'>) =>
  (amount: string): string =>
    kind === 'credit-note' && !(totals.withTax ?? '').startsWith('-') ? opposite(amount) : amount;

function opposite(amount: string): string {
  if (amount.startsWith('-')) return amount.slice(1);
  return /[1-9]/.test(amount) ? `-${amount}` : amount;
}
