import type { PdfCharacter } from './page-characters.ts';

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;
const LEFT_TO_RIGHT = /[\p{L}\p{N}]/u;
const MIRRORED: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[', '<': '>', '>': '<' };

/** Whether a text has Hebrew or Arabic letters. */
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/**
 * The characters of a line in the order in which they are read. Western lines are as they were drawn. A line with Hebrew
 * or Arabic is put together by place, from the right, whatever order it was drawn in; figures and Western words in it keep
 * their own direction.
 */
export function inReadingOrder(run: readonly PdfCharacter[]): readonly PdfCharacter[] {
  if (!run.some(({ text }) => isRightToLeft(text))) return run;
  // Blanks that PDFium made up stand where it took the order to be; gaps tell them better.
  const fromLeft = run.filter(({ object }) => object !== 0).sort((a, b) => a.left - b.left);
  return directedParts(fromLeft)
    .reverse()
    .flatMap(({ isWestern, characters }) => (isWestern ? characters : [...characters].reverse().map(mirrored)));
}

interface DirectedPart {
  readonly isWestern: boolean;
  readonly characters: PdfCharacter[];
}

/** Splits a line where its direction changes; signs between two Western characters belong to them. */
function directedParts(fromLeft: readonly PdfCharacter[]): DirectedPart[] {
  const parts: DirectedPart[] = [];
  fromLeft.forEach((character, index) => {
    const isWestern = isWesternAt(fromLeft, index);
    const part = parts.at(-1);
    if (part && part.isWestern === isWestern) part.characters.push(character);
    else parts.push({ isWestern, characters: [character] });
  });
  return parts;
}

function isWesternAt(line: readonly PdfCharacter[], index: number): boolean {
  const { text } = line[index] as PdfCharacter;
  if (isStrong(text)) return isWestern(text);
  const before = line.slice(0, index).findLast((other) => isStrong(other.text));
  const after = line.slice(index + 1).find((other) => isStrong(other.text));
  return before !== undefined && after !== undefined && isWestern(before.text) && isWestern(after.text);
}

const isWestern = (text: string): boolean => !isRightToLeft(text) || /\p{N}/u.test(text);
const isStrong = (text: string): boolean => isRightToLeft(text) || LEFT_TO_RIGHT.test(text);

const mirrored = (character: PdfCharacter): PdfCharacter => ({
  ...character,
  text: MIRRORED[character.text] ?? character.text,
});
