import type { Invoice } from 'e-invoices/invoice';

/**
 * What an invoice takes from its buyer, a plain decimal: its total with tax. A credit note gives back, whichever sign its
 * amounts have; everything else counts as signed.
 *
 * @returns undefined where the file states no total.
 */
export function signedTotal({ kind, totals }: Pick<Invoice, 'kind' | 'totals'>): string | undefined {
  return totals.withTax === undefined ? undefined : turned(totals.withTax, kind);
}

/** An amount of a document with the sign that it has as spending; the amounts of a credit note all turn together. */
export function turned(amount: string, kind: Invoice['kind']): string {
  if (kind !== 'credit-note') return amount;
  const size = amount.replace(/^-/, '');
  return /[1-9]/.test(size) ? `-${size}` : size;
}
