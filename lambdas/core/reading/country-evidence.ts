import { normalizePrinted, onOneLine } from 'printed-text/plain-text';
import type { ChosenCurrency } from './chosen-currency.ts';
import { CALLING_CODES, COUNTRY_MARKS } from './country-marks.ts';
import { countryOfCurrency, currencyOfCountry } from './region-currency.ts';

/** The country that a document comes from, as far as its text shows. */
export interface CountryEvidence {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Sum of the marks' weights; 3 and more settles it. */
  readonly weight: number;
  /** Nothing but names of places: they stand in names of shops and on tickets as well. */
  readonly isOnlyPlaces: boolean;
  /** What was found, as printed, shortest first. */
  readonly because: string;
}

/**
 * What a printed currency says of the country, for want of better: who prints "RM" or "€" writes dates as they do there.
 * Dollars of the United States are billed in everywhere and say nothing.
 */
export function countryOfPrinted(currency: ChosenCurrency | undefined): CountryEvidence | undefined {
  if (currency?.by !== 'printed' || currency.code === 'USD') return undefined;
  const country = countryOfCurrency(currency.code);
  return country === undefined ? undefined : { country, weight: 1, isOnlyPlaces: false, because: currency.code };
}

/** Endings that are sold all over the world and say nothing about a country. */
const WORLDWIDE_ENDINGS = new Set(['AI', 'AM', 'BIZ', 'CC', 'CO', 'FM', 'GG', 'IO', 'LY', 'ME', 'TO', 'TV', 'WS']);

/**
 * The country that most of the text speaks for: legal forms, tax names and numbers, telephone prefixes, web addresses,
 * words of addresses. Undefined when nothing does, or when two countries are equally likely. A name of a place stands
 * behind whatever is usual in another country.
 */
export function findCountry(text: string): CountryEvidence | undefined {
  const normalized = normalizePrinted(text);
  const found = new Map<string, { weight: number; ofPlaces: number; because: string[] }>();
  const add = (country: string, weight: number, because: string, isPlace = false) => {
    const entry = found.get(country) ?? { weight: 0, ofPlaces: 0, because: [] };
    entry.weight += weight;
    if (isPlace) entry.ofPlaces += weight;
    entry.because.push(onOneLine(because));
    found.set(country, entry);
  };
  for (const { country, pattern, weight, isPlace } of COUNTRY_MARKS) {
    const match = pattern.exec(normalized);
    if (match) add(country, weight, match[0], isPlace);
  }
  for (const [country, because] of countriesOfWeb(normalized)) add(country, 2, because);
  for (const [country, because] of countriesOfPhones(normalized)) add(country, 2, because);

  const isUsual = ({ weight, ofPlaces }: { weight: number; ofPlaces: number }) => weight - ofPlaces >= USUAL;
  const ranked = [...found].sort(([, a], [, b]) => Number(isUsual(b)) - Number(isUsual(a)) || b.weight - a.weight);
  const [first, second] = ranked;
  if (!first || (second && second[1].weight === first[1].weight && isUsual(second[1]) === isUsual(first[1])))
    return undefined;
  const [country, { weight, ofPlaces, because }] = first;
  const isOnlyPlaces = weight === ofPlaces;
  return { country, weight, isOnlyPlaces, because: because.sort((a, b) => a.length - b.length)[0] ?? country };
}

/** A mark of at least this weight is hardly seen in other countries. */
const USUAL = 2;

function countriesOfWeb(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const match of text.matchAll(/[\w-]+\.(?:com?\.|net\.|org\.)?([a-z]{2})(?![\w.-]*\w)/gi)) {
    const ending = (match[1] ?? '').toUpperCase();
    const country = ending === 'UK' ? 'GB' : ending;
    const isWebAddress = /(?:www\.|@|https?:\/\/)\S*$|\.(?:com?|net|org)\.[a-z]{2}$/i.test(
      text.slice(Math.max(0, match.index - 60), match.index + match[0].length),
    );
    if (isWebAddress && !WORLDWIDE_ENDINGS.has(ending) && currencyOfCountry(country))
      found.set(country, `.${ending.toLowerCase()}`);
  }
  return found;
}

function countriesOfPhones(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const match of text.matchAll(/(?:\+|\(\+?|\b00)(\d{2,3})[\d ()./-]{6,}/g)) {
    const digits = match[1] ?? '';
    const code = [digits, digits.slice(0, 2)].find((prefix) => CALLING_CODES[prefix] !== undefined);
    const country = code === undefined ? undefined : CALLING_CODES[code];
    if (country !== undefined && match[0].includes('+')) found.set(country, `+${code}`);
  }
  return found;
}
