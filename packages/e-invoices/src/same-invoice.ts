import Big from 'big.js';
import type { Invoice, Party } from './invoice.ts';

/**
 * Whether two are one invoice: of the same kind, number, currency and total, and of one seller, by a tax number where both
 * state one, else by name. Where neither has a number the day has to be the same too.
 */
export const isSameInvoice = (one: Invoice, other: Invoice): boolean =>
  one.kind === other.kind &&
  one.number === other.number &&
  (one.number !== undefined || one.issueDate === other.issueDate) &&
  one.currency === other.currency &&
  isSameAmount(one.totals.withTax, other.totals.withTax) &&
  isSameSeller(one.seller, other.seller);

/** By a tax number where both state one, else by name, whatever the signs between its letters. */
export function isSameSeller(one: Party, other: Party): boolean {
  if (one.taxIds.length === 0 || other.taxIds.length === 0) {
    return bare(one.name ?? one.tradingName ?? '') === bare(other.name ?? other.tradingName ?? '');
  }
  const numbers = new Set(one.taxIds.map(bare));
  return other.taxIds.some((id) => numbers.has(bare(id)));
}

const isSameAmount = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined ? one === other : new Big(one).eq(other);

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
