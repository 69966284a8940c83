import { CATEGORIES } from '../category/categories.ts';
import { listOf, type Mistake, type Parts, partsOf } from './mistake.ts';

const MOST_GROUPS = 30;

/** Groups that are called like something else, members and rules that name a group, and rules without a condition. */
export function categoryMistakes(plan: Parts): Mistake[] {
  const groups = partsOf(plan['groups']);
  return [
    ...(Object.keys(groups).length > MOST_GROUPS
      ? [{ path: ['groups'], message: `expected at most ${MOST_GROUPS} groups` }]
      : []),
    ...Object.entries(groups).flatMap(([name, members]) => [
      ...nameMistakes(name),
      ...(Array.isArray(members) ? members : []).flatMap((member, index) =>
        groupInstead(member, groups, ['groups', name, index]),
      ),
    ]),
    ...listOf(plan['rules']).flatMap((rule, index) => ruleMistakes(rule, groups, index)),
  ];
}

function nameMistakes(name: string): Mistake[] {
  const path = ['groups', name];
  if (name === 'total' || name === 'other')
    return [{ path, message: `"${name}" is reserved; choose another name for the group` }];
  return CATEGORIES.some((category) => category === name)
    ? [{ path, message: `"${name}" is a category; choose another name for the group` }]
    : [];
}

function ruleMistakes(rule: Parts, groups: Parts, index: number): Mistake[] {
  const isUnconditional = 'category' in rule && rule['merchant'] === undefined && rule['items'] === undefined;
  return [
    ...(isUnconditional ? [{ path: ['rules', index], message: 'expected a merchant, items, or both' }] : []),
    ...groupInstead(rule['category'], groups, ['rules', index, 'category']),
  ];
}

const groupInstead = (category: unknown, groups: Parts, path: Mistake['path']): Mistake[] =>
  typeof category === 'string' && Object.hasOwn(groups, category)
    ? [{ path, message: `"${category}" is a group; expected a category` }]
    : [];
