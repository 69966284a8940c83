/**
 * Active codes of ISO 4217 (https://www.six-group.com/en/products-services/financial-information/data-standards.html),
 * without precious metals and test codes, and those withdrawn so lately that receipts still carry them:
 * ANG, BGN, CUC, HRK, SLL and ZWL. In alphabetical order.
 */
export const currencyCodes: readonly string[] = `
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF
CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD
HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL
MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD
RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD
USN UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ZWL`
  .trim()
  .split(/\s+/);

/** Codes of funds and units of account, which no shop prices in: "CHE" begins the numbers of Swiss firms. */
const UNPRICED: ReadonlySet<string> = new Set('BOV CHE CHW CLF COU MXV USN UYI UYW'.split(' '));

/** Codes that prices are printed in, in alphabetical order. */
export const pricedCodes: readonly string[] = currencyCodes.filter((code) => !UNPRICED.has(code));

const codes = new Set(currencyCodes);
const priced = new Set(pricedCodes);

/** Whether a text is a code that prices are printed in, in upper case. */
export const isPricedCode = (text: string): boolean => priced.has(text);

/** Whether a text is a code of ISO 4217, in upper case. */
export const isCode = (text: string): boolean => codes.has(text);
