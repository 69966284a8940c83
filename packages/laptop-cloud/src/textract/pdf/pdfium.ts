import { readFile } from 'node:fs/promises';
import module from 'node:module';
import { type PDFiumDocument, PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';

/**
 * The functions of PDFium that the package carries but does not wrap: the text of a page with its places. Pointers
 * and handles are numbers. https://pdfium.googlesource.com/pdfium/+/main/public/fpdf_text.h
 */
export interface PdfiumModule {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: { malloc(size: number): number; free(pointer: number): void };
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(textPage: number): void;
  _FPDFText_CountChars(textPage: number): number;
  _FPDFText_GetUnicode(textPage: number, index: number): number;
  _FPDFText_IsGenerated(textPage: number, index: number): number;
  _FPDFText_HasUnicodeMapError(textPage: number, index: number): number;
  _FPDFText_GetLooseCharBox(textPage: number, index: number, rectangle: number): number;
  _FPDF_PageToDevice(
    page: number,
    startX: number,
    startY: number,
    sizeX: number,
    sizeY: number,
    rotate: number,
    pageX: number,
    pageY: number,
    deviceX: number,
    deviceY: number,
  ): number;
  _FPDF_ClosePage(page: number): void;
  _FPDFPageObj_GetType(object: number): number;
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  _FPDFPage_CountObjects(page: number): number;
  _FPDFPage_GetObject(page: number, index: number): number;
}

/** What a page object of the package holds inside. */
export interface PageHandle {
  readonly module: PdfiumModule;
  readonly pageIdx: number;
}

let library: Promise<PDFiumLibrary> | undefined;

/** Opens a PDF; one that is broken or asks for a password rejects with PDFium's own message. */
export async function openPdf(content: Uint8Array): Promise<PDFiumDocument> {
  library ??= loadLibrary();
  return (await library).loadDocument(content);
}

async function loadLibrary(): Promise<PDFiumLibrary> {
  const path = module.createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
  const wasm = await readFile(path);
  return PDFiumLibrary.init({
    wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer,
  });
}

/** The inside of a page: the package keeps it private in its types only. */
export const handleOf = (page: PDFiumPage): PageHandle => page as unknown as PageHandle;
