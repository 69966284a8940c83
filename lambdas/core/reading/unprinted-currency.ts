import { type CurrencyCode, isCurrencyCode } from '../ground/currency.ts';
import { currenciesOfEvidence, namesOf } from './country-currency.ts';
import {
  byCountry,
  byLanguage,
  type CurrencyChoice,
  type CurrencyPaper,
  type Known,
  SETTLED,
  USUAL,
  unknown,
} from './currency-choice.ts';
import type { PrintedField } from './expense-fields.ts';
import { findForeignTax } from './foreign-tax.ts';
import { findLocalMeans } from './means-of-payment.ts';
import type { MarkedRow } from './printed-marks.ts';
import { currencyOfCountry } from './region-currency.ts';

/** Currencies of countries that write a point before the decimals: a bare "5,35" is in none of them. */
const WITH_POINT: ReadonlySet<string> = new Set(
  'USD GBP AUD NZD SGD HKD TWD MYR INR JPY CNY KRW THB PHP MXN ILS'.split(' '),
);

/** No mark beside the amounts that were tagged. */
export function ofNothing(paper: CurrencyPaper, known: Known): CurrencyChoice {
  const { country, language, stated, decimalMark } = paper;
  const { ofCountry, ofPerson, ofLocale } = known;
  if (stated) return { currency: { code: stated.code, by: 'printed', because: `"${stated.because}" is printed` } };
  const own = ofPerson ?? ofLocale;
  // A place may be where a journey goes.
  const isElsewhere =
    country?.isOnlyPlaces === true && own !== undefined && ofCountry !== undefined && ofCountry !== own;
  if (country && ofCountry && !isElsewhere) {
    if (country.weight >= SETTLED || ofCountry === own) return byCountry(ofCountry, country);
    if (country.weight >= USUAL && !known.isAtHome) return byCountry(ofCountry, country);
  }
  const [ofLanguage, ...others] = language?.currencies ?? [];
  if (language && ofLanguage && others.length === 0) return { currency: byLanguage(ofLanguage, language) };
  const against = contradictionOf(own, paper, known);
  if (against !== undefined)
    return {
      doubt: unknown(`no currency is printed beside the amounts, and ${against}; state the currency in a correction`),
    };
  const tagged = taggedOf(paper.fields);
  if (ofPerson === undefined && tagged !== undefined) {
    return { currency: { code: tagged, by: 'printed', because: `the analysis tagged the amounts as ${tagged}` } };
  }
  const hasComma = decimalMark === ',' || isGroupedByPoint(paper.rows);
  const isWrittenSo = (code: CurrencyCode) => !hasComma || !WITH_POINT.has(code);
  if (own !== undefined && isWrittenSo(own)) {
    const because = ofPerson ? `the plan is in ${own}` : `the locale is ${known.locale}`;
    const by = ofPerson ? 'person' : 'locale';
    return { currency: { code: own, by, because: `no currency is printed; ${because}` } };
  }
  return { doubt: unknown(NOTHING) };
}

/** "45.000" and "75.000", and nothing with cents: who writes a point before the decimals parts no thousands by it. */
function isGroupedByPoint(rows: readonly MarkedRow[]): boolean {
  const texts = rows.flatMap(({ amounts }) => amounts.map(({ text }) => text));
  const grouped = texts.filter((text) => /\d\.\d{3}(?!\d)/.test(text));
  return grouped.length > 1 && !texts.some((text) => /,\d{3}|[.,]\d{1,2}(?!\d)/.test(text));
}

/** The service's own guess, by what it saw elsewhere on the page. */
const taggedOf = (fields: readonly PrintedField[]): CurrencyCode | undefined =>
  fields.flatMap(({ currencyCode }) =>
    currencyCode !== undefined && isCurrencyCode(currencyCode) ? [currencyCode] : [],
  )[0];

const NOTHING =
  'no currency could be told from the document, the plan or the locale; name the currency in the plan and replay the document';

/** What on the paper speaks against the person's currency, where nothing is printed beside its amounts. */
function contradictionOf(own: CurrencyCode | undefined, paper: CurrencyPaper, known: Known): string | undefined {
  const { ofCountry, ofPerson, isAtHome } = known;
  const { rows, country, language, options } = paper;
  if (options && (options.codes.length > 1 || options.codes[0] !== own))
    return `"${options.because}" offers ${options.codes.join(', ')}`;
  const marksOf = (isConversion: boolean) => [
    ...new Set(
      rows
        .filter((row) => row.isConversion === isConversion)
        .flatMap(({ amounts }) =>
          amounts.flatMap(({ mark }) => (mark && !mark.isLetters && mark.codes.length === 1 ? mark.codes : [])),
        ),
    ),
  ];
  const elsewhere = marksOf(false);
  if (elsewhere.length > 0 && (own === undefined || !elsewhere.includes(own)))
    return `${elsewhere.join(' and ')} stands beside others`;
  const tagged = taggedOf(paper.fields);
  if (ofPerson !== undefined && tagged !== undefined && tagged !== ofPerson)
    return `the analysis took them for ${tagged}`;
  const converted = marksOf(true);
  if (own !== undefined && elsewhere.length === 0 && converted.includes(own))
    return `what they are in ${own} is printed besides`;
  if (country?.isOnlyPlaces && ofCountry && own !== undefined && own !== ofCountry)
    return `"${country.because}" speaks for ${namesOf(country)}`;
  const local = own === undefined ? undefined : localAgainst(own, paper, known);
  if (local !== undefined) return local;
  if (isAtHome) return undefined;
  if (language) return `the document is in a language of other countries ("${language.because}")`;
  if (
    country &&
    (own === undefined || !currenciesOfEvidence(country).includes(own)) &&
    !(country.countries[0] === 'US' && own !== undefined && DIALLED_AS_US.has(own))
  )
    return `"${country.because}" speaks for ${namesOf(country)}`;
  return undefined;
}

/** What is known in other countries than those of the person's currency: a means of payment, a tax, a word of its language. */
function localAgainst(
  own: CurrencyCode,
  { rows, country, hint }: CurrencyPaper,
  { ofCountry, isAtHome }: Known,
): string | undefined {
  const texts = rows.map(({ text }) => text);
  const isForeign = (countries: readonly string[]) => countries.every((one) => currencyOfCountry(one) !== own);
  const means = findLocalMeans(texts).find(({ countries }) => isForeign(countries));
  if (means) return `"${means.because}" is a means of payment of ${means.countries.slice(0, MOST_NAMED).join(' or ')}`;
  if (isAtHome && country && country.weight >= USUAL && ofCountry !== own && isForeign(country.countries))
    return `"${country.because}" speaks for ${namesOf(country)}`;
  const tax = findForeignTax(texts, own);
  if (tax !== undefined) return `"${tax}" is no tax where ${own} is paid`;
  return hint && !hint.currencies.includes(own) ? `"${hint.because}" is a word of other countries` : undefined;
}

const MOST_NAMED = 4;

/** Currencies of the countries that write telephone numbers as the United States do, which is all that a hint of these is. */
const DIALLED_AS_US: ReadonlySet<string> = new Set('CAD JMD TTD DOP BSD BBD XCD BMD KYD'.split(' '));
