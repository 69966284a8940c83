import type { EmbeddedFile } from './embedded.ts';
import { EInvoiceError } from './errors.ts';
import type { Invoice } from './invoice.ts';
import { isXml } from './is-xml.ts';
import { isEnvelope, readInvoices } from './read-invoices.ts';
import { isSameInvoice } from './same-invoice.ts';

/** The invoices that a file states by its own data. */
export interface InvoiceFile {
  /**
   * The names of the files inside the PDF that hold them; absent where the file itself is the data. More than one where
   * they hold different invoices, of which nobody says whether both count.
   */
  readonly files?: readonly [string, ...string[]];
  readonly invoices: readonly Invoice[];
}

/**
 * Reads the invoices of a file, whatever its name: of XML itself, or of the files inside a PDF. Those with a name of Factur-X,
 * ZUGFeRD or XRechnung are the invoice, whatever else is attached; without one all that hold invoices are, but for what is
 * attached as a supplement to another. An invoice that two of them hold counts once.
 *
 * @returns undefined for a file without data of its own: a PDF without such a file, a picture, anything else.
 * @throws EInvoiceError for XML that cannot be read as an invoice, and for a signed envelope around one.
 */
export async function readInvoiceFile(bytes: Uint8Array): Promise<InvoiceFile | undefined> {
  if (isData(bytes)) return { invoices: readInvoices(bytes) };
  if (!isPdf(bytes)) return undefined;
  // Large, and of no use for anything but a PDF.
  const { findEmbeddedInvoices } = await import('./embedded.ts');
  const found: Attached[] = [];
  for (const file of await findEmbeddedInvoices(bytes)) {
    // These come first.
    if (!file.hasStandardName && found[0]?.hasStandardName) break;
    const invoices = readQuietly(file.bytes);
    if (invoices) found.push({ ...file, invoices });
  }
  const own = found.filter(({ relationship, hasStandardName }) => hasStandardName || relationship !== 'Supplement');
  const [first, ...others] = own.length > 0 ? own : found;
  return first && together(first, others);
}

interface Attached extends Pick<EmbeddedFile, 'name' | 'relationship' | 'hasStandardName'> {
  readonly invoices: readonly Invoice[];
}

/** What one file holds twice stays: only a copy in another file is surely one. */
const together = (first: Attached, others: readonly Attached[]): InvoiceFile =>
  others.reduce<Required<InvoiceFile>>(
    ({ files, invoices }, { name, invoices: more }) => {
      const added = more.filter((one) => !invoices.some((other) => isSameInvoice(one, other)));
      return added.length === 0 ? { files, invoices } : { files: [...files, name], invoices: [...invoices, ...added] };
    },
    { files: [first.name], invoices: first.invoices },
  );

/**
 * Whether a file speaks for itself: a PDF with data that can be read, and XML or an envelope around it in any case, for
 * nothing else can be read of these.
 */
export const carriesInvoice = async (bytes: Uint8Array): Promise<boolean> =>
  isData(bytes) || (await readInvoiceFile(bytes)) !== undefined;

const isData = (bytes: Uint8Array): boolean => isXml(bytes) || isEnvelope(bytes);

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
