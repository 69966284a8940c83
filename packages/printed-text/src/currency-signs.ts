import { currencyCodes, isCode } from './currency-codes.ts';

interface CurrencySign {
  /** Currencies it may stand for, the most frequent one first. */
  readonly codes: string;
  /** Only before an amount: behind one, these letters are a tax class ("12.50 SR") or a unit. */
  readonly prefixOnly?: true;
  /** In running text something else as often, such as the norm "DIN 912" or the house "1S/4": it counts only where the text is one amount. */
  readonly alsoWord?: true;
}

const DOLLARS =
  'USD CAD AUD SGD NZD HKD TWD MXN ARS CLP COP BND BSD BBD BZD BMD KYD FJD GYD JMD LRD NAD SBD SRD TTD XCD';
const KRONOR = 'SEK NOK DKK ISK';
// The signs that an alphabet for Chinese and English lacks: it shows the dollar's and the yen's.
const UNREAD = 'EUR GBP INR KRW TRY RUB UAH PHP THB VND ILS KZT GEL NGN CRC PYG';
const RUPEES = 'INR PKR LKR NPR MUR SCR';

/**
 * What stands beside an amount on paper, as it is spelled there. Codes themselves need no entry. Where the whole text is an
 * amount, case does not matter; in running text it does, and words of three letters and more may also be in capitals.
 */
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
  Euro: { codes: 'EUR' },
  Euros: { codes: 'EUR' },
  euro: { codes: 'EUR' },
  euros: { codes: 'EUR' },
  eur: { codes: 'EUR' },
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
  Rm: { codes: 'MYR' },
  rm: { codes: 'MYR' },
  Ringgit: { codes: 'MYR' },
  Rp: { codes: 'IDR' },
  '₱': { codes: 'PHP' },
  P: { codes: 'PHP BWP', prefixOnly: true },
  '฿': { codes: 'THB' },
  บาท: { codes: 'THB' },
  Baht: { codes: 'THB' },
  '₫': { codes: 'VND' },
  đ: { codes: 'VND' },
  VNĐ: { codes: 'VND' },
  '₹': { codes: 'INR' },
  Rs: { codes: RUPEES },
  'Rs.': { codes: RUPEES },
  RS: { codes: RUPEES },
  'RS.': { codes: RUPEES },
  '৳': { codes: 'BDT' },
  Tk: { codes: 'BDT' },
  CHF: { codes: 'CHF' },
  SFr: { codes: 'CHF' },
  'SFr.': { codes: 'CHF' },
  'Fr.': { codes: 'CHF' },
  kr: { codes: KRONOR },
  'kr.': { codes: KRONOR },
  Kr: { codes: KRONOR },
  'Kr.': { codes: KRONOR },
  zł: { codes: 'PLN' },
  zl: { codes: 'PLN' },
  Kč: { codes: 'CZK' },
  Ft: { codes: 'HUF' },
  lei: { codes: 'RON MDL' },
  лв: { codes: 'BGN' },
  'лв.': { codes: 'BGN' },
  дин: { codes: 'RSD' },
  din: { codes: 'RSD', alsoWord: true },
  kn: { codes: 'HRK', alsoWord: true },
  '₽': { codes: 'RUB' },
  руб: { codes: 'RUB' },
  'руб.': { codes: 'RUB' },
  '₴': { codes: 'UAH' },
  грн: { codes: 'UAH' },
  '₺': { codes: 'TRY' },
  TL: { codes: 'TRY' },
  '₪': { codes: 'ILS' },
  NIS: { codes: 'ILS' },
  '₸': { codes: 'KZT' },
  '₾': { codes: 'GEL' },
  Dhs: { codes: 'AED' },
  DH: { codes: 'MAD AED' },
  SR: { codes: 'SAR', prefixOnly: true },
  QR: { codes: 'QAR', prefixOnly: true },
  KD: { codes: 'KWD', prefixOnly: true },
  BD: { codes: 'BHD', prefixOnly: true },
  JD: { codes: 'JOD', prefixOnly: true },
  R: { codes: 'ZAR', prefixOnly: true },
  FCFA: { codes: 'XOF XAF' },
  '₦': { codes: 'NGN' },
  'GH₵': { codes: 'GHS' },
  '₵': { codes: 'GHS' },
  KSh: { codes: 'KES' },
  TSh: { codes: 'TZS' },
  USh: { codes: 'UGX' },
  '₡': { codes: 'CRC' },
  'S/': { codes: 'PEN', alsoWord: true },
  'S/.': { codes: 'PEN', alsoWord: true },
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
export function currenciesOfSign(sign: string): readonly string[] {
  const text = sign.trim().toUpperCase();
  if (isCode(text)) return [text];
  return signs.get(text)?.codes.split(' ') ?? [];
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

/** Codes that are words, goods or a firm's form as often: a pen, "Sdn Bhd". */
const ALSO_WORDS = new Set('BHD BOB COP GEL MAD MOP PEN'.split(' '));
/** Codes that are units, charges or marks of goods as often: "5 KGS", "12 AWG", "SVC 1.20", best before. */
const ALSO_UNITS = new Set('AWG BBD KGS SVC'.split(' '));

/** Codes that are looked for anywhere in a text: those of currencies with a sign of their own. */
const codesInText = [...new Set([...signs.values()].flatMap(({ codes }) => codes.split(' ')))].filter(
  (code) => !ALSO_WORDS.has(code) && !ALSO_UNITS.has(code),
);
/** The others, which number invoices and firms as often, count behind an amount with decimals. */
const codesBehindDecimals = currencyCodes.filter((code) => !codesInText.includes(code) && !ALSO_UNITS.has(code));
const inCapitals = (sign: string): string[] => (/^\p{L}{3,}\.?$/u.test(sign) ? [sign.toUpperCase()] : []);
const signsInText = Object.entries(SIGNS)
  .filter(([, { prefixOnly, alsoWord }]) => !prefixOnly && !alsoWord)
  .flatMap(([sign]) => [sign, ...inCapitals(sign)]);

/** Letters run on in words of Latin and Cyrillic script only: "1,980円税込". */
const LETTER = '[\\p{Script=Latin}\\p{Script=Cyrillic}]';
/** A capital behind a small letter begins anew: the blank in "TotalRM 9.00" was lost, but "FARM 9.00" is one word. */
const BEGINNING = '(?<!\\p{Lu})(?<!\\p{Ll}(?!\\p{Lu}))';
const isLetter = (character: string): boolean => new RegExp(LETTER, 'u').test(character);

/** Signs as a part of a pattern, those with a mark behind them first; where one begins or ends with a letter, no word runs on there. */
const inText = (list: readonly string[]): string =>
  [true, false]
    .flatMap((begins) => [false, true].map((ends) => [begins, ends] as const))
    .flatMap(([begins, ends]) => {
      const alike = list.filter((sign) => isLetter(sign.charAt(0)) === begins && isLetter(sign.slice(-1)) === ends);
      const bounded = `${begins ? BEGINNING : ''}(?:${alternatives(alike)})${ends ? `(?!${LETTER})` : ''}`;
      return alike.length > 0 ? [bounded] : [];
    })
    .join('|');

/** A sign or code in a text, and where it starts. */
export interface FoundSign {
  /** As printed. */
  readonly sign: string;
  readonly index: number;
  /** Currencies it may stand for, the most frequent one first. */
  readonly codes: readonly string[];
}

/**
 * Signs and codes in running text, in their order: "Total (RM)", "Summe in €", "1 450 Ft". What is something else as often
 * counts only beside an amount with decimals: a code behind it, "56.00 MAD", a sign before it, "S/12.00".
 */
export function findCurrencySigns(text: string): FoundSign[] {
  return [...text.matchAll(IN_TEXT)].map(({ 0: sign, index }) => ({ sign, index, codes: currenciesOfSign(sign) }));
}

/** Whether a sign says its currency without an amount beside it; "kr" and "Ft" do not. */
export const saysItAlone = ({ sign }: FoundSign): boolean => /\p{Sc}|^\p{L}{3,}$|^(?:RM|Rp|Kč|zł)$/iu.test(sign);

const alsoWords = Object.entries(SIGNS).flatMap(([sign, { alsoWord }]) => (alsoWord ? [sign] : []));

const IN_TEXT = new RegExp(
  [
    inText([...signsInText, ...codesInText]),
    `(?<=[.,]\\d{1,3}\\s?)(?:${codesBehindDecimals.join('|')})(?!${LETTER})`,
    `(?<![\\p{L}\\d/])(?:${alternatives(alsoWords)})(?=\\s?(?:\\d{1,3}[ '.,])*\\d+[.,]\\d{1,3}(?!\\d))`,
  ].join('|'),
  'gu',
);
