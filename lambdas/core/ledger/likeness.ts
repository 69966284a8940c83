import { createHash } from 'node:crypto';
import { searchable } from '../category/word-match.ts';
import type { StructuredExpense } from '../reading/structured-expense.ts';

/** What tells that two pictures may show the same purchase. */
export interface Likeness {
  /** SHA-256 of merchant, day, total and currency, hexadecimal. */
  readonly hash: string;
  readonly invoiceNumber?: string;
}

/** A document that is booked with the same merchant, day, total and currency. */
export interface Lookalike {
  readonly documentId: string;
  /** The object's key as the person dropped it. */
  readonly key: string;
  readonly invoiceNumber?: string;
}

/**
 * The likeness of an expense; the merchant counts whatever the case, the accents and the spaces. Undefined where the
 * merchant, the day or the total was not read: too little to tell by.
 */
export function likenessOf({ vendor, purchasedOn, total, invoiceNumber }: StructuredExpense): Likeness | undefined {
  const merchant = searchable(vendor?.name ?? '').joined;
  if (merchant === '' || purchasedOn === undefined || !total) return undefined;
  const facts = JSON.stringify([merchant, purchasedOn, total.amountMinor, total.currency]);
  const hash = createHash('sha256').update(facts).digest('hex');
  return { hash, ...(invoiceNumber === undefined ? {} : { invoiceNumber }) };
}

/** The first of the booked documents that may be the same purchase; two different printed numbers are two purchases. */
export const findLikelySame = ({ invoiceNumber }: Likeness, booked: readonly Lookalike[]): Lookalike | undefined =>
  booked.find((other) => plain(other.invoiceNumber) === plain(invoiceNumber) || !other.invoiceNumber || !invoiceNumber);

const plain = (invoiceNumber = ''): string => searchable(invoiceNumber).joined;

/** What a person reads about a likely duplicate, and how they settle it. */
export const describeLikelyDuplicate = (userId: string, documentId: string, first: Lookalike): string =>
  `${first.key} is booked with the same merchant, day and total, from another picture, so this one is not counted; if it ` +
  `is the same purchase, state ignore: true in corrections/${userId}/${documentId}.yaml, if it is another one, state ` +
  'anything else there, such as its category';
