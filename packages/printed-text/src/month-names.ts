import { foldPrinted } from './letters.ts';
import { lookAlikeDistance } from './look-alikes.ts';

/** Languages whose month names `Intl` gives, by the script they are written in. Where two of one list clash, both count. */
const LANGUAGES: Readonly<Record<string, string>> = {
  Latin:
    'en de fr es it pt nl sv nb da fi is pl cs sk hu ro hr sl sr-Latn tr id ms et lv lt ca sq af sw fil ' +
    'nn eu gl cy ga gd mt br lb fo bs az uz tk so ha yo ig zu eo ast oc jv su ceb mi to om mg qu rm fur sc ku',
  Cyrillic: 'ru uk bg be mk sr kk ky mn tg tt',
  Greek: 'el',
  Hebrew: 'he yi',
  Arabic: 'ar ar-LB ar-MA ar-DZ ar-MR fa fa-AF ps ur ckb sd ug',
  Devanagari: 'hi mr ne',
  Bengali: 'bn as',
  Thai: 'th',
  Lao: 'lo',
  Georgian: 'ka',
  Armenian: 'hy',
  Ethiopic: 'am ti',
  Gujarati: 'gu',
  Gurmukhi: 'pa',
  Tamil: 'ta',
  Telugu: 'te',
  Kannada: 'kn',
  Malayalam: 'ml',
  Oriya: 'or',
  Sinhala: 'si',
  Khmer: 'km',
  Myanmar: 'my',
};

/** The languages whose month names are known, as BCP 47 tags. */
export const monthLanguages: readonly string[] = Object.values(LANGUAGES).flatMap((languages) => languages.split(' '));

/** Names seen on paper that `Intl` does not give, by month. */
const FURTHER_NAMES: readonly string[] = [
  'janv ene gen jan januar jaenner janner sty янв',
  'fevr fev feb pebruari feber фев',
  'mrz mrt mar mac maerz marz мар',
  'abr avr apr апр',
  'mai mei mag maj',
  'giu jun июн',
  'juil lug jul июл',
  'ogos ogo ago aug авг',
  'sept set sep сен сент',
  'okt ott out oct окт',
  'nov noiem nop ноя',
  'dis dez dic dec disember дек',
];

/** Month names of the years counted from the Hijra, by the sun, as `Intl` gives them in these languages, ... */
const PERSIAN_LANGUAGES = 'en fa fa-AF ps de fr ar tg';
/** ... and by the moon. */
const HIJRI_LANGUAGES = 'en ar fa ps ur tr id ms fr de az bn';

/** A month that a name may mean, and where. */
export interface NamedMonth {
  /** 1 to 12. */
  readonly month: number;
  /** Countries (ISO 3166-1 alpha-2) of the languages that call it so. */
  readonly countries: readonly string[];
}

const known = new Map<string, ReadonlyMap<string, readonly NamedMonth[]>>();

/**
 * Months that a name means in any of the languages, whole or abbreviated, without regard to case and accents, with O or 0;
 * mostly one. "Listopad" is November in Czech and October in Croatian.
 */
export function monthsOfName(word: string): readonly NamedMonth[] {
  const remembered = meanings.get(word);
  if (remembered) return remembered;
  if (meanings.size >= MOST_REMEMBERED) meanings.clear();
  const months = lookUp(foldName(word));
  meanings.set(word, months);
  return months;
}

// Paper repeats its words; a few thousand are kept.
const MOST_REMEMBERED = 5000;
const meanings = new Map<string, readonly NamedMonth[]>();

function lookUp(name: string): readonly NamedMonth[] {
  const script = Object.keys(LANGUAGES).find((one) => scripts[one]?.test(name));
  if (script === undefined) return [];
  let names = known.get(script);
  if (!names) {
    names = collectNames(script);
    known.set(script, names);
  }
  // In Hebrew "in" is written with the name, and its last letter may be left out for a mark.
  return names.get(name) ?? names.get(name.replace(/^ב/, '')) ?? [];
}

/**
 * Number of the month (1 to 12) that a word names in any of the languages; a name that means different months in two of
 * them (Czech and Croatian "listopad") is none. See {@link monthsOfName}.
 */
export function monthOfName(word: string): number | undefined {
  const [only, other] = monthsOfName(word);
  return other === undefined ? only?.month : undefined;
}

/** Number of the month (1 to 12) that a name means in the years counted from the Hijra, by the sun or by the moon. */
export function monthOfHijra(calendar: 'persian' | 'hijri', word: string): number | undefined {
  let names = known.get(calendar);
  if (!names) {
    names = collectHijra(calendar);
    known.set(calendar, names);
  }
  return names.get(foldName(word))?.[0]?.month;
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
    .replace(/[^\p{L}\p{M}]/gu, '');

const scripts: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.keys(LANGUAGES).map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')]),
);

/** Shorter names of the Latin alphabet are words of their own. */
const SHORTEST_LATIN = 3;

function collectNames(script: string): ReadonlyMap<string, readonly NamedMonth[]> {
  const found = new Map<string, NamedMonth[]>();
  const add = (name: string, month: number, language: string) => {
    const key = foldName(name);
    if (key.length < (script === 'Latin' ? SHORTEST_LATIN : 1) || !scripts[script]?.test(key)) return;
    const countries = countriesOf(language);
    const months = found.get(key) ?? [];
    const same = months.findIndex((one) => one.month === month);
    if (same < 0) months.push({ month, countries });
    else months[same] = { month, countries: [...new Set([...(months[same]?.countries ?? []), ...countries])] };
    found.set(key, months);
  };
  for (const language of (LANGUAGES[script] ?? '').split(' ')) {
    for (const [month, name] of namesOf(`${language}-u-ca-gregory-nu-latn`)) add(name, month, language);
  }
  for (const [index, further] of FURTHER_NAMES.entries()) {
    for (const name of further.split(' ')) if (!found.has(foldName(name))) add(name, index + 1, '');
  }
  return found;
}

function collectHijra(calendar: 'persian' | 'hijri'): ReadonlyMap<string, readonly NamedMonth[]> {
  const found = new Map<string, NamedMonth[]>();
  const [languages, name] =
    calendar === 'persian' ? [PERSIAN_LANGUAGES, 'persian'] : [HIJRI_LANGUAGES, 'islamic-umalqura'];
  for (const language of languages.split(' ')) {
    for (const [month, text] of namesOf(`${language}-u-ca-${name}-nu-latn`)) {
      const key = foldName(text);
      if (!found.has(key)) found.set(key, [{ month, countries: [] }]);
    }
  }
  return found;
}

const DAY_MS = 86_400_000;
/** Shorter than a month of the moon, and together a year. */
const STEP_DAYS = 29;
const STEPS = 13;

/** The month, with the ending that is glued to it: "maiatza-ren". */
function nameIn(parts: readonly Intl.DateTimeFormatPart[]): string {
  const index = parts.findIndex(({ type }) => type === 'month');
  const ending = /^[\p{L}\p{M}]+/u.exec(parts[index + 1]?.value ?? '')?.[0] ?? '';
  return `${parts[index]?.value ?? ''}${ending}`;
}

/** The months as `Intl` writes them alone and beside a day, where many languages inflect them: "5. ledna", "5 stycznia". */
function* namesOf(locale: string): Generator<[number, string]> {
  const numbers = new Intl.DateTimeFormat(`en-u-ca-${new Intl.Locale(locale).calendar}-nu-latn`, {
    month: 'numeric',
    timeZone: 'UTC',
  });
  for (const month of ['long', 'short'] as const) {
    const alone = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' });
    const inDate = new Intl.DateTimeFormat(locale, { month, day: 'numeric', year: 'numeric', timeZone: 'UTC' });
    for (let index = 0; index < STEPS; index += 1) {
      const day = Date.UTC(2024, 0, 15) + index * STEP_DAYS * DAY_MS;
      const number = Number(numbers.format(day));
      yield [number, alone.format(day)];
      yield [number, nameIn(inDate.formatToParts(day))];
    }
  }
}

/** Countries beside the one that `Intl` knows first for a language. */
const FURTHER_COUNTRIES: Readonly<Record<string, string>> = { hr: 'BA ME', cs: 'SK', pl: '' };

function countriesOf(language: string): readonly string[] {
  if (language === '') return [];
  const { region } = new Intl.Locale(language).maximize();
  const further = (FURTHER_COUNTRIES[language] ?? '').split(' ').filter((country) => country !== '');
  return region === undefined ? further : [region, ...further];
}
