import Big from 'big.js';
import { ofDocument } from './fatturapa-total.ts';
import type { Invoice } from './invoice.ts';
import { amountOf, sum } from './values.ts';
import { disagree, type Rule, type Violation } from './violation.ts';

/** Of a FatturaPA's total and of what is to be paid: its summaries are rounded one by one. */
const TOTAL_TOLERANCE = 0.01;
/** One euro, as the exchange system has it for the basis of a rate. */
const BASIS_TOLERANCE = 1;
/** The exchange system turns invoices back over their bases from this day on; earlier ones were never held to it. */
const CHECKED_FROM = '2016-08-01';

/** The total by the summaries: it may hold the stamp duty and the rounding, or a summary holds them. */
export const totalBySummaries: Rule = ({ totals }) => {
  if (totals.withTax === undefined || totals.withoutTax === undefined) return undefined;
  const plain = new Big(totals.withoutTax).plus(totals.tax ?? 0);
  const stamp = new Big(totals.stampDuty ?? 0);
  // Beside negative sums a stamp is still written without a sign, and taken either way.
  const extras = [new Big(0), stamp, ...(plain.lt(0) ? [stamp.times(-1)] : [])].flatMap((one) =>
    [0, totals.rounding ?? 0].map((rounding) => plain.plus(one).plus(rounding)),
  );
  const isAny = extras.some((total) => isWithin(total, new Big(totals.withTax ?? 0), TOTAL_TOLERANCE));
  return isAny ? undefined : disagree('ImportoTotaleDocumento', 'the total', totals.withTax, plain);
};

/** What is to be paid in all is not more than the total with the stamp duty and the rounding, whatever their signs. */
export const paymentByTotal: Rule = ({ totals }) => {
  if (totals.withTax === undefined || totals.due === undefined) return undefined;
  const most = [totals.withTax, totals.stampDuty, totals.rounding].reduce(
    (all, amount) => all.plus(new Big(amount ?? 0).abs()),
    new Big(TOTAL_TOLERANCE),
  );
  if (new Big(totals.due).abs().lte(most)) return undefined;
  return {
    rule: 'ImportoPagamento',
    message: `what is to be paid is stated as ${totals.due}, but the total comes to ${totals.withTax}`,
  };
};

/**
 * Check 00422 of the exchange system: what each rate is taken of, against the lines and the pension fund's part of that
 * rate, and what the summary adds to them. Where a line states no rate, all rates at once. A basis at 0 % may hold the stamp
 * duty without a line, and the bases may hold the discount or surcharge of the whole document.
 */
export const basesByLines: Rule = (invoice) => {
  const { lines, allowances, taxes, totals, issueDate } = invoice;
  const isKnown = lines.length > 0 && lines.every(({ netAmount }) => netAmount !== undefined);
  if (!isKnown || taxes.length === 0 || (issueDate !== undefined && issueDate < CHECKED_FROM)) return undefined;
  const all = comparedByRate(invoice);
  const wrong = all.filter(({ rate, basis, parts }) =>
    [0, ...(rate === undefined || rate.eq(0) ? stampsOf(totals.stampDuty) : [])].every(
      (stamp) => !isWithin(basis, parts.plus(stamp), BASIS_TOLERANCE),
    ),
  );
  const discount = ofDocument(allowances);
  const beside = all.reduce((left, { basis, parts }) => left.plus(basis).minus(parts), new Big(0));
  const isDiscount =
    !discount.eq(0) &&
    [0, ...stampsOf(totals.stampDuty)].some((stamp) => isWithin(beside.minus(stamp), discount, BASIS_TOLERANCE));
  return isDiscount ? [] : wrong.flatMap(violationOf);
};

interface Compared {
  /** Undefined for all rates at once. */
  readonly rate: Big | undefined;
  /** As the summaries state it. */
  readonly basis: Big;
  /** What the lines and the rest come to. */
  readonly parts: Big;
}

function comparedByRate({ lines, allowances, taxes }: Invoice): readonly Compared[] {
  const funds = allowances.filter(({ taxRate }) => taxRate !== undefined);
  const parts = [
    ...lines.map(({ netAmount, taxRate }) => ({ amount: netAmount, rate: taxRate })),
    ...funds.map(({ amount, taxRate }) => ({ amount, rate: taxRate })),
    ...taxes.map(({ beside, rate }) => ({ amount: beside, rate })),
  ];
  const rates = new Set([...parts, ...taxes].map(({ rate }) => rate && new Big(rate).toFixed()));
  const groups = rates.has(undefined) ? [undefined] : [...rates];
  return groups.map((rate) => {
    const isOf = (one: { readonly rate?: string | undefined }) => rate === undefined || new Big(one.rate ?? 0).eq(rate);
    return {
      rate: rate === undefined ? undefined : new Big(rate),
      basis: sum(taxes.filter(isOf).map(({ basis }) => basis)),
      parts: sum(parts.filter(isOf).map(({ amount }) => amount)),
    };
  });
}

const violationOf = ({ rate, basis, parts }: Compared): Violation[] => {
  const what = rate === undefined ? 'the basis of all rates' : `the basis of ${rate.toFixed()} %`;
  return [disagree('FatturaPA 00422', what, amountOf(basis), parts) ?? []].flat();
};

/** On either side: a summary may hold it without a line, and a line of it may have no summary. */
const stampsOf = (stamp: string | undefined): readonly Big[] =>
  stamp === undefined ? [] : [new Big(stamp), new Big(stamp).times(-1)];

const isWithin = (one: Big, other: Big, tolerance: number): boolean => one.minus(other).abs().lte(tolerance);
