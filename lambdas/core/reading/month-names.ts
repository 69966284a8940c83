import { lookAlikeDistance } from './look-alike-distance.ts';
import { foldPrinted } from './printed-text.ts';

/** Languages whose month names `Intl` gives; receipts from elsewhere print numbers or CJK months. */
const LANGUAGES =
  'en de fr es it pt nl sv nb da fi is pl cs sk hu ro hr sl sr-Latn bg ru uk el tr id ms et lv lt ca sq af sw fil'.split(
    ' ',
  );

/** Abbreviations seen on paper that `Intl` does not give. */
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  sept: 9,
  janv: 1,
  fevr: 2,
  juil: 7,
  mrz: 3,
  mrt: 3,
  maerz: 3,
  mac: 3,
  ogos: 8,
  ogo: 8,
  ago: 8,
  dis: 12,
  dez: 12,
  dic: 12,
  dec: 12,
  okt: 10,
  ott: 10,
  out: 10,
  set: 9,
  ene: 1,
  abr: 4,
  avr: 4,
  mai: 5,
  mei: 5,
  gen: 1,
  giu: 6,
  lug: 7,
};

let names: ReadonlyMap<string, number> | undefined;

/**
 * Number of the month (1 to 12) that a word names in any of the languages, whole or abbreviated, without regard to
 * case and accents. A name that means different months in two languages (Czech and Croatian "listopad") is none.
 */
export function monthOfName(word: string): number | undefined {
  names ??= collectNames();
  return names.get(foldName(word));
}

const ENGLISH = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * Number of the month that a damaged English abbreviation stands for ("0ct", "Scp", "N0v"): exactly one is within one
 * letter or two look-alikes of it. Only for words that stand where a month must stand.
 */
export function monthOfDamagedName(word: string): number | undefined {
  const folded = foldPrinted(word).replace(/[^a-z0-9]/g, '');
  if (folded.length < 2 || folded.length > 4 || !/[a-z]/.test(folded)) return undefined;
  // Of two letters, one was lost and the others may be look-alikes.
  const mostEdits = folded.length === 2 ? 1.5 : 1;
  const near = ENGLISH.map((name, index) => [lookAlikeDistance(folded, name), index + 1] as const)
    .filter(([distance]) => distance <= mostEdits)
    .sort(([a], [b]) => a - b);
  const [best, second] = near;
  return best && best[0] !== second?.[0] ? best[1] : undefined;
}

const foldName = (word: string): string => foldPrinted(word).replace(/[^\p{L}]/gu, '');

function collectNames(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const clashes = new Set<string>();
  for (const [month, name] of intlNames()) {
    const key = foldName(name);
    if (key.length < 3) continue;
    if ((found.get(key) ?? month) !== month) clashes.add(key);
    found.set(key, month);
  }
  for (const clash of clashes) found.delete(clash);
  for (const [name, month] of Object.entries(ABBREVIATIONS)) found.set(name, month);
  return found;
}

function* intlNames(): Generator<[number, string]> {
  for (const language of LANGUAGES) {
    for (const month of ['long', 'short'] as const) {
      const alone = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
      // Beside a day many languages inflect the name: "5. ledna", "5 stycznia".
      const inDate = new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' });
      for (let index = 0; index < 12; index += 1) {
        const day = Date.UTC(2024, index, 15);
        yield [index + 1, alone.format(day)];
        yield [index + 1, inDate.formatToParts(day).find(({ type }) => type === 'month')?.value ?? ''];
      }
    }
  }
}
