import * as z from 'zod/mini';
import { isCalendarDate } from '../ground/calendar-date.ts';
import { type CurrencyCode, currencyExponent, isCurrencyCode } from '../ground/currency.ts';
import type { ErrorName } from '../ground/errors.ts';
import { isOneLine } from '../ground/plain-controls.ts';
import { isName, normalizeName } from '../ground/user-id.ts';
import type { ObjectSource } from '../object/object-source.ts';

/** What a correction may state, in the order in which it is told. */
export const CORRECTION_KEYS = [
  'total',
  'date',
  'currency',
  'category',
  'vendor',
  'paid',
  'readAll',
  'ignore',
  'why',
] as const;
const STATED = CORRECTION_KEYS.filter((key) => key !== 'ignore' && key !== 'why');

/**
 * What a person states about a document, as `corrections/{userId}/{documentId}.yaml` holds it: at least one field, and
 * nothing beside `ignore`. Unknown keys are mistakes.
 */
export const Correction = z
  .strictObject(
    {
      total: z.optional(
        z.string('expected the amount as text in quotes, such as "12.34"').check(
          z.regex(/^-?\d{1,11}(\.\d{1,4})?$/, {
            abort: true,
            error: 'expected a plain amount in quotes, such as "12.34", or "-12.34" for a refund',
          }),
          z.refine(
            (text) => /[1-9]/.test(text),
            'expected an amount other than zero; to count nothing, write ignore: true',
          ),
        ),
      ),
      date: z.optional(
        z
          .string('expected a day such as 2026-11-20')
          .check(z.refine(isCalendarDate, 'expected a day of the calendar, such as 2026-11-20')),
      ),
      currency: z.optional(
        z
          .pipe(
            z.string('expected an ISO 4217 code such as "USD"'),
            z.transform((text) => text.toUpperCase() as CurrencyCode),
          )
          .check(z.refine(isCurrencyCode, 'expected an ISO 4217 code such as "USD"')),
      ),
      category: z.optional(
        z.pipe(z.string('expected a category such as "groceries"'), z.transform(normalizeName)).check(
          z.refine(isName, 'expected 1 to 40 letters a-z, digits, ".", "_" or "-", the first a letter or digit'),
          z.refine(
            (name) => name !== 'total',
            '"total" is reserved for the budget over all categories; choose another',
          ),
        ),
      ),
      vendor: z.optional(
        z
          .string('expected the name of the shop as text')
          .check(
            z.trim(),
            z.minLength(1, 'expected the name of the shop'),
            z.maxLength(100, 'expected at most 100 characters'),
            z.refine(isOneLine, 'expected a name in one line, without marks that nobody sees'),
          ),
      ),
      paid: z.optional(
        z.custom<true | string>(
          (value) => value === true || (typeof value === 'string' && isCalendarDate(value)),
          'expected true, or the day of the payment, such as 2026-11-20; leave paid out where it is not paid',
        ),
      ),
      readAll: z.optional(z.literal(true, { error: 'expected true, or leave readAll out' })),
      ignore: z.optional(z.literal(true, { error: 'expected true, or leave ignore out' })),
      why: z.optional(
        z.string('expected a reason as text').check(z.trim(), z.maxLength(200, 'expected at most 200 characters')),
      ),
    },
    { error: 'expected a correction such as total: "12.34"' },
  )
  // With a misspelt key it would say that nothing is stated, which helps nobody.
  .check(z.superRefine(checkAcross, { when: ({ issues }) => issues.length === 0 }));

type Parsed = z.infer<typeof Correction>;
/** A correction's fields; what is not stated is absent. */
export type Correction = { readonly [Key in keyof Parsed]?: Exclude<Parsed[Key], undefined> };

/** A correction as it stands on its document, which every later run applies. */
export interface StoredCorrection {
  readonly says: Correction;
  /** The file that it came from; a newer one replaces it. */
  readonly from: ObjectSource;
  /** The run of the document that was opened for it. */
  readonly run: number;
  /** What the document was in review for, `nothing` where it was left out or a copy; absent where it was booked. */
  readonly answers?: ErrorName | 'nothing';
}

/** Whether two corrections ask for the same; why they do so does not matter. */
export const saysTheSame = (one: Correction, other: Correction): boolean =>
  CORRECTION_KEYS.every((key) => key === 'why' || one[key] === other[key]);

/**
 * Whether a correction says what was bought, so that somebody has looked at the document for that: that it is paid alone, or to
 * be read, does not.
 */
export const statesPurchase = (says: Correction): boolean =>
  says.ignore !== undefined || STATED.some((key) => key !== 'paid' && key !== 'readAll' && says[key] !== undefined);

/**
 * Whether a person has been asked about the other documents that may be the same purchase. Who says which total a paper has
 * that could not be read has not heard of its copy.
 */
export const hasSeenCopies = ({ says, answers }: StoredCorrection): boolean =>
  statesPurchase(says) && (answers === undefined || answers === 'LikelyDuplicateError');

function checkAcross(correction: Parsed, context: z.core.$RefinementCtx): void {
  const stated = STATED.filter((key) => correction[key] !== undefined);
  if (stated.length === 0 && correction.ignore === undefined) {
    context.addIssue({ code: 'custom', message: `expected at least one of ${[...STATED, 'ignore'].join(', ')}` });
  }
  for (const key of correction.ignore ? stated : []) {
    context.addIssue({
      code: 'custom',
      path: [key],
      message: 'nothing is counted with ignore: true; leave one of them out',
    });
  }
  const { total, currency } = correction;
  const decimals = /\.(\d+)$/.exec(total ?? '')?.[1]?.length ?? 0;
  const exponent = currency === undefined ? decimals : currencyExponent(currency as CurrencyCode);
  if (decimals > exponent) {
    context.addIssue({
      code: 'custom',
      path: ['total'],
      message: `expected at most ${exponent} decimals in ${currency}`,
    });
  }
}
