import { type PdfCharacter, readBounds } from './page-characters.ts';
import type { PageHandle } from './pdfium.ts';
import { sharedPart } from './touching.ts';

const TEXT = 1;
const FORM = 5;
const DEEPEST = 12;
const TWINS = 0.8;

/** The text objects of a page, also those within other drawings. */
export function textObjects({ module, pageIdx }: PageHandle): number[] {
  const within = (count: number, objectAt: (index: number) => number, depth: number): number[] =>
    Array.from({ length: Math.max(0, count) }, (_, index) => objectAt(index)).flatMap((object) => {
      const type = module._FPDFPageObj_GetType(object);
      if (type === TEXT) return [object];
      if (type !== FORM || depth === 0) return [];
      const inner = (index: number) => module._FPDFFormObj_GetObject(object, index);
      return within(module._FPDFFormObj_CountObjects(object), inner, depth - 1);
    });
  const outer = (index: number) => module._FPDFPage_GetObject(pageIdx, index);
  return within(module._FPDFPage_CountObjects(pageIdx), outer, DEEPEST);
}

/** The text objects that draw some characters. */
export const objectsOf = (characters: readonly PdfCharacter[]): Set<number> =>
  new Set(characters.flatMap(({ object }) => (object === 0 ? [] : [object])));

/** Switches text objects of a page on or off for the next time it is drawn. */
export function switchObjects({ module }: PageHandle, objects: Iterable<number>, isActive: boolean): void {
  for (const object of objects) module._FPDFPageObj_SetIsActive(object, isActive ? 1 : 0);
}

/** PDFium tells the characters of a text that is drawn twice at one place once: the objects that draw it again. */
export function twinsOf(
  page: PageHandle,
  objects: readonly number[],
  characters: readonly PdfCharacter[],
): Map<number, number[]> {
  const told = objectsOf(characters);
  const untold = objects
    .filter((object) => !told.has(object))
    .map((object) => ({ object, at: readBounds(page, object) }));
  const twins = new Map<number, number[]>();
  if (untold.length === 0) return twins;
  for (const object of told) {
    const bounds = readBounds(page, object);
    const same = untold.filter(({ at }) => sharedPart(at, bounds) > TWINS);
    if (same.length > 0)
      twins.set(
        object,
        same.map((twin) => twin.object),
      );
  }
  return twins;
}
