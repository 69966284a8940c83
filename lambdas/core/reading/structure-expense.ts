import type { ExpenseDocument } from '@aws-sdk/client-textract';
import { readPrintedAmount } from 'printed-text/amounts';
import { parseCalendarDate, partsOf } from '../ground/calendar-date.ts';
import { placesInPrint } from '../ground/currency.ts';
import { type Money, minorUnits } from '../ground/money.ts';
import { findAddedOnTop, withAddedOnTop } from './added-on-top.ts';
import { withoutBuyer } from './buyer-lines.ts';
import { chooseCurrency } from './choose-currency.ts';
import { chooseDate } from './choose-date.ts';
import { chooseTotal } from './choose-total.ts';
import { cleanVendorName } from './clean-vendor-name.ts';
import { countryOfPrinted, findCountry } from './country-evidence.ts';
import { doubtOfChange } from './currency-change.ts';
import { readCurrencyPaper } from './currency-paper.ts';
import { doubtOfGoodsDate } from './date-of-goods.ts';
import { doubtsOfTotal } from './doubts-of-total.ts';
import { type PrintedField, readFields, readLines, toCandidate } from './expense-fields.ts';
import { repairItems } from './item-arithmetic.ts';
import { withItemsComplete } from './items-complete.ts';
import { isSum } from './label-words.ts';
import { notationOf, roleOfField } from './labelled-amounts.ts';
import { withLonePrice } from './lone-price.ts';
import { doubtOfDigits } from './misread-digits.ts';
import { doubtOfMixture } from './mixed-total.ts';
import { withNationalMark } from './national-notation.ts';
import { doubtOfPurchase } from './no-purchase.ts';
import { findPaidBack } from './paid-back.ts';
import { countPrintedAmounts } from './printed-amounts.ts';
import { asPrintedLine, readPrintedLines } from './printed-line.ts';
import { vendorNames } from './rank-vendors.ts';
import { readAmounts } from './read-amounts.ts';
import { readCharges } from './read-charges.ts';
import { invoiceNumberFields, readInvoiceNumber } from './read-invoice-number.ts';
import { endsOfGoods, itemAmountTexts, itemNames, readLineItems, sumOfItems } from './read-line-items.ts';
import { readPurchaseMarks } from './read-purchase-marks.ts';
import { readVendor } from './read-vendor.ts';
import { fitAdvice, type ReadingFile } from './reading-advice.ts';
import { doubtOfDirection, findRefundSigns, isReadAsRefund, refundWordOf, withoutSigns } from './refund.ts';
import { doubtOfOnePage, doubtOfOneReceipt } from './several-receipts.ts';
import { showsGoods } from './shows-goods.ts';
import type { Candidate, Reason, StructuredExpense } from './structured-expense.ts';
import { separateSummaryRows } from './summary-rows.ts';
import { otherDigits, otherDirection, totalCandidates } from './total-candidates.ts';
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
  const fields = withLonePrice(withUntaggedAmounts([...readFields(analysis), ...summaryRows], printed), printed);
  const lines = readLines(analysis);
  const pageLines = printed.length > 0 ? printed : lines.map(asPrintedLine);
  // A coffee of Kenya is drunk everywhere, and an invoice goes abroad.
  const goods = new Set(itemNames(documents));
  const country = findCountry(
    withoutBuyer(
      lines.filter((line) => !goods.has(line)),
      fields,
      pageLines,
    ).join('\n'),
  );
  const itemTexts = itemAmountTexts(documents);

  const printedAmounts = [...fields, ...itemTexts.map((text) => ({ text }))];
  const paper = readCurrencyPaper(analysis, fields, printed, country);
  const { currency, doubt: currencyDoubt } = chooseCurrency(paper, person);
  const asPrinted = notationOf(printedAmounts, currency && placesInPrint(currency.code));
  const notation = withNationalMark(asPrinted, currency?.code, paper.language);
  const itemsAsPrinted = readLineItems(documents, currency?.code, notation);
  const itemsSum = sumOfItems(itemsAsPrinted);
  const signed = currency ? readAmounts(fields, paper.rows, lines, currency.code, notation, itemsSum) : [];
  const back = currency ? findPaidBack(paper.rows, currency.code, notation) : undefined;
  const signs = findRefundSigns(lines, signed, itemsAsPrinted, back);
  const [isRefund, refundWord] = [isReadAsRefund(signs), refundWordOf(signs)];
  const added = currency && !isRefund ? findAddedOnTop(paper.rows, currency.code) : undefined;
  const spent = added ? withAddedOnTop(signs.amounts, added) : signs.amounts;
  const amounts = isRefund ? withoutSigns(signs.amounts) : spent;
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
  // A firm that bills abroad states their currency, and writes dates as it does at home.
  const written = country ?? (paper.stated ? undefined : countryOfPrinted(currency));
  const today = parseCalendarDate(person.today);
  const origin = { country: written, language: paper.language };
  const date = chooseDate(fields, pageLines, origin, { locale: person.locale, today });

  const refund = isRefund || (chosen !== undefined && chosen.minor < 0);
  const total: Money | undefined = currency &&
    chosen && { amountMinor: minorUnits(refund ? -Math.abs(chosen.minor) : chosen.minor), currency: currency.code };

  const settled = chosen?.doubt ? undefined : total;
  const kinds = chosen?.closures.map(({ kind }) => kind) ?? [];
  const direction = settled && doubtOfDirection(settled.amountMinor, signs, settled.currency);
  const isSignRead = currency?.by === 'printed';
  const digits = settled && chosen && doubtOfDigits(settled, chosen, lineItems, amounts, printed, isSignRead);
  const isPaid = amounts.some(({ role }) => role === 'cash' || role === 'change');
  const purchase = doubtOfPurchase(
    pageLines.map(({ text }) => text),
    isPaid,
  );
  const printedTotals = [
    ...totalCandidates(fields),
    ...(direction && total ? otherDirection(total, fields) : []),
    ...(digits && chosen ? otherDigits(digits, chosen) : []),
  ];
  const ofPage = doubtOfOnePage(printed, paper.rows, currency?.code, partsOf(today).year);
  const hasAmounts = [...fields.filter(isAmountField), ...itemTexts.map((text) => ({ text }))].some(isAmount);
  const ofReading = hasAmounts
    ? [
        currencyDoubt,
        chosen
          ? chosen.doubt
          : doubtOfNoTotal(currencyDoubt ? undefined : currency, printedTotals, doubtOfWords(paper.rows)),
        digits?.reason,
        ...(settled
          ? doubtsOfTotal({
              total: settled,
              rows: paper.rows,
              lines: printed,
              amounts,
              lineItems,
              added,
              isPaid,
              isSignRead,
              areDigitsDoubted: digits !== undefined,
              kinds,
            })
          : []),
        total && !currencyDoubt ? doubtOfMixture(paper.rows, total) : undefined,
        direction,
        purchase,
        date.doubt ?? doubtOfGoodsDate(date.date, documents, lines, partsOf(today).year),
        currency && date.date && !currencyDoubt
          ? doubtOfChange(currency, country, person.locale, date.date)
          : undefined,
      ].filter((doubt) => doubt !== undefined)
    : [doubtOfWords(paper.rows) ?? notAReceipt];
  const reasons = ofPage ? [ofPage] : ofReading;
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

const notAReceipt: Reason = {
  code: 'NotAReceiptError',
  message: 'no amount could be read; drop a sharper picture',
};

/** Why no total was chosen; undefined where the currency alone is missing and the total may be printed plainly. */
function doubtOfNoTotal(
  currency: { readonly code: string } | undefined,
  [first]: readonly Candidate[],
  words: Reason | undefined,
): Reason | undefined {
  if (!first) {
    return words ?? { code: 'TotalUnreadableError', message: 'no total was found; drop a picture that shows it' };
  }
  if (!currency) return undefined;
  const message = `the total is printed as "${first.text}", which is no amount in ${currency.code}; drop a picture that shows it plainly`;
  return { code: 'TotalUnreadableError', message };
}

const isAmountField = (field: PrintedField): boolean => roleOfField(field) !== undefined;
const isAmount = ({ text }: { readonly text: string }): boolean => readPrintedAmount(text) !== undefined;
