import type { Notation } from 'printed-text/decimals';
import type { CurrencyCode } from '../ground/currency.ts';
import type { PrintedField } from './expense-fields.ts';
import { type LabelledAmount, readLabelledAmounts } from './labelled-amounts.ts';
import { withNetAndTax } from './net-and-tax.ts';
import { withoutOtherTerms } from './other-terms.ts';
import type { MarkedRow } from './printed-marks.ts';
import { withRateTax } from './rate-tax.ts';

/**
 * The amounts of a document, each as what it is by its label, and then by the others: installments and late payment are
 * no totals, a net beside its tax is a subtotal, and a tax may be printed by its rate alone.
 *
 * @param itemsSum What the goods come to in minor units, where all have an amount.
 */
export function readAmounts(
  fields: readonly PrintedField[],
  rows: readonly MarkedRow[],
  lines: readonly string[],
  currency: CurrencyCode,
  notation: Notation,
  itemsSum: number | undefined,
): LabelledAmount[] {
  const labelled = withoutOtherTerms(readLabelledAmounts(fields, currency, notation));
  return withRateTax(withNetAndTax(labelled, rows, currency), lines, itemsSum);
}
