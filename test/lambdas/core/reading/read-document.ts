import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { aDocument, type FieldOf, type ItemOf } from './analysis.ts';

/** A person in Malaysia on a fixed day. */
export const someone = { locale: 'en-MY', currency: 'MYR', today: '2024-06-15' };

/** A date that is clear, so that a test about something else needs none. */
export const date: FieldOf = { type: 'INVOICE_RECEIPT_DATE', text: '14/06/2024' };

/** Structures a document of these fields and the date, for someone in Malaysia unless told otherwise. */
export function read(
  fields: readonly FieldOf[],
  over: Partial<typeof someone> & { readonly items?: readonly ItemOf[]; readonly lines?: readonly string[] } = {},
) {
  const { items = [], lines = [], ...person } = over;
  return structureExpense([aDocument({ fields: [date, ...fields], items, lines })], { ...someone, ...person });
}

/** The codes of the reasons for review. */
export const codes = (expense: { readonly reasons: readonly { readonly code: string }[] }): string[] =>
  expense.reasons.map(({ code }) => code);
