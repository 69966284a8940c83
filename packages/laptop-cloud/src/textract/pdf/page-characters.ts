import { type PageHandle, type PdfiumModule, viewOf, withMemory } from './pdfium.ts';
import { printedForm } from './printed-form.ts';

/** A rectangle in points from the top left corner of the page as it is shown. */
export interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** One character of a digital page; its rectangle is as high as the font and as wide as its advance. */
export interface PdfCharacter extends Rectangle {
  /** One UTF-16 unit, as an offset into a line counts them, more once its combining marks are added; U+FFFD where nobody says which character it is. */
  readonly text: string;
  /** Whether it separates words: a blank, printed or made up by PDFium. */
  readonly isSpace: boolean;
  /** Whether the font does not say which character the glyph is. */
  readonly isUnknown: boolean;
  /** Where its ink should be. */
  readonly ink: Rectangle;
  /** Direction of reading in radians, clockwise as seen on the page. */
  readonly angle: number;
  /** Handle of the text object that draws it; 0 for a blank that PDFium made up. */
  readonly object: number;
  /** Whether PDFium has the glyph: a font that is not in the file has Western letters only. */
  readonly isDrawable: boolean;
}

// Device units per point: PDFium gives whole device units, this keeps hundredths of a point.
const PRECISION = 100;
const FAR = 1000;
const WESTERN_END = 0x100;
/** What stands for a character that is not known. */
export const UNKNOWN = '\uFFFD';

/** Reads the characters of a page in the order in which they were drawn, shown or not. */
export function readCharacters(page: PageHandle): PdfCharacter[] {
  const { module, pageIdx } = page;
  const textPage = module._FPDFText_LoadPage(pageIdx);
  if (textPage === 0) return [];
  try {
    return withMemory(module, 64, (memory) => {
      const reader = { module, textPage, memory, toPage: pageMapping(page, memory), objects: new Map() };
      const count = Math.max(0, module._FPDFText_CountChars(textPage));
      const characters = Array.from({ length: count }, (_, index) => readCharacter(reader, index));
      return leaningAlike(sideBySide(characters.filter((character) => character !== undefined)));
    });
  } finally {
    module._FPDFText_ClosePage(textPage);
  }
}

/** The characters of a ligature come with the place of all of it each: they are given their parts of it. */
function sideBySide(characters: readonly PdfCharacter[]): PdfCharacter[] {
  const groups: PdfCharacter[][] = [];
  for (const character of characters) {
    const group = groups.at(-1);
    if (group?.[0] && isSamePlace(group[0], character)) group.push(character);
    else groups.push([character]);
  }
  return groups.flatMap((group) =>
    group.length === 1 ? group : group.map((one, index) => partOf(one, index, group.length)),
  );
}

const isSamePlace = (a: PdfCharacter, b: PdfCharacter): boolean =>
  a.object !== 0 &&
  a.object === b.object &&
  a.left === b.left &&
  a.top === b.top &&
  a.right === b.right &&
  a.bottom === b.bottom;

/** A part along the direction of reading. */
function partOf(character: PdfCharacter, index: number, count: number): PdfCharacter {
  const { left, right, top, bottom, angle } = character;
  const [x, y] = [Math.cos(angle), Math.sin(angle)];
  const cut = (low: number, high: number, way: number): [number, number] => {
    const place = way > 0 ? index : count - 1 - index;
    const step = (high - low) / count;
    return [low + place * step, low + (place + 1) * step];
  };
  if (Math.abs(x) > Math.abs(y)) {
    const [from, to] = cut(left, right, x);
    return { ...character, left: from, right: to };
  }
  const [from, to] = cut(top, bottom, y);
  return { ...character, top: from, bottom: to };
}

/** A blank that PDFium made up stands as the character before it does. */
function leaningAlike(characters: readonly PdfCharacter[]): PdfCharacter[] {
  let angle = 0;
  return characters.map((character) => {
    if (character.object === 0) return { ...character, angle };
    angle = character.angle;
    return character;
  });
}

type Mapping = (x: number, y: number) => readonly [x: number, y: number];

interface Reader {
  readonly module: PdfiumModule;
  readonly textPage: number;
  readonly memory: number;
  readonly toPage: Mapping;
  readonly objects: Map<number, SharedByObject>;
}

/** What all characters of a text object have in common. */
interface SharedByObject {
  readonly angle: number;
  readonly isEmbedded: boolean;
}

/** Maps PDF coordinates to the page as it is shown: crop box and rotation applied, y pointing down. */
function pageMapping({ module, pageIdx }: PageHandle, memory: number): Mapping {
  const width = Math.round(module._FPDF_GetPageWidth(pageIdx) * PRECISION);
  const height = Math.round(module._FPDF_GetPageHeight(pageIdx) * PRECISION);
  const map = (x: number, y: number): readonly [number, number] => {
    module._FPDF_PageToDevice(pageIdx, 0, 0, width, height, 0, x, y, memory, memory + 4);
    const view = viewOf(module);
    return [view.getInt32(memory, true) / PRECISION, view.getInt32(memory + 4, true) / PRECISION];
  };
  const origin = map(0, 0);
  const right = map(FAR, 0);
  const up = map(0, FAR);
  const along = (axis: 0 | 1, x: number, y: number): number =>
    origin[axis] + ((right[axis] - origin[axis]) * x + (up[axis] - origin[axis]) * y) / FAR;
  return (x, y) => [along(0, x, y), along(1, x, y)];
}

function readCharacter(reader: Reader, index: number): PdfCharacter | undefined {
  const { module, textPage } = reader;
  const code = module._FPDFText_GetUnicode(textPage, index);
  const isMade = module._FPDFText_IsGenerated(textPage, index) === 1;
  const isUnknown = isUnknownCode(code) || module._FPDFText_HasUnicodeMapError(textPage, index) === 1;
  const text = isUnknown ? UNKNOWN : printedForm(code);
  const box = looseBox(reader, index);
  if (text === '' || !box) return undefined;
  const object = module._FPDFText_GetTextObject(textPage, index);
  const { angle, isEmbedded } = sharedByObject(reader, index, object);
  return {
    ...box,
    text,
    isSpace: text.trim() === '' || (isMade && text !== '-'),
    isUnknown,
    ink: inkBox(reader, index) ?? box,
    angle,
    object,
    isDrawable: code < WESTERN_END || isEmbedded,
  };
}

function sharedByObject(reader: Reader, index: number, object: number): SharedByObject {
  if (object === 0) return { angle: 0, isEmbedded: true };
  const known = reader.objects.get(object);
  if (known) return known;
  const font = reader.module._FPDFTextObj_GetFont(object);
  const isEmbedded = font !== 0 && reader.module._FPDFFont_GetIsEmbedded(font) === 1;
  const shared = { angle: angleOf(reader, index), isEmbedded };
  reader.objects.set(object, shared);
  return shared;
}

/** None, one for the font's own use, or none of Unicode. */
const isUnknownCode = (code: number): boolean =>
  code === 0 || code === 0xfffd || code > 0x10ffff || (code >= 0xe000 && code < 0xf900);

function looseBox({ module, textPage, memory, toPage }: Reader, index: number): Rectangle | undefined {
  if (module._FPDFText_GetLooseCharBox(textPage, index, memory) === 0) return undefined;
  const view = viewOf(module);
  const at = (offset: number) => view.getFloat32(memory + offset, true);
  return between(toPage(at(0), at(4)), toPage(at(8), at(12)));
}

function inkBox({ module, textPage, memory, toPage }: Reader, index: number): Rectangle | undefined {
  if (module._FPDFText_GetCharBox(textPage, index, memory, memory + 8, memory + 16, memory + 24) === 0) {
    return undefined;
  }
  const view = viewOf(module);
  const at = (offset: number) => view.getFloat64(memory + offset, true);
  return between(toPage(at(0), at(16)), toPage(at(8), at(24)));
}

function angleOf({ module, textPage, memory, toPage }: Reader, index: number): number {
  if (module._FPDFText_GetMatrix(textPage, index, memory) === 0) return 0;
  const view = viewOf(module);
  const [x, y] = [view.getFloat32(memory, true), view.getFloat32(memory + 4, true)];
  const length = Math.hypot(x, y);
  if (!(length > 0)) return 0;
  const [fromX, fromY] = toPage(0, 0);
  const [toX, toY] = toPage((x / length) * FAR, (y / length) * FAR);
  return Math.atan2(toY - fromY, toX - fromX);
}

/** Where a text object stands. */
export function readBounds(page: PageHandle, object: number): Rectangle {
  return withMemory(page.module, 16, (memory) => {
    page.module._FPDFPageObj_GetBounds(object, memory, memory + 4, memory + 8, memory + 12);
    const at = (offset: number) => viewOf(page.module).getFloat32(memory + offset, true);
    return between([at(0), at(4)], [at(8), at(12)]);
  });
}

const between = ([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): Rectangle => ({
  left: Math.min(x1, x2),
  right: Math.max(x1, x2),
  top: Math.min(y1, y2),
  bottom: Math.max(y1, y2),
});
