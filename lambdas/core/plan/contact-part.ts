import * as z from 'zod/mini';

const mailbox = z.strictObject({
  email: z
    .email('expected an e-mail address such as "alice@example.com"')
    .check(z.describe('A mailbox. AWS asks its owner to confirm it.')),
  hideAmounts: z.optional(z.never('expected only beside sms; a mail always says the amounts')),
});

const phone = z.strictObject({
  sms: z
    .string('expected a number in E.164 in quotes, such as "+12025550123"')
    .check(
      z.regex(/^\+[1-9]\d{6,14}$/, 'expected a number in E.164, such as "+12025550123"'),
      z.describe('A phone number in E.164, in quotes.'),
    ),
  hideAmounts: z.optional(
    z.boolean('expected true or false').check(z.describe('Text messages hold percentages instead of amounts.')),
  ),
});

/** Where a person is told: a mailbox or a phone. */
export const contact = z.union([mailbox, phone], {
  error: 'expected either email: alice@example.com or sms: "+12025550123"',
});

/** Keys that one entry of `contacts` may hold. */
export const CONTACT_KEYS = ['email', 'sms', 'hideAmounts'] as const;
