import { type Agreement, compareNumbers } from './compare-numbers.ts';
import { type Comparison, comparePurchases, judgePurchases, type Verdict } from './compare-purchases.ts';
import type { Lookalike, PurchaseTraits } from './likeness.ts';

/** A booked document that may be the same purchase, and why. */
export interface LikelySame {
  readonly first: Lookalike;
  readonly verdict: Exclude<Verdict, 'other'>;
  readonly compared: Comparison;
}

/** Of the documents booked on the day, the first that likely is the same purchase, else the first that may be. */
export function findLikelySame(ours: PurchaseTraits, booked: readonly Lookalike[]): LikelySame | undefined {
  const found = booked.flatMap((first): LikelySame[] => {
    if (areOtherInvoices(ours, first)) return [];
    const compared = comparePurchases(ours, first);
    const verdict = judgePurchases(compared);
    return verdict === 'other' ? [] : [{ first, verdict, compared }];
  });
  return found.find(({ verdict }) => verdict === 'same') ?? found[0];
}

/** Both are known exactly, by data: a number that differs in a digit is another one, and so is one of another seller. */
function areOtherInvoices(one: PurchaseTraits, other: PurchaseTraits): boolean {
  if (!one.isExact || !other.isExact || one.invoiceNumber === undefined || other.invoiceNumber === undefined)
    return false;
  if (compareNumbers(one.invoiceNumber, other.invoiceNumber) !== 'same') return true;
  const isNamed = one.taxIds.length > 0 && other.taxIds.length > 0;
  if (!isNamed || one.taxIds.some((id) => other.taxIds.includes(id))) return false;
  // A seller has several numbers, and a copy may state another one of them.
  return comparePurchases(one, other).shop !== 'same';
}

/** What a person reads about an invoice that another file has booked, by its seller and number. */
export const describeSameInvoice = (userId: string, documentId: string, key: string): string =>
  `${key} has booked the invoice of this seller with this number, so this one is not counted; ${howToSettle(userId, documentId)}`;

/** What a person reads about an invoice of which a part was paid, and that part is booked too. */
export const describePrepaid = (userId: string, documentId: string, key: string): string =>
  `${key} has booked what was paid of this invoice before, and the whole total would count it twice; state the total ` +
  `that is left in corrections/${userId}/${documentId}.yaml, or ignore: true if this one is not to count`;

/** What a person reads about an invoice that was paid as a part of another, which is booked with its whole total. */
export const describeWhole = (userId: string, documentId: string, key: string): string =>
  `${key} has booked the whole total of an invoice of which this one was a part, paid before, so this one is not counted; ` +
  howToSettle(userId, documentId);

const howToSettle = (userId: string, documentId: string): string =>
  `if it is the same purchase, state ignore: true in corrections/${userId}/${documentId}.yaml, if it is another one, state ` +
  'anything else there, such as its category';

/** What a person reads about a likely duplicate, and how they settle it. */
export const describeLikelyDuplicate = (userId: string, documentId: string, likely: LikelySame): string =>
  `${likely.first.key} is booked with ${likenessIn(likely)}, so this one is not counted; ${howToSettle(userId, documentId)}`;

function likenessIn({ verdict, compared }: LikelySame): string {
  if (verdict === 'same') return 'the same merchant, day and total, from another file';
  const { total } = compared;
  const same = total === 'same' ? 'the same day and total' : 'the same merchant and day';
  const shared = named(compared, ['same', 'near'], { same: 'the same', near: 'nearly the same' });
  const apart = [...(total === 'same' ? [] : ['another total']), ...named(compared, ['different'], OTHER)];
  const but = apart.length > 0 ? `, but ${listed(apart)}` : '';
  return `${same} and may be the same purchase${shared.length > 0 ? ` (${listed(shared)}${but})` : but}`;
}

const OTHER = { different: 'another' };
const NAMES = {
  shop: 'merchant',
  number: 'number',
  time: 'time of day',
  items: 'amounts of items',
  picture: 'picture',
} as const;

function named(
  compared: Comparison,
  agreements: readonly Agreement[],
  words: { readonly [agreement in Agreement]?: string },
): string[] {
  const isTold = (name: keyof typeof NAMES) => name !== 'shop' || compared.total === 'same';
  return (Object.keys(NAMES) as (keyof typeof NAMES)[])
    .filter((name) => isTold(name) && agreements.includes(compared[name]))
    .map((name) => `${words[compared[name]]} ${NAMES[name]}`);
}

const listed = (all: readonly string[]): string =>
  all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : (all[0] ?? '');
