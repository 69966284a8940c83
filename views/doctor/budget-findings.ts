import { nearestCategory, sortedInto } from '../../lambdas/core/plan/strange-categories.ts';
import type { Facts } from './facts.ts';
import { type Finding, hint, obstacle } from './finding.ts';

/** What spending is sorted into: by itself, by the person's rules, or by a correction. */
interface Known {
  readonly names: readonly string[];
  readonly seen: ReadonlySet<string>;
}

/** Budgets that no spending can reach, such as one on a misspelt category or on a group with such a member. */
export function budgetFindings({ person, budgets, categoriesSeen }: Facts): Finding[] {
  const names = [...new Set([...sortedInto(person?.rules), ...categoriesSeen])].sort();
  const known: Known = { names, seen: categoriesSeen };
  const groups = new Map(budgets.map(({ category, categories }) => [category, categories]));
  groups.delete('total');
  const beside = [...new Set(budgets.flatMap(({ apart }) => apart.map(({ currency }) => currency as string)))].sort();
  return [
    ...[...groups].flatMap(([name, categories]) =>
      categories ? describeGroup(name, categories, known) : describe(name, known),
    ),
    ...(beside.length > 0
      ? [
          hint(
            `what was spent in ${beside.join(' and ')} is compared with no limit: no exchange rate is known`,
            'drop a file of rates, as docs/reference/rates.md says',
          ),
        ]
      : []),
  ];
}

function describe(category: string, known: Known): Finding[] {
  if (known.seen.has(category)) return [];
  if (known.names.includes(category)) return neverSeen(category, known);
  return [unknown(category, `nothing was ever sorted into ${category}`, known)];
}

function describeGroup(group: string, categories: readonly string[], known: Known): Finding[] {
  const strange = categories.filter((category) => !known.names.includes(category));
  if (strange.length > 0)
    return strange.map((category) => unknown(category, `the group ${group} holds ${category}`, known));
  const isSeen = categories.some((category) => known.seen.has(category));
  return isSeen ? [] : neverSeen(`${group} (${categories.join(', ')})`, known);
}

/** Whoever has just begun has spent nothing anywhere; that says nothing about a category. */
const neverSeen = (name: string, { seen }: Known): Finding[] =>
  seen.size === 0 ? [] : [hint(`nothing was ever sorted into ${name}`)];

const unknown = (category: string, says: string, known: Known): Finding =>
  obstacle(`${says}, which is no category that receipts are sorted into`, remedyFor(category, known.names));

function remedyFor(category: string, known: readonly string[]): string {
  const nearest = nearestCategory(category, known);
  if (nearest !== undefined) return `did you mean ${nearest}? Correct the plan and drop it again`;
  const budgetable = known.filter((name) => name !== 'other');
  return `add a rule to the plan that sorts something into it, or use one of ${budgetable.join(', ')}`;
}
