import { readPrintedAmount } from 'printed-text/amounts';
import { type CurrencyCode, placesInPrint } from '../ground/currency.ts';
import { isTotal } from './label-words.ts';
import type { CurrencyMark, MarkedAmount, MarkedRow } from './printed-marks.ts';

/** The total in one of the currencies that it is printed in. */
export interface ShownTotal {
  readonly code: CurrencyCode;
  readonly amount: MarkedAmount;
  readonly row: MarkedRow;
}

/** What slips of card terminals call the amount that is taken off the card, though no word of it says total. */
const CHARGED =
  /transaction (?:currency|amount)|charged|you (?:will )?pay|amount to pay|sale currency|transaktionswahrung|transaktionswährung|belastet/i;

/** "Total in USD" beside a total that needs no such word. */
const IN_ANOTHER = /(?:^|[^\p{L}])(?:in|en|em|na|w|v|i) (?:\p{Lu}{3}(?!\p{L})|\p{Sc}|US\$)/u;

/**
 * The totals of a paper that it prints in several currencies, one for each; empty where it prints one only.
 *
 * @param meaningOf What a mark stands for that several currencies share or that is not understood; undefined where nothing tells.
 */
export function totalsInCurrencies(
  rows: readonly MarkedRow[],
  meaningOf: (mark: CurrencyMark) => CurrencyCode | undefined,
): ShownTotal[] {
  const marked = rows.filter(isTotalRow).flatMap((row) => row.amounts.map((amount) => ({ amount, row })));
  const sure = marked.flatMap(({ amount, row }) => {
    const [code, ...others] = amount.mark?.codes ?? [];
    return code !== undefined && others.length === 0 ? [shownIn(code, amount, row)] : [];
  });
  if (sure.length === 0) return [];
  const others = marked.flatMap(({ amount, row }) => {
    const { mark } = amount;
    // The same sum once more is in the same currency, whatever letters stand there.
    const isSame = sure.some((one) => shownIn(one.code, amount, row).amount.decimal === one.amount.decimal);
    if (mark === undefined || mark.codes.length === 1 || isSame) return [];
    const code = meaningOf(mark);
    return code === undefined ? [] : [shownIn(code, amount, row)];
  });
  const shown = [...sure, ...others].sort((a, b) => rows.indexOf(a.row) - rows.indexOf(b.row));
  const codes = [...new Set(shown.map(({ code }) => code))];
  if (codes.length < 2) return [];
  // The last of several is the total of all.
  return codes.flatMap((code) => shown.findLast((one) => one.code === code) ?? []);
}

/** "41.000" is 41 in dinars and 41,000 in francs. */
function shownIn(code: CurrencyCode, amount: MarkedAmount, row: MarkedRow): ShownTotal {
  const decimal = readPrintedAmount(amount.text, { exponent: placesInPrint(code) })?.decimal ?? amount.decimal;
  return { code, amount: { ...amount, decimal }, row };
}

/** Whether a row shows what is to be paid. */
export const isTotalRow = ({ role, text }: MarkedRow): boolean => isTotal(role) || CHARGED.test(text);

/** What speaks for one of the currencies that a total is shown in. */
interface Standing {
  readonly code: CurrencyCode;
  /** Rows of items, taxes and parts in it alone. */
  readonly rows: number;
  /** A payment of just its total. */
  readonly isPaid: boolean;
  /** A payment of another amount. */
  readonly isGiven: boolean;
  /** The amounts that name no currency give its total. */
  readonly isExplained: boolean;
  readonly isConversion: boolean;
}

/** What else decides between them. */
export interface DualContext {
  /** Whether the items, or the subtotal with taxes, as far as they are in this currency or in none, give the total. */
  explains(total: ShownTotal): boolean;
  /** Currency of the country that the paper speaks for. */
  readonly ofCountry: CurrencyCode | undefined;
  readonly ofPerson: CurrencyCode | undefined;
}

/** The currency that the total was paid in, or that the likeliest one is a guess. */
export interface ChosenOfDual {
  readonly total: ShownTotal;
  readonly because: string;
  readonly isDoubtful: boolean;
}

/**
 * Which of several currencies a total was paid in: the one that a payment names, that the items and taxes are in, or that is
 * no conversion; else that of the country, and that of the person's plan where the paper names no country: the sum is the same.
 */
export function chooseOfDual(
  totals: readonly ShownTotal[],
  rows: readonly MarkedRow[],
  context: DualContext,
): ChosenOfDual | undefined {
  const standings = totals.map((total) => standingOf(total, totals, rows, context));
  const only = (test: (standing: Standing) => boolean): ShownTotal | undefined => {
    const [index, ...others] = standings.flatMap((standing, place) => (test(standing) ? [place] : []));
    return index === undefined || others.length > 0 ? undefined : totals[index];
  };
  const sure = (total: ShownTotal, because: string): ChosenOfDual => ({ total, because, isDoubtful: false });

  const paid = only(({ isPaid }) => isPaid);
  if (paid) return sure(paid, 'it was paid in this');
  // What speaks for all of them alike, as prices in both do, speaks for none.
  const base = only(hasWitness);
  const given = only(({ isGiven }) => isGiven);
  const isMixed = base !== undefined && given !== undefined && base !== given;
  const main = base ?? given;
  if (main && !isMixed) return sure(main, 'the other amounts are in it or add up to it');
  const plain = only(({ isConversion }) => !isConversion);
  if (plain && !isMixed) return sure(plain, 'the other is a conversion');
  const { ofCountry, ofPerson } = context;
  const inCountry = totals.find(({ code }) => code === ofCountry);
  const inPlan = totals.find(({ code }) => code === ofPerson);
  if (inCountry && !isMixed && (!inPlan || inPlan === inCountry)) return sure(inCountry, 'it is used in this country');
  if (inPlan && !isMixed && ofCountry === undefined) return sure(inPlan, 'the plan is in it');
  const guess = inPlan ?? inCountry ?? totals[0];
  return guess && { total: guess, because: 'nothing says which of them was paid', isDoubtful: true };
}

const hasWitness = ({ rows, isExplained }: Standing): boolean => rows > 0 || isExplained;

function standingOf(
  total: ShownTotal,
  totals: readonly ShownTotal[],
  rows: readonly MarkedRow[],
  { explains }: DualContext,
): Standing {
  const { code, amount, row } = total;
  const isIn = ({ amounts }: MarkedRow) =>
    amounts.some(({ mark }) => mark !== undefined) &&
    amounts.every(({ mark }) => mark === undefined || (mark.codes.length === 1 && mark.codes[0] === code));
  const own = rows.filter((one) => isIn(one) && !one.isConversion && totals.every((other) => other.row !== one));
  const payments = own.filter(({ role }) => role === 'cash');
  return {
    code,
    rows: own.filter((one) => !isTotalRow(one) && one.role !== 'cash').length,
    isPaid:
      CHARGED.test(row.text) ||
      payments.some(({ amounts }) => amounts.some(({ decimal }) => decimal === amount.decimal)),
    isGiven: payments.some(({ amounts }) => amounts.every(({ decimal }) => decimal !== amount.decimal)),
    isExplained: explains(total),
    isConversion: row.isConversion || IN_ANOTHER.test(row.text),
  };
}
