import type { CurrencyCode } from '../ground/currency.ts';

/** Currency of each country (ISO 3166-1 alpha-2), grouped by currency. */
const COUNTRIES: Readonly<Record<string, string>> = {
  EUR: 'AD AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC MT NL PT SI SK SM XK ME VA',
  USD: 'US PR GU EC SV PA',
  GBP: 'GB JE GG IM',
  AED: 'AE',
  ALL: 'AL',
  AMD: 'AM',
  ARS: 'AR',
  AUD: 'AU',
  AZN: 'AZ',
  BAM: 'BA',
  BDT: 'BD',
  BHD: 'BH',
  BND: 'BN',
  BOB: 'BO',
  BRL: 'BR',
  BWP: 'BW',
  BYN: 'BY',
  CAD: 'CA',
  CHF: 'CH LI',
  CLP: 'CL',
  CNY: 'CN',
  COP: 'CO',
  CRC: 'CR',
  CZK: 'CZ',
  DKK: 'DK GL FO',
  DOP: 'DO',
  DZD: 'DZ',
  EGP: 'EG',
  ETB: 'ET',
  GEL: 'GE',
  GHS: 'GH',
  GTQ: 'GT',
  HKD: 'HK',
  HNL: 'HN',
  HUF: 'HU',
  IDR: 'ID',
  ILS: 'IL',
  INR: 'IN',
  IQD: 'IQ',
  ISK: 'IS',
  JMD: 'JM',
  JOD: 'JO',
  JPY: 'JP',
  KES: 'KE',
  KHR: 'KH',
  KRW: 'KR',
  KWD: 'KW',
  KZT: 'KZ',
  LAK: 'LA',
  LBP: 'LB',
  LKR: 'LK',
  MAD: 'MA',
  MDL: 'MD',
  MKD: 'MK',
  MMK: 'MM',
  MNT: 'MN',
  MOP: 'MO',
  MUR: 'MU',
  MXN: 'MX',
  MYR: 'MY',
  NAD: 'NA',
  NGN: 'NG',
  NIO: 'NI',
  NOK: 'NO',
  NPR: 'NP',
  NZD: 'NZ',
  OMR: 'OM',
  PEN: 'PE',
  PHP: 'PH',
  PKR: 'PK',
  PLN: 'PL',
  PYG: 'PY',
  QAR: 'QA',
  RON: 'RO',
  RSD: 'RS',
  RUB: 'RU',
  SAR: 'SA',
  SEK: 'SE',
  SGD: 'SG',
  THB: 'TH',
  TND: 'TN',
  TRY: 'TR',
  TTD: 'TT',
  TWD: 'TW',
  TZS: 'TZ',
  UAH: 'UA',
  UGX: 'UG',
  UYU: 'UY',
  UZS: 'UZ',
  VES: 'VE',
  VND: 'VN',
  XOF: 'SN CI BJ TG ML BF',
  XAF: 'CM GA',
  ZAR: 'ZA',
  ZMW: 'ZM',
};

const byCountry = new Map(
  Object.entries(COUNTRIES).flatMap(([currency, countries]) =>
    countries.split(' ').map((country) => [country, currency as CurrencyCode] as const),
  ),
);

/** Currency of a country by its ISO 3166-1 alpha-2 code; undefined where the table has none. */
export function currencyOfCountry(country: string): CurrencyCode | undefined {
  return byCountry.get(country);
}

/** A country that has a currency, the first of those that share it: they write their dates alike. */
export function countryOfCurrency(currency: CurrencyCode): string | undefined {
  return COUNTRIES[currency]?.split(' ')[0];
}

/** Country of a BCP 47 locale, its likely one where it names none ("de" is DE); undefined for an invalid locale. */
export function countryOfLocale(locale: string): string | undefined {
  try {
    return new Intl.Locale(locale).maximize().region;
  } catch {
    return undefined;
  }
}
