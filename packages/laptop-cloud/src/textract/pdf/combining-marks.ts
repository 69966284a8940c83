import type { PdfCharacter, Rectangle } from './page-characters.ts';

const COMBINING = /^[\p{Mn}\p{Me}]$/u;
// In heights of the mark's font: fonts lift a mark that stands above another one.
const SAME_LINE = 0.5;
// In heights: blanks that PDFium made up are none where the characters beside them touch.
const TOUCHING = 0.1;

// The Thai and Lao am is drawn in two parts: a ring over the letter before it, and an a behind that.
const RING = /^[\u0E33\u0E4D\u0EB3\u0ECD]$/;
const AM_OF_A: Readonly<Record<string, string>> = { '\u0E32': '\u0E33', '\u0EB2': '\u0EB3' };

/** Whether a character stands above, below or in another one and has no place of its own, as a Thai tone or a Hebrew point. */
export const isCombining = ({ text, left, right, isSpace }: PdfCharacter): boolean =>
  !isSpace && (COMBINING.test(text) || (RING.test(text) && right === left));

/**
 * Adds combining marks to the characters that they stand on, whenever they were drawn: where a mark is lifted or lowered,
 * it is a text of its own that PDFium tells behind the word. A mark takes no room in its line.
 *
 * @param characters All upright.
 * @returns Characters that may have several UTF-16 units.
 */
export function onTheirBases(characters: readonly PdfCharacter[]): PdfCharacter[] {
  const marks = characters.filter(isCombining);
  if (marks.length === 0) return [...characters];
  const bases = characters.filter((character) => !character.isSpace && !isCombining(character));
  const marksOf = new Map<PdfCharacter, PdfCharacter[]>();
  const alone = new Set<PdfCharacter>();
  for (const mark of marks) {
    const base = baseOf(mark, bases);
    if (base) marksOf.set(base, [...(marksOf.get(base) ?? []), mark]);
    else alone.add(mark);
  }
  const carrying = characters
    .filter((character) => !isCombining(character) || alone.has(character))
    .map((character) => ({ character, marks: marksOf.get(character) ?? [] }));
  return withAms(carrying).map(({ character, marks: own }) => withMarks(character, own));
}

interface Carrying {
  readonly character: PdfCharacter;
  readonly marks: readonly PdfCharacter[];
}

/** A ring and the a behind it are one letter. */
function withAms(carrying: readonly Carrying[]): Carrying[] {
  const printed = carrying.filter(({ character }) => !character.isSpace);
  const ams = new Map<Carrying, Carrying>();
  printed.forEach((one, index) => {
    const next = printed[index + 1];
    const am = AM_OF_A[next?.character.text ?? ''];
    if (!next || am === undefined || !one.marks.some(isRing)) return;
    ams.set(one, { character: one.character, marks: one.marks.filter((mark) => !isRing(mark)) });
    ams.set(next, { character: { ...next.character, text: am }, marks: next.marks });
  });
  return carrying.map((one) => ams.get(one) ?? one);
}

const isRing = ({ text }: PdfCharacter): boolean => RING.test(text);

/** The character below, above or around the mark's ink, on the mark's line. */
function baseOf(mark: PdfCharacter, bases: readonly PdfCharacter[]): PdfCharacter | undefined {
  const middle = (mark.ink.left + mark.ink.right) / 2;
  const away = (base: PdfCharacter) => Math.abs(heightOfMiddle(base) - heightOfMiddle(mark));
  return bases
    .filter((base) => base.left <= middle && middle <= base.right && away(base) < SAME_LINE * (mark.bottom - mark.top))
    .sort((a, b) => away(a) - away(b))[0];
}

/** The mark next to the base comes first, as it is written, and an am last. */
function withMarks(base: PdfCharacter, marks: readonly PdfCharacter[]): PdfCharacter {
  if (marks.length === 0) return base;
  const away = ({ ink }: PdfCharacter) => Math.abs(heightOfMiddle(ink) - heightOfMiddle(base));
  const rank = (mark: PdfCharacter) => (isRing(mark) ? Number.POSITIVE_INFINITY : away(mark));
  const ordered = [...marks].sort((a, b) => rank(a) - rank(b));
  return {
    ...base,
    text: [base, ...ordered]
      .map(({ text }) => text)
      .join('')
      .normalize('NFC'),
  };
}

/** A line without the blanks that PDFium made up where a mark broke its order: no gap is there. */
export function withoutTornBlanks(run: readonly PdfCharacter[]): readonly PdfCharacter[] {
  if (!run.some(({ text }) => /[\p{Mn}\p{Me}]/u.test(text))) return run;
  return run.filter(({ object }, index) => {
    if (object !== 0) return true;
    const before = run.slice(0, index).findLast(({ isSpace }) => !isSpace);
    const after = run.slice(index + 1).find(({ isSpace }) => !isSpace);
    return !before || !after || after.left - before.right > TOUCHING * (before.bottom - before.top);
  });
}

const heightOfMiddle = ({ top, bottom }: Rectangle): number => (top + bottom) / 2;
