import { closest, distance } from 'fastest-levenshtein';
import type { Budget } from '../budget/budget.ts';
import { CATEGORIES } from '../category/categories.ts';
import type { CategoryRule } from '../category/category-rule.ts';

/** Every category that spending is sorted into by itself or by the person's rules. */
export const sortedInto = (rules: readonly Pick<CategoryRule, 'category'>[] = []): string[] => [
  ...new Set([...CATEGORIES, ...rules.map(({ category }) => category)]),
];

/** Categories of budgets, or of their groups, that nothing is sorted into; only a correction could put something there. */
export function strangeCategories(
  budgets: readonly Pick<Budget, 'category' | 'categories'>[],
  known: readonly string[],
): string[] {
  const named = budgets.flatMap(({ category, categories }) => categories ?? [category]);
  return [...new Set(named)].filter((name) => name !== 'total' && !known.includes(name)).sort();
}

/** The category that was probably meant; undefined when none is spelled much alike. */
export function nearestCategory(category: string, known: readonly string[]): string | undefined {
  const nearest = closest(
    category,
    known.filter((name) => name !== 'other'),
  );
  return distance(category, nearest) <= Math.max(2, Math.floor(category.length / 3)) ? nearest : undefined;
}

/** What a person should know of a plan that is in force; empty when every budget can be reached. */
export function describeStrange(names: readonly string[], known: readonly string[]): string {
  return names
    .map((name) => {
      const nearest = nearestCategory(name, known);
      const meant = nearest === undefined ? 'add a rule that does' : `did you mean ${nearest}?`;
      return `; but nothing is sorted into ${name} by itself: ${meant}`;
    })
    .join('');
}
