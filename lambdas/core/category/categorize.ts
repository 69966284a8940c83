import type { Category, CategoryStage, ExpenseFacts } from './category.ts';
import { byRules, type CategoryRule } from './category-rule.ts';
import { byItems, byKnownMerchant, byMerchantWord, byWeakMerchantWord, byWeakMerchantWordAndItems } from './stages.ts';

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
