import { readPrintedAmount } from 'printed-text/amounts';
import { formatDecimal, type Money, minorUnits } from '../ground/money.ts';
import type { ChosenTotal } from './choose-total.ts';
import type { DigitsDoubt } from './digits-beside.ts';
import { type PrintedField, toCandidate } from './expense-fields.ts';
import { roleOfField } from './labelled-amounts.ts';
import type { Candidate } from './structured-expense.ts';

/** What the total may be instead, where it was printed. */
export function otherDigits({ instead }: DigitsDoubt, { prints }: ChosenTotal): Candidate[] {
  const [first] = prints;
  const field = first && { ...first, text: instead };
  return field ? [toCandidate(field, signedDecimal(field))] : [];
}

/** Everything printed that may be the total. */
export function totalCandidates(fields: readonly PrintedField[]): Candidate[] {
  const roles = new Set(['total', 'due', 'rounded-total', 'cash', 'subtotal']);
  return fields
    .filter((field) => roles.has(roleOfField(field) ?? '') && readPrintedAmount(field.text) !== undefined)
    .map((field) => toCandidate(field, signedDecimal(field)));
}

function signedDecimal({ text }: PrintedField): string | undefined {
  const amount = readPrintedAmount(text);
  return amount && `${amount.negative ? '-' : ''}${amount.decimal}`;
}

/** The totals of that amount once more as the candidates of the other direction, each with the sign that it may have. */
export function otherDirection(total: Money, fields: readonly PrintedField[]): Candidate[] {
  const magnitude = formatDecimal({ ...total, amountMinor: minorUnits(Math.abs(total.amountMinor)) });
  const own = totalCandidates(fields).filter(({ value }) => value?.replace('-', '') === magnitude);
  const [first] = own;
  return [magnitude, `-${magnitude}`]
    .filter((value) => first && own.every((candidate) => candidate.value !== value))
    .flatMap((value) => (first ? [{ ...first, value }] : []));
}
