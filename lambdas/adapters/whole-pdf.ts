import { PDFDocument } from '@cantoo/pdf-lib';

/** How many pages a PDF has, whose objects are found without its cross-references. 0 where it cannot be opened. */
export async function countWhole(pdf: Uint8Array): Promise<number> {
  try {
    // A PDF that only restricts its use opens with no password.
    return (await PDFDocument.load(pdf, { updateMetadata: false, password: '' })).getPageCount();
  } catch {
    return 0;
  }
}
