import * as z from 'zod';
import { isOneLine } from '../ground/plain-controls.ts';
import { BUDGET_KEYS, budget, LIMIT_KEYS, ROLLOVER_KEYS } from './budget-part.ts';
import { groups, RULE_KEYS, rule } from './category-part.ts';
import { checkAcross } from './check-across.ts';
import { CONTACT_KEYS, contact } from './contact-part.ts';
import { currency, locale, time, timeZone } from './plan-values.ts';

const quietHours = z.strictObject({ from: time(), to: time() }, 'expected { from: "22:00", to: "07:00" }');

const summary = z.enum(['weekly', 'monthly'], 'expected weekly or monthly');
const digest = z
  .union(
    [
      summary,
      z
        .array(summary)
        .min(1, 'expected weekly, monthly, or both; or leave digest out')
        .transform((each) => [...new Set(each)]),
    ],
    'expected weekly, monthly, or [weekly, monthly]',
  )
  .transform((given) => (typeof given === 'string' ? [given] : given));

const planKeys = {
  name: z
    .string('expected the name that messages address')
    .trim()
    .min(1, 'expected a name')
    .max(60, 'expected at most 60 characters')
    .refine(isOneLine, 'expected a name in one line, without marks that nobody sees')
    .describe('How messages address the person.'),
  locale: locale().describe('BCP 47, such as en-US or de-AT: how amounts and dates are written.').optional(),
  timeZone: timeZone().describe('IANA, such as Europe/Berlin: which day it is.').optional(),
  currency: currency().describe('ISO 4217; all limits are in it.'),
  contacts: z
    .array(contact, 'expected a list such as [{ email: alice@example.com }, { sms: "+12025550123" }]')
    .max(10, 'expected at most 10 contacts')
    .describe('Where the person is told.'),
  quietHours: quietHours.describe('When nothing is sent; it is sent when they are over.').optional(),
  digest: digest.describe('Which summaries are sent by e-mail.').optional(),
  dueReminders: z
    .boolean('expected true or false')
    .describe('Tells the person once of each invoice that falls due within three days.')
    .optional(),
  groups: groups.optional(),
  rules: z
    .array(rule, 'expected a list such as [{ merchant: rewe, category: groceries }]')
    .max(100, 'expected at most 100 rules')
    .describe(
      'Own rules for categories: one with items sorts the items it names, one with a merchant only what else is bought there; the first of its kind that fits decides.',
    )
    .optional(),
  budgets: z
    .array(budget, 'expected a list such as [{ category: groceries, limit: "400.00" }]')
    .min(1, 'expected at least one budget')
    .max(30, 'expected at most 30 budgets')
    .describe('What the person wants to spend.'),
};

/**
 * A person's plan as `budgets/{userId}.yaml` holds it. Unknown keys are mistakes: a misspelt `limit` must not silently
 * mean no limit.
 */
export const Plan = z
  .strictObject(planKeys, 'expected a plan with name, currency, contacts and budgets')
  .superRefine(checkAcross, { when: () => true })
  .meta({ title: 'The plan of a person, budgets/{userId}.yaml' });

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
