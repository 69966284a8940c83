import Big from 'big.js';
import fc from 'fast-check';

/** An allowance or a charge, of a line or of the document. */
export interface DrawnCharge {
  readonly isCharge: boolean;
  readonly amount: string;
  readonly reason: string;
  /** Of the document's only. */
  readonly rate: string;
}

export interface DrawnLine {
  readonly name: string;
  readonly description: string;
  readonly quantity: string;
  readonly price: string;
  readonly baseQuantity: string;
  readonly net: string;
  readonly rate: string;
  readonly charges: readonly DrawnCharge[];
}

/** An invoice that adds up, with all that EN 16931 lets amounts depend on. */
export interface DrawnInvoice {
  readonly typeCode: string;
  readonly number: string;
  readonly currency: string;
  /** With the tax in it, where the tax is reported in another currency. */
  readonly reported?: { readonly currency: string; readonly tax: string };
  readonly lines: readonly DrawnLine[];
  readonly charges: readonly DrawnCharge[];
  readonly taxes: readonly { readonly rate: string; readonly basis: string; readonly amount: string }[];
  readonly totals: {
    readonly lines: string;
    readonly allowances: string;
    readonly charges: string;
    readonly withoutTax: string;
    readonly tax: string;
    readonly withTax: string;
    readonly prepaid: string;
    readonly rounding: string;
    readonly due: string;
  };
}

/** S for a rate, Z for none. */
export const categoryOf = (rate: string): string => (Number(rate) === 0 ? 'Z' : 'S');

/** How many places amounts have. A dinar of Tunisia has three; EN 16931 takes no more than two (BR-DEC-01 and others). */
const PLACES: Readonly<Record<string, number>> = { EUR: 2, SEK: 2, CHF: 2, TND: 2, JPY: 0 };
const RATES = ['0', '2.1', '7', '8.1', '19', '25.5'];

const aWord = fc.stringMatching(/^[A-Za-zÀ-ž&<>"']{1,12}( [A-Za-z0-9ß€]{1,8}){0,2}$/);
const aRate = fc.constantFrom(...RATES);
const hundredths = (max: number) => fc.integer({ min: 1, max }).map((value) => new Big(value).div(100));
const aCharge = fc.record({ isCharge: fc.boolean(), amount: hundredths(5_000), reason: aWord, rate: aRate });
const aLine = fc.record({
  name: aWord,
  description: aWord,
  quantity: fc.integer({ min: 1, max: 90_000 }).map((value) => new Big(value).div(1000)),
  price: fc.integer({ min: 0, max: 90_000 }).map((value) => new Big(value).div(100)),
  baseQuantity: fc.constantFrom('1', '10', '100'),
  rate: aRate,
  charges: fc.array(aCharge, { maxLength: 2 }),
});

export const aDrawnInvoice: fc.Arbitrary<DrawnInvoice> = fc
  .record({
    typeCode: fc.constantFrom('380', '381', '384', '389', '326', '261'),
    number: fc.stringMatching(/^[A-Z0-9]{1,6}[-/][0-9]{1,6}$/),
    currency: fc.constantFrom(...Object.keys(PLACES)),
    reportedIn: fc.constantFrom(undefined, 'EUR', 'DKK'),
    /** A correction may take back what it corrects. */
    isNegative: fc.boolean(),
    lines: fc.array(aLine, { minLength: 1, maxLength: 5 }),
    charges: fc.array(aCharge, { maxLength: 3 }),
    prepaid: hundredths(90_000),
    rounding: fc.integer({ min: -50, max: 50 }).map((value) => new Big(value).div(100)),
  })
  .map(({ lines: drawnLines, charges: drawnCharges, reportedIn, isNegative, prepaid, rounding, ...head }) => {
    const places = PLACES[head.currency] ?? 2;
    const sign = head.typeCode === '384' && isNegative ? -1 : 1;
    const amount = (value: Big) => value.round(places, Big.roundHalfUp);
    const written = (value: Big) => (value.eq(0) ? new Big(0) : value).toFixed(places);
    const charge = (one: { isCharge: boolean; amount: Big; reason: string; rate: string }) => ({
      ...one,
      value: amount(one.amount).times(sign),
    });
    const lines = drawnLines.map((line) => {
      const charges = line.charges.map(charge);
      const net = amount(line.quantity.times(sign).times(line.price).div(line.baseQuantity)).plus(added(charges));
      return { ...line, charges, net };
    });
    const charges = drawnCharges.map(charge);
    const rates = [...new Set([...lines, ...charges].map(({ rate }) => rate))];
    const taxes = rates.map((rate) => {
      const basis = total(lines.filter((line) => line.rate === rate).map(({ net }) => net)).plus(
        added(charges.filter((one) => one.rate === rate)),
      );
      return { rate, basis, tax: amount(basis.times(rate).div(100)) };
    });
    const sumOfLines = total(lines.map(({ net }) => net));
    const withoutTax = sumOfLines.plus(added(charges));
    const tax = total(taxes.map((one) => one.tax));
    const withTax = withoutTax.plus(tax);
    const writtenCharge = ({ isCharge, value, reason, rate }: ReturnType<typeof charge>): DrawnCharge => ({
      isCharge,
      amount: written(value),
      reason,
      rate,
    });
    return {
      ...head,
      ...(reportedIn !== undefined &&
        reportedIn !== head.currency && {
          reported: { currency: reportedIn, tax: tax.times('7.46').plus('0.01').toFixed(2) },
        }),
      lines: lines.map((line) => ({
        name: line.name,
        description: line.description,
        quantity: line.quantity.times(sign).toFixed(),
        price: line.price.toFixed(2),
        baseQuantity: line.baseQuantity,
        net: written(line.net),
        rate: line.rate,
        charges: line.charges.map(writtenCharge),
      })),
      charges: charges.map(writtenCharge),
      taxes: taxes.map((one) => ({ rate: one.rate, basis: written(one.basis), amount: written(one.tax) })),
      totals: {
        lines: written(sumOfLines),
        allowances: written(added(charges.filter(({ isCharge }) => !isCharge)).times(-1)),
        charges: written(added(charges.filter(({ isCharge }) => isCharge))),
        withoutTax: written(withoutTax),
        tax: written(tax),
        withTax: written(withTax),
        prepaid: written(amount(prepaid)),
        rounding: written(amount(rounding)),
        due: written(withTax.minus(amount(prepaid)).plus(amount(rounding))),
      },
    };
  });

const total = (values: readonly Big[]): Big => values.reduce((sum, value) => sum.plus(value), new Big(0));

/** Charges less allowances. */
const added = (charges: readonly { readonly isCharge: boolean; readonly value: Big }[]): Big =>
  total(charges.map(({ isCharge, value }) => value.times(isCharge ? 1 : -1)));
