import type { ExpenseDocument } from '@aws-sdk/client-textract';
import { readPrintedAmount } from 'printed-text/amounts';
import { parseCalendarDate } from '../ground/calendar-date.ts';
import { currencyExponent } from '../ground/currency.ts';
import { formatDecimal, type Money, minorUnits } from '../ground/money.ts';
import { chooseCurrency } from './choose-currency.ts';
import { chooseDate } from './choose-date.ts';
import { type ChosenTotal, chooseTotal } from './choose-total.ts';
import { countryOfPrinted, findCountry } from './country-evidence.ts';
import { readCurrencyPaper } from './currency-paper.ts';
import { type DigitsDoubt, doubtOfDigitsBeside } from './digits-beside.ts';
import { type PrintedField, readFields, readLines, toCandidate, withoutReceiver } from './expense-fields.ts';
import { repairItems } from './item-arithmetic.ts';
import { withItemsComplete } from './items-complete.ts';
import { isSum } from './label-words.ts';
import { type LabelledAmount, notationOf, readLabelledAmounts, roleOfField } from './labelled-amounts.ts';
import { doubtOfLarger } from './larger-amount.ts';
import { doubtOfFirstDigit } from './misread-sign.ts';
import { doubtOfMixture } from './mixed-total.ts';
import { withNationalMark } from './national-notation.ts';
import { countPrintedAmounts } from './printed-amounts.ts';
import { asPrintedLine, type PrintedLine, readPrintedLines } from './printed-line.ts';
import { withRateTax } from './rate-tax.ts';
import { readCharges } from './read-charges.ts';
import { invoiceNumberFields, readInvoiceNumber } from './read-invoice-number.ts';
import { endsOfGoods, itemAmountTexts, itemNames, readLineItems, sumOfItems } from './read-line-items.ts';
import { readPurchaseMarks } from './read-purchase-marks.ts';
import { cleanVendorName, readVendor, vendorNames } from './read-vendor.ts';
import { fitAdvice, type ReadingFile } from './reading-advice.ts';
import { doubtOfDirection, findRefundSigns, isReadAsRefund, refundWordOf, withoutSigns } from './refund.ts';
import { doubtOfOneReceipt } from './several-receipts.ts';
import { showsGoods } from './shows-goods.ts';
import type { Candidate, LineItem, Reason, StructuredExpense } from './structured-expense.ts';
import { separateSummaryRows } from './summary-rows.ts';
import { doubtOfWords } from './unread-total.ts';
import { withUntaggedAmounts } from './untagged-amounts.ts';

export type { StructuredExpense } from './structured-expense.ts';

/** Who the document belongs to; decides only what the document itself leaves open. */
export interface ReadingPerson {
  /** BCP 47. */
  readonly locale: string;
  /** Currency of the person's plan. */
  readonly currency?: string;
  /** The day it is for the person, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * Reads one expense out of an analysis, which may be spread over several documents and pages: a total that stands only
 * on the second page of an invoice is the total of the whole. A file with several receipts needs review.
 *
 * Never throws over what is printed: what cannot be read or does not add up becomes a reason for review.
 *
 * @param file What the file is, so that the reasons advise what helps.
 * @throws RangeError when `today` is not a date.
 */
export function structureExpense(
  analysis: readonly ExpenseDocument[],
  person: ReadingPerson,
  file: ReadingFile = {},
): StructuredExpense {
  const expense = readAsOne(analysis, person);
  const doubt = analysis.length > 1 && doubtOfOneReceipt(analysis.map((document) => readAsOne([document], person)));
  const whole: StructuredExpense = doubt ? { ...expense, status: 'needs_review', reasons: [doubt] } : expense;
  return withItemsComplete({ ...whole, reasons: whole.reasons.map((reason) => fitAdvice(reason, file)) });
}

function readAsOne(analysis: readonly ExpenseDocument[], person: ReadingPerson): StructuredExpense {
  const printed = readPrintedLines(analysis);
  const { documents, fields: summaryRows } = separateSummaryRows(analysis, readFields(analysis));
  const fields = withUntaggedAmounts([...readFields(analysis), ...summaryRows], printed);
  const lines = readLines(analysis);
  // A coffee of Kenya is drunk everywhere.
  const goods = new Set(itemNames(documents));
  const country = findCountry(
    withoutReceiver(
      lines.filter((line) => !goods.has(line)),
      fields,
    ).join('\n'),
  );
  const itemTexts = itemAmountTexts(documents);

  const printedAmounts = [...fields, ...itemTexts.map((text) => ({ text }))];
  const paper = readCurrencyPaper(analysis, fields, printed, country);
  const { currency, doubt: currencyDoubt } = chooseCurrency(paper, person);
  const asPrinted = notationOf(printedAmounts, currency && currencyExponent(currency.code));
  const notation = withNationalMark(asPrinted, currency?.code, paper.language);
  const itemsAsPrinted = readLineItems(documents, currency?.code, notation);
  const signed = currency ? withRateTax(readLabelledAmounts(fields, currency.code, notation), lines) : [];
  const signs = findRefundSigns(lines, signed, itemsAsPrinted);
  const [isRefund, refundWord] = [isReadAsRefund(signs), refundWordOf(signs)];
  const amounts = isRefund ? withoutSigns(signs.amounts) : signs.amounts;
  const sums = amounts.filter(({ role }) => isSum(role)).map(({ minor }) => minor);
  const lineItems = repairItems(itemsAsPrinted, sums);
  const itemsMinor = sumOfItems(lineItems);
  const chosen =
    currency &&
    chooseTotal(
      amounts,
      itemsMinor === undefined
        ? undefined
        : { minor: isRefund ? Math.abs(itemsMinor) : itemsMinor, ends: endsOfGoods(documents) },
      countPrintedAmounts(lines, currency.code, notation),
      currency.code,
    );
  const written = country ?? countryOfPrinted(currency);
  const pageLines = printed.length > 0 ? printed : lines.map(asPrintedLine);
  const today = parseCalendarDate(person.today);
  const origin = { country: written, language: paper.language };
  const date = chooseDate(fields, pageLines, origin, { locale: person.locale, today });

  const refund = isRefund || (chosen !== undefined && chosen.minor < 0);
  const total: Money | undefined = currency &&
    chosen && { amountMinor: minorUnits(refund ? -Math.abs(chosen.minor) : chosen.minor), currency: currency.code };

  const direction = total && !chosen?.doubt ? doubtOfDirection(total.amountMinor, signs, total.currency) : undefined;
  const digits =
    total && chosen && !chosen.doubt ? doubtOfDigits(total, chosen, lineItems, amounts, printed) : undefined;
  const printedTotals = [
    ...totalCandidates(fields),
    ...(direction && total ? otherDirection(total, fields) : []),
    ...(digits && chosen ? otherDigits(digits, chosen) : []),
  ];
  const hasAmounts = [...fields.filter(isAmountField), ...itemTexts.map((text) => ({ text }))].some(isAmount);
  const reasons = hasAmounts
    ? [
        ...doubts(currencyDoubt),
        ...totalReasons(currency, printedTotals, chosen, doubtOfWords(paper.rows)),
        ...doubts(digits?.reason),
        ...doubts(
          total && !chosen?.doubt ? doubtOfLarger(paper.rows, total, (chosen?.closures.length ?? 0) > 0) : undefined,
        ),
        ...doubts(total && !currencyDoubt ? doubtOfMixture(paper.rows, total) : undefined),
        ...doubts(direction),
        ...doubts(date.doubt),
      ]
    : [doubtOfWords(paper.rows) ?? notAReceipt];
  const vendor = readVendor(fields, printed, [...goods]);
  const invoiceNumber = readInvoiceNumber(fields, pageLines);
  return {
    status: reasons.length === 0 ? 'completed' : 'needs_review',
    reasons,
    ...(vendor && { vendor }),
    ...(invoiceNumber !== undefined && { invoiceNumber }),
    ...(date.date && { purchasedOn: date.date }),
    ...(total && { total }),
    ...(currency && readCharges(amounts, chosen?.closures ?? [], currency.code, isRefund)),
    ...(currency && { currency }),
    lineItems,
    ...(chosen?.closures.some(({ kind }) => kind === 'items') && { itemsComplete: true }),
    ...(lineItems.length === 0 && showsGoods(amounts, paper.rows) && { itemsComplete: false }),
    refund,
    marks: readPurchaseMarks(pageLines),
    candidates: {
      total: printedTotals,
      purchasedOn: date.candidates.map(([field, day]) => toCandidate(field, day)),
      vendor: vendorNames(fields, printed, [...goods]).map((field) => toCandidate(field, cleanVendorName(field.text))),
      invoiceNumber: invoiceNumberFields(fields).map((field) => toCandidate(field)),
    },
    evidence: [
      ...(currency ? [`currency ${currency.code}: ${currency.because}`] : []),
      ...(chosen ? [chosen.because] : []),
      date.because,
      ...(isRefund && refundWord !== undefined ? [`refund: "${refundWord}" is printed`] : []),
    ],
  };
}

/** Sums that a total read in part, or with a digit too many, does not give by chance. */
const isProof = (kind: string, items: readonly LineItem[]): boolean =>
  kind !== 'inclusive-tax' && kind !== 'unprinted-rounding' && (kind !== 'items' || items.length > 1);

/** Whether digits of the total may be missing, or one too many. */
function doubtOfDigits(
  total: Money,
  { closures, prints }: ChosenTotal,
  items: readonly LineItem[],
  amounts: readonly LabelledAmount[],
  printed: readonly PrintedLine[],
): DigitsDoubt | undefined {
  const isSummed = closures.some(({ kind }) => isProof(kind, items));
  const beside = doubtOfDigitsBeside(printed, prints, total, isSummed);
  if (beside || isSummed) return beside;
  const minors = items.flatMap(({ amount }) => (amount ? [amount.amountMinor] : []));
  return doubtOfFirstDigit(total, minors.length === items.length ? minors : undefined, amounts);
}

const notAReceipt: Reason = {
  code: 'NotAReceiptError',
  message: 'no amount could be read; drop a sharper picture',
};

function totalReasons(
  currency: { readonly code: string } | undefined,
  printed: readonly Candidate[],
  chosen: { readonly doubt?: Reason } | undefined,
  words: Reason | undefined,
): Reason[] {
  if (chosen) return doubts(chosen.doubt);
  const [first] = printed;
  if (first) {
    // Without a currency nothing is chosen, though the total may be printed plainly.
    if (!currency) return [];
    const message = `the total is printed as "${first.text}", which is no amount in ${currency.code}; drop a picture that shows it plainly`;
    return [{ code: 'TotalUnreadableError', message }];
  }
  const message = 'no total was found; drop a picture that shows it';
  return [words ?? { code: 'TotalUnreadableError', message }];
}

const doubts = (doubt: Reason | undefined): Reason[] => (doubt ? [doubt] : []);

const isAmountField = (field: PrintedField): boolean => roleOfField(field) !== undefined;
const isAmount = ({ text }: { readonly text: string }): boolean => readPrintedAmount(text) !== undefined;

/** What the total may be instead, where it was printed. */
function otherDigits({ instead }: DigitsDoubt, { prints }: ChosenTotal): Candidate[] {
  const [first] = prints;
  const field = first && { ...first, text: instead };
  return field ? [toCandidate(field, signedDecimal(field))] : [];
}

function totalCandidates(fields: readonly PrintedField[]): Candidate[] {
  const roles = new Set(['total', 'due', 'rounded-total', 'cash', 'subtotal']);
  return fields
    .filter((field) => roles.has(roleOfField(field) ?? '') && isAmount(field))
    .map((field) => toCandidate(field, signedDecimal(field)));
}

function signedDecimal({ text }: PrintedField): string | undefined {
  const amount = readPrintedAmount(text);
  return amount && `${amount.negative ? '-' : ''}${amount.decimal}`;
}

/** The totals of that amount once more as the candidates of the other direction, each with the sign that it may have. */
function otherDirection(total: Money, fields: readonly PrintedField[]): Candidate[] {
  const magnitude = formatDecimal({ ...total, amountMinor: minorUnits(Math.abs(total.amountMinor)) });
  const own = totalCandidates(fields).filter(({ value }) => value?.replace('-', '') === magnitude);
  const [first] = own;
  return [magnitude, `-${magnitude}`]
    .filter((value) => first && own.every((candidate) => candidate.value !== value))
    .flatMap((value) => (first ? [{ ...first, value }] : []));
}
