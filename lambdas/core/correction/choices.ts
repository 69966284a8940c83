import { formatDecimal, withoutZeros } from '../ground/money.ts';
import { READ_ALL } from '../pages/held.ts';
import type { StructuredExpense } from '../reading/structured-expense.ts';
import { SETTLED } from './correct-expense.ts';

/** More to choose from is a riddle, not a choice. */
const MOST_CHOICES = 3;

/**
 * What a person may state to settle a doubtful reading, each a line of a correction, such as `total: "12.34"`: the values
 * that are printed, the likeliest first, and those that Amazon Bedrock proposes. Empty where nothing of it would settle it.
 */
export function choicesOf(expense: StructuredExpense): string[] {
  const { total, purchasedOn, candidates, reasons, proposed = {} } = expense;
  const codes = reasons.map(({ code }) => code);
  const isDoubtful = (field: keyof typeof SETTLED) => SETTLED[field].some((code) => codes.includes(code));
  const printed = candidates.total.map(({ value }) => value);
  const totals = distinct([total && formatDecimal(total), ...printed], isOfEitherSign(printed) ? withoutZeros : sizeOf);
  const dates = distinct([purchasedOn, ...candidates.purchasedOn.map(({ value }) => value)]);
  const mayBeRead = reasons.some(({ code, message }) => code === 'TooManyPagesError' && message.includes(READ_ALL));
  return [
    ...(mayBeRead ? [READ_ALL] : []),
    ...(isDoubtful('total') ? withProposed(totals, proposed.total).map((value) => `total: "${value}"`) : []),
    ...(isDoubtful('date') ? withProposed(dates, proposed.date).map((value) => `date: ${value}`) : []),
    ...(isDoubtful('currency') && proposed.currency ? [`currency: ${proposed.currency}`] : []),
  ];
}

/** A printed value that is proposed as well comes first; one that is proposed alone comes last, whatever it cuts off. */
function withProposed(printed: readonly string[], proposed: string | undefined): readonly string[] {
  if (proposed === undefined) return printed;
  const same = printed.find((value) => withoutZeros(value) === withoutZeros(proposed));
  if (same !== undefined) return [same, ...printed.filter((value) => value !== same)];
  return [...printed.slice(0, MOST_CHOICES - 1), proposed];
}

/** Whether it is asked which way the money went: one amount is a candidate with a minus and without one. */
const isOfEitherSign = (values: readonly (string | undefined)[]): boolean =>
  values.some((value) => value?.startsWith('-') === true && values.includes(value.slice(1)));

/** Elsewhere a candidate of a refund may be written as printed, without its sign. */
const sizeOf = (decimal: string): string => withoutZeros(decimal).replace(/^-/, '');

function distinct(values: readonly (string | undefined)[], keyOf = (value: string): string => value): string[] {
  const byKey = new Map<string, string>();
  for (const value of values) {
    if (value !== undefined && !byKey.has(keyOf(value))) byKey.set(keyOf(value), value);
  }
  return [...byKey].flatMap(([key, value]) => (key === '0' ? [] : [value])).slice(0, MOST_CHOICES);
}
