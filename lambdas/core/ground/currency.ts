declare const iso4217: unique symbol;

/** An ISO 4217 code in upper case, such as `EUR`. */
export type CurrencyCode = string & { readonly [iso4217]: true };

/**
 * Active codes of ISO 4217 (https://www.six-group.com/en/products-services/financial-information/data-standards.html),
 * without precious metals and test codes, and those withdrawn so lately that receipts still carry them:
 * ANG, BGN, CUC, HRK, SLL and ZWL.
 */
const CODES = `
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF
CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD
HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL
MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD
RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD
USN UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ZWL`;

/**
 * Decimal places that are not 2, by ISO 4217. Not taken from `Intl`, whose data (CLDR) follows what is printed in shops:
 * it has no places for ALL, RSD or IQD, and an amount stored with two would change its value.
 */
const PLACES: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const exponents = new Map<string, number>(
  CODES.trim()
    .split(/\s+/)
    .map((code) => [code, 2]),
);
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
