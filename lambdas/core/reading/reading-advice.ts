import type { Reason } from './structured-expense.ts';

/** What is known of the file that was read. */
export interface ReadingFile {
  /** A PDF is no photograph: another picture of it would not help. */
  readonly isPdf?: boolean;
}

/** Every advice that speaks of another picture, whatever that is to show. */
const ANOTHER_PICTURE = /drop a (?:sharper )?picture(?: that shows [^,;]+)?/g;

/** The reason with an advice that can be followed for this kind of file. */
export function fitAdvice(reason: Reason, { isPdf }: ReadingFile): Reason {
  if (isPdf !== true) return reason;
  return { ...reason, message: reason.message.replace(ANOTHER_PICTURE, 'compare it with the PDF') };
}
