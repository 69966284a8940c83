import { CipherTransformFactory } from '../../node_modules/@cantoo/pdf-lib/es/core/crypto.js';
import PDFArray from '../../node_modules/@cantoo/pdf-lib/es/core/objects/PDFArray.js';
import PDFDict from '../../node_modules/@cantoo/pdf-lib/es/core/objects/PDFDict.js';
import PDFHexString from '../../node_modules/@cantoo/pdf-lib/es/core/objects/PDFHexString.js';
import PDFName from '../../node_modules/@cantoo/pdf-lib/es/core/objects/PDFName.js';
import PDFRawStream from '../../node_modules/@cantoo/pdf-lib/es/core/objects/PDFRawStream.js';
import PDFRef from '../../node_modules/@cantoo/pdf-lib/es/core/objects/PDFRef.js';
import PDFString from '../../node_modules/@cantoo/pdf-lib/es/core/objects/PDFString.js';
import type PDFContext from '../../node_modules/@cantoo/pdf-lib/es/core/PDFContext.js';
import PDFParser from '../../node_modules/@cantoo/pdf-lib/es/core/parser/PDFParser.js';
import { decodePDFRawStream } from '../../node_modules/@cantoo/pdf-lib/es/core/streams/decode.js';
import type PDFCatalog from '../../node_modules/@cantoo/pdf-lib/es/core/structures/PDFCatalog.js';
import PDFPageLeaf from '../../node_modules/@cantoo/pdf-lib/es/core/structures/PDFPageLeaf.js';

export { decodePDFRawStream, PDFArray, PDFDict, PDFHexString, PDFName, PDFRawStream, PDFRef, PDFString };

/**
 * Stands for `@cantoo/pdf-lib` in the functions' bundles, which read PDFs and write none: its parser and its objects,
 * without fonts, forms, drawing, SVG and HTML. {@link load} and what it gives are as there.
 */
export class PDFDocument {
  readonly context: PDFContext;
  readonly catalog: PDFCatalog;

  private constructor(context: PDFContext) {
    this.context = context;
    this.catalog = context.lookup(context.trailerInfo.Root) as PDFCatalog;
  }

  /** @throws Error when it cannot be opened, or asks for a password that was not given. */
  static async load(pdf: Uint8Array, { password }: { readonly password?: string } = {}): Promise<PDFDocument> {
    const context = await parserOf(pdf).parseDocument();
    const encryption = context.lookup(context.trailerInfo.Encrypt);
    if (encryption === undefined) return new PDFDocument(context);
    if (password === undefined) throw new Error('the PDF is encrypted');
    const ids = context.lookup(context.trailerInfo.ID, PDFArray);
    const id = (ids.get(0) as PDFHexString | PDFString).asBytes();
    const key = new CipherTransformFactory(context.lookup(context.trailerInfo.Encrypt, PDFDict), id, password);
    return new PDFDocument(await parserOf(pdf, key).parseDocument());
  }

  getPages(): { readonly node: PDFPageLeaf }[] {
    const pages: { readonly node: PDFPageLeaf }[] = [];
    this.catalog.Pages().traverse((node: unknown) => {
      if (node instanceof PDFPageLeaf) pages.push({ node });
    });
    return pages;
  }

  getPageCount(): number {
    return this.getPages().length;
  }
}

/** As many objects in a tick as `load` of the library takes when nobody asks for another pace. */
const OBJECTS_PER_TICK = 100;

const parserOf = (pdf: Uint8Array, key?: CipherTransformFactory): PDFParser =>
  PDFParser.forBytesWithOptions(pdf, OBJECTS_PER_TICK, false, false, false, key, false);
