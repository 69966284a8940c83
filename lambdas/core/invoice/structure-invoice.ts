import type { ExpenseDocument } from '@aws-sdk/client-textract';
import type { Invoice } from 'e-invoices/invoice';
import { parseCalendarDate } from '../ground/calendar-date.ts';
import { type CurrencyCode, isCurrencyCode } from '../ground/currency.ts';
import { statedMoney } from '../ground/money.ts';
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
  const expense = expenseOfInvoices(invoices, today);
  const stated: StructuredExpense = {
    ...expense,
    invoiceMarks: marksOfInvoices(invoices),
    evidence: [...expense.evidence, file === undefined ? 'the file is the data' : `the data is ${file} in the PDF`],
  };
  const lines = readPrintedLines(documents);
  if (lines.length === 0) return stated;
  const code = expense.currency?.code;
  const owed = invoices.length === 1 ? invoices[0]?.totals.due : undefined;
  const due = code === undefined || owed === undefined ? undefined : statedMoney(owed, code);
  const print = { lines, expense: structureExpense(documents, person, { isPdf: true }) };
  return withItemsOfPrint(withDoubtsOfPrint(stated, print, due, today), lines);
}

/** The digits as they stand, in the currency that a person states. */
const inCurrency = (invoice: Invoice, currency: CurrencyCode): Invoice =>
  invoice.currency !== undefined && isCurrencyCode(invoice.currency) ? invoice : { ...invoice, currency };
