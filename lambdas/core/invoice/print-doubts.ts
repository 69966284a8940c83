import { readPrintedAmount } from 'printed-text/amounts';
import { currenciesOfSign } from 'printed-text/currency-signs';
import { findAmounts } from 'printed-text/find-amounts';
import { normalizePrinted } from 'printed-text/plain-text';
import { type CalendarDate, partsOf } from '../ground/calendar-date.ts';
import { formatDecimal, formatMoney, type Money, withoutZeros } from '../ground/money.ts';
import { sightDates } from '../reading/date-sightings.ts';
import type { PrintedLine } from '../reading/printed-line.ts';
import type { Candidate, Reason, StructuredExpense } from '../reading/structured-expense.ts';

/** What a PDF prints beside the data in it. */
export interface Print {
  readonly lines: readonly PrintedLine[];
  /** What the lines alone were read as. */
  readonly expense: StructuredExpense;
}

/**
 * Puts the doubts over an invoice's data where its print says something else: it was read as another total, or as given back
 * where the data says spent; as another day, and no line gives the data's as the day of the document; or every amount with a
 * currency is in another one. A print that cannot be read says nothing.
 *
 * @param due What the data states as still to be paid: a print may show it as its last total.
 */
export function withDoubtsOfPrint(
  stated: StructuredExpense,
  print: Print,
  due: Money | undefined,
  today: CalendarDate,
): StructuredExpense {
  const found = [
    differingTotal(stated, print, due),
    differingDate(stated, print, today),
    differingCurrency(stated, print),
  ].filter((one) => one !== undefined);
  const { candidates, total } = print.expense;
  return {
    ...stated,
    status: found.length === 0 ? stated.status : 'needs_review',
    reasons: [...stated.reasons, ...found],
    candidates: {
      ...stated.candidates,
      total: [...stated.candidates.total, ...printed(total && formatDecimal(total)), ...candidates.total],
      purchasedOn: [...stated.candidates.purchasedOn, ...printed(print.expense.purchasedOn), ...candidates.purchasedOn],
    },
    evidence: [...stated.evidence, evidenceOf(stated, print, found)],
  };
}

function evidenceOf({ total }: StructuredExpense, print: Print, found: readonly Reason[]): string {
  if (found.length > 0) return 'the print says something else';
  const isSame = total !== undefined && print.expense.total?.amountMinor === total.amountMinor;
  return isSame ? 'the print says the same' : 'the print was not read, or not surely';
}

const printed = (value: string | undefined): Candidate[] =>
  value === undefined ? [] : [{ text: value, value, confidence: 100, page: 1, label: 'printed' }];

function differingTotal({ total }: StructuredExpense, { expense }: Print, due: Money | undefined): Reason | undefined {
  const read = expense.total;
  if (!total || !read || isSame(read, total) || (due && isSame(read, due))) return undefined;
  // Beside a word that says total; which of two such amounts it is may be misread.
  const isCandidate = expense.candidates.total.some(
    ({ value }) => value !== undefined && sizeOf(value) === sizeOf(formatDecimal(total)),
  );
  if (isCandidate && expense.status !== 'completed' && !isOpposite(read, total)) return undefined;
  return {
    code: 'TotalsDisagreeError',
    message: `the invoice's data states ${formatMoney(total)}, and its print was read as ${formatMoney(read)}; compare them, and state the total that is right`,
  };
}

/** Whatever the currencies, which are compared apart. */
const isSame = (one: Money, other: Money): boolean =>
  withoutZeros(formatDecimal(one)) === withoutZeros(formatDecimal(other));
const isOpposite = (one: Money, other: Money): boolean => one.amountMinor * other.amountMinor < 0;
const sizeOf = (decimal: string): string => withoutZeros(decimal).replace(/^-/, '');

function differingDate(
  { purchasedOn }: StructuredExpense,
  { lines, expense }: Print,
  today: CalendarDate,
): Reason | undefined {
  const read = expense.purchasedOn;
  if (purchasedOn === undefined || read === undefined || read === purchasedOn) return undefined;
  const isOfDocument = sightDates([], lines, partsOf(today).year).some(
    ({ printed: { byOrder }, isOther, isNoPurchase }) =>
      !isOther && !isNoPurchase && Object.values(byOrder).includes(purchasedOn),
  );
  if (isOfDocument) return undefined;
  return {
    code: 'DateImplausibleError',
    message: `the invoice's data is dated ${purchasedOn}, and its print was read as ${read}; compare them, and state the date that is right`,
  };
}

/** By the marks beside the total, wherever it is printed: other marks may stand on hours, bank lines and other prices. */
function differingCurrency({ currency, total }: StructuredExpense, { lines, expense }: Print): Reason | undefined {
  if (!currency || !total) return undefined;
  const digits = digitsOf(formatDecimal(total));
  const signs = lines.flatMap(({ text }) =>
    findAmounts(normalizePrinted(text))
      .filter((amount) => digitsOf(amount.text) === digits)
      .flatMap((amount) => readPrintedAmount(amount.text)?.currencySign ?? []),
  );
  const meanings = signs.map(currenciesOfSign).filter((codes) => codes.length > 0);
  if (meanings.some((codes) => codes.includes(currency.code))) return undefined;
  const read = expense.currency;
  const isRead = read?.by === 'printed' && read.code !== currency.code;
  if (meanings.length === 0 && !isRead) return undefined;
  return {
    code: 'CurrencyUnknownError',
    message: `the invoice's data is in ${currency.code}, and its print in ${isRead ? read.code : `"${signs[0]}"`}; compare them, and state the currency that is right`,
  };
}

const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
