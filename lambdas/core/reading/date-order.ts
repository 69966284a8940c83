import type { CountryEvidence } from './country-evidence.ts';
import type { PaperLanguage } from './paper-language.ts';
import { type DateOrder, onlyOrderOf, type PrintedDate } from './printed-date.ts';
import { currencyOfCountry } from './region-currency.ts';

/** In which order a document writes its dates, and why that is believed. */
export interface ChosenOrder {
  readonly order: DateOrder;
  readonly by: 'document' | 'country' | 'language' | 'locale';
}

/** Where a document comes from, as far as it is known. */
export interface DateOrigin {
  readonly country: CountryEvidence | undefined;
  readonly language: PaperLanguage | undefined;
}

/**
 * Day/month order: from a date of the document that allows one order only, else from its country, else from its language,
 * else from the person's locale. A language that is the person's own as well is written as in the person's country.
 */
export function chooseDateOrder(
  dates: readonly PrintedDate[],
  { country, language }: DateOrigin,
  locale: string,
): ChosenOrder {
  const votes = dates.map(onlyOrderOf).filter((order) => order !== undefined);
  const dayFirst = votes.filter((order) => order === 'DMY').length;
  const monthFirst = votes.filter((order) => order === 'MDY').length;
  if (dayFirst !== monthFirst) return { order: dayFirst > monthFirst ? 'DMY' : 'MDY', by: 'document' };
  const ofCountry = country && orderOfCountries(country.countries);
  if (ofCountry) return { order: ofCountry, by: 'country' };
  const ofLocale = orderOfLocale(locale) ?? 'DMY';
  const ofLanguage = language && orderOfLanguages(language.codes);
  const isOwn = language?.codes.includes(languageOf(locale));
  return ofLanguage && (ofLanguage === ofLocale || !isOwn)
    ? { order: ofLanguage, by: 'language' }
    : { order: ofLocale, by: 'locale' };
}

/** The order in which all of some languages write a date in numbers; undefined for none, or where they differ. */
function orderOfLanguages(codes: readonly string[]): DateOrder | undefined {
  const [order, ...others] = new Set(codes.map(orderOfLocale));
  return others.length === 0 ? order : undefined;
}

const languageOf = (locale: string): string => locale.split('-', 1)[0] ?? '';

/** Intl's data for Dari and Tigrinya put the month first; in Afghanistan and Eritrea the day is. */
const DAY_FIRST_COUNTRIES: ReadonlySet<string> = new Set(['AF', 'ER']);

/** Intl's English of the Philippines puts the day first; there the month is, as in the United States. */
const MONTH_FIRST_COUNTRIES: ReadonlySet<string> = new Set(['PH']);

/** The order in which a country writes a date in numbers; undefined for one that is not known. */
function orderOfCountry(country: string): DateOrder | undefined {
  if (MONTH_FIRST_COUNTRIES.has(country)) return 'MDY';
  if (DAY_FIRST_COUNTRIES.has(country)) return 'DMY';
  return currencyOfCountry(country) && orderOfLocale(`und-${country}`);
}

/** The order in which all of some countries write a date in numbers; undefined where they differ. */
export function orderOfCountries(countries: readonly string[]): DateOrder | undefined {
  const [order, ...others] = new Set(countries.map(orderOfCountry));
  return others.length === 0 ? order : undefined;
}

/** Orders of locales that were asked for: it takes ten formats of Intl to tell one, and a page asks for many. */
const asked = new Map<string, DateOrder | undefined>();
const MOST_ASKED = 1000;

/** The order in which a locale writes a date in numbers; undefined for an invalid locale. */
export function orderOfLocale(locale: string): DateOrder | undefined {
  if (asked.has(locale)) return asked.get(locale);
  const order = findOrder(locale);
  if (asked.size < MOST_ASKED) asked.set(locale, order);
  return order;
}

function findOrder(locale: string): DateOrder | undefined {
  try {
    const { region } = new Intl.Locale(locale);
    return region !== undefined && MONTH_FIRST_COUNTRIES.has(region) ? 'MDY' : orderOfFormat(numericFormatOf(locale));
  } catch {
    return undefined;
  }
}

/**
 * Intl has no data for a region alone, and takes what it does not know, as "en-KW" or Guarani in Paraguay, for the United
 * States' "en": there another language that it knows in the region tells, else day first, as in most of the world.
 */
function numericFormatOf(locale: string): Intl.DateTimeFormat {
  const { language, region } = new Intl.Locale(locale).maximize();
  const own = new Intl.Locale(`und-${region}`).maximize().language;
  const formats = [language, own, ...WORLD_LANGUAGES].map((tag) => {
    const format = new Intl.DateTimeFormat(`${tag}-${region}`, IN_NUMBERS);
    const known = new Intl.Locale(format.resolvedOptions().locale);
    return { format, knowsLanguage: known.language === tag, knowsRegion: known.region === region };
  });
  const ofLanguage = language === 'en' ? undefined : formats.slice(0, 1).find(({ knowsLanguage }) => knowsLanguage);
  const best = formats.find(({ knowsLanguage, knowsRegion }) => knowsLanguage && knowsRegion) ?? ofLanguage;
  return best?.format ?? new Intl.DateTimeFormat('en-GB', IN_NUMBERS);
}

/** Languages that are official in many countries beside their own. */
const WORLD_LANGUAGES = ['es', 'fr', 'pt', 'en', 'ar', 'nl', 'ru', 'de'];

const IN_NUMBERS = {
  calendar: 'gregory',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'UTC',
} as const;

function orderOfFormat(format: Intl.DateTimeFormat): DateOrder {
  const [first, second] = format
    .formatToParts(0)
    .map(({ type }) => type)
    .filter((type) => type === 'day' || type === 'month' || type === 'year');
  if (first === 'year') return 'YMD';
  return first === 'month' && second === 'day' ? 'MDY' : 'DMY';
}
