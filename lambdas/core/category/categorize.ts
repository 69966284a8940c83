import type { LineItem } from '../reading/structured-expense.ts';
import { byRules, type CategoryRule } from './category-rule.ts';
import { byItems, byKnownMerchant, byMerchantWord, byWeakMerchantWord, byWeakMerchantWordAndItems } from './stages.ts';

/** The category of an expense, which stage decided, and a reason that can be shown. */
export interface Category {
  readonly category: string;
  readonly by: 'correction' | 'rule' | 'merchant' | 'items' | 'default';
  readonly because: string;
}

/** What a category is decided on. */
export interface ExpenseFacts {
  readonly vendor?: string;
  readonly lineItems: readonly Pick<LineItem, 'description' | 'amount'>[];
}

/** One way to decide; undefined passes the question on to the next. */
export type CategoryStage = (facts: ExpenseFacts) => Category | undefined;

/** Known chains, kinds of shops in the name, the items, and last the words that fit many shops. */
export const defaultStages: readonly CategoryStage[] = [
  byKnownMerchant,
  byMerchantWord,
  byWeakMerchantWordAndItems,
  byItems,
  byWeakMerchantWord,
];

/**
 * The category by the person's own rules, else the one that the first stage with an answer gives; `other` when none has
 * one.
 */
export function categorize(
  facts: ExpenseFacts,
  rules: readonly CategoryRule[] = [],
  stages: readonly CategoryStage[] = defaultStages,
): Category {
  for (const stage of [byRules(rules), ...stages]) {
    const category = stage(facts);
    if (category) return category;
  }
  return { category: 'other', by: 'default', because: 'neither the merchant nor the items are known' };
}
