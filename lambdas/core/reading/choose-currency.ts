import { readPrintedAmount } from 'printed-text/amounts';
import { currenciesOfSign, findCurrencySigns, saysItAlone } from 'printed-text/currency-signs';
import type { DecimalMark } from 'printed-text/decimals';
import { normalizePrinted } from 'printed-text/plain-text';
import { type CurrencyCode, isCurrencyCode } from '../ground/currency.ts';
import type { ChosenCurrency } from './chosen-currency.ts';
import type { CountryEvidence } from './country-evidence.ts';
import type { PrintedField } from './expense-fields.ts';
import { countryOfLocale, currencyOfCountry } from './region-currency.ts';

/** What is known about the person who dropped the document. */
export interface PersonCurrency {
  readonly currency?: string;
  readonly locale: string;
}

/** Currencies of countries that write a point before the decimals: a bare "5,35" is in none of them. */
const WITH_POINT: ReadonlySet<string> = new Set(
  'USD GBP AUD NZD SGD HKD TWD MYR INR JPY CNY KRW THB PHP MXN ILS'.split(' '),
);

/** At least this much evidence of a country overrules a sign that may stand for any currency. */
const SETTLED = 3;

/**
 * The document's currency: by an unmistakable sign or code on paper, else by its country, else by the person's plan,
 * else by the person's locale. A sign that several currencies share narrows the choice at each step.
 *
 * @param decimalMark How the document writes its amounts, where it shows.
 * @returns undefined when a shared sign such as "$" is printed and nothing says whose it is, or when nothing is printed and
 *   the amounts are not written as in the countries of the person's currency.
 */
export function chooseCurrency(
  fields: readonly PrintedField[],
  amountTexts: readonly string[],
  country: CountryEvidence | undefined,
  person: PersonCurrency,
  decimalMark?: DecimalMark,
): ChosenCurrency | undefined {
  const votes = voteBySign(fields, amountTexts);
  const [sign, possible] = votes[0] ?? [undefined, []];
  const [only] = possible;
  if (sign !== undefined && only !== undefined && possible.length === 1) {
    return { code: only, by: 'printed', because: `"${sign}" is printed beside the amounts` };
  }
  const fits = (code: CurrencyCode | undefined): code is CurrencyCode =>
    code !== undefined && (sign === undefined || possible.includes(code));

  const ofCountry = country && currencyOfCountry(country.country);
  if (country && ofCountry && (fits(ofCountry) || (isVague(sign) && country.weight >= SETTLED))) {
    return { code: ofCountry, by: 'country', because: `"${country.because}" speaks for ${country.country}` };
  }
  const isWrittenSo = (code: CurrencyCode) => sign !== undefined || decimalMark !== ',' || !WITH_POINT.has(code);
  const ofPerson = person.currency?.toUpperCase();
  if (ofPerson !== undefined && isCurrencyCode(ofPerson) && fits(ofPerson) && isWrittenSo(ofPerson)) {
    return {
      code: ofPerson,
      by: 'person',
      because: `${sign ? `"${sign}"` : 'no currency'} is printed; the plan is in ${ofPerson}`,
    };
  }
  const tagged = fields.map(({ currencyCode }) => currencyCode).find((code) => code !== undefined);
  if (tagged !== undefined && isCurrencyCode(tagged) && fits(tagged)) {
    return { code: tagged, by: 'printed', because: `the analysis tagged the amounts as ${tagged}` };
  }
  const locale = countryOfLocale(person.locale);
  const ofLocale = locale === undefined ? undefined : currencyOfCountry(locale);
  if (ofPerson === undefined && fits(ofLocale) && isWrittenSo(ofLocale)) {
    return {
      code: ofLocale,
      by: 'locale',
      because: `${sign ? `"${sign}"` : 'no currency'} is printed; the locale is ${person.locale}`,
    };
  }
  return undefined;
}

/** A bare "$" is what tills print for any currency; "¤" is a sign that could not be read. */
const isVague = (sign: string | undefined): boolean => sign === '$' || sign === '¤';

type Vote = readonly [sign: string, codes: readonly CurrencyCode[]];

/** Printed signs by weight: one that names a single currency counts more, and one beside a total most. */
function voteBySign(fields: readonly PrintedField[], amountTexts: readonly string[]): Vote[] {
  const weights = new Map<string, { codes: readonly CurrencyCode[]; weight: number }>();
  const add = (sign: string | undefined, weight: number) => {
    const codes = sign === undefined ? [] : currenciesOfSign(sign).filter(isCurrencyCode);
    if (sign === undefined || codes.length === 0) return;
    const key = codes.join(' ');
    const entry = weights.get(key) ?? { codes, weight: 0 };
    entry.weight += codes.length === 1 ? weight * 2 : weight;
    weights.set(key, entry);
    shown.set(key, shown.get(key) ?? sign);
  };
  const shown = new Map<string, string>();
  for (const { text, type, label } of fields) {
    const isTotal = type === 'TOTAL' || type === 'AMOUNT_DUE';
    add(readPrintedAmount(text)?.currencySign, isTotal ? 3 : 1);
    for (const sign of signsInLabel(label)) add(sign, isTotal ? 3 : 1);
  }
  for (const text of amountTexts) add(readPrintedAmount(text)?.currencySign, 1);
  return [...weights]
    .sort(([, a], [, b]) => b.weight - a.weight)
    .map(([key, { codes }]) => [shown.get(key) ?? key, codes]);
}

/** "Total (RM)", "Amount EUR", "Summe in €". */
const signsInLabel = (label = ''): string[] =>
  findCurrencySigns(normalizePrinted(label))
    .filter(saysItAlone)
    .map(({ sign }) => sign);
