import type { CurrencyCode } from '../ground/currency.ts';
import type { CountryEvidence } from './country-evidence.ts';
import type { PaperLanguage } from './paper-language.ts';
import { currencyOfCountry } from './region-currency.ts';

/**
 * The currency of the country that a paper speaks for. Of several countries it is the one that fits the sign and the
 * language of the paper, or else the person's own.
 *
 * @param fits What the sign beside the amounts may stand for; it does not matter where there is one country only.
 * @returns Undefined where the countries have different currencies and none is the person's.
 */
export function currencyOfEvidence(
  country: CountryEvidence | undefined,
  language: PaperLanguage | undefined,
  own: CurrencyCode | undefined,
  fits: (code: CurrencyCode) => boolean = () => true,
): CurrencyCode | undefined {
  const few = currenciesOf(country?.fewFrom ?? []);
  if (own !== undefined && few.includes(own) && fits(own)) return own;
  const all = currenciesOfEvidence(country);
  if (all.length < 2) return all[0];
  const fitting = all.filter(fits);
  const spoken = fitting.filter((code) => language?.currencies.includes(code));
  const likely = spoken.length > 0 ? spoken : fitting;
  return likely.length === 1 ? likely[0] : likely.find((code) => code === own);
}

/** Currencies of the countries that a paper may be from. */
export const currenciesOfEvidence = (country: CountryEvidence | undefined): CurrencyCode[] =>
  currenciesOf(country?.countries ?? []);

const currenciesOf = (countries: readonly string[]): CurrencyCode[] => [
  ...new Set(countries.flatMap((country) => currencyOfCountry(country) ?? [])),
];

/** Those of the countries that have a currency, as `DE or AT`; all of them without one. */
export function namesOf({ countries, fewFrom }: CountryEvidence, code?: CurrencyCode): string {
  const named = [...countries, ...fewFrom].filter((country) => currencyOfCountry(country) === code);
  return (code === undefined ? countries : named).join(' or ');
}
