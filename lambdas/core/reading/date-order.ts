import type { CountryEvidence } from './country-evidence.ts';
import { type DateOrder, onlyOrderOf, type PrintedDate } from './printed-date.ts';
import { currencyOfCountry } from './region-currency.ts';

/** In which order a document writes its dates, and why that is believed. */
export interface ChosenOrder {
  readonly order: DateOrder;
  readonly by: 'document' | 'country' | 'locale';
}

/**
 * Day/month order: from a date of the document that allows one order only, else from its country, else from the
 * person's locale.
 */
export function chooseDateOrder(
  dates: readonly PrintedDate[],
  country: CountryEvidence | undefined,
  locale: string,
): ChosenOrder {
  const votes = dates.map(onlyOrderOf).filter((order) => order !== undefined);
  const dayFirst = votes.filter((order) => order === 'DMY').length;
  const monthFirst = votes.filter((order) => order === 'MDY').length;
  if (dayFirst !== monthFirst) return { order: dayFirst > monthFirst ? 'DMY' : 'MDY', by: 'document' };
  const ofCountry = country && orderOfCountries(country.countries);
  if (ofCountry) return { order: ofCountry, by: 'country' };
  return { order: orderOfLocale(locale) ?? 'DMY', by: 'locale' };
}

/** Intl's data for Dari and Tigrinya put the month first; in Afghanistan and Eritrea the day is. */
const DAY_FIRST_COUNTRIES: ReadonlySet<string> = new Set(['AF', 'ER']);

/** The order in which a country writes a date in numbers; undefined for one that is not known. */
function orderOfCountry(country: string): DateOrder | undefined {
  if (DAY_FIRST_COUNTRIES.has(country)) return 'DMY';
  return currencyOfCountry(country) && orderOfLocale(`und-${country}`);
}

/** The order in which all of some countries write a date in numbers; undefined where they differ. */
export function orderOfCountries(countries: readonly string[]): DateOrder | undefined {
  const [order, ...others] = new Set(countries.map(orderOfCountry));
  return others.length === 0 ? order : undefined;
}

/** The order in which a locale writes a date in numbers; undefined for an invalid locale. */
export function orderOfLocale(locale: string): DateOrder | undefined {
  try {
    return orderOfFormat(numericFormatOf(locale));
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
