import { type CurrencyCode, isCurrencyCode } from './currency.ts';

interface CurrencySign {
  /** Currencies it may stand for, the most frequent one first. */
  readonly codes: string;
  /** Only before an amount: behind one, these letters are a tax class ("12.50 SR") or a unit. */
  readonly prefixOnly?: true;
}

const DOLLARS =
  'USD CAD AUD SGD NZD HKD TWD MXN ARS CLP COP BND BSD BBD BZD BMD KYD FJD GYD JMD LRD NAD SBD SRD TTD XCD';
const KRONOR = 'SEK NOK DKK ISK';
// The signs that an alphabet for Chinese and English lacks: it shows the dollar's and the yen's.
const UNREAD = 'EUR GBP INR KRW TRY RUB UAH PHP THB VND ILS KZT GEL NGN CRC PYG';
const RUPEES = 'INR PKR LKR NPR MUR SCR';

/** What stands beside an amount on paper. Codes themselves need no entry. Keys are compared without regard to case. */
const SIGNS: Readonly<Record<string, CurrencySign>> = {
  $: { codes: DOLLARS },
  US$: { codes: 'USD' },
  U$S: { codes: 'USD' },
  CA$: { codes: 'CAD' },
  C$: { codes: 'CAD NIO' },
  A$: { codes: 'AUD' },
  AU$: { codes: 'AUD' },
  NZ$: { codes: 'NZD' },
  S$: { codes: 'SGD' },
  SG$: { codes: 'SGD' },
  HK$: { codes: 'HKD' },
  NT$: { codes: 'TWD' },
  R$: { codes: 'BRL' },
  MX$: { codes: 'MXN' },
  B$: { codes: 'BND' },
  MOP$: { codes: 'MOP' },
  J$: { codes: 'JMD' },
  TT$: { codes: 'TTD' },
  FJ$: { codes: 'FJD' },
  N$: { codes: 'NAD' },
  '€': { codes: 'EUR' },
  EURO: { codes: 'EUR' },
  EUROS: { codes: 'EUR' },
  // Unicode's sign for a currency that is not said: a reader saw some sign that it does not know.
  '¤': { codes: UNREAD },
  '£': { codes: 'GBP' },
  'E£': { codes: 'EGP' },
  LE: { codes: 'EGP', prefixOnly: true },
  '¥': { codes: 'JPY CNY' },
  'JP¥': { codes: 'JPY' },
  'CN¥': { codes: 'CNY' },
  RMB: { codes: 'CNY' },
  円: { codes: 'JPY' },
  元: { codes: 'CNY TWD HKD' },
  圓: { codes: 'TWD HKD' },
  '₩': { codes: 'KRW' },
  원: { codes: 'KRW' },
  RM: { codes: 'MYR' },
  RINGGIT: { codes: 'MYR' },
  RP: { codes: 'IDR' },
  '₱': { codes: 'PHP' },
  P: { codes: 'PHP BWP', prefixOnly: true },
  '฿': { codes: 'THB' },
  บาท: { codes: 'THB' },
  BAHT: { codes: 'THB' },
  '₫': { codes: 'VND' },
  đ: { codes: 'VND' },
  VNĐ: { codes: 'VND' },
  '₹': { codes: 'INR' },
  RS: { codes: RUPEES },
  'RS.': { codes: RUPEES },
  '৳': { codes: 'BDT' },
  TK: { codes: 'BDT' },
  CHF: { codes: 'CHF' },
  SFR: { codes: 'CHF' },
  'SFR.': { codes: 'CHF' },
  'FR.': { codes: 'CHF' },
  KR: { codes: KRONOR },
  'KR.': { codes: KRONOR },
  ZŁ: { codes: 'PLN' },
  ZL: { codes: 'PLN' },
  KČ: { codes: 'CZK' },
  FT: { codes: 'HUF' },
  LEI: { codes: 'RON MDL' },
  ЛВ: { codes: 'BGN' },
  'ЛВ.': { codes: 'BGN' },
  ДИН: { codes: 'RSD' },
  DIN: { codes: 'RSD' },
  KN: { codes: 'HRK' },
  '₽': { codes: 'RUB' },
  РУБ: { codes: 'RUB' },
  'РУБ.': { codes: 'RUB' },
  '₴': { codes: 'UAH' },
  ГРН: { codes: 'UAH' },
  '₺': { codes: 'TRY' },
  TL: { codes: 'TRY' },
  '₪': { codes: 'ILS' },
  NIS: { codes: 'ILS' },
  '₸': { codes: 'KZT' },
  '₾': { codes: 'GEL' },
  DHS: { codes: 'AED' },
  DH: { codes: 'MAD AED' },
  SR: { codes: 'SAR', prefixOnly: true },
  QR: { codes: 'QAR', prefixOnly: true },
  KD: { codes: 'KWD', prefixOnly: true },
  BD: { codes: 'BHD', prefixOnly: true },
  JD: { codes: 'JOD', prefixOnly: true },
  R: { codes: 'ZAR', prefixOnly: true },
  '₦': { codes: 'NGN' },
  'GH₵': { codes: 'GHS' },
  '₵': { codes: 'GHS' },
  KSH: { codes: 'KES' },
  TSH: { codes: 'TZS' },
  USH: { codes: 'UGX' },
  '₡': { codes: 'CRC' },
  'S/': { codes: 'PEN' },
  'S/.': { codes: 'PEN' },
  BS: { codes: 'BOB VES', prefixOnly: true },
  '₲': { codes: 'PYG' },
  GS: { codes: 'PYG', prefixOnly: true },
  Q: { codes: 'GTQ', prefixOnly: true },
};

const signs = new Map(Object.entries(SIGNS).map(([sign, entry]) => [sign.toUpperCase(), entry]));

/**
 * Currencies that a printed symbol, word or code may stand for, the most frequent one first; empty when it is none.
 * "RM" is MYR; "$" is any of the dollars; "¥" is JPY or CNY.
 */
export function currenciesOfSign(sign: string): readonly CurrencyCode[] {
  const text = sign.trim().toUpperCase();
  if (isCurrencyCode(text)) return [text];
  return (signs.get(text)?.codes.split(' ') ?? []) as CurrencyCode[];
}

const escapeForPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const alternatives = (list: readonly string[]): string =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map(escapeForPattern)
    .join('|');

const anywhere = [...signs].filter(([, { prefixOnly }]) => !prefixOnly).map(([sign]) => sign);

// Letters may not run on: "RMK" is not ringgit, and "12.00 KRONE" not "KR".
const LEADING = new RegExp(`^(${alternatives([...signs.keys()])}|[A-Z]{3})(?!\\p{L})`, 'iu');
const TRAILING = new RegExp(`(?<!\\p{L})(${alternatives(anywhere)}|[A-Z]{3})$`, 'iu');

/** The currency sign that a text starts with, as printed. */
export function leadingCurrencySign(text: string): string | undefined {
  return known(LEADING.exec(text)?.[1]);
}

/** The currency sign that a text ends with, as printed. */
export function trailingCurrencySign(text: string): string | undefined {
  return known(TRAILING.exec(text)?.[1]);
}

function known(sign: string | undefined): string | undefined {
  return sign !== undefined && currenciesOfSign(sign).length > 0 ? sign : undefined;
}
