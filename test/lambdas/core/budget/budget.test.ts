import { describe, expect, it } from 'vitest';
import { budgetId, covers } from '../../../../lambdas/core/budget/budget.ts';

describe('covers', () => {
  it.each([
    [{ category: 'groceries' }, 'groceries', true],
    [{ category: 'groceries' }, 'dining', false],
    [{ category: 'total' }, 'other', true],
    [{ category: 'food', categories: ['groceries', 'dining'] }, 'dining', true],
    [{ category: 'food', categories: ['groceries', 'dining'] }, 'travel', false],
    // A group is its members: what is called like it is none of them.
    [{ category: 'food', categories: ['groceries'] }, 'food', false],
  ])('%j %s: %s', (budget, category, expected) => {
    expect(covers(budget, category)).toBe(expected);
  });
});

describe('budgetId', () => {
  it('names category, period and, where there is one, the name', () => {
    expect(budgetId({ category: 'groceries', period: 'month' })).toBe('groceries:month');
    expect(budgetId({ category: 'groceries', period: 'week', name: 'treats' })).toBe('groceries:week:treats');
  });
});
