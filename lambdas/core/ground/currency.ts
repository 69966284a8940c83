import { currencyCodes as iso4217Codes } from 'printed-text/currency-codes';

declare const iso4217: unique symbol;

/** An ISO 4217 code in upper case, such as `EUR`. */
export type CurrencyCode = string & { readonly [iso4217]: true };

/**
 * Decimal places that are not 2, by ISO 4217. Not taken from `Intl`, whose data (CLDR) follows what is printed in shops:
 * it has no places for ALL, RSD or IQD, and an amount stored with two would change its value.
 */
const PLACES: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const exponents = new Map(iso4217Codes.map((code) => [code, 2]));
for (const [places, codes] of Object.entries(PLACES)) {
  for (const code of codes.split(' ')) exponents.set(code, Number(places));
}

/** Every known code, in alphabetical order. */
export const currencyCodes: readonly CurrencyCode[] = [...exponents.keys()].sort() as CurrencyCode[];

/** Whether the text is a known code, in upper case. */
export function isCurrencyCode(text: string): text is CurrencyCode {
  return exponents.has(text);
}

/**
 * Reads a code written by a person: "eur" is EUR.
 *
 * @throws RangeError when no currency has this code.
 */
export function parseCurrencyCode(text: string): CurrencyCode {
  const code = text.trim().toUpperCase();
  if (!isCurrencyCode(code)) {
    throw new RangeError(`expected an ISO 4217 currency code such as EUR or USD, got "${text}"`);
  }
  return code;
}

/** Decimal places of the currency: 2 for EUR, 0 for JPY, 3 for KWD. */
export function currencyExponent(code: CurrencyCode): number {
  return exponents.get(code) ?? 2;
}

/**
 * Decimal places that its coins and notes have. Iraq has had no fils since 1990 and no note below 250 dinars: `25.000` is
 * twenty-five thousand there, though the ISO standard gives the dinar three places.
 */
export const placesInPrint = (code: CurrencyCode): number => (code === 'IQD' ? 0 : currencyExponent(code));
