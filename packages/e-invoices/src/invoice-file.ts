import { EInvoiceError } from './errors.ts';
import type { Invoice } from './invoice.ts';
import { isEnvelope, readInvoices } from './read-invoices.ts';

/** The invoices that a file states by its own data. */
export interface InvoiceFile {
  /** The name of the file inside the PDF; absent where the file itself is the data. */
  readonly file?: string;
  readonly invoices: readonly Invoice[];
}

/**
 * Reads the invoices of a file, whatever its name: of XML itself, or of the first file inside a PDF that holds any.
 *
 * @returns undefined for a file without data of its own: a PDF without such a file, a picture, anything else.
 * @throws EInvoiceError for XML that cannot be read as an invoice, and for a signed envelope around one.
 */
export async function readInvoiceFile(bytes: Uint8Array): Promise<InvoiceFile | undefined> {
  if (isData(bytes)) return { invoices: readInvoices(bytes) };
  if (!isPdf(bytes)) return undefined;
  // Large, and of no use for anything but a PDF.
  const { findEmbeddedInvoices } = await import('./embedded.ts');
  for (const { name, bytes: embedded } of await findEmbeddedInvoices(bytes)) {
    const invoices = readQuietly(embedded);
    if (invoices) return { file: name, invoices };
  }
  return undefined;
}

/**
 * Whether a file speaks for itself: a PDF with data that can be read, and XML or an envelope around it in any case, for
 * nothing else can be read of these.
 */
export const carriesInvoice = async (bytes: Uint8Array): Promise<boolean> =>
  isData(bytes) || (await readInvoiceFile(bytes)) !== undefined;

const isData = (bytes: Uint8Array): boolean => isXml(bytes) || isEnvelope(bytes);

/** By its first sign besides blanks and a byte order mark, in UTF-8 or UTF-16. */
function isXml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 256)).toString('latin1').replaceAll('\0', '');
  return /^(?:\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)?\s*<(?:\?xml|!--|[A-Za-z_])/.test(head);
}

/** The header may stand behind other bytes, within the first kilobyte. */
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');

function readQuietly(bytes: Uint8Array): readonly Invoice[] | undefined {
  try {
    return readInvoices(bytes);
  } catch (error) {
    if (error instanceof EInvoiceError) return undefined;
    throw error;
  }
}
