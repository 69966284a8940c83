import type { Category, CategoryStage, ExpenseFacts } from './category.ts';
import { hasTerm, searchable, startsWithTerm, terms } from './word-match.ts';

/** A person's own rule: an expense of this merchant, or an item of these words, is of this category. */
export interface CategoryRule {
  /**
   * The merchant's name as it begins, whatever the case and the accents: "rewe" is also "REWE Markt 12". A `*` in front
   * finds it anywhere in the name ("*apotheke"), one behind leaves the last word open ("rew*").
   */
  readonly merchant?: string;
  /** Words of which one has to stand on an item; `*` at either end leaves that end of the word open. */
  readonly items?: readonly string[];
  /** Any name that a plan may give; `total` is reserved. */
  readonly category: string;
}

/**
 * The person's rules as the stage in front of all others. Where rules for items put every item into one category and none
 * is missing, that is the document's; else the first rule that fits the merchant and names no items decides.
 */
export function byRules(rules: readonly CategoryRule[]): CategoryStage {
  return (facts) => {
    const items = facts.lineItems.map(({ description }) => byItemRules(rules, facts.vendor, description));
    const [first] = items;
    if (first && facts.itemsComplete !== false && items.every((item) => item?.category === first.category))
      return first;
    return decide(
      rules.filter((rule) => !namesItems(rule)),
      facts,
    );
  };
}

/** What the person's rules say about one item: the first that names one of its words, and no other merchant, decides. */
export const byItemRules = (
  rules: readonly CategoryRule[],
  vendor: string | undefined,
  description: string,
): Category | undefined =>
  decide(rules.filter(namesItems), { ...(vendor === undefined ? {} : { vendor }), lineItems: [{ description }] });

const namesItems = ({ items = [] }: CategoryRule): boolean => items.length > 0;

function decide(rules: readonly CategoryRule[], facts: ExpenseFacts): Category | undefined {
  for (const rule of rules) {
    const because = reasonFor(rule, facts);
    if (because !== undefined) return { category: rule.category, by: 'rule', because };
  }
  return undefined;
}

/** A rule that asks for both needs both; a rule that asks for neither never fits. */
function reasonFor({ merchant, items = [] }: CategoryRule, facts: ExpenseFacts): string | undefined {
  const found: string[] = [];
  if (merchant !== undefined) {
    if (!isMerchant(merchant, facts.vendor ?? '')) return undefined;
    found.push(`the plan's rule for the merchant "${merchant}"`);
  }
  if (items.length > 0) {
    const word = items.find((item) => hasItem(item, facts));
    if (word === undefined) return undefined;
    found.push(`the plan's rule for the item "${word}"`);
  }
  return found.length > 0 ? found.join(' and ') : undefined;
}

function isMerchant(pattern: string, vendor: string): boolean {
  const text = searchable(vendor);
  return oneTerm(pattern).some((term) => {
    const body = term.replace(/^\*|\*$/g, '');
    if (term.startsWith('*')) return hasTerm(text, `*${body}*`);
    return startsWithTerm(text, body) || (term.endsWith('*') && text.words.startsWith(` ${body}`));
  });
}

const hasItem = (item: string, { lineItems }: ExpenseFacts): boolean =>
  oneTerm(item).some((term) => lineItems.some(({ description }) => hasTerm(searchable(description), term)));

/** A comma separates nothing here; a pattern without any letter or digit gives none. */
const oneTerm = (text: string): readonly string[] => terms(text.replaceAll(',', ' '));
