import * as z from 'zod';
import { name } from './plan-values.ts';

const member = name('expected a category such as "groceries"').refine(
  (text) => text !== 'total',
  '"total" is no category; expected categories',
);

/** Categories that budgets and messages take as one, by the group's name. */
export const groups = z
  .record(
    name('expected a name such as "living"'),
    z
      .array(member, 'expected a list of categories, such as [groceries, household]')
      .min(1, 'expected at least one category')
      .max(50, 'expected at most 50 categories')
      .transform((categories) => [...new Set(categories)]),
    'expected groups such as { living: [groceries, household] }',
  )
  .describe('Categories that a budget takes as one, by the name of the group.');

const pattern = (expected: string) =>
  z
    .string(expected)
    .trim()
    .max(100, 'expected at most 100 characters')
    .refine((text) => /[\p{L}\p{N}]/u.test(text), 'expected at least one letter or digit');

/** The person's own way of sorting expenses: by items first, then by merchants; the first of its kind that fits decides. */
export const rule = z.strictObject(
  {
    merchant: pattern('expected how the name of the merchant begins, such as "rewe"')
      .describe('How the name of the merchant begins; * at either end leaves that end open.')
      .optional(),
    items: z
      .array(pattern('expected a word such as "wine"'), 'expected a list of words, such as [wine, beer]')
      .min(1, 'expected at least one word')
      .max(50, 'expected at most 50 words')
      .describe('Words of which one stands on an item.')
      .optional(),
    category: name('expected a category such as "groceries"')
      .refine((text) => text !== 'total', '"total" is reserved for all spending; choose a category')
      .describe('Where it belongs.'),
  },
  'expected a rule such as { merchant: rewe, category: groceries }',
);

/** Keys that one entry of `rules` may hold. */
export const RULE_KEYS = Object.keys(rule.shape);
