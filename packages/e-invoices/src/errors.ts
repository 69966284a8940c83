/** Why a file is no invoice that can be read from its own data. */
export type EInvoiceErrorCode =
  /** The file is no well-formed XML, too large, or declares a document type, which no invoice format has. */
  | 'MalformedInvoiceError'
  /** Well-formed, and no invoice of a known format. */
  | 'UnknownInvoiceFormatError'
  /** A signed or encrypted envelope around an invoice. */
  | 'EnvelopedInvoiceError';

/** What was expected and what was got; what to do about it is the caller's to say, but for an envelope. */
export class EInvoiceError extends Error {
  override readonly name = 'EInvoiceError';

  constructor(
    readonly code: EInvoiceErrorCode,
    message: string,
  ) {
    super(message);
  }
}
