import type { CalendarDate } from '../ground/calendar-date.ts';
import type { CurrencyCode } from '../ground/currency.ts';
import type { ErrorName } from '../ground/errors.ts';
import type { Money } from '../ground/money.ts';
import type { Due } from './due.ts';
import type { PurchaseMarks } from './purchase-marks.ts';

/** Why a person has to look at a document. */
export interface Reason {
  readonly code: ErrorName;
  /** What was found and how to settle it. Amounts and dates are allowed; merchant, items and card numbers are not. */
  readonly message: string;
  /** The days that one sound print may mean, where the doubt is about nothing else. */
  readonly between?: readonly CalendarDate[];
}

/** One printed reading of a field, kept for the person who reviews it. */
export interface Candidate {
  /** As printed. */
  readonly text: string;
  /** What it was read as: a plain decimal, a `YYYY-MM-DD`, a cleaned name. */
  readonly value?: string;
  /** Percent, 0 to 100, as Textract gives it. */
  readonly confidence: number;
  readonly label?: string;
  readonly page: number;
}

export interface LineItem {
  readonly description: string;
  /** A plain decimal: "2", "4.5". */
  readonly quantity?: string;
  readonly unitPrice?: Money;
  readonly amount?: Money;
  /** Read from the print of an invoice whose data states no items. */
  readonly isFromPrint?: true;
}

/** Who sold it, as far as the document shows. */
export interface Vendor {
  readonly name: string;
  /**
   * Present where the name is not convincing: it may be the buyer, a heading or a street. It is shown with a question
   * mark, and decides neither a category nor whether two pictures show the same purchase.
   */
  readonly isUnsure?: true;
  /** The next likely name, where the first is not sure and there is another. */
  readonly runnerUp?: string;
  /** On one line. */
  readonly address?: string;
  readonly phone?: string;
}

/**
 * How the currency was found: printed beside amounts, by the country of the document, assumed from the person, stated by a
 * correction or by the invoice's own data.
 */
export type CurrencyBasis = 'printed' | 'country' | 'person' | 'locale' | 'correction' | 'data';

/**
 * What a document says, read once. `completed` means that total, date and currency can be trusted; anything else is
 * `needs_review` with at least one reason. A refund has a negative total.
 */
export interface StructuredExpense {
  readonly status: 'completed' | 'needs_review';
  readonly reasons: readonly Reason[];
  readonly vendor?: Vendor;
  readonly invoiceNumber?: string;
  readonly purchasedOn?: CalendarDate;
  /** The day by which it is to be paid, as an invoice's data say it, of instalments the first; never read from print. */
  readonly dueOn?: CalendarDate;
  readonly total?: Money;
  readonly subtotal?: Money;
  readonly tax?: Money;
  readonly tip?: Money;
  readonly serviceCharge?: Money;
  readonly discount?: Money;
  /** What is still to be paid in all, after prepayments; absent where nothing is said of it. */
  readonly amountDue?: Money;
  /** What of it is to be paid on which day, the earliest first; absent where all of it is on `dueOn`. */
  readonly instalments?: readonly Due[];
  readonly currency?: { readonly code: CurrencyCode; readonly by: CurrencyBasis; readonly because: string };
  readonly lineItems: readonly LineItem[];
  /** Whether the items account for what is printed; absent without a total, and where neither items nor goods are printed. */
  readonly itemsComplete?: boolean;
  readonly refund: boolean;
  /** Read from the invoice's own data, not from its print. */
  readonly isFromData?: true;
  /** The invoices that one file holds, where it holds several: each is booked on its own day. */
  readonly parts?: readonly ExpensePart[];
  /** By what its invoices are known, whatever their day. @default - it has no data of its own */
  readonly invoiceMarks?: InvoiceMarks;
  /** What tells it from other purchases at the same merchant. @default - nothing was looked for */
  readonly marks?: PurchaseMarks;
  readonly candidates: Readonly<Record<CandidateField, readonly Candidate[]>>;
  /** What Amazon Bedrock proposes for a value that stays in doubt: for the person to choose, and never booked. */
  readonly proposed?: ProposedValues;
  /** Why these values were chosen, one sentence each. */
  readonly evidence: readonly string[];
}

/** As a correction would state them. */
export interface ProposedValues {
  readonly total?: string;
  readonly date?: string;
  readonly currency?: string;
}

/** Each `{tax number}#{number of the invoice}`. */
export interface InvoiceMarks {
  readonly own: readonly string[];
  /** Of earlier invoices that were paid, where what was paid before lies in the total. */
  readonly prepaid: readonly string[];
}

/** One of several invoices in a file. */
export interface ExpensePart
  extends Pick<StructuredExpense, 'subtotal' | 'tax' | 'serviceCharge' | 'discount' | 'lineItems' | 'itemsComplete'> {
  readonly purchasedOn: CalendarDate;
  /** It lies in the future, or too far back: a day that a person states is this one's. */
  readonly isDayDoubtful?: true;
  readonly total: Money;
}

export type CandidateField = 'total' | 'purchasedOn' | 'vendor' | 'invoiceNumber';
