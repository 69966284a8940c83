import { formatDecimal } from '../../lambdas/core/ground/money.ts';
import type { StructuredExpense } from '../../lambdas/core/reading/structured-expense.ts';
import { type Field, fields, type Truth } from './truth.ts';

/** What came out for one document: its final status, and what was read where anything was. */
export interface FieldsRead {
  readonly name: string;
  readonly status: string;
  readonly expense?: StructuredExpense;
}

/** One field of one document, judged. */
export interface Answer {
  readonly field: Field;
  readonly expected: string;
  readonly found?: string;
  readonly isRight: boolean;
}

/** A document with the answers to all that was asked of it. */
export interface Scored extends FieldsRead {
  readonly answers: readonly Answer[];
}

/** Judges every field that the truth holds. */
export function score(reading: FieldsRead, truth: Truth): Scored {
  const answers = fields.flatMap((field): Answer[] => {
    const expected = truth[field];
    if (expected === undefined) return [];
    const found = foundIn(field, reading.expense);
    return [{ field, expected, ...(found !== undefined && { found }), isRight: isRight(field, expected, found) }];
  });
  return { ...reading, answers };
}

/**
 * Whether a value is right: the total to the cent, the same currency and day, names and addresses when they are equal or one is
 * inside the other after dropping all but letters and digits, as the published figures count it.
 */
export function isRight(field: Field, expected: string, found: string | undefined): boolean {
  if (found === undefined) return false;
  if (field === 'total') return Number(found) === Number(expected);
  if (field === 'date' || field === 'currency') return found === expected;
  const [a, b] = [bare(expected), bare(found)];
  return a !== '' && b !== '' && (a === b || (field !== 'invoiceNumber' && (a.includes(b) || b.includes(a))));
}

function foundIn(field: Field, expense: StructuredExpense | undefined): string | undefined {
  if (field === 'total') return expense?.total && formatDecimal(expense.total).replace('-', '');
  if (field === 'currency') return expense?.total?.currency;
  if (field === 'date') return expense?.purchasedOn;
  if (field === 'vendor') return expense?.vendor?.name;
  if (field === 'address') return expense?.vendor?.address;
  return expense?.invoiceNumber;
}

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
