import type { PdfPage } from './pdf/read-pdf-page.ts';

/** A document whose pages can be taken one at a time. */
export interface OpenDocument {
  readonly pages: number;
  /** @param index Counted from 0. */
  page(index: number): Promise<PdfPage>;
  close(): void;
}

/** Opens a PDF; where and how is the caller's to choose. */
export type OpenPdf = (content: Buffer) => Promise<OpenDocument>;
