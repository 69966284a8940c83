import type { CurrencyCode } from '../ground/currency.ts';
import { type Money, minorUnits } from '../ground/money.ts';
import type { LabelRole } from './label-words.ts';
import type { LabelledAmount } from './labelled-amounts.ts';
import type { StructuredExpense } from './structured-expense.ts';
import type { Closure } from './total-arithmetic.ts';

type Charges = Pick<StructuredExpense, 'subtotal' | 'tax' | 'tip' | 'serviceCharge' | 'discount'>;

/**
 * Subtotal, taxes, tip, service charge and discount. The amounts that the sum of the total used come first; several
 * taxes are added, unless one of them is already their sum.
 *
 * @param isRefund The amounts come without their signs and are all given back.
 */
export function readCharges(
  amounts: readonly LabelledAmount[],
  closures: readonly Closure[],
  currency: CurrencyCode,
  isRefund: boolean,
): Charges {
  const sumOf = (wanted: Closure['kind']) => closures.find(({ kind }) => kind === wanted)?.parts;
  const used = sumOf('subtotal') ?? sumOf('items') ?? [];
  const of = (role: LabelRole): LabelledAmount[] => {
    const inSum = used.filter((amount) => amount.role === role);
    return inSum.length > 0 ? inSum : amounts.filter((amount) => amount.role === role);
  };
  const money = (minor: number | undefined): Money | undefined =>
    minor === undefined ? undefined : { amountMinor: minorUnits(isRefund ? -minor : minor), currency };
  const subtotals = used.filter(({ role }) => role === 'subtotal');
  const subtotal = money(subtotals.length > 1 ? sum(subtotals) : surest(of('subtotal')));
  // Two taxes of one amount, as India's, both count where the sum took both; without it they may be one, printed twice.
  const taxes = used.filter(({ role }) => role === 'tax');
  const tax = money(taxes.length > 0 ? sum(taxes) : sumOfTaxes(of('tax')));
  // Several tips are suggestions; the one that was given is in the sum.
  const tips = of('tip');
  const given = closures.find(({ kind }) => kind === 'tipped')?.parts.find(({ role }) => role === 'tip')?.minor;
  const tip = money(given ?? (new Set(tips.map(({ minor }) => minor)).size === 1 ? tips[0]?.minor : undefined));
  const serviceCharge = money(surest(of('service')));
  const discount = money(absolute(surest(of('discount'))));
  return {
    ...(subtotal && { subtotal }),
    ...(tax && { tax }),
    ...(tip && { tip }),
    ...(serviceCharge && { serviceCharge }),
    ...(discount && { discount }),
  };
}

function surest(amounts: readonly LabelledAmount[]): number | undefined {
  return [...amounts].sort((a, b) => b.field.confidence - a.field.confidence)[0]?.minor;
}

const sum = (amounts: readonly LabelledAmount[]): number => amounts.reduce((total, { minor }) => total + minor, 0);

function sumOfTaxes(taxes: readonly LabelledAmount[]): number | undefined {
  const prints = new Map(taxes.map((tax) => [`${tax.minor} ${tax.field.label ?? ''}`, tax.minor]));
  const values = [...prints.values()];
  const all = values.reduce((total, value) => total + value, 0);
  if (values.length === 0) return undefined;
  // One print that all others add up to is the sum line of a table of taxes.
  const sumLine = values.find((value) => values.length > 1 && value * 2 === all);
  return new Set(values).size === 1 ? values[0] : (sumLine ?? all);
}

const absolute = (value: number | undefined): number | undefined => (value === undefined ? undefined : Math.abs(value));
