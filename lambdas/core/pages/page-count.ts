/** How many pages a file has. */
export interface PageCount {
  readonly pages: number;
  /** Counting ended there: there may be more. */
  readonly isLeast?: true;
}

/** What Textract reads of one document. https://docs.aws.amazon.com/textract/latest/dg/limits-document.html */
export const MOST_READABLE_PAGES = 3000;
