import { type AmountRow, lastAmount, type PlacedAmount, says } from './amount-rows.ts';
import type { ChosenTotal } from './choose-total.ts';
import { currencyOf } from './find-currency.ts';
import type { LabelKind } from './label-patterns.ts';
import { locateBefore, locateCells, locatePart } from './located-text.ts';
import type { LocatedText, SummaryType, TaggedField } from './tagged-page.ts';

// The type of an amount by what its label says; the first that holds. What is not here has no type of its own.
const TYPES: readonly (readonly [LabelKind, SummaryType])[] = [
  ['rounding', 'OTHER'],
  ['change', 'OTHER'],
  ['quantity', 'OTHER'],
  ['points', 'OTHER'],
  ['priorBalance', 'PRIOR_BALANCE'],
  ['subtotal', 'SUBTOTAL'],
  ['due', 'AMOUNT_DUE'],
  ['total', 'OTHER'],
  ['tax', 'TAX'],
  ['gratuity', 'GRATUITY'],
  ['service', 'SERVICE_CHARGE'],
  ['shipping', 'SHIPPING_HANDLING_CHARGE'],
  ['discount', 'DISCOUNT'],
  ['paid', 'OTHER'],
  ['refunded', 'OTHER'],
];
// "Cash" and "Visa" name a means and stay OTHER, as Textract has it; these say that it is what was paid.
const SAYS_PAID = /tender|paid|payment|received|betaald|bezahlt|pagado|pagato/;
const LABELLED = 0.95;
const BORROWED_LABEL = 0.8;
const CURRENCY_BESIDE = 0.98;
const CURRENCY_ELSEWHERE = 0.7;
const LARGEST_TAX_SHARE = 0.4;

/** The amounts of the summary: the total first, then every other amount that has a label. */
export function tagAmounts(
  rows: readonly AmountRow[],
  total: ChosenTotal | undefined,
  currency: string | undefined,
): TaggedField[] {
  const totalField = total && tagTotal(total, currency);
  const outside = rows.filter((row) => row.row !== total?.sighting.row.row && !row.inSummary);
  const others = outside.flatMap((row) => tagRow(row, currency));
  const hasTax = others.some(({ type }) => type === 'TAX');
  const taxes = hasTax ? [] : summaryTaxes(rows, total, currency);
  return [...(totalField ? [totalField] : []), ...others, ...taxes];
}

function tagTotal({ sighting, confidence }: ChosenTotal, currency: string | undefined): TaggedField {
  const { amount, row, text } = sighting;
  const value = locatePart(amount.cell, amount.start, amount.end, text);
  return withLabel(
    { type: 'TOTAL', confidence, value, ...currencyFor(`${row.labelText} ${text}`, currency) },
    labelOf(row, amount),
  );
}

function tagRow(row: AmountRow, currency: string | undefined): TaggedField[] {
  const amount = lastAmount(row);
  const type = isMemberDiscount(row) ? 'DISCOUNT' : TYPES.find(([kind]) => says(row, kind))?.[1];
  if (!amount || type === undefined || says(row, 'tableHead')) return [];
  const label = labelOf(row, amount);
  if (!label) return [];
  // A bare integer is an amount only where it counts something, as in "Total qty: 10".
  if (amount.form === 'plain' && !says(row, 'quantity') && !says(row, 'points')) return [];
  const isPaid = says(row, 'paid') && SAYS_PAID.test(row.label.letters) && !says(row, 'change');
  const money = amount.form === 'plain' ? {} : currencyFor(`${row.labelText} ${amount.text}`, currency);
  return [
    withLabel(
      {
        type: isPaid && type === 'OTHER' ? 'AMOUNT_PAID' : type,
        confidence: row.labelFrom ? BORROWED_LABEL : LABELLED,
        value: locatePart(amount.cell, amount.start, amount.end, amount.text),
        ...money,
      },
      label,
    ),
  ];
}

/** "Bonus discount" takes off money, not points. */
const isMemberDiscount = (row: AmountRow): boolean =>
  says(row, 'points') && /disc(?!over)|rebate|rabatt|remise|sconto|descuento|desconto|korting/.test(row.label.letters);

/** Of net, tax and gross in any order, the tax; without such a sum the last amount. */
function taxIn({ money }: AmountRow): PlacedAmount | undefined {
  const [a, b, c] = money.slice(-3);
  if (!a || !b || !c) return money.at(-1);
  for (const [one, other, gross] of [
    [a, b, c],
    [a, c, b],
    [b, c, a],
  ] as const) {
    if (one.cents + other.cents === gross.cents && gross.cents !== 0) {
      return Math.abs(one.cents) < Math.abs(other.cents) ? one : other;
    }
  }
  return c;
}

/** Where only a tax summary names the tax: that of each of its rates. */
function summaryTaxes(rows: readonly AmountRow[], total: ChosenTotal | undefined, currency: string | undefined) {
  const largest = (total?.best.cents ?? 0) * LARGEST_TAX_SHARE;
  return rows.flatMap((row): TaggedField[] => {
    const amount = taxIn(row);
    if (!row.inSummary || !amount || row.money.length < 2 || !/[%=]|\b[A-Z]{2}\b/.test(row.row.text)) return [];
    if (says(row, 'total') || amount.cents === 0 || Math.abs(amount.cents) > largest) return [];
    const value = locatePart(amount.cell, amount.start, amount.end, amount.text);
    return [{ type: 'TAX', confidence: BORROWED_LABEL, value, ...currencyFor(amount.text, currency) }];
  });
}

function labelOf(row: AmountRow, amount: PlacedAmount): LocatedText | undefined {
  if (row.labelFrom) return locateCells(row.labelFrom.cells);
  const first = row.money[0] ?? amount;
  return locateBefore(row.row.cells, first.cell, first.start);
}

const withLabel = (field: TaggedField, label: LocatedText | undefined): TaggedField =>
  label ? { ...field, label } : field;

/** The currency that an amount or its label names, else that of the page. */
export function currencyFor(text: string, page: string | undefined): Pick<TaggedField, 'currency'> {
  const beside = currencyOf(text);
  if (beside !== undefined) {
    // "$" is whatever dollar the page names elsewhere.
    const isPlainDollar = beside === 'USD' && page?.endsWith('D') === true && !/US/.test(text);
    return { currency: { code: isPlainDollar ? page : beside, confidence: CURRENCY_BESIDE } };
  }
  return page === undefined ? {} : { currency: { code: page, confidence: CURRENCY_ELSEWHERE } };
}
