import { normalizePrinted, onOneLine } from 'printed-text/plain-text';
import { CALLING_CODES } from './calling-codes.ts';
import type { ChosenCurrency } from './chosen-currency.ts';
import { COUNTRY_MARKS } from './country-marks.ts';
import { type FoundTown, findTowns } from './find-towns.ts';
import { isTicket } from './journey.ts';
import { PLACE_NAMES } from './place-names.ts';
import { countryOfCurrency, currencyOfCountry } from './region-currency.ts';
import { findUsAddress } from './us-address.ts';
import { ofNames, searched } from './word-pattern.ts';

/** The country that a document comes from, as far as its text shows. */
export interface CountryEvidence {
  /** ISO 3166-1 alpha-2; several where all that was found is usual in each, as "GmbH" is. */
  readonly countries: readonly string[];
  /** Countries of which all that was found may be too, and few papers are. */
  readonly fewFrom: readonly string[];
  /** Sum of the marks' weights; 3 and more settles it. */
  readonly weight: number;
  /** Nothing but names of places: they stand in names of shops and on tickets as well. */
  readonly isOnlyPlaces: boolean;
  /** Nothing but names of places, and the paper is a ticket: somewhere a journey goes, or begins. */
  readonly isRoute: boolean;
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
  return country === undefined
    ? undefined
    : { countries: [country], fewFrom: [], weight: 1, isOnlyPlaces: false, isRoute: false, because: currency.code };
}

/** Endings that are sold all over the world and say nothing about a country. */
const WORLDWIDE_ENDINGS = new Set(['AI', 'AM', 'BIZ', 'CC', 'CO', 'FM', 'GG', 'IO', 'LY', 'ME', 'TO', 'TV', 'WS']);

const PLACES = PLACE_NAMES.map(([country, pattern]) => [country, ofNames(pattern)] as const);

/** What speaks for one country. */
interface Found {
  readonly country: string;
  readonly weight: number;
  readonly ofPlaces: number;
  readonly fewFrom: readonly string[];
  /** As printed, in the order in which they were looked for. */
  readonly because: readonly string[];
}

/**
 * The country that most of the text speaks for: legal forms, tax names and numbers, telephone prefixes, web addresses,
 * words of addresses. Undefined when nothing does, or when different things speak equally for two countries. A name of a
 * place stands behind whatever is usual in another country.
 */
export function findCountry(text: string): CountryEvidence | undefined {
  const found = whatSpeaks(normalizePrinted(text)).sort(byRank);
  const [first] = found;
  if (!first) return undefined;
  const alike = found.filter((other) => byRank(first, other) === 0);
  if (alike.some(({ because }) => because.join() !== first.because.join())) return undefined;
  const { weight, ofPlaces, because, fewFrom } = first;
  return {
    countries: alike.map(({ country }) => country),
    fewFrom: fewFrom.filter((few) => few !== ''),
    weight,
    isOnlyPlaces: weight === ofPlaces,
    isRoute: weight === ofPlaces && isTicket(text.split('\n')),
    because: [...because].sort((a, b) => a.length - b.length)[0] ?? first.country,
  };
}

/** All that was found in a text, by country, in the order in which countries were met. */
function whatSpeaks(text: string): Found[] {
  const found = new Map<string, Found>();
  const add = (country: string, weight: number, because: string, isPlace = false, fewFrom: readonly string[] = []) => {
    const sofar = found.get(country) ?? { country, weight: 0, ofPlaces: 0, fewFrom, because: [] };
    found.set(country, {
      country,
      weight: sofar.weight + weight,
      ofPlaces: sofar.ofPlaces + (isPlace ? weight : 0),
      fewFrom: sofar.fewFrom.filter((few) => fewFrom.includes(few)),
      because: [...sofar.because, onOneLine(because)],
    });
  };
  const all = searched(text);
  const places = PLACES.flatMap(([country, find]) => {
    const because = find(all);
    return because === undefined ? [] : [{ country, because }];
  });
  const towns = findTowns(text);
  const isSure = ({ by }: FoundTown): boolean => by === 'address' || by === 'province';
  const named = new Set([...places, ...towns.filter(isSure)].map(({ country }) => country));
  const called = new Set([...named, ...towns.map(({ country }) => country)]);
  for (const { countries, find, weight, fewFrom } of COUNTRY_MARKS) {
    const because = find(all);
    if (because === undefined) continue;
    // A place says in which of its countries the mark was printed, also where few come from.
    const there = [named, called]
      .map((known) => [...countries, ...fewFrom].filter((country) => known.has(country)))
      .find((known) => known.length > 0);
    const [meant, few] = there ? [there, []] : [countries, fewFrom];
    for (const country of meant) add(country, weight, because, false, few);
  }
  const elsewhere = [...places, ...towns.filter(isSure)].map(({ country }) => country);
  const address = findUsAddress(text, new Set(elsewhere.filter((country) => country !== 'US')));
  if (address) add('US', address.weight, address.because);
  for (const [country, because] of countriesOfWeb(text)) add(country, 2, because);
  for (const [country, because] of countriesOfPhones(text)) add(country, 2, because);
  const spoken = new Set(found.keys());
  for (const { country, because } of places) add(country, OF_PLACE, because, true);
  const counted = new Set(places.map(({ country }) => country));
  for (const { country, because, by } of towns) {
    if (counted.has(country) || (by === 'shared' && !spoken.has(country))) continue;
    counted.add(country);
    // The code of a province says as much as a tax does.
    if (by === 'province') add(country, USUAL, because);
    add(country, by === 'branch' ? OF_BRANCH : OF_PLACE, because, true);
  }
  return [...found.values()];
}

const isUsual = ({ weight, ofPlaces }: Found): boolean => weight - ofPlaces >= USUAL;
const byRank = (a: Found, b: Found): number => Number(isUsual(b)) - Number(isUsual(a)) || b.weight - a.weight;

/** What the name of a place weighs. */
const OF_PLACE = 3;
/** What a town at the end of a shop's own name weighs: the shop may be called after it. */
const OF_BRANCH = 2;
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
