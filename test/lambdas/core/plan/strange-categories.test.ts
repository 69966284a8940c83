import { describe, expect, it } from 'vitest';
import { describeStrange, sortedInto, strangeCategories } from '../../../../lambdas/core/plan/strange-categories.ts';

describe('strangeCategories', () => {
  it('finds what no receipt is sorted into, also in groups, and leaves total and ruled ones alone', () => {
    const known = sortedInto([{ category: 'alcohol' }]);
    const budgets = [
      { category: 'dinning' },
      { category: 'alcohol' },
      { category: 'total' },
      { category: 'living', categories: ['groceries', 'rent'] },
    ];

    expect(strangeCategories(budgets, known)).toEqual(['dinning', 'rent']);
  });
});

describe('describeStrange', () => {
  it('suggests what was probably meant, or a rule', () => {
    expect(describeStrange(['dinning', 'horses'], sortedInto())).toBe(
      '; but nothing is sorted into dinning by itself: did you mean dining?; but nothing is sorted into horses by itself: add a rule that does',
    );
    expect(describeStrange([], sortedInto())).toBe('');
  });
});
