import { readPrintedAmount } from 'printed-text/amounts';
import { findAmounts } from 'printed-text/find-amounts';
import { notationOf } from 'printed-text/notation';

/** Decimal places that are not 2, by ISO 4217: never from Intl, whose places are those that shops print. */
const PLACES: Readonly<Record<string, readonly number[] | number>> = Object.fromEntries(
  [
    [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
    [3, 'BHD IQD JOD KWD LYD OMR TND'],
    [4, 'CLF UYW'],
  ].flatMap(([places, codes]) =>
    String(codes)
      .split(' ')
      .map((code) => [code, Number(places)]),
  ),
);

/** Decimal places of a currency. */
export const placesOf = (currency: string): number => Number(PLACES[currency] ?? 2);

/** Metals, units of account and test codes, in which no shop prints a price. */
const NO_MONEY = /^(?:X(?:A[GU]|B[ABCD]|DR|P[DT]|SU|TS|UA|XX|BA)|CH[EW]|US[NS]|BOV|COU|MXV|UYI|UYW|CLF|ZW[RN])$/;

/** Every currency that Intl knows, of today and of the past. */
export const currencies: readonly string[] = Intl.supportedValuesOf('currency').filter((code) => !NO_MONEY.test(code));

/** Every locale that Intl has data of its own for: each language, alone and with each region. */
export function allLocales(): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const pairs = letters.flatMap((a) => letters.map((b) => a + b));
  const languages = [...pairs, ...pairs.flatMap((pair) => letters.map((c) => pair + c))];
  // Toki pona groups every two digits by a blank, which no shop does: "1 54,33". Frisian puts a minus behind yen, where a
  // dash only closes the amount in Japan: "¥ 1-".
  const known = Intl.NumberFormat.supportedLocalesOf(languages).filter((language) => !/^(?:tok|fy)$/.test(language));
  const scripts = ['Latn', 'Cyrl', 'Arab', 'Hant', 'Adlm', 'Deva'];
  const parts = ['', ...[...pairs.map((pair) => pair.toUpperCase()), ...scripts].map((part) => `-${part}`)];
  return [...new Set(known.flatMap((language) => parts.flatMap((part) => resolved(language + part))))].sort();
}

/** The locale whose data Intl takes; none of what is no locale. */
function resolved(locale: string): string[] {
  try {
    return [new Intl.NumberFormat(locale).resolvedOptions().locale];
  } catch {
    return [];
  }
}

/** What is printed, and how. */
export interface Print {
  readonly locale: string;
  readonly currency: string;
  readonly currencyDisplay: 'symbol' | 'narrowSymbol' | 'code' | 'name';
  readonly currencySign: 'standard' | 'accounting';
  readonly useGrouping: 'auto' | 'always' | 'min2' | false;
  readonly negative: boolean;
  /** Whole units. */
  readonly whole: number;
  /** Digits of the places, as many as wanted; the currency takes what it has. */
  readonly fraction: string;
}

/** What Intl prints, with the places of the currency. */
export const printedBy = (print: Print): string =>
  partsOf(print)
    .map(({ value }) => value)
    .join('');

/** Whether Intl's data make an amount of it: in English of Europe the name of the currency stands for the point, "ISK 1.4 kronur3". */
export const isWellFormed = (print: Print): boolean =>
  print.currencyDisplay !== 'name' || partsOf(print).filter(({ type }) => type === 'currency').length === 1;

/** Numbers in the name of the currency, such as the years of "Zimbabwean dollars (2009)": digits only. */
const numbersInName = (print: Print): string[] =>
  print.currencyDisplay === 'name'
    ? partsOf(print).flatMap(({ type, value }) =>
        type === 'currency' ? (value.match(/\d[\d.]*/g) ?? []).map((number) => number.replace('.', '')) : [],
      )
    : [];

function partsOf({ locale, currency, whole, fraction, negative, ...style }: Print): Intl.NumberFormatPart[] {
  const places = placesOf(currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: places,
    maximumFractionDigits: places,
    ...style,
  } as Intl.NumberFormatOptions);
  return format.formatToParts(`${negative ? '-' : ''}${decimalOf(currency, whole, fraction)}` as unknown as number);
}

const decimalOf = (currency: string, whole: number, fraction: string): string => {
  const places = placesOf(currency);
  return places === 0 ? String(whole) : `${whole}.${fraction.padEnd(places, '0').slice(0, places)}`;
};

/** How a print was read: right, not at all or with a doubt, or wrong without one. */
export type Verdict = 'right' | 'doubt' | 'wrong';

/**
 * Whether a print truly means either of two amounts, so that a doubt is the right reading: thousands or three places
 * behind the only mark, "1,637 KWD"; lempiras, lei or litres, "1,12 L".
 */
export const hasTwoReadings = (print: Print, text: string): boolean =>
  (placesOf(print.currency) === 3 && print.whole > 0 && print.whole < 1000) || /\d L\)?$/.test(text);

/** Reads a print back as one amount, by the places of its currency and the other prints that stand with it. */
export function verdictOnPrint(print: Print, text: string, others: readonly string[] = []): Verdict {
  return verdict(print, readPrintedAmount(text, notationOf([text, ...others], placesOf(print.currency))));
}

/** Finds a print behind a label, whole. */
export function verdictOnLine(print: Print, text: string, label: string, others: readonly string[] = []): Verdict {
  const named = numbersInName(print);
  const found = findAmounts(`${label}${text}`).filter((amount) => !named.includes(amount.text.replace(/\D/g, '')));
  const notation = notationOf([text, ...others], placesOf(print.currency));
  const [only, ...more] = found.map((amount) => readPrintedAmount(amount.text, notation));
  if (more.length > 0) return found.every(({ form }) => form === 'plain' || form === 'lost-point') ? 'doubt' : 'wrong';
  return verdict(print, only);
}

function verdict(print: Print, amount: ReturnType<typeof readPrintedAmount>): Verdict {
  if (!amount) return 'doubt';
  const expected = decimalOf(print.currency, print.whole, print.fraction);
  const isZero = /^[0.]+$/.test(expected);
  const isRight = amount.decimal === expected && (isZero || amount.negative === print.negative);
  if (amount.ambiguous || amount.repaired) return 'doubt';
  return isRight ? 'right' : 'wrong';
}
