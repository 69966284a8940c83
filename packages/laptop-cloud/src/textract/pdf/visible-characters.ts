import type { Picture } from '../ocr/picture.ts';
import { isCombining } from './combining-marks.ts';
import { differences, type InkMap, markedShare } from './ink.ts';
import type { PdfCharacter } from './page-characters.ts';
import type { PageHandle } from './pdfium.ts';
import { renderPage } from './render-page.ts';
import { repeatedPairs } from './repeated-characters.ts';
import { objectsOf, switchObjects, textObjects, twinsOf } from './text-objects.ts';
import { sharedPart, touchingPairs } from './touching.ts';

// Of a character's rectangle: what spills over from a neighbour is less.
const LEAST_INK = 0.03;
// Of the smaller of two rectangles.
const TOUCHING = 0.1;
const ON_TOP = 0.5;
const MOST_LARGER = 2;
const MOST_LOOKS = 8;
const INVISIBLE = 3;
/** What stands for a character that is covered, or drawn over. */
const BLOT = '█';
const PUNCTUATION = /\p{P}/u;

/** What of a page's text can be seen, and the page without its text. */
export interface VisibleText {
  /** In the order in which they were drawn, with the blanks between them. */
  readonly characters: readonly PdfCharacter[];
  /** Pictures and drawings alone. */
  readonly rest: Picture;
}

/**
 * Leaves out the characters that nobody can see: without ink, in the paper's colour, behind a picture, on a layer that is
 * switched off, outside the page. Why does not matter: the page is drawn with its text and without, and where that makes
 * no difference, there is no character to see. What is hidden of a word that shows, and characters on top of one another,
 * are blots. The page's text objects stay switched off.
 *
 * @param scale Pixels per point to look with.
 */
export function visibleText(page: PageHandle, characters: readonly PdfCharacter[], scale: number): VisibleText {
  const objects = textObjects(page);
  const printed = characters.filter(({ isSpace }) => !isSpace);
  const whole = renderPage(page, { scale });
  switchObjects(page, objects, false);
  const rest = renderPage(page, { scale });
  const seen = seenOnes(page, printed, differences(whole, rest, scale));
  const twins = twinsOf(page, objects, characters);
  const inkOf = (some: Iterable<number>): InkMap => {
    switchObjects(page, objects, true);
    switchObjects(
      page,
      [...some].flatMap((object) => [object, ...(twins.get(object) ?? [])]),
      false,
    );
    const without = renderPage(page, { scale });
    switchObjects(page, objects, false);
    return differences(whole, without, scale);
  };
  const covered = coveredOnes(seen, inkOf);
  const repeats = spareOnes(seen, covered, inkOf);
  const visible = new Set(seen.filter((character) => !covered.has(character) && !repeats.has(character)));
  // The second print of a character is no gap in its word.
  return {
    characters: told(
      characters.filter((character) => !repeats.has(character)),
      visible,
    ),
    rest,
  };
}

/**
 * The spare prints of characters that are drawn several times at one place. Where no print of one shows alone because the
 * other has the same ink, both are tried together, and the first is taken back from the covered ones.
 */
function spareOnes(
  seen: readonly PdfCharacter[],
  covered: Set<PdfCharacter>,
  inkOf: (objects: Iterable<number>) => InkMap,
): Set<PdfCharacter> {
  const spare = new Set<PdfCharacter>();
  const pairs = repeatedPairs(seen);
  const unsure = pairs.filter(([first, second]) => covered.has(first) && covered.has(second));
  if (unsure.length > 0) {
    const ink = inkOf(objectsOf(unsure.flat()));
    for (const first of inkedOnes(
      unsure.map(([one]) => one),
      ink,
    ))
      covered.delete(first);
  }
  for (const [first, second] of pairs) {
    if (covered.has(first) || spare.has(first)) continue;
    covered.delete(second);
    spare.add(second);
  }
  return spare;
}

function seenOnes(page: PageHandle, printed: readonly PdfCharacter[], ink: InkMap): PdfCharacter[] {
  const inked = inkedOnes(printed, ink);
  const shown = objectsOf([...inked]);
  const drawn = objectsOf(printed.filter(({ isDrawable }) => isDrawable));
  // A glyph that only other viewers have shows where the rest of its text does, or where nothing is known of it.
  const mayShow = (character: PdfCharacter): boolean =>
    !character.isDrawable &&
    isOnPage(ink, character) &&
    (shown.has(character.object) ||
      (!drawn.has(character.object) && page.module._FPDFTextObj_GetTextRenderMode(character.object) !== INVISIBLE));
  return printed.filter((character) => inked.has(character) || mayShow(character));
}

/** A dot's ink may lie a pixel beside its place; a word of which no character has ink in its own place has none. */
function inkedOnes(printed: readonly PdfCharacter[], map: InkMap): Set<PdfCharacter> {
  const inked = wordsOf(printed).map((word) => {
    const some = word.filter(({ ink }) => markedShare(map, ink, 1) > 0);
    return some.length === word.length || some.some(({ ink }) => markedShare(map, ink) >= LEAST_INK) ? some : [];
  });
  return new Set(inked.flat());
}

const isOnPage = ({ width, height, scale }: InkMap, { left, right, top, bottom }: PdfCharacter): boolean =>
  left >= 0 && top >= 0 && right * scale <= width + 1 && bottom * scale <= height + 1;

/**
 * Where two texts stand at one place, the ink may be the other's: each shows only if the page looks different without it
 * alone. Texts that do not touch are tried together.
 */
function coveredOnes(seen: readonly PdfCharacter[], inkOf: (objects: Iterable<number>) => InkMap): Set<PdfCharacter> {
  const pairs = touchingPairs(
    seen,
    ({ ink }) => ink,
    (a, b) => a.object !== b.object && sharedPart(a.ink, b.ink) > TOUCHING,
  );
  const suspects = new Set(pairs.flat());
  const covered = new Set<PdfCharacter>();
  for (const group of apart(pairs).slice(0, MOST_LOOKS)) {
    const ink = inkOf(group);
    const tried = [...suspects].filter(({ isDrawable, object }) => isDrawable && group.has(object));
    const inked = inkedOnes(tried, ink);
    for (const character of tried) if (!inked.has(character)) covered.add(character);
  }
  return covered;
}

/** Divides the objects of pairs into groups, in none of which the two of a pair meet. */
function apart(pairs: readonly (readonly [PdfCharacter, PdfCharacter])[]): Set<number>[] {
  const rivals = new Map<number, Set<number>>();
  for (const [a, b] of pairs) {
    rivals.set(a.object, new Set([...(rivals.get(a.object) ?? []), b.object]));
    rivals.set(b.object, new Set([...(rivals.get(b.object) ?? []), a.object]));
  }
  const groups: Set<number>[] = [];
  for (const [object, others] of rivals) {
    const free = groups.find((group) => ![...others].some((other) => group.has(other)));
    if (free) free.add(object);
    else groups.push(new Set([object]));
  }
  return groups;
}

/** The characters that show, and the blanks; a gap that was torn into a word stays as a blot. */
function told(characters: readonly PdfCharacter[], visible: ReadonlySet<PdfCharacter>): PdfCharacter[] {
  const muddled = onTopOfEachOther([...visible]);
  return wordsOf(characters).flatMap((word) => {
    if (!word.some((character) => visible.has(character))) return word.filter(({ isSpace }) => isSpace);
    const shown = word.map((character) => {
      if (character.isSpace || (visible.has(character) && !muddled.has(character))) return character;
      if (muddled.has(character)) return blotted(character);
      // A glyph that nobody names and that has no ink is a blank; a dot may be too small to be told by its ink.
      if (character.isUnknown) return asBlank(character);
      return PUNCTUATION.test(character.text) ? character : blotted(character);
    });
    // What is left of a number is another number.
    const isTornNumber = shown.some(({ text }) => text === BLOT) && shown.some(({ text }) => /\p{N}/u.test(text));
    return isTornNumber ? shown.map((character) => (character.isSpace ? character : blotted(character))) : shown;
  });
}

const blotted = (character: PdfCharacter): PdfCharacter => ({ ...character, text: BLOT });

function wordsOf(characters: readonly PdfCharacter[]): PdfCharacter[][] {
  const words: PdfCharacter[][] = [];
  let last: PdfCharacter | undefined;
  for (const character of characters) {
    const word = words.at(-1);
    if (word && last && !character.isSpace && !last.isSpace && last.object === character.object) word.push(character);
    else words.push([character]);
    last = character;
  }
  return words;
}

const asBlank = (character: PdfCharacter): PdfCharacter => ({
  ...character,
  text: ' ',
  isSpace: true,
  isUnknown: false,
});

function onTopOfEachOther(visible: readonly PdfCharacter[]): Set<PdfCharacter> {
  const isMuddle = (a: PdfCharacter, b: PdfCharacter): boolean => {
    const ratio = (a.bottom - a.top) / Math.max(1e-6, b.bottom - b.top);
    return (
      a.object !== b.object &&
      !isCombining(a) &&
      !isCombining(b) &&
      ratio < MOST_LARGER &&
      ratio > 1 / MOST_LARGER &&
      Math.abs(a.angle - b.angle) < 0.1 &&
      sharedPart(a.ink, b.ink) > ON_TOP
    );
  };
  return new Set(touchingPairs(visible, ({ ink }) => ink, isMuddle).flat());
}
