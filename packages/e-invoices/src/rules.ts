import Big from 'big.js';
import { basesByLines, paymentByTotal, totalBySummaries } from './fatturapa-rules.ts';
import type { AllowanceCharge, Invoice, TaxBreakdown } from './invoice.ts';
import { placesOf, smallestUnitOf } from './smallest-unit.ts';
import { sum } from './values.ts';
import { disagree, type Rule, type Violation } from './violation.ts';

export type { Violation } from './violation.ts';

/**
 * The rules that hold the amounts together: EN 16931, BR-CO-10 to BR-CO-17 and the bases of the taxes (BR-S-08 and its
 * kind), where the file states both sides; what a profile leaves out is not checked. FatturaPA by checks 00421 and 00422 of
 * the exchange system, its total by the summaries, and what is to be paid by its total.
 */
export const violationsOf = (invoice: Invoice): readonly Violation[] =>
  (invoice.format === 'FatturaPA' ? fatturaPaRules : en16931Rules).flatMap((rule) => rule(invoice) ?? []);

const ofKind = (all: readonly AllowanceCharge[], isCharge: boolean) =>
  sum(all.filter((one) => one.isCharge === isCharge).map(({ amount }) => amount));

const LESS_THAN_ONE = new Big('0.99');

const en16931Rules: readonly Rule[] = [
  ({ format, lines, totals }) => {
    if (lines.length === 0 || lines.some(({ netAmount }) => netAmount === undefined)) return undefined;
    const all = sum(lines.map(({ netAmount }) => netAmount));
    // Early writers of ZUGFeRD 1.0 state the lines with tax.
    if (format === 'ZUGFeRD 1' && all.eq(totals.withTax ?? 0)) return undefined;
    return disagree('BR-CO-10', 'the sum of the lines', totals.lines, all);
  },
  // BASIC WL and above list them; a MINIMUM has neither.
  ({ allowances, totals }) =>
    totals.lines === undefined
      ? undefined
      : disagree('BR-CO-11', 'the sum of the allowances', totals.allowances, ofKind(allowances, false)),
  ({ allowances, totals }) =>
    totals.lines === undefined
      ? undefined
      : disagree('BR-CO-12', 'the sum of the charges', totals.charges, ofKind(allowances, true)),
  ({ totals }) =>
    disagree(
      'BR-CO-13',
      'the total without tax',
      totals.withoutTax,
      totals.lines === undefined
        ? undefined
        : new Big(totals.lines).minus(totals.allowances ?? 0).plus(totals.charges ?? 0),
    ),
  ({ taxes, totals }) =>
    taxes.length > 0 && taxes.every(({ amount }) => amount !== undefined)
      ? disagree('BR-CO-14', 'the total tax', totals.tax, sum(taxes.map(({ amount }) => amount)))
      : undefined,
  ({ totals }) =>
    disagree(
      'BR-CO-15',
      'the total with tax',
      totals.withTax,
      totals.withoutTax === undefined ? undefined : new Big(totals.withoutTax).plus(totals.tax ?? 0),
    ),
  // A MINIMUM says what is due, but not what was prepaid.
  ({ totals }) =>
    totals.withTax === undefined || (totals.prepaid === undefined && totals.lines === undefined)
      ? undefined
      : disagree(
          'BR-CO-16',
          'the amount due',
          totals.due,
          new Big(totals.withTax).minus(totals.prepaid ?? 0).plus(totals.rounding ?? 0),
        ),
  taxesBy('BR-CO-17', (currency) => (placesOf(currency) === 0 ? smallestUnitOf(currency) : LESS_THAN_ONE)),
  bases,
];

const fatturaPaRules: readonly Rule[] = [
  taxesBy('FatturaPA 00421', smallestUnitOf),
  basesByLines,
  totalBySummaries,
  paymentByTotal,
];

/**
 * Each tax from its basis and rate. What may be between them is for the rounding of each line: less than one by the validation
 * of EN 16931 (its Schematron), a cent by the exchange system of Italy.
 */
function taxesBy(rule: string, toleranceOf: (currency: string | undefined) => Big): Rule {
  return ({ taxes, currency }) =>
    taxes.flatMap(({ basis, rate, amount }) =>
      basis === undefined || rate === undefined
        ? []
        : (disagree(
            rule,
            `the tax of ${rate} % on ${basis}`,
            amount,
            new Big(basis).times(rate).div(100).round(placesOf(currency), Big.roundHalfUp),
            toleranceOf(currency),
          ) ?? []),
    );
}

/** What each rate is taken of: the lines and charges of that rate, less the allowances (BR-S-08, BR-Z-08, BR-E-08 ...). */
function bases({ format, lines, allowances, taxes, currency }: Invoice): readonly Violation[] {
  // Early writers of ZUGFeRD 1.0 state the lines with tax.
  if (format === 'ZUGFeRD 1' || lines.length === 0 || taxes.some(({ basis }) => basis === undefined)) return [];
  const parts = [
    ...lines.map(({ netAmount, taxRate }) => ({ amount: netAmount, rate: taxRate })),
    ...allowances.map(({ isCharge, amount, taxRate }) => ({
      amount: isCharge ? amount : new Big(amount).times(-1).toFixed(),
      rate: taxRate,
    })),
  ];
  const [first, ...others] = ratesOf(taxes);
  // What states no rate is of the only one; with several it cannot be told.
  if (first === undefined || (others.length > 0 && parts.some(({ rate }) => rate === undefined))) return [];
  return [first, ...others].flatMap((rate) => {
    const isOf = (one: { readonly rate?: string | undefined }) => new Big(one.rate ?? rate).eq(rate);
    return (
      disagree(
        'BR-S-08',
        `the basis of ${rate} %`,
        sum(taxes.filter(isOf).map(({ basis }) => basis)).toFixed(),
        sum(parts.filter(isOf).map(({ amount }) => amount)),
        smallestUnitOf(currency),
      ) ?? []
    );
  });
}

/** Each rate once, though 19 and 19.00 are written; a tax without a rate is of none. */
const ratesOf = (taxes: readonly TaxBreakdown[]): readonly string[] => [
  ...new Set(taxes.map(({ rate }) => new Big(rate ?? 0).toFixed())),
];
