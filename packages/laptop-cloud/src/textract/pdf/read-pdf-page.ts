import type { PDFiumPage } from '@hyzyla/pdfium';
import type { Picture } from '../ocr/picture.ts';
import type { PageText } from '../ocr/text-line.ts';
import { toTextLines } from './character-lines.ts';
import { type PdfCharacter, readCharacters } from './page-characters.ts';
import { handleOf, type PdfiumModule } from './pdfium.ts';

const FEWEST_CHARACTERS = 10;
const MOST_UNKNOWN = 0.1;
const IMAGE_OBJECT = 3;
// A picture over this share of the page is a scan; the text with it is someone else's OCR.
const SCAN_SHARE = 0.6;
const DOTS_PER_POINT = 200 / 72;
const LONGEST_SIDE = 2400;

/** A page by its own text, or as a picture to be read where it has none that can be trusted. */
export type PdfPage = { readonly text: PageText } | { readonly picture: Picture };

/** Reads a page of a PDF and lets go of it; the page cannot be used again. */
export async function readPdfPage(page: PDFiumPage): Promise<PdfPage> {
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
  const characters = readCharacters(page);
  if (isTrustworthy(characters) && !isScan(page, width * height)) {
    const { module, pageIdx } = handleOf(page);
    module._FPDF_ClosePage(pageIdx);
    return { text: { width, height, quarterTurns: 0, lines: toTextLines(characters) } };
  }
  const scale = Math.min(DOTS_PER_POINT, LONGEST_SIDE / Math.max(width, height));
  const render = await page.render({ scale, render: 'bitmap' });
  return { picture: { width: render.width, height: render.height, data: withoutAlpha(render.data) } };
}

function isTrustworthy(characters: readonly PdfCharacter[]): boolean {
  const printed = characters.filter(({ isSpace }) => !isSpace);
  const unknown = printed.filter(({ isUnknown }) => isUnknown).length;
  return printed.length >= FEWEST_CHARACTERS && unknown <= MOST_UNKNOWN * printed.length;
}

function isScan(page: PDFiumPage, pageArea: number): boolean {
  const { module, pageIdx } = handleOf(page);
  const count = module._FPDFPage_CountObjects(pageIdx);
  for (let index = 0; index < count; index++) {
    const object = module._FPDFPage_GetObject(pageIdx, index);
    const isImage = module._FPDFPageObj_GetType(object) === IMAGE_OBJECT;
    if (isImage && areaOf(module, object) > SCAN_SHARE * pageArea) return true;
  }
  return false;
}

function areaOf(module: PdfiumModule, object: number): number {
  const memory = module.wasmExports.malloc(16);
  try {
    module._FPDFPageObj_GetBounds(object, memory, memory + 4, memory + 8, memory + 12);
    const view = new DataView(module.HEAPU8.buffer);
    const [left = 0, bottom = 0, right = 0, top = 0] = [0, 4, 8, 12].map((offset) =>
      view.getFloat32(memory + offset, true),
    );
    return Math.abs(right - left) * Math.abs(top - bottom);
  } finally {
    module.wasmExports.free(memory);
  }
}

function withoutAlpha(pixels: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((pixels.length / 4) * 3);
  for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
    rgb[to] = pixels[from] as number;
    rgb[to + 1] = pixels[from + 1] as number;
    rgb[to + 2] = pixels[from + 2] as number;
  }
  return rgb;
}
