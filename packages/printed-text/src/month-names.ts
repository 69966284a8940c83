import { foldPrinted } from './letters.ts';
import { lookAlikeDistance } from './look-alikes.ts';

/** Languages whose month names `Intl` gives; paper from elsewhere has numbers or the months of Chinese script. */
const LANGUAGES =
  'en de fr es it pt nl sv nb da fi is pl cs sk hu ro hr sl sr-Latn bg ru uk el tr id ms et lv lt ca sq af sw fil'.split(
    ' ',
  );

/** Names seen on paper that `Intl` does not give, by month. */
const FURTHER_NAMES: readonly string[] = [
  'janv ene gen jan januar',
  'fevr fev feb pebruari',
  'mrz mrt mar mac maerz marz',
  'abr avr apr',
  'mai mei mag maj',
  'giu jun',
  'juil lug jul',
  'ogos ogo ago aug',
  'sept set sep',
  'okt ott out oct',
  'nov',
  'dis dez dic dec disember',
];

let names: ReadonlyMap<string, number> | undefined;

/**
 * Number of the month (1 to 12) that a word names in any of the languages, whole or abbreviated, without regard to
 * case and accents, with O or 0. A name that means different months in two languages (Czech and Croatian "listopad") is
 * none.
 */
export function monthOfName(word: string): number | undefined {
  names ??= collectNames();
  return names.get(foldName(word));
}

const SHORT = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const LONG = 'january february march april may june july august september october november december'.split(' ');
const LONGEST_SHORT = 4;

/** Number of the month (1 to 12) of an English name, whole or its first three letters, in any case and without repair. */
export function monthOfEnglishName(word: string): number | undefined {
  const name = word.toLowerCase();
  const index = LONG.findIndex((long, month) => name === long || name === SHORT[month]);
  return index < 0 ? undefined : index + 1;
}

/**
 * Number of the month that a damaged English name stands for ("0ct", "Scp", "N0v", "Decembcr"): the only one within one
 * letter or two look-alikes of it. Only for words that stand where a month must stand.
 */
export function monthOfDamagedName(word: string): number | undefined {
  const folded = foldPrinted(word).replace(/[^a-z0-9]/g, '');
  if (folded.length < 2 || !/[a-z]/.test(folded)) return undefined;
  // Of two letters, one was lost and the others may be look-alikes.
  const most = folded.length === 2 ? 1.5 : 1;
  const [best, second] = (folded.length > LONGEST_SHORT ? LONG : SHORT)
    .map((name, index) => [lookAlikeDistance(folded, name, { most }), index + 1] as const)
    .filter(([distance]) => distance <= most)
    .sort(([a], [b]) => a - b);
  return best && best[0] !== second?.[0] ? best[1] : undefined;
}

const foldName = (word: string): string =>
  foldPrinted(word)
    .replace(/0/g, 'o')
    .replace(/[^\p{L}]/gu, '');

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
  for (const [index, further] of FURTHER_NAMES.entries()) {
    for (const name of further.split(' ')) found.set(name, index + 1);
  }
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
