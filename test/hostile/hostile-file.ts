import type { Money } from '../../lambdas/core/ground/money.ts';

/** What a file may come to; anything else is a fault. */
export interface DueEnd {
  /** Every way in which its document may end: a status, with the code behind it where it has one (`rejected EmptyFileError`). */
  readonly ends: readonly string[];
  /** What its reason says. */
  readonly says?: RegExp;
  /** What it books where it ends as `completed`; without, nothing. */
  readonly books?: Money;
  /** How the last document of its key ends, where it may have several. */
  readonly lastly?: string;
}

/** A file that cannot be taken, and the line that has to say so. */
export interface DueLine {
  readonly line: RegExp;
}

/** A name that is never uploaded, or a file that is gone before anybody could look: no document, and nothing to say. */
export type DueNothing = 'nothing';

/** One thing that is dropped. */
export interface HostileFile {
  /** The row of the table that counts it. */
  readonly kind: string;
  /** What is odd about it. */
  readonly what: string;
  /** Below the bucket's folder; bytes where the name is no UTF-8. */
  readonly path: string | Buffer;
  readonly due: DueEnd | DueLine | DueNothing;
  /** Puts it there. @default - `content` is written, whole */
  readonly place?: (at: Place) => Promise<void>;
  readonly content?: Buffer;
  /** Whether it comes by PutObject, under this key, and not through the folder. */
  readonly byRequest?: boolean;
}

/** Where something is placed by a file of its own kind. */
export interface Place {
  /** The whole path in the bucket's folder. */
  readonly path: string | Buffer;
  /** A folder outside the data folder, for what links lead to. */
  readonly outside: string;
}

/** Ends as rejected with one of these codes. */
export const rejected = (codes: string | readonly string[], says?: RegExp): DueEnd => ({
  ends: [codes].flat().map((code) => `rejected ${code}`),
  ...(says ? { says } : {}),
});

/** Every code with which a paper waits for a person. */
const REVIEWS = [
  'NotAReceiptError',
  'TotalUnreadableError',
  'TotalsDisagreeError',
  'NotPaidError',
  'DateUnreadableError',
  'DateImplausibleError',
  'CurrencyUnknownError',
  'InvoiceUnclearError',
  'PagesUnreadError',
  'LikelyDuplicateError',
];

/** Waits for a person, for whichever reason. */
export const inReview: DueEnd = { ends: REVIEWS.map((code) => `needs_review ${code}`) };

/** Either of these. */
export const either = (...dues: readonly DueEnd[]): DueEnd => {
  const books = dues.find((due) => due.books)?.books;
  return { ends: dues.flatMap(({ ends }) => ends), ...(books ? { books } : {}) };
};

/** Booked with this amount, or found to be booked already. */
export const booked = (books: Money): DueEnd => ({ ends: ['completed', 'duplicate'], books });

/** A damaged picture of a receipt: refused, asked about, or read right; never read wrong. */
export const damaged = (books: Money): DueEnd => either(rejected('BrokenDocumentError'), inReview, booked(books));
