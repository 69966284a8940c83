import type { LineCharacter } from '../ocr/text-line.ts';

/** A character of a line with its edges, in points. */
export interface PlacedCharacter extends LineCharacter {
  readonly left: number;
  readonly right: number;
}

const FEWEST = 4;
const FEWEST_LETTERS = 3;
// In middle gaps of the row of single characters: a wider one parts words.
const WORD_GAP = 1.6;

/**
 * Closes up letters that are set wide, `T O T A L`: a row of single characters with even gaps is a word. Figures
 * alone may be columns and stay apart.
 */
export function withoutTracking(characters: readonly PlacedCharacter[]): PlacedCharacter[] {
  const isBlank = (index: number) => characters[index]?.character === ' ';
  const closed = new Set<number>();
  let from = 0;
  while (from < characters.length) {
    const singles = singlesFrom(characters, from, isBlank);
    if (isWideWord(characters, singles)) for (const index of blanksWithin(characters, singles)) closed.add(index);
    from = (singles.at(-1) ?? from) + 1;
  }
  return characters.filter((_, index) => !closed.has(index));
}

/** Places of single characters with a blank between each two, as far as they go on. */
function singlesFrom(
  characters: readonly PlacedCharacter[],
  from: number,
  isBlank: (index: number) => boolean,
): number[] {
  const isSingle = (index: number) =>
    index < characters.length &&
    !isBlank(index) &&
    (index === 0 || isBlank(index - 1)) &&
    (index === characters.length - 1 || isBlank(index + 1));
  const singles: number[] = [];
  for (let index = from; isSingle(index); ) {
    singles.push(index);
    index++;
    while (isBlank(index)) index++;
  }
  return singles;
}

function isWideWord(characters: readonly PlacedCharacter[], singles: readonly number[]): boolean {
  const letters = singles.filter((index) => /\p{L}/u.test(characters[index]?.character ?? '')).length;
  return singles.length >= FEWEST && letters >= FEWEST_LETTERS;
}

function blanksWithin(characters: readonly PlacedCharacter[], singles: readonly number[]): number[] {
  const gaps = singles.slice(1).map((index, before) => gapBetween(characters, singles[before] ?? 0, index));
  const middle = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  return singles.slice(1).flatMap((index, before) => {
    if ((gaps[before] ?? 0) > WORD_GAP * middle) return [];
    const from = (singles[before] ?? 0) + 1;
    return Array.from({ length: index - from }, (_, step) => from + step);
  });
}

const gapBetween = (characters: readonly PlacedCharacter[], from: number, to: number): number => {
  const [a, b] = [characters[from], characters[to]];
  return a && b ? Math.max(b.left - a.right, a.left - b.right, 0) : 0;
};
