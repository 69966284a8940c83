/**
 * Categories that a document is sorted into without a rule of the person. A plan may name others; `total` is reserved
 * for the sum of all and is never given to an expense, `other` is the default.
 */
export const CATEGORIES = [
  'groceries',
  'dining',
  'transport',
  'fuel',
  'health',
  'household',
  'clothing',
  'electronics',
  'entertainment',
  'travel',
  'utilities',
  'office',
  'education',
  'beauty',
  'pets',
  'gifts',
  'insurance',
  'other',
] as const;

export type CategoryName = (typeof CATEGORIES)[number];
