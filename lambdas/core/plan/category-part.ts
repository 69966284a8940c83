import * as z from 'zod/mini';
import { name } from './plan-values.ts';

const member = name('expected a category such as "groceries"').check(
  z.refine((text) => text !== 'total', '"total" is no category; expected categories'),
);

/** Categories that budgets and messages take as one, by the group's name. */
export const groups = z
  .record(
    name('expected a name such as "living"'),
    z.pipe(
      z
        .array(member, 'expected a list of categories, such as [groceries, household]')
        .check(z.minLength(1, 'expected at least one category'), z.maxLength(50, 'expected at most 50 categories')),
      z.transform((categories) => [...new Set(categories)]),
    ),
    'expected groups such as { living: [groceries, household] }',
  )
  .check(z.describe('Categories that a budget takes as one, by the name of the group.'));

const pattern = (expected: string) =>
  z.string(expected).check(
    z.trim(),
    z.maxLength(100, 'expected at most 100 characters'),
    z.refine((text) => /[\p{L}\p{N}]/u.test(text), 'expected at least one letter or digit'),
  );

/** The person's own way of sorting expenses: by items first, then by merchants; the first of its kind that fits decides. */
export const rule = z.strictObject(
  {
    merchant: z.optional(
      pattern('expected how the name of the merchant begins, such as "rewe"').check(
        z.describe('How the name of the merchant begins; * at either end leaves that end open.'),
      ),
    ),
    items: z.optional(
      z
        .array(pattern('expected a word such as "wine"'), 'expected a list of words, such as [wine, beer]')
        .check(
          z.minLength(1, 'expected at least one word'),
          z.maxLength(50, 'expected at most 50 words'),
          z.describe('Words of which one stands on an item.'),
        ),
    ),
    category: name('expected a category such as "groceries"').check(
      z.refine((text) => text !== 'total', '"total" is reserved for all spending; choose a category'),
      z.describe('Where it belongs.'),
    ),
  },
  'expected a rule such as { merchant: rewe, category: groceries }',
);

/** Keys that one entry of `rules` may hold. */
export const RULE_KEYS = Object.keys(rule.shape);
