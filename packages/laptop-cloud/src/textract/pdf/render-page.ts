import type { Picture } from '../ocr/picture.ts';
import type { Rectangle } from './page-characters.ts';
import type { PageHandle } from './pdfium.ts';

const RGBA = 4;
const WHITE = 0xffffffff;
// Of FPDF_RenderPageBitmap: annotations, and red first.
const ANNOTATIONS = 0x01;
const RED_FIRST = 0x10;
const CLEAR_TYPE = 0x02;

/** How a page is drawn. */
export interface RenderOptions {
  /** Pixels per point. */
  readonly scale: number;
  /** Whether edges of letters are smoothed by colour, as the networks were given them. @default false */
  readonly isForReading?: boolean;
}

/**
 * Draws a page as a viewer shows it: crop box, rotation, layers and annotations applied.
 *
 * @throws Error when memory runs out.
 */
export function renderPage({ module, pageIdx }: PageHandle, { scale, isForReading = false }: RenderOptions): Picture {
  const width = Math.max(1, Math.floor(Math.floor(module._FPDF_GetPageWidth(pageIdx)) * scale));
  const height = Math.max(1, Math.floor(Math.floor(module._FPDF_GetPageHeight(pageIdx)) * scale));
  const bitmap = module._FPDFBitmap_CreateEx(width, height, RGBA, 0, 0);
  if (bitmap === 0) throw new Error(`PDFium has no memory left for ${width} × ${height} pixels`);
  try {
    module._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    const flags = ANNOTATIONS | RED_FIRST | (isForReading ? CLEAR_TYPE : 0);
    module._FPDF_RenderPageBitmap(bitmap, pageIdx, 0, 0, width, height, 0, flags);
    const from = module._FPDFBitmap_GetBuffer(bitmap);
    return { width, height, data: withoutFourth(module.HEAPU8.subarray(from, from + width * height * 4)) };
  } finally {
    module._FPDFBitmap_Destroy(bitmap);
  }
}

/** Cuts a picture of a page to an area that is given in points. */
export function cutPicture({ width, height, data }: Picture, area: Rectangle, scale: number): Picture {
  const left = Math.min(width - 1, Math.floor(area.left * scale));
  const top = Math.min(height - 1, Math.floor(area.top * scale));
  const right = Math.max(left + 1, Math.min(width, Math.ceil(area.right * scale)));
  const bottom = Math.max(top + 1, Math.min(height, Math.ceil(area.bottom * scale)));
  const cut = new Uint8Array((right - left) * (bottom - top) * 3);
  for (let y = top; y < bottom; y++) {
    const row = data.subarray((y * width + left) * 3, (y * width + right) * 3);
    cut.set(row, (y - top) * (right - left) * 3);
  }
  return { width: right - left, height: bottom - top, data: cut };
}

function withoutFourth(pixels: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((pixels.length / 4) * 3);
  for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
    rgb[to] = pixels[from] as number;
    rgb[to + 1] = pixels[from + 1] as number;
    rgb[to + 2] = pixels[from + 2] as number;
  }
  return rgb;
}
