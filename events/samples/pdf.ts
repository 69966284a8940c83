import PDFDocument from 'pdfkit';

/** A file's date and id are made from this, so that it has the same bytes tomorrow. */
const MADE_ON = new Date('2026-11-19T12:00:00Z');

/** US Letter, in points. */
export const letter = { width: 612, height: 792 } as const;

/**
 * A new document without pages.
 *
 * @param options As pdfkit takes them, such as `userPassword`.
 */
export const newPdf = (title: string, options: PDFKit.PDFDocumentOptions = {}): PDFKit.PDFDocument =>
  new PDFDocument({
    size: 'LETTER',
    margin: 54,
    autoFirstPage: false,
    ...options,
    info: { Title: title, CreationDate: MADE_ON },
  });

/** Ends the document and gives its bytes. */
export async function finished(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  pdf.end();
  for await (const chunk of pdf) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Pages that are nothing but pictures, as a scanner makes them. */
export async function scannedPdf(title: string, pages: readonly Buffer[]): Promise<Buffer> {
  const pdf = newPdf(title);
  for (const page of pages) pdf.addPage().image(page, 0, 0, { width: letter.width, height: letter.height });
  return await finished(pdf);
}
