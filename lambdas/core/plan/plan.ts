import * as z from 'zod/mini';
import { isOneLine } from '../ground/plain-controls.ts';
import { BUDGET_KEYS, budget, LIMIT_KEYS, ROLLOVER_KEYS } from './budget-part.ts';
import { groups, RULE_KEYS, rule } from './category-part.ts';
import { checkAcross } from './check-across.ts';
import { CONTACT_KEYS, contact } from './contact-part.ts';
import { currency, locale, time, timeZone } from './plan-values.ts';

const quietHours = z.strictObject({ from: time(), to: time() }, 'expected { from: "22:00", to: "07:00" }');

const summary = z.enum(['weekly', 'monthly'], 'expected weekly or monthly');
const digest = z.pipe(
  z.union(
    [
      summary,
      z.pipe(
        z.array(summary).check(z.minLength(1, 'expected weekly, monthly, or both; or leave digest out')),
        z.transform((each) => [...new Set(each)]),
      ),
    ],
    'expected weekly, monthly, or [weekly, monthly]',
  ),
  z.transform((given) => (typeof given === 'string' ? [given] : given)),
);

const planKeys = {
  name: z
    .string('expected the name that messages address')
    .check(
      z.trim(),
      z.minLength(1, 'expected a name'),
      z.maxLength(60, 'expected at most 60 characters'),
      z.refine(isOneLine, 'expected a name in one line, without marks that nobody sees'),
      z.describe('How messages address the person.'),
    ),
  locale: z.optional(locale().check(z.describe('BCP 47, such as en-US or de-AT: how amounts and dates are written.'))),
  timeZone: z.optional(timeZone().check(z.describe('IANA, such as Europe/Berlin: which day it is.'))),
  currency: currency().check(z.describe('ISO 4217; all limits are in it.')),
  contacts: z
    .array(contact, 'expected a list such as [{ email: alice@example.com }, { sms: "+12025550123" }]')
    .check(z.maxLength(10, 'expected at most 10 contacts'), z.describe('Where the person is told.')),
  quietHours: z.optional(quietHours.check(z.describe('When nothing is sent; it is sent when they are over.'))),
  digest: z.optional(digest.check(z.describe('Which summaries are sent by e-mail.'))),
  dueReminders: z.optional(
    z
      .boolean('expected true or false')
      .check(z.describe('Tells the person once of each invoice that falls due within three days.')),
  ),
  groups: z.optional(groups),
  rules: z.optional(
    z
      .array(rule, 'expected a list such as [{ merchant: rewe, category: groceries }]')
      .check(
        z.maxLength(100, 'expected at most 100 rules'),
        z.describe(
          'Own rules for categories: one with items sorts the items it names, one with a merchant only what else is bought there; the first of its kind that fits decides.',
        ),
      ),
  ),
  budgets: z
    .array(budget, 'expected a list such as [{ category: groceries, limit: "400.00" }]')
    .check(
      z.minLength(1, 'expected at least one budget'),
      z.maxLength(30, 'expected at most 30 budgets'),
      z.describe('What the person wants to spend.'),
    ),
};

/**
 * A person's plan as `budgets/{userId}.yaml` holds it. Unknown keys are mistakes: a misspelt `limit` must not silently
 * mean no limit.
 */
export const Plan = z
  .strictObject(planKeys, 'expected a plan with name, currency, contacts and budgets')
  .check(
    z.superRefine(checkAcross, { when: () => true }),
    z.meta({ title: 'The plan of a person, budgets/{userId}.yaml' }),
  );

export type Plan = z.infer<typeof Plan>;

/** Known keys by where they stand, without the numbers of lists: `budgets.limits` for `budgets[0].limits[1]`. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(planKeys),
  contacts: CONTACT_KEYS,
  quietHours: Object.keys(quietHours.shape),
  rules: RULE_KEYS,
  budgets: BUDGET_KEYS,
  'budgets.limits': LIMIT_KEYS,
  'budgets.rollover': ROLLOVER_KEYS,
};

/** The keys that may stand at a path. */
export const planKeysAt = (path: readonly PropertyKey[]): readonly string[] =>
  KEYS[path.filter((part) => typeof part === 'string').join('.')] ?? [];
