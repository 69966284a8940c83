import { PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { mayHaveFiles } from './embedded.ts';

/**
 * The same PDF with none of the files inside it: what is left is its print. A PDF without files comes back as it is.
 *
 * @throws Error when it cannot be opened, so that nothing is taken for print alone that is not.
 */
export async function withoutEmbeddedFiles(pdf: Uint8Array): Promise<Uint8Array> {
  if (!mayHaveFiles(pdf)) return pdf;
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  for (const [reference, object] of document.context.enumerateIndirectObjects()) {
    const holder = object instanceof PDFDict ? object.lookup(PDFName.of('EF')) : undefined;
    if (!(object instanceof PDFDict) || !(holder instanceof PDFDict)) continue;
    for (const stream of holder.values()) if (stream instanceof PDFRef) document.context.delete(stream);
    document.context.delete(reference);
  }
  const names = document.catalog.lookup(PDFName.of('Names'));
  if (names instanceof PDFDict) names.delete(PDFName.of('EmbeddedFiles'));
  document.catalog.delete(PDFName.of('AF'));
  return document.save({ addDefaultPage: false, updateFieldAppearances: false });
}
