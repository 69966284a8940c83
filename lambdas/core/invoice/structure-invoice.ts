import type { ExpenseDocument } from '@aws-sdk/client-textract';
import type { Invoice } from 'e-invoices/invoice';
import { onOneLine } from 'printed-text/plain-text';
import { parseCalendarDate } from '../ground/calendar-date.ts';
import { type CurrencyCode, isCurrencyCode } from '../ground/currency.ts';
import type { StatedInvoices } from '../reading/analysis.ts';
import { readPrintedLines } from '../reading/printed-line.ts';
import { type ReadingPerson, structureExpense } from '../reading/structure-expense.ts';
import type { StructuredExpense } from '../reading/structured-expense.ts';
import { expenseOfInvoices } from './expense-of-invoices.ts';
import { marksOfInvoices } from './invoice-marks.ts';
import { withItemsOfPrint } from './items-of-print.ts';
import { withDoubtsOfPrint } from './print-doubts.ts';

/**
 * The expense that a file states by its own data. Where its PDF prints text, that is read too: it is asked about where the two
 * disagree, and may add the items that the data leaves out.
 *
 * @param documents The lines that the PDF prints.
 * @param statedCurrency By a correction, where the data names none that there is.
 * @throws RangeError without any invoice, or when `today` is not a date.
 */
export function structureInvoice(
  { invoices: found, file }: StatedInvoices,
  documents: readonly ExpenseDocument[],
  person: ReadingPerson,
  statedCurrency?: CurrencyCode,
): StructuredExpense {
  const invoices = statedCurrency === undefined ? found : found.map((invoice) => inCurrency(invoice, statedCurrency));
  const today = parseCalendarDate(person.today);
  const expense = withDoubtOfFiles(expenseOfInvoices(invoices, today), invoices, file);
  const stated: StructuredExpense = {
    ...expense,
    invoiceMarks: marksOfInvoices(invoices),
    evidence: [...expense.evidence, file === undefined ? 'the file is the data' : `the data is ${file} in the PDF`],
  };
  const lines = readPrintedLines(documents);
  if (lines.length === 0) return stated;
  const due = invoices.length === 1 ? expense.amountDue : undefined;
  const print = { lines, expense: structureExpense(documents, person, { isPdf: true }) };
  return withItemsOfPrint(withDoubtsOfPrint(stated, print, due, today), lines);
}

/** Files of one PDF that hold different invoices: it may be two, or one and what it is compared with. */
function withDoubtOfFiles(
  expense: StructuredExpense,
  invoices: readonly Invoice[],
  file: string | undefined,
): StructuredExpense {
  if (file === undefined || !file.includes(', ')) return expense;
  const listed = invoices.map(({ number = 'without a number', totals }) => `${number} over ${totals.withTax ?? '?'}`);
  const message = `the PDF holds different invoices in ${file}: ${onOneLine(listed.join(', '))}; state the total that counts, or drop each as a file of its own`;
  return {
    ...expense,
    status: 'needs_review',
    reasons: [...expense.reasons, { code: 'InvoiceUnclearError', message }],
  };
}

/** The digits as they stand, in the currency that a person states. */
const inCurrency = (invoice: Invoice, currency: CurrencyCode): Invoice =>
  invoice.currency !== undefined && isCurrencyCode(invoice.currency) ? invoice : { ...invoice, currency };
