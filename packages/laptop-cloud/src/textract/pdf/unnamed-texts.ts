import type { PdfCharacter } from './page-characters.ts';

const FEWEST = 2;
const SHARE = 0.3;

/** A page's characters, parted by whether the text that they were drawn in says what it is. */
export interface PartedText {
  readonly named: readonly PdfCharacter[];
  /** Of texts with several glyphs that the font does not name: to be read from the picture. */
  readonly unnamed: readonly PdfCharacter[];
}

/** Parts off the texts in which glyphs have no name; a single one, such as a bullet or a currency's sign, is left. */
export function withoutUnnamed(characters: readonly PdfCharacter[]): PartedText {
  const printed = characters.filter(({ isSpace }) => !isSpace);
  const unknown = countBy(printed.filter(({ isUnknown }) => isUnknown));
  if (unknown.size === 0) return { named: characters, unnamed: [] };
  const all = countBy(printed);
  const unnamedObjects = new Set(
    [...unknown].flatMap(([object, count]) =>
      count >= FEWEST && count > SHARE * (all.get(object) ?? 0) ? [object] : [],
    ),
  );
  const isUnnamed = ({ object }: PdfCharacter) => unnamedObjects.has(object);
  return {
    named: characters.filter((character) => !isUnnamed(character)),
    unnamed: characters.filter(isUnnamed),
  };
}

function countBy(characters: readonly PdfCharacter[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { object } of characters) counts.set(object, (counts.get(object) ?? 0) + 1);
  return counts;
}
