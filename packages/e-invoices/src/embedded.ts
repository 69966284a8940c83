import { PDFDocument } from '@cantoo/pdf-lib';
import { contentOf, holdsXml } from './embedded-content.ts';
import { fileSpecifications, type Specification } from './file-specifications.ts';

/** A file inside a PDF. */
export interface EmbeddedFile {
  readonly name: string;
  /** How it belongs to the document, such as Alternative, Data or Source (PDF 2.0, 7.11.3). */
  readonly relationship?: string;
  /** Whether it is named as Factur-X, ZUGFeRD or XRechnung name the invoice of the PDF. */
  readonly hasStandardName: boolean;
  readonly bytes: Uint8Array;
}

/** What the standards call the invoice; order-x.xml is an order. */
const NAMES: readonly string[] = ['factur-x.xml', 'zugferd-invoice.xml', 'xrechnung.xml'];
const MOST_FILES = 50;

/**
 * The files inside a PDF that may be its invoices, the likeliest first: those with a name of Factur-X, ZUGFeRD or
 * XRechnung, whatever their letters' case, then other `.xml` by its relationship to the document, then those of any name
 * that hold XML. Orders (order-x) and files of more than 10 MiB are none.
 *
 * @returns none for a PDF without files, and for one that cannot be opened: it is read by its print then.
 */
export async function findEmbeddedInvoices(pdf: Uint8Array): Promise<readonly EmbeddedFile[]> {
  if (!mayHaveFiles(pdf)) return [];
  // A PDF that only restricts its use opens with no password.
  const document = await PDFDocument.load(pdf, { updateMetadata: false, password: '' }).catch(() => undefined);
  if (!document) return [];
  return fileSpecifications(document)
    .filter(({ name }) => !/^order-x/i.test(baseName(name)))
    .filter(({ name, stream }) => isNamedXml(name) || holdsXml(stream))
    .sort((a, b) => rankOf(a) - rankOf(b))
    .slice(0, MOST_FILES)
    .flatMap(({ name, relationship, stream }) => {
      const bytes = contentOf(stream);
      const hasStandardName = standardOf(name) >= 0;
      return bytes ? { name, ...(relationship !== undefined && { relationship }), hasStandardName, bytes } : [];
    });
}

/** Some name a file by where it once was. */
const baseName = (name: string): string => name.split(/[/\\]/).at(-1) ?? name;

const isNamedXml = (name: string): boolean => /\.xml$/i.test(name);

const standardOf = (name: string): number => NAMES.indexOf(baseName(name).toLowerCase());

const rankOf = ({ name, relationship }: Specification): number => {
  const byName = standardOf(name);
  if (byName >= 0) return byName;
  const byRelationship = relationship === 'Alternative' || relationship === 'Data' ? 0 : 1;
  return NAMES.length + (isNamedXml(name) ? 0 : 2) + byRelationship;
};

/** Cheap: the words stand in the file as they are, or in objects that are packed together. */
export function mayHaveFiles(pdf: Uint8Array): boolean {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  return bytes.includes('/EmbeddedFile') || bytes.includes('/Filespec') || bytes.includes('/ObjStm');
}
