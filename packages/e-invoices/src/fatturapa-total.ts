import Big from 'big.js';
import type { AllowanceCharge, Decimal, InvoiceLine, TaxBreakdown } from './invoice.ts';
import { amountOf, sum } from './values.ts';

/** What the total that a FatturaPA leaves out is computed from. */
export interface TotalParts {
  readonly taxes: readonly TaxBreakdown[];
  readonly lines: readonly InvoiceLine[];
  readonly allowances: readonly AllowanceCharge[];
  readonly stamp: Decimal | undefined;
  readonly rounding: Decimal | undefined;
  readonly withheld: readonly Decimal[];
  readonly paid: readonly Decimal[];
}

/**
 * The total that a file leaves out: bases and taxes of the summaries, with the rounding. The stamp duty comes on top where
 * the summaries do not hold it, unless what is to be paid says that the seller bears it. Beside negative sums it is
 * written without a sign, and takes theirs: a credit note gives back the same whichever way its amounts are written.
 */
export function totalOf({
  taxes,
  lines,
  allowances,
  stamp,
  rounding,
  withheld,
  paid,
}: TotalParts): Decimal | undefined {
  if (taxes.length === 0) return undefined;
  const plain = sum(taxes.flatMap(({ basis, amount }) => [basis, amount])).plus(rounding ?? 0);
  if (stamp === undefined) return amountOf(plain);
  const signed = new Big(stamp).abs().times(plain.lt(0) ? -1 : 1);
  const owed = sum(paid).plus(sum(withheld));
  if (paid.length > 0 && owed.eq(plain)) return amountOf(plain);
  return amountOf(isInSummaries(signed, { taxes, lines, allowances }) ? plain : plain.plus(signed));
}

/** Surcharges less discounts of the whole document, which are of no rate. */
export const ofDocument = (allowances: readonly AllowanceCharge[]): Big =>
  allowances
    .filter(({ taxRate }) => taxRate === undefined)
    .reduce((all, { isCharge, amount }) => (isCharge ? all.plus(amount) : all.minus(amount)), new Big(0));

/** A summary of the stamp alone, one that holds its line, or one that holds it beside the lines. */
function isInSummaries(
  stamp: Big,
  { taxes, lines, allowances }: Pick<TotalParts, 'taxes' | 'lines' | 'allowances'>,
): boolean {
  const isStamp = (amount: Decimal | undefined) => new Big(amount ?? 0).abs().eq(stamp.abs());
  const isLineOfStamp = ({ netAmount, description }: InvoiceLine) =>
    isStamp(netAmount) && /\bbollo\b/i.test(description);
  const isLine = lines.some(isLineOfStamp);
  // A good that costs as much as the stamp has a summary of its own.
  const isOfGoods = ({ category, basis }: TaxBreakdown) => {
    const own = lines.filter(({ taxCategory }) => taxCategory === category);
    return own.length > 0 && !own.some(isLineOfStamp) && sum(own.map(({ netAmount }) => netAmount)).eq(basis ?? 0);
  };
  if (taxes.some((tax) => tax.category !== undefined && isStamp(tax.basis) && !isOfGoods(tax))) return true;
  const funds = allowances.filter(({ taxRate }) => taxRate !== undefined);
  const parts = [
    ...lines.map(({ netAmount }) => netAmount),
    ...funds.map(({ amount }) => amount),
    ...taxes.map(({ beside }) => beside),
  ];
  const beside = sum(taxes.map(({ basis }) => basis)).minus(sum(parts));
  // The bases may hold the discount of the whole document.
  return [beside, beside.minus(ofDocument(allowances))].some((one) =>
    isLine ? one.abs().lt(stamp.abs()) : lines.length > 0 && one.eq(stamp),
  );
}
