import {
  decodePDFRawStream,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** A file inside a PDF. */
export interface EmbeddedFile {
  readonly name: string;
  /** How it belongs to the document, such as Alternative, Data or Source (PDF 2.0, 7.11.3). */
  readonly relationship?: string;
  readonly bytes: Uint8Array;
}

/** What the standards call the invoice; order-x.xml is an order. */
const NAMES: readonly string[] = ['factur-x.xml', 'zugferd-invoice.xml', 'xrechnung.xml'];
const MOST_FILES = 50;

/**
 * The invoices among the files inside a PDF, the likeliest first: those with a name of Factur-X, ZUGFeRD or XRechnung,
 * whatever their letters' case, then other XML by its relationship to the document.
 *
 * @returns none for a PDF without files, and for one that cannot be opened: it is read by its print then.
 */
export async function findEmbeddedInvoices(pdf: Uint8Array): Promise<readonly EmbeddedFile[]> {
  if (!mayHaveFiles(pdf)) return [];
  const files = (await embeddedFiles(pdf)).filter(({ name }) => /\.xml$/i.test(name) && !/^order-x/i.test(name));
  return [...files].sort((a, b) => rankOf(a) - rankOf(b));
}

const rankOf = ({ name, relationship }: EmbeddedFile): number => {
  const byName = NAMES.indexOf(name.toLowerCase());
  if (byName >= 0) return byName;
  return relationship === 'Alternative' || relationship === 'Data' ? NAMES.length : NAMES.length + 1;
};

/** Cheap: the words stand in the file as they are, or in objects that are packed together. */
function mayHaveFiles(pdf: Uint8Array): boolean {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  return bytes.includes('/EmbeddedFile') || bytes.includes('/Filespec') || bytes.includes('/ObjStm');
}

/** Every file specification of the document, whether its catalog, a page or nothing names it. */
async function embeddedFiles(pdf: Uint8Array): Promise<readonly EmbeddedFile[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, ignoreEncryption: false }).catch(
    () => undefined,
  );
  if (!document) return [];
  const files: EmbeddedFile[] = [];
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || files.length >= MOST_FILES) continue;
    const file = fileOf(object);
    if (file) files.push(file);
  }
  return files;
}

function fileOf(specification: PDFDict): EmbeddedFile | undefined {
  const holder = specification.lookup(PDFName.of('EF'));
  if (!(holder instanceof PDFDict)) return undefined;
  const name = nameOf(specification);
  const stream = holder.lookup(PDFName.of('F')) ?? holder.lookup(PDFName.of('UF'));
  if (name === undefined || !(stream instanceof PDFRawStream)) return undefined;
  const relationship = specification.lookup(PDFName.of('AFRelationship'));
  try {
    return {
      name,
      ...(relationship instanceof PDFName && { relationship: relationship.decodeText() }),
      bytes: decodePDFRawStream(stream).decode(),
    };
  } catch {
    return undefined;
  }
}

function nameOf(specification: PDFDict): string | undefined {
  for (const key of ['UF', 'F']) {
    const name = specification.lookup(PDFName.of(key));
    if (name instanceof PDFString || name instanceof PDFHexString) return name.decodeText();
  }
  return undefined;
}
