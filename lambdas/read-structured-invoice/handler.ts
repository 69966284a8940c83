import type { ExpenseDocument } from '@aws-sdk/client-textract';
import { EInvoiceError, type EInvoiceErrorCode } from 'e-invoices/errors';
import { type InvoiceFile, readInvoiceFile } from 'e-invoices/invoice-file';
import * as z from 'zod/mini';
import { analysisKeyOf } from '../core/document/artifacts.ts';
import { type RejectedName, SpendwireError } from '../core/ground/errors.ts';
import { sourcesOf } from '../core/invoice/value-sources.ts';
import type { StoredAnalysis } from '../core/reading/analysis.ts';

const Input = z.object({ documentId: z.string(), bucket: z.string(), key: z.string(), versionId: z.string() });

export interface ReadStructuredInvoicePorts {
  readObject(object: { bucket: string; key: string; versionId: string }): Promise<Uint8Array>;
  /** The lines that a PDF prints; none where it prints no text. */
  readPrint(pdf: Uint8Array): Promise<ExpenseDocument>;
  writeArtifact(key: string, value: StoredAnalysis): Promise<void>;
}

/**
 * Reads the invoices that a file states by its own data, and the lines that its PDF prints beside them, and stores both as
 * the document's analysis: no page of it is read by Textract. Safe to run twice: the artifact is written again as it was.
 *
 * @throws SpendwireError `UnsupportedFormatError` for XML that is no invoice and for a signed envelope,
 *   `InvoiceInvalidError` for an invoice that cannot be read, `ObjectGoneError` when the file was deleted meanwhile.
 */
export const createHandler = (ports: ReadStructuredInvoicePorts) => async (event: unknown) => {
  const { documentId, ...object } = Input.parse(event);
  const bytes = await ports.readObject(object);
  const { files, invoices } = await readFile(bytes);
  const stated = { ...(files && { file: files.join(', ') }), invoices, sources: sourcesOf(invoices) };
  const documents = files === undefined ? [] : [await ports.readPrint(bytes)];
  await ports.writeArtifact(analysisKeyOf(documentId), { pages: 0, isPartial: false, documents, stated });
  return { pages: 0, invoices: invoices.length };
};

async function readFile(bytes: Uint8Array): Promise<InvoiceFile> {
  try {
    const file = await readInvoiceFile(bytes);
    if (file) return file;
  } catch (error) {
    if (error instanceof EInvoiceError) throw new SpendwireError(NAMES[error.code], adviceOf(error), { cause: error });
    throw error;
  }
  // It was looked at before the execution began: only another reader finds nothing.
  throw new SpendwireError('UnsupportedFormatError', 'no invoice could be read from the file; drop it again');
}

const NAMES: Readonly<Record<EInvoiceErrorCode, RejectedName>> = {
  MalformedInvoiceError: 'InvoiceInvalidError',
  UnknownInvoiceFormatError: 'UnsupportedFormatError',
  EnvelopedInvoiceError: 'UnsupportedFormatError',
};

/** What to do: the envelope's message says it, the others are for whoever wrote the file. */
const adviceOf = ({ code, message }: EInvoiceError): string => {
  if (code === 'EnvelopedInvoiceError') return `${message}, and drop it again`;
  const advice =
    code === 'UnknownInvoiceFormatError'
      ? 'drop the invoice itself, as XML of one of these or as a PDF'
      : 'ask the sender for it once more, or drop the invoice as a PDF';
  return `the XML cannot be read as an invoice: ${message}; ${advice}`;
};
