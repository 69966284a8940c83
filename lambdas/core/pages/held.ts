import type { Reason } from '../reading/structured-expense.ts';
import { MOST_READABLE_PAGES, type PageCount } from './page-count.ts';

/** Why a document is not read unasked: it has too many pages, or nobody can say how many. */
export type HeldForPages = PageCount | { readonly because: string };

/** How S3 refused to hand a file out: the name of its error, and its words. */
export interface Refusal {
  readonly code: string;
  readonly reason: string;
}

/** Why a document is not read: for its pages, or because it might not be looked at. */
export type Held = HeldForPages | { readonly refused: Refusal };

/** Whether it waits for its person's word; what S3 refused waits for the operator. */
export const isHeldForPages = (held: Held | undefined): held is HeldForPages =>
  held !== undefined && !('refused' in held);

/** What reading a page takes of whoever runs the installation. */
export interface PageCost {
  /** How many pages are read unasked. */
  readonly mostPages: number;
  /** Where pages cost time and no money; 0 where Textract bills them. */
  readonly secondsPerPage: number;
}

/** The line of a correction that has all pages read. */
export const READ_ALL = 'readAll: true';

/** Textract's list price of AnalyzeExpense. https://aws.amazon.com/textract/pricing/ */
const USD_CENTS_PER_PAGE = 1;

/** What a person is asked about a document that was not read, for its number of pages. */
export function reasonToHold(held: HeldForPages, cost: PageCost): Reason {
  return {
    code: 'TooManyPagesError',
    message: 'pages' in held ? tellPages(held, cost) : tellUncounted(held.because, cost),
  };
}

function tellPages({ pages, isLeast }: PageCount, cost: PageCost): string {
  const has = `the file has ${isLeast ? 'at least ' : ''}${written(pages)} pages`;
  if (pages > MOST_READABLE_PAGES) {
    return `${has}, and at most ${written(MOST_READABLE_PAGES)} can be read; drop only the pages that are the receipt, or state its total and date`;
  }
  return `${has}; to read them ${isLeast ? 'takes more than' : 'takes about'} ${costOf(pages, cost)}, and more than ${written(cost.mostPages)} pages are read only when you say so; drop only the pages that are the receipt, or state ${READ_ALL}`;
}

const tellUncounted = (because: string, cost: PageCost): string =>
  `the pages of the file cannot be counted (${because}); to read as many as there may be takes up to ${costOf(MOST_READABLE_PAGES, cost)}, so it is read only when you say so; open it on your computer, save it again and drop it again, or state ${READ_ALL}`;

/** What a person is asked about a document that was read, and turned out to have more pages than it had told. */
export const reasonAfterReading = (pages: number, cost: PageCost): Reason => ({
  code: 'TooManyPagesError',
  message: `${written(pages)} pages were read, which takes about ${costOf(pages, cost)}: the file tells of fewer, and more than ${written(cost.mostPages)} are read only when you say so; if all of them are the receipt, state ${READ_ALL}`,
});

function costOf(pages: number, { secondsPerPage }: PageCost): string {
  if (secondsPerPage === 0)
    return `${((pages * USD_CENTS_PER_PAGE) / 100).toFixed(2)} USD at Textract's list price of 0.01 USD a page`;
  const minutes = Math.ceil((pages * secondsPerPage) / 60);
  return `${written(minutes)} ${minutes === 1 ? 'minute' : 'minutes'} on this computer`;
}

const written = (count: number): string => count.toLocaleString('en-US');
