import type { PDFiumDocument } from '@hyzyla/pdfium';
import type { Picture } from '../ocr/picture.ts';
import type { PageText } from '../ocr/text-line.ts';
import { markedShare } from './ink.ts';
import { closePage, openPage } from './open-page.ts';
import { type PdfCharacter, type Rectangle, readCharacters } from './page-characters.ts';
import { linesOf, turnedSize, turnsOf } from './page-direction.ts';
import { findRestPrint, type RestPrint } from './page-rest.ts';
import type { PageHandle } from './pdfium.ts';
import { cutPicture, renderPage } from './render-page.ts';
import { objectsOf, switchObjects, textObjects } from './text-objects.ts';
import { withoutUnnamed } from './unnamed-texts.ts';
import { visibleText } from './visible-characters.ts';

const FEWEST_CHARACTERS = 10;
const MOST_UNKNOWN = 0.1;
// Text that stands on print of a picture is that picture's, put over it.
const MOST_OVER_PRINT = 0.3;
const LEAST_PRINT = 0.1;
const DOTS_PER_POINT = 200 / 72;
const LONGEST_SIDE = 2400;
// A picture to look at, not to read.
const LOOK_SIDE = 1000;
const LARGEST_LOOK_SCALE = 3;

/** What a page shows beside its text, to be read as a picture. */
export interface PictureBeside {
  /** Whether it is so much print that the text alone is not the page. */
  readonly isLarge: boolean;
  /** The page without its text, cut to where there is print. */
  picture(): Picture | Promise<Picture>;
  /** Points per pixel of the picture, and where it begins on the page as it is shown, in points. */
  readonly pointsPerPixel: number;
  readonly left: number;
  readonly top: number;
}

/** A page by its own text, and what is beside it; or as a picture where it has no text that can be trusted. */
export type PdfPage = { readonly text: PageText; readonly beside?: PictureBeside } | { readonly picture: Picture };

/**
 * Reads what a page of a PDF shows.
 *
 * @param index Counted from 0.
 * @returns Undefined when the page is broken.
 */
export function readPdfPage(document: PDFiumDocument, index: number): PdfPage | undefined {
  return withPage(document, index, (page) => {
    const all = readCharacters(page);
    const whole = () => ({ picture: renderPage(page, { scale: readingScale(page), isForReading: true }) });
    if (printedOf(all).length < FEWEST_CHARACTERS) return whole();
    const scale = lookScale(page);
    const { characters, rest } = visibleText(page, all, scale);
    const print = findRestPrint(rest, scale);
    if (!isTrustworthy(characters) || standsOnPrint(characters, print)) {
      switchObjects(page, textObjects(page), true);
      return whole();
    }
    const { named, unnamed } = withoutUnnamed(characters);
    const area = unnamed.length > 0 ? wholeOf(page) : print.area;
    const text = pageText(page, named);
    if (!area) return { text };
    const isLarge = print.isLarge || unnamed.length > 0;
    return { text, beside: besideText({ document, index, area, isLarge, hidden: hiddenOnes(page, unnamed), page }) };
  });
}

function withPage<Result>(
  document: PDFiumDocument,
  index: number,
  work: (page: PageHandle) => Result,
): Result | undefined {
  const page = openPage(document, index);
  if (!page) return undefined;
  try {
    return work(page);
  } finally {
    closePage(page);
  }
}

function pageText(page: PageHandle, characters: readonly PdfCharacter[]): PageText {
  const size = sizeOf(page);
  const quarterTurns = turnsOf(characters);
  return { ...turnedSize(size, quarterTurns), quarterTurns, lines: linesOf(characters, size, quarterTurns) };
}

/** Which text objects are not drawn with the picture, by their order. */
function hiddenOnes(page: PageHandle, unnamed: readonly PdfCharacter[]): boolean[] {
  const kept = objectsOf(unnamed);
  return textObjects(page).map((object) => !kept.has(object));
}

interface Beside {
  readonly document: PDFiumDocument;
  readonly index: number;
  readonly page: PageHandle;
  readonly area: Rectangle;
  readonly isLarge: boolean;
  readonly hidden: readonly boolean[];
}

function besideText({ document, index, area, isLarge, hidden, page }: Beside): PictureBeside {
  const scale = readingScale(page);
  const { left, top } = area;
  return {
    isLarge,
    pointsPerPixel: 1 / scale,
    left: Math.floor(left * scale) / scale,
    top: Math.floor(top * scale) / scale,
    // Objects of a page live as long as it is open, so it is opened anew.
    picture: () => {
      const picture = withPage(document, index, (again) => {
        switchObjects(
          again,
          textObjects(again).filter((_, place) => hidden[place]),
          false,
        );
        return renderPage(again, { scale, isForReading: true });
      });
      if (!picture) throw new Error(`page ${index + 1} of the PDF cannot be opened again`);
      return cutPicture(picture, area, scale);
    },
  };
}

const printedOf = (characters: readonly PdfCharacter[]): PdfCharacter[] => characters.filter(({ isSpace }) => !isSpace);

function isTrustworthy(characters: readonly PdfCharacter[]): boolean {
  const printed = printedOf(characters);
  const unknown = printed.filter(({ isUnknown }) => isUnknown).length;
  return printed.length >= FEWEST_CHARACTERS && unknown <= MOST_UNKNOWN * printed.length;
}

function standsOnPrint(characters: readonly PdfCharacter[], { edges }: RestPrint): boolean {
  const printed = printedOf(characters);
  return printed.filter(({ ink }) => markedShare(edges, ink) > LEAST_PRINT).length > MOST_OVER_PRINT * printed.length;
}

function sizeOf({ module, pageIdx }: PageHandle): { width: number; height: number } {
  return { width: module._FPDF_GetPageWidth(pageIdx), height: module._FPDF_GetPageHeight(pageIdx) };
}

function wholeOf(page: PageHandle): Rectangle {
  const { width, height } = sizeOf(page);
  return { left: 0, top: 0, right: width, bottom: height };
}

function longestSide(page: PageHandle): number {
  const { width, height } = sizeOf(page);
  return Math.max(width, height, 1);
}

const readingScale = (page: PageHandle): number => Math.min(DOTS_PER_POINT, LONGEST_SIDE / longestSide(page));
const lookScale = (page: PageHandle): number => Math.min(LARGEST_LOOK_SCALE, LOOK_SIDE / longestSide(page));
