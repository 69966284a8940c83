import { closest, distance } from 'fastest-levenshtein';
import { CATEGORIES } from '../../lambdas/core/category/categories.ts';
import type { Facts } from './facts.ts';
import { type Finding, hint, problem } from './finding.ts';

/** Budgets that no spending can reach, such as one on a misspelt category. */
export function budgetFindings({ budgets, categoriesSeen }: Facts): Finding[] {
  const known = [...new Set([...CATEGORIES, ...categoriesSeen])].filter((name) => name !== 'other').sort();
  const unseen = budgets.filter(({ category }) => category !== 'total' && !categoriesSeen.has(category));
  const beside = [...new Set(budgets.flatMap(({ apart }) => apart.map(({ currency }) => currency as string)))].sort();
  return [
    ...unseen.flatMap(({ category }) => describe(category, known, categoriesSeen)),
    ...(beside.length > 0
      ? [hint(`what was spent in ${beside.join(' and ')} is compared with no limit: no exchange rate is known`)]
      : []),
  ];
}

function describe(category: string, known: readonly string[], seen: ReadonlySet<string>): Finding[] {
  const isBuiltIn = CATEGORIES.some((each) => each === category);
  // Whoever has just begun has spent nothing anywhere; that says nothing about a category.
  if (isBuiltIn) return seen.size === 0 ? [] : [hint(`nothing was ever sorted into ${category}`)];
  return [
    problem(
      `nothing was ever sorted into ${category}, which is no category that receipts are sorted into`,
      remedyFor(category, known),
    ),
  ];
}

function remedyFor(category: string, known: readonly string[]): string {
  const nearest = closest(category, known);
  const isNear = distance(category, nearest) <= Math.max(2, Math.floor(category.length / 3));
  return isNear ? `did you mean ${nearest}? Correct the plan and drop it again` : `use one of ${known.join(', ')}`;
}
