import * as z from 'zod/mini';
import { PERIOD_UNITS } from '../budget/period.ts';
import { amount, day, isAboveZero, name, PLAIN_AMOUNT } from './plan-values.ts';

/** Percentages that speak when a budget names none. */
export const DEFAULT_THRESHOLDS = [50, 80, 100] as const;

/** Days of the week as a plan names them, from the first one of ISO 8601. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const category = name('expected a category such as "groceries", a group, or "total"').check(
  z.refine((text) => text !== 'other', '"other" is reserved for what fits no category; choose another, or "total"'),
);

const datedLimit = z.strictObject(
  {
    validFrom: z.optional(
      day().check(z.describe('The limit holds from the first period on that begins on this day or later.')),
    ),
    limit: amount(),
  },
  'expected an entry such as { validFrom: 2026-12-01, limit: "450.00" }',
);

const threshold = z.union(
  [
    z
      .number()
      .check(
        z.int('expected whole percentages, or amounts in quotes, such as [50, 80, "350.00"]'),
        z.minimum(1, 'expected a percentage from 1 to 1000'),
        z.maximum(1000, 'expected a percentage from 1 to 1000'),
      ),
    z
      .string()
      .check(
        z.regex(PLAIN_AMOUNT, 'expected whole percentages, or amounts in quotes, such as [50, 80, "350.00"]'),
        z.refine(isAboveZero, 'expected an amount above zero'),
      ),
  ],
  'expected whole percentages, or amounts in quotes, such as [50, 80, "350.00"]',
);

const rollover = z.union(
  [
    z.enum(['none', 'positive', 'both']),
    z.strictObject({
      mode: z
        .enum(['positive', 'both'], 'expected positive or both')
        .check(z.describe('positive: what was left. both: also what was overspent.')),
      cap: z.optional(amount().check(z.describe('The most that is carried, in either direction.'))),
    }),
  ],
  'expected none, positive, both, or { mode: positive, cap: "100.00" }',
);

const startDay = z.union(
  [
    z.enum(WEEKDAYS),
    z
      .number()
      .check(
        z.int('expected a weekday such as monday, or a day of the month from 1 to 31'),
        z.minimum(1, 'expected a weekday such as monday, or a day of the month from 1 to 31'),
        z.maximum(31, 'expected a weekday such as monday, or a day of the month from 1 to 31'),
      ),
  ],
  'expected a weekday such as monday, or a day of the month from 1 to 31',
);

const budgetKeys = {
  category: category.check(z.describe('A category, the name of a group, or total for all spending.')),
  name: z.optional(
    name('expected a name such as "treats"').check(
      z.describe('Tells several budgets on one category and period apart.'),
    ),
  ),
  limit: z.optional(
    amount().check(z.describe('The amount as text in quotes. A new one holds from the current period on.')),
  ),
  limits: z.optional(
    z
      .array(datedLimit, 'expected a list such as [{ limit: "350.00" }, { validFrom: 2026-12-01, limit: "450.00" }]')
      .check(
        z.minLength(1, 'expected at least one limit'),
        z.maxLength(60, 'expected at most 60 limits'),
        z.describe('Limits by the day from which they hold, in place of limit.'),
      ),
  ),
  period: z
    ._default(z.enum(PERIOD_UNITS, 'expected week, month, quarter or year'), 'month')
    .check(z.describe('How long the limit lasts.')),
  startDay: z.optional(
    startDay.check(z.describe('The weekday that a week begins on, or the day of the month, such as pay day.')),
  ),
  thresholds: z
    ._default(
      z
        .array(threshold, 'expected a list such as [50, 80, 100, "350.00"]')
        .check(
          z.minLength(1, 'expected at least one threshold, or leave thresholds out for 50, 80 and 100'),
          z.maxLength(20, 'expected at most 20 thresholds'),
        ),
      [...DEFAULT_THRESHOLDS],
    )
    .check(z.describe('When the person is told: whole percentages of the limit, and amounts in quotes.')),
  forecast: z.optional(
    z
      .boolean('expected true or false')
      .check(z.describe('Tells the person when spending heads for more than the limit.')),
  ),
  rollover: z.optional(rollover.check(z.describe('What of a period goes into the next one.'))),
  contacts: z.optional(
    z
      .array(
        z.string('expected an address in quotes, email or sms'),
        'expected a list such as [alice@example.com, "+12025550123", sms]',
      )
      .check(
        z.minLength(1, 'expected at least one contact, or leave contacts out for all of them'),
        z.maxLength(10, 'expected at most 10 contacts'),
        z.describe('Who is told: addresses that stand under contacts, or email or sms for all of that kind.'),
      ),
  ),
};

/** One entry of `budgets`; what its keys say together is checked over the whole plan. */
export const budget = z
  .strictObject(budgetKeys, 'expected a budget such as { category: groceries, limit: "400.00" }')
  .check(z.meta({ oneOf: [{ required: ['limit'] }, { required: ['limits'] }] }));

/** Keys that one entry of `budgets` may hold. */
export const BUDGET_KEYS = Object.keys(budgetKeys);
export const LIMIT_KEYS = Object.keys(datedLimit.shape);
export const ROLLOVER_KEYS = ['mode', 'cap'] as const;
