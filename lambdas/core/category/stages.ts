import type { CategoryName } from './categories.ts';
import type { Category, ExpenseFacts } from './category.ts';
import { ITEM_WORDS, MERCHANT_WORDS, WEAK_MERCHANT_WORDS } from './category-words.ts';
import { MERCHANTS } from './merchants.ts';
import { hasTerm, type SearchableText, searchable, startsWithTerm, terms } from './word-match.ts';

type TermList = readonly (readonly [term: string, category: CategoryName])[];

/** The longest term first: "dm drogerie markt" says more than "markt". */
function termList(words: Readonly<Partial<Record<CategoryName, string>>>): TermList {
  const pairs = Object.entries(words) as [CategoryName, string][];
  return pairs
    .flatMap(([category, list]) => terms(list).map((term) => [term, category] as const))
    .sort(([a], [b]) => b.length - a.length);
}

const merchants = termList(MERCHANTS);
const merchantWords = termList(MERCHANT_WORDS);
const weakMerchantWords = termList(WEAK_MERCHANT_WORDS);
const itemWords = termList(ITEM_WORDS);

const find = (text: SearchableText, list: TermList) => list.find(([term]) => hasTerm(text, term));
const shown = (term: string): string => `"${term.replaceAll('*', '')}"`;

/**
 * A chain that is known by name. A name of one word may be a common one ("Shell Out Restaurant", "Boots & Belts"): it has
 * to begin the merchant's name, and a kind of shop behind it decides otherwise (a petrol station of a supermarket).
 */
export function byKnownMerchant({ vendor = '' }: ExpenseFacts): Category | undefined {
  const text = searchable(vendor);
  const found = merchants.find(([term]) => (term.includes(' ') ? hasTerm(text, term) : startsWithTerm(text, term)));
  const kind = find(text, merchantWords);
  if (found && kind && !found[0].includes(' ') && kind[1] !== found[1]) return undefined;
  return found && { category: found[1], by: 'merchant', because: `${shown(found[0])} is known for ${found[1]}` };
}

/** A word in the merchant's name that says what kind of shop it is. */
export function byMerchantWord({ vendor = '' }: ExpenseFacts): Category | undefined {
  return byWordOf(vendor, merchantWords);
}

/** A word in the merchant's name that fits many kinds of shops. */
export function byWeakMerchantWord({ vendor = '' }: ExpenseFacts): Category | undefined {
  return byWordOf(vendor, weakMerchantWords);
}

function byWordOf(vendor: string, list: TermList): Category | undefined {
  const found = find(searchable(vendor), list);
  return found && { category: found[1], by: 'merchant', because: `the merchant's name holds ${shown(found[0])}` };
}

/**
 * A word that fits many kinds of shops, where the items say the same: what is bought in a "market" that sells milk is
 * groceries, the washing powder too.
 */
export function byWeakMerchantWordAndItems(facts: ExpenseFacts): Category | undefined {
  const [word, items] = [byWeakMerchantWord(facts), byItems(facts)];
  if (!word || word.category !== items?.category) return undefined;
  return { ...word, because: `${word.because}, and ${items.because}` };
}

/** The category that most of the money of the recognised items went to. */
export function byItems({ lineItems }: ExpenseFacts): Category | undefined {
  const votes = new Map<CategoryName, { weight: number; count: number; term: string }>();
  for (const { description, amount } of lineItems) {
    const found = findItemWord(description);
    if (!found) continue;
    const { term, category } = found;
    const vote = votes.get(category) ?? { weight: 0, count: 0, term };
    vote.weight += Math.max(1, amount?.amountMinor ?? 1);
    vote.count += 1;
    votes.set(category, vote);
  }
  const [best] = [...votes].sort(([, a], [, b]) => b.weight - a.weight);
  if (!best) return undefined;
  const [category, { count, term }] = best;
  return { category, by: 'items', because: describeItems(count, lineItems.length, category, term) };
}

/** The word on an item that says what is bought, and its category. */
export function findItemWord(description: string): { term: string; category: CategoryName } | undefined {
  const found = find(searchable(description), itemWords);
  return found && { term: found[0], category: found[1] };
}

/** "2 of 4 items are electronics, such as "hdmi"". */
export const describeItems = (count: number, of: number, category: string, term: string): string =>
  `${count} of ${of} items ${count === 1 ? 'is' : 'are'} ${category}, such as ${shown(term)}`;
