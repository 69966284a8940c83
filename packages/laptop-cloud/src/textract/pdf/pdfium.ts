import { readFile } from 'node:fs/promises';
import module from 'node:module';
import { type PDFiumDocument, PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import { withMostMemory } from './limit-memory.ts';

/**
 * The functions of PDFium that the package carries but does not wrap: the text of a page with its places, what its
 * objects are, annotations and pictures. Pointers and handles are numbers, and so is what C calls a boolean.
 * https://pdfium.googlesource.com/pdfium/+/main/public/
 */
export interface PdfiumModule {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: { malloc(size: number): number; free(pointer: number): void };
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(textPage: number): void;
  _FPDFText_CountChars(textPage: number): number;
  _FPDFText_GetUnicode(textPage: number, index: number): number;
  _FPDFText_IsGenerated(textPage: number, index: number): number;
  _FPDFText_IsHyphen(textPage: number, index: number): number;
  _FPDFText_HasUnicodeMapError(textPage: number, index: number): number;
  _FPDFText_GetLooseCharBox(textPage: number, index: number, rectangle: number): number;
  _FPDFText_GetCharBox(
    textPage: number,
    index: number,
    left: number,
    right: number,
    bottom: number,
    top: number,
  ): number;
  _FPDFText_GetMatrix(textPage: number, index: number, matrix: number): number;
  _FPDFText_GetTextObject(textPage: number, index: number): number;
  _FPDFTextObj_GetFont(object: number): number;
  _FPDFTextObj_GetTextRenderMode(object: number): number;
  _FPDFFont_GetIsEmbedded(font: number): number;
  _FPDFPage_CountObjects(page: number): number;
  _FPDFPage_GetObject(page: number, index: number): number;
  _FPDFFormObj_CountObjects(form: number): number;
  _FPDFFormObj_GetObject(form: number, index: number): number;
  _FPDFPageObj_GetType(object: number): number;
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  _FPDFPageObj_SetIsActive(object: number, isActive: number): number;
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
  _FPDF_GetPageWidth(page: number): number;
  _FPDF_GetPageHeight(page: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDFPage_GetAnnotCount(page: number): number;
  _FPDFPage_GetAnnot(page: number, index: number): number;
  _FPDFPage_RemoveAnnot(page: number, index: number): number;
  _FPDFPage_CloseAnnot(annotation: number): void;
  _FPDFPage_Flatten(page: number, usage: number): number;
  _FPDFAnnot_GetSubtype(annotation: number): number;
  _FPDFAnnot_GetFlags(annotation: number): number;
  _FORM_OnAfterLoadPage(page: number, form: number): void;
  _FORM_OnBeforeClosePage(page: number, form: number): void;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, memory: number, stride: number): number;
  _FPDFBitmap_FillRect(bitmap: number, left: number, top: number, width: number, height: number, colour: number): void;
  _FPDFBitmap_GetBuffer(bitmap: number): number;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    startX: number,
    startY: number,
    sizeX: number,
    sizeY: number,
    rotate: number,
    flags: number,
  ): void;
}

/** What a page object of the package holds inside. */
export interface PageHandle {
  readonly module: PdfiumModule;
  readonly pageIdx: number;
}

/** A page of 40 inches at 300 dots an inch fits; the module itself would take 2 GiB. */
const MOST_MEMORY_BYTES = 768 * 1024 * 1024;

let library: Promise<PDFiumLibrary> | undefined;

/** Opens a PDF; one that is broken or asks for a password rejects with PDFium's own message. */
export async function openPdf(content: Uint8Array): Promise<PDFiumDocument> {
  library ??= loadLibrary();
  return (await library).loadDocument(content);
}

async function loadLibrary(): Promise<PDFiumLibrary> {
  const path = module.createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
  const wasm = withMostMemory(await readFile(path), MOST_MEMORY_BYTES);
  return PDFiumLibrary.init({ wasmBinary: wasm.buffer as ArrayBuffer });
}

/** The inside of a page: the package keeps it private in its types only. */
export const handleOf = (page: PDFiumPage): PageHandle => page as unknown as PageHandle;

/** The memory as numbers; it may have grown and moved, so it is taken anew after every call. */
export const viewOf = ({ HEAPU8 }: PdfiumModule): DataView => new DataView(HEAPU8.buffer);

/** Lends memory to some work. */
export function withMemory<Result>(module: PdfiumModule, size: number, work: (pointer: number) => Result): Result {
  const pointer = module.wasmExports.malloc(size);
  if (pointer === 0) throw new Error(`PDFium has no memory left for ${size} bytes`);
  try {
    return work(pointer);
  } finally {
    module.wasmExports.free(pointer);
  }
}
