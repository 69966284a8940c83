import * as z from 'zod';
import { isCurrencyCode } from '../currency.ts';
import { isName, normalizeName } from '../user-id.ts';
import { checkAcross } from './check-across.ts';

/** Percentages that speak when a budget names none. */
export const DEFAULT_THRESHOLDS = [50, 80, 100] as const;
const MOST_BUDGETS = 30;
const MOST_CONTACTS = 10;

const isTimeZone = (text: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }) !== undefined;
  } catch {
    return false;
  }
};
const isLocale = (text: string): boolean => {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
};

const currency = z
  .string('expected an ISO 4217 code such as "USD"')
  .transform((text) => text.toUpperCase())
  .refine(isCurrencyCode, 'expected an ISO 4217 code such as "USD"');

const contact = z.union(
  [
    z.strictObject({ email: z.email('expected an e-mail address such as "alice@example.com"') }),
    z.strictObject({
      sms: z.string().regex(/^\+[1-9]\d{6,14}$/, 'expected a number in E.164, such as "+12025550123"'),
    }),
  ],
  {
    error: (issue) => describeContact(issue.input),
  },
);

const category = z
  .string('expected a category such as "groceries", or "total"')
  .transform(normalizeName)
  .refine(isName, 'expected 1 to 40 letters a-z, digits, ".", "_" or "-", the first a letter or digit')
  .refine((name) => name !== 'other', '"other" is reserved for what fits no category; choose another, or "total"');

const budget = z.strictObject(
  {
    category,
    limit: z
      .string('expected the amount as text in quotes, such as "400.00"')
      .regex(/^\d{1,11}(\.\d{1,4})?$/, { abort: true, error: 'expected a plain amount in quotes, such as "400.00"' })
      .refine((text) => /[1-9]/.test(text), 'expected an amount above zero'),
    period: z.literal('month', { error: 'expected "month"' }).default('month'),
    thresholds: z
      .array(
        z
          .number('expected whole percentages, such as [50, 80, 100]')
          .int('expected whole percentages, such as [50, 80, 100]')
          .min(1, 'expected a percentage from 1 to 1000')
          .max(1000, 'expected a percentage from 1 to 1000'),
        'expected a list of percentages, such as [50, 80, 100]',
      )
      .min(1, 'expected at least one percentage, or leave thresholds out for 50, 80 and 100')
      .max(20, 'expected at most 20 percentages')
      .transform((percents) => [...new Set(percents)].sort((a, b) => a - b))
      .default([...DEFAULT_THRESHOLDS]),
  },
  { error: 'expected a budget such as { category: groceries, limit: "400.00" }' },
);

/**
 * A person's plan as `budgets/{userId}.yaml` holds it. Unknown keys are mistakes: a misspelt `limits` must not
 * silently mean no limit.
 */
export const Plan = z
  .strictObject(
    {
      name: z
        .string('expected the name that messages address')
        .trim()
        .min(1, 'expected a name')
        .max(60, 'expected at most 60 characters'),
      locale: z
        .string('expected a BCP 47 locale such as "en-US"')
        .refine(isLocale, 'expected a BCP 47 locale such as "en-US"')
        .optional(),
      timeZone: z
        .string('expected an IANA time zone such as "Europe/Berlin"')
        .refine(isTimeZone, 'expected an IANA time zone such as "Europe/Berlin"')
        .optional(),
      currency,
      contacts: z
        .array(contact, 'expected a list such as [{ email: alice@example.com }, { sms: "+12025550123" }]')
        .max(MOST_CONTACTS, `expected at most ${MOST_CONTACTS} contacts`),
      budgets: z
        .array(budget, 'expected a list such as [{ category: groceries, limit: "400.00" }]')
        .min(1, 'expected at least one budget')
        .max(MOST_BUDGETS, `expected at most ${MOST_BUDGETS} budgets`),
    },
    { error: 'expected a plan with name, currency, contacts and budgets' },
  )
  .superRefine(checkAcross, { when: () => true });

export type Plan = z.infer<typeof Plan>;

function describeContact(input: unknown): string {
  const { sms, email } = (input ?? {}) as { sms?: unknown; email?: unknown };
  if (sms !== undefined && email === undefined)
    return 'expected a number in E.164 in quotes, such as sms: "+12025550123"';
  if (email !== undefined && sms === undefined) return 'expected an e-mail address, such as email: alice@example.com';
  return 'expected either email: alice@example.com or sms: "+12025550123"';
}
