import type { PDFiumPage } from '@hyzyla/pdfium';
import { handleOf, type PdfiumModule } from './pdfium.ts';

/** One character of a digital page, in points from the upright page's top left corner. */
export interface PdfCharacter {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether it separates words: a blank, printed or made up by PDFium. */
  readonly isSpace: boolean;
  /** Whether the font does not say which character the glyph is. */
  readonly isUnknown: boolean;
}

// Device units per point: PDFium gives whole device units, this keeps hundredths of a point.
const PRECISION = 100;

/** Reads the characters of a page in the order in which they were drawn. */
export function readCharacters(page: PDFiumPage): PdfCharacter[] {
  const { module, pageIdx } = handleOf(page);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const textPage = module._FPDFText_LoadPage(pageIdx);
  if (textPage === 0) return [];
  const memory = module.wasmExports.malloc(24);
  try {
    const toPage = pageMapping(module, pageIdx, originalWidth, originalHeight, memory);
    const count = Math.max(0, module._FPDFText_CountChars(textPage));
    return Array.from({ length: count }, (_, index) => readCharacter(module, textPage, index, memory, toPage)).filter(
      (character) => character !== undefined,
    );
  } finally {
    module.wasmExports.free(memory);
    module._FPDFText_ClosePage(textPage);
  }
}

type Mapping = (x: number, y: number) => readonly [x: number, y: number];

/** Maps PDF coordinates to the page as it is shown: crop box and rotation applied, y pointing down. */
function pageMapping(module: PdfiumModule, page: number, width: number, height: number, memory: number): Mapping {
  const sizeX = Math.round(width * PRECISION);
  const sizeY = Math.round(height * PRECISION);
  return (x, y) => {
    module._FPDF_PageToDevice(page, 0, 0, sizeX, sizeY, 0, x, y, memory, memory + 4);
    const view = viewOf(module);
    return [view.getInt32(memory, true) / PRECISION, view.getInt32(memory + 4, true) / PRECISION];
  };
}

// The memory may have grown and moved, so a view is taken anew after every call.
const viewOf = ({ HEAPU8 }: PdfiumModule): DataView => new DataView(HEAPU8.buffer);

function readCharacter(
  module: PdfiumModule,
  textPage: number,
  index: number,
  memory: number,
  toPage: Mapping,
): PdfCharacter | undefined {
  const code = module._FPDFText_GetUnicode(textPage, index);
  if (code === 0 || code > 0x10ffff) return undefined;
  const text = String.fromCodePoint(code);
  const isSpace = text.trim() === '' || module._FPDFText_IsGenerated(textPage, index) === 1;
  if (module._FPDFText_GetLooseCharBox(textPage, index, memory) === 0) return undefined;
  const view = viewOf(module);
  const [left, top, right, bottom] = [0, 4, 8, 12].map((offset) => view.getFloat32(memory + offset, true)) as [
    number,
    number,
    number,
    number,
  ];
  const [x1, y1] = toPage(left, top);
  const [x2, y2] = toPage(right, bottom);
  return {
    text,
    left: Math.min(x1, x2),
    right: Math.max(x1, x2),
    top: Math.min(y1, y2),
    bottom: Math.max(y1, y2),
    isSpace,
    isUnknown:
      code === 0xfffd ||
      (code >= 0xe000 && code < 0xf900) ||
      module._FPDFText_HasUnicodeMapError(textPage, index) === 1,
  };
}
