/** Signs that readers of print take for each other, with the letters in lower case: of nearly the same shape, ... */
const CLOSE = ['o0', 'il1jtf|!', '5s', '8b', 'nm', 'hn', 'uv', 'gq9', 'ce'];
/** ... and where the print is bad. */
const LOOSE = ['o0cqeda', 'il1jtf|!', '5sz', '8bh', 'nmhrv', 'uvo', 'gq9', 'kxr', 'rnfk', 'yv'];

const pairs = (groups: readonly string[]): ReadonlySet<string> =>
  new Set(groups.flatMap((group) => [...group].flatMap((a) => [...group].map((b) => a + b))));
const alike = { close: pairs(CLOSE), loose: pairs(LOOSE) };

/** Digits that readers of print take for each other. */
const LOOK_ALIKE_DIGITS = new Set(['17', '38', '56', '08', '68', '06', '49', '89', '27']);

/** What a distance counts, and where it may stop. */
export interface DistanceOptions {
  /**
   * What counts as a look-alike: signs of nearly the same shape, or also those that are confused in bad print.
   *
   * @default 'loose'
   */
  readonly likeness?: 'close' | 'loose';
  /**
   * A distance above it is of no interest, and may be given as infinite.
   *
   * @default - every distance is told
   */
  readonly most?: number;
}

/**
 * Letters to insert, drop or change to get from one word to the other; a swap of look-alikes counts half. Both words in
 * lower case.
 */
export function lookAlikeDistance(
  from: string,
  to: string,
  { likeness = 'loose', most = Number.POSITIVE_INFINITY }: DistanceOptions = {},
): number {
  if (Math.abs(from.length - to.length) > most) return Number.POSITIVE_INFINITY;
  const swaps = alike[likeness];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= to.length; column++) {
      const [one, other] = [from.charAt(row - 1), to.charAt(column - 1)];
      const replaced = one === other ? 0 : swaps.has(one + other) ? 0.5 : 1;
      const distance = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + replaced,
      );
      current.push(distance);
      least = Math.min(least, distance);
    }
    if (least > most) return Number.POSITIVE_INFINITY;
    previous = current;
  }
  return previous[to.length] ?? Number.POSITIVE_INFINITY;
}

/** Whether two digits are easily taken for each other, such as 3 and 8. */
export const areLookAlikeDigits = (one: string, other: string): boolean =>
  LOOK_ALIKE_DIGITS.has([one, other].sort().join(''));

/** Letters that readers of print take for a digit, the likeliest first; an accent is lost with them. */
const LETTERS_OF_DIGITS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'li',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'obg',
  '7': 't',
  '8': 'b',
  '9': 'g',
};
const MOST_DIGITS = 2;
const FEWEST_LETTERS = 4;

/**
 * A line with the digits inside its words as the letters that they may be: "Devoluci6n" as "Devolucion" and two more. None
 * for a line without such a word: one of four letters at least and at most two digits, which are no number behind it.
 */
export function withLettersForDigits(line: string): readonly string[] {
  const words = line.match(/[\p{L}\p{M}\d]+/gu)?.filter(isDamagedWord) ?? [];
  if (words.length === 0) return [];
  return words.reduce<readonly string[]>(
    (lines, word) => lines.flatMap((one) => spellingsOf(word).map((spelling) => one.replace(word, spelling))),
    [line],
  );
}

function isDamagedWord(word: string): boolean {
  const digits = word.match(/\d/g)?.length ?? 0;
  const letters = word.match(/\p{L}/gu)?.length ?? 0;
  return digits > 0 && digits <= MOST_DIGITS && letters >= FEWEST_LETTERS && !/^\d{2}|\d{2}$/.test(word);
}

const spellingsOf = (word: string): readonly string[] =>
  [...word].reduce<readonly string[]>(
    (spellings, sign) =>
      spellings.flatMap((spelling) => [...(LETTERS_OF_DIGITS[sign] ?? sign)].map((letter) => spelling + letter)),
    [''],
  );
