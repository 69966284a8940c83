import type { DecimalMark } from 'printed-text/decimals';
import { type CurrencyCode, isCurrencyCode } from '../ground/currency.ts';
import type { ChosenCurrency } from './chosen-currency.ts';
import { currencyOfEvidence, namesOf } from './country-currency.ts';
import type { CountryEvidence } from './country-evidence.ts';
import type { CurrencyOptions } from './currency-options.ts';
import type { PrintedField } from './expense-fields.ts';
import type { PaperLanguage } from './paper-language.ts';
import type { MarkedRow } from './printed-marks.ts';
import { countryOfLocale, currencyOfCountry } from './region-currency.ts';
import type { StatedCurrency } from './stated-currency.ts';
import type { Reason } from './structured-expense.ts';

/** What is known about the person who dropped the document. */
export interface PersonCurrency {
  readonly currency?: string;
  readonly locale: string;
}

/** What a paper shows of its currency. */
export interface CurrencyPaper {
  readonly fields: readonly PrintedField[];
  /** Amounts of the items as printed. */
  readonly itemTexts: readonly string[];
  readonly rows: readonly MarkedRow[];
  readonly stated: StatedCurrency | undefined;
  readonly country: CountryEvidence | undefined;
  readonly language: PaperLanguage | undefined;
  /** What a single word of one language says, where no language is sure. */
  readonly hint: PaperLanguage | undefined;
  /** Currencies that a form offers, of which none is plainly chosen. */
  readonly options: CurrencyOptions | undefined;
  /** How the document writes its amounts, where it shows. */
  readonly decimalMark?: DecimalMark | undefined;
  /**
   * Whether the amounts that are in a currency, or in none, give a total.
   *
   * @param decimal Plain, as `54.00`.
   * @param code Absent for the amounts that name no currency.
   */
  explains(decimal: string, code?: CurrencyCode): boolean;
}

/** The currency, which may be doubtful; without one there is always a doubt. */
export interface CurrencyChoice {
  readonly currency?: ChosenCurrency;
  readonly doubt?: Reason;
}

/** What is known besides what is printed beside the amounts. */
export interface Known {
  readonly ofPerson: CurrencyCode | undefined;
  /** Only for a person without a plan. */
  readonly ofLocale: CurrencyCode | undefined;
  readonly locale: string;
  /** Undefined also where the paper may be from countries of different currencies, none of them the person's. */
  readonly ofCountry: CurrencyCode | undefined;
  /** Whether the paper is in a language of the countries that use the person's currency. */
  readonly isAtHome: boolean;
}

/** What person and paper say of the currency before any mark is looked at. */
export function whoIs({ country, language }: CurrencyPaper, { currency, locale }: PersonCurrency): Known {
  const code = currency?.toUpperCase();
  const ofPerson = code !== undefined && isCurrencyCode(code) ? code : undefined;
  const region = countryOfLocale(locale);
  const ofRegion = region === undefined ? undefined : currencyOfCountry(region);
  const own = ofPerson ?? ofRegion;
  return {
    ofPerson,
    ofLocale: code === undefined ? ofRegion : undefined,
    locale,
    ofCountry: currencyOfEvidence(country, language, own),
    // Some countries of a language have the money of another, such as Ecuador.
    isAtHome:
      own !== undefined &&
      language !== undefined &&
      ((language.currencies.includes(own) && isReadIn(language, own === ofRegion ? region : undefined)) ||
        (own === ofRegion && language.codes.includes(locale.slice(0, 2)))),
  };
}

/** A script alone is read in its own countries: the euro is Bulgaria's too, and papers of a German are not in Cyrillic. */
const isReadIn = ({ codes, countries }: PaperLanguage, region: string | undefined): boolean =>
  codes.length > 0 || region === undefined || countries.includes(region);

/** At least this much evidence of a country overrules a sign that may stand for any currency. */
export const SETTLED = 3;
/** Less than this is a hint, which several countries share. */
export const USUAL = 2;

/** A doubt about the currency. */
export const unknown = (message: string): Reason => ({ code: 'CurrencyUnknownError', message });

/** The currency of the country that the paper speaks for. */
export const byCountry = (code: CurrencyCode, country: CountryEvidence): CurrencyChoice => ({
  currency: { code, by: 'country', because: `"${country.because}" speaks for ${namesOf(country, code)}` },
});

/** The currency of the only country where the language of the paper is spoken. */
export const byLanguage = (code: CurrencyCode, { because }: PaperLanguage): ChosenCurrency => ({
  code,
  by: 'country',
  because: `the document is in a language of it ("${because}")`,
});
