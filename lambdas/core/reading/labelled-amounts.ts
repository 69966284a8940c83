import { type PrintedAmount, readPrintedAmount } from 'printed-text/amounts';
import { isCode } from 'printed-text/currency-codes';
import { currenciesOfSign } from 'printed-text/currency-signs';
import type { Notation } from 'printed-text/decimals';
import { isMinorUnitOf } from 'printed-text/minor-units';
import { notationOf as notationOfTexts } from 'printed-text/notation';
import { type CurrencyCode, currencyExponent, placesInPrint } from '../ground/currency.ts';
import { type MinorUnits, minorUnits, parseMinorUnits } from '../ground/money.ts';
import type { PrintedField } from './expense-fields.ts';
import { isInclusive, isLoneBalance, roleOfLabel } from './label-role.ts';
import { isTotal, type LabelRole, TOTALS } from './label-words.ts';
import { beforeMinus, markInLabel } from './printed-marks.ts';

/** An amount of the summary, and what it is. */
export interface LabelledAmount {
  readonly role: LabelRole;
  readonly minor: MinorUnits;
  readonly field: PrintedField;
  /** Read after a repair, or one of two possible readings: not to be trusted on its own. */
  readonly isDoubtful: boolean;
  /** Two readings are left, such as 25 and 25,000 in a currency of three places: sums of amounts like it hold for both. */
  readonly isOpen: boolean;
}

const ROLE_OF_TYPE: Readonly<Record<string, LabelRole>> = {
  TOTAL: 'total',
  AMOUNT_DUE: 'due',
  AMOUNT_PAID: 'cash',
  SUBTOTAL: 'subtotal',
  TAX: 'tax',
  SERVICE_CHARGE: 'service',
  GRATUITY: 'tip',
  DISCOUNT: 'discount',
  SHIPPING_HANDLING_CHARGE: 'shipping',
  PRIOR_BALANCE: 'prior-balance',
};

const TOTAL_FIRST =
  /^\W*(?:grand |net |sales )?(?:total|totaal|totale|gesamt|summe|montant|rechnungs(?:summe|betrag)|brutto(?:summe|betrag)|endbetrag)/i;

/**
 * Every amount of the summary that is in the document's currency.
 *
 * @param notation How the document writes its amounts.
 * @default notation - as the fields show
 */
export function readLabelledAmounts(
  fields: readonly PrintedField[],
  currency: CurrencyCode,
  notation: Notation = notationOf(fields, placesInPrint(currency)),
): LabelledAmount[] {
  const lacksPlaces = withFewerPlaces(fields, notation);
  const isInSeveral = fields.some((field) => isTotalIn(field, currency));
  const amounts = fields.flatMap((field): LabelledAmount[] => {
    const role = roleOfField(field);
    const amount = role && readPrintedAmount(field.text, notation);
    if (!role || !amount || isForeign(amount, currency) || isForeignLabel(field, amount, currency, isInSeveral))
      return [];
    const isBelow = !amount.negative && beforeMinus(field.label ?? '') !== undefined;
    const minor = toMinorUnits(isBelow ? { ...amount, negative: true } : amount, currency);
    if (minor === undefined) return [];
    // "(incl. tax 1.20)" stands in brackets as an aside, not as a negative amount.
    const isAside = role === 'tax' && /^\(.*\)$/.test(field.text) && !field.text.includes('-');
    const isDoubtful = amount.repaired || amount.ambiguous || lacksPlaces(amount);
    const read = isAside ? minorUnits(Math.abs(minor)) : minor;
    // "Clubcard saving -2.00" was taken off; without a minus it only tells what was.
    const isOff = role === 'points' && field.type === 'DISCOUNT' && read < 0;
    return [{ role: isOff ? 'discount' : role, minor: read, field, isDoubtful, isOpen: amount.ambiguous }];
  });
  return amounts.map((amount) => (isBalanceAsTotal(amount, amounts) ? { ...amount, role: 'total' } : amount));
}

/** Whether an amount shows fewer places than its currency has, where others show them all: the last digit may be lost. */
function withFewerPlaces(
  fields: readonly PrintedField[],
  notation: Notation,
): (amount: Pick<PrintedAmount, 'decimal'>) => boolean {
  const placesOf = ({ decimal }: Pick<PrintedAmount, 'decimal'>) => decimal.split('.')[1]?.length ?? 0;
  const isUsual = fields.some(({ text }) => {
    const amount = readPrintedAmount(text, notation);
    return amount !== undefined && placesOf(amount) === notation.exponent;
  });
  return (amount) => isUsual && placesOf(amount) > 0 && placesOf(amount) < (notation.exponent ?? 0);
}

/** A lone "balance" is the change where what was given says so, and otherwise the total, as tills in America print it. */
function isBalanceAsTotal({ role, minor, field }: LabelledAmount, amounts: readonly LabelledAmount[]): boolean {
  if (role !== 'change' || field.type !== 'TOTAL' || !isLoneBalance(field.label ?? '')) return false;
  const of = (wanted: readonly LabelRole[]) => amounts.filter((other) => wanted.includes(other.role));
  return !of(['cash']).some((cash) => of([...TOTALS, 'subtotal']).some((total) => cash.minor - total.minor === minor));
}

/**
 * What a field is: Textract's type, unless its label says otherwise. The service tags "TOTAL TAX" or "CASH" as a total
 * now and then, and gives change, cash and rounding as `OTHER` with a label.
 */
export function roleOfField({ type, label }: PrintedField): LabelRole | undefined {
  const byType = ROLE_OF_TYPE[type];
  const byLabel = roleOfLabel(label);
  if (byType === undefined) return type === 'OTHER' ? byLabel : undefined;
  if (byLabel === undefined) return byType;
  // "Sales incl. GST" is no tax.
  if (byType === 'total') return byLabel === 'tax' && isInclusive(label) ? 'due' : byLabel;
  // "Total incl. tax" is no tax, "TAX TOTAL" stays one; a subtotal with tax in it stays a subtotal.
  if (byType === 'tax' && isInclusive(label) && TOTAL_FIRST.test(label ?? '')) return byLabel;
  return isTotal(byLabel) ? byType : byLabel;
}

/**
 * Minor units of a printed amount; zeros beyond the currency's places are dropped.
 *
 * @returns undefined when the amount has more places than the currency, stands beside a mark of hundredths that the
 *   currency does not have, or is too large.
 */
export function toMinorUnits(amount: PrintedAmount, currency: CurrencyCode): MinorUnits | undefined {
  if (amount.minorUnit !== undefined && !isMinorUnitOf(amount.minorUnit, currency)) return undefined;
  const exponent = currencyExponent(currency);
  const [whole = '0', fraction = ''] = amount.decimal.split('.');
  const places = fraction.replace(/0+$/, '');
  if (places.length > exponent || whole.length + exponent > 15) return undefined;
  const minor = parseMinorUnits(places === '' ? whole : `${whole}.${places}`, exponent);
  return minorUnits(amount.negative ? -minor : minor);
}

/** Minor units of a printed amount with decimals, unless it is in another currency. */
export function amountInCurrency(text: string, currency: CurrencyCode): MinorUnits | undefined {
  const amount = readPrintedAmount(text, { exponent: placesInPrint(currency) });
  return amount && !isForeign(amount, currency) ? toMinorUnits(amount, currency) : undefined;
}

/** How this document writes its amounts, from those that leave no doubt. */
export const notationOf = (fields: readonly { readonly text: string }[], exponent?: number): Notation =>
  notationOfTexts(
    fields.map(({ text }) => text),
    exponent,
  );

/** What a bare pound sign may stand for: nearly always Britain's, and Egypt's or Gibraltar's there. */
export const POUNDS = 'GBP EGP GIP FKP SHP LBP SYP SDG SSP'.split(' ') as CurrencyCode[];

/** Printed with the sign of another currency: the same total in dollars on a bill in euro. */
export function isForeign({ currencySign }: PrintedAmount, currency: CurrencyCode): boolean {
  if (currencySign === undefined) return false;
  const codes = currenciesOfSign(currencySign);
  // Tills print "$" for their own currency, whatever that is; "¤" is a sign that was not read.
  if (currencySign === '£' && POUNDS.includes(currency)) return false;
  return currencySign !== '$' && currencySign !== '¤' && codes.length > 0 && !codes.includes(currency);
}

/**
 * The same where the label names the currency: "Total EUR" before 57.20. Letters that may be something else name one only
 * where another total has the right one.
 */
function isForeignLabel(
  { label = '' }: PrintedField,
  { currencySign }: PrintedAmount,
  currency: CurrencyCode,
  isInSeveral: boolean,
): boolean {
  const mark = currencySign === undefined ? markInLabel(label) : undefined;
  return (
    mark !== undefined &&
    (!mark.isLetters || isInSeveral || isCode(mark.sign)) &&
    isForeign({ currencySign: mark.sign } as PrintedAmount, currency)
  );
}

/** Whether a field is a total in this currency and no other. */
function isTotalIn(field: PrintedField, currency: CurrencyCode): boolean {
  if (!isTotal(roleOfField(field))) return false;
  const sign = readPrintedAmount(field.text)?.currencySign;
  const codes = sign === undefined ? (markInLabel(field.label ?? '')?.codes ?? []) : currenciesOfSign(sign);
  return codes.length === 1 && codes[0] === currency;
}
