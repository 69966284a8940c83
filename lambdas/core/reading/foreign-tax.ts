import type { CurrencyCode } from '../ground/currency.ts';

/** A tax that papers in English name, and the currencies of countries that do not have it under this name. */
const TAXES: readonly (readonly [name: RegExp, unknownTo: ReadonlySet<string>])[] = [
  [/(?<![\p{L}\d])V\.?A\.?T\.?(?![\p{L}\d])/u, new Set('USD CAD AUD NZD SGD HKD'.split(' '))],
  [
    /(?<![\p{L}\d])G\.?S\.?T\.?(?![\p{L}\d])/u,
    new Set('USD EUR GBP CHF SEK NOK DKK ZAR HKD AED SAR KES NGN'.split(' ')),
  ],
  [
    /(?<![\p{L}\d])(?:TPS|TVQ|[HPQ]ST)(?![\p{L}\d])/u,
    new Set('USD EUR GBP CHF AUD NZD SGD MYR INR HKD ZAR'.split(' ')),
  ],
];

/** What VAT was or is, in percent, where papers in English name it and the currency is of one country. */
const RATES: Readonly<Record<string, readonly number[]>> = {
  AED: [0, 5],
  GBP: [0, 5, 12.5, 15, 17.5, 20],
  GHS: [0, 3, 4, 12.5, 15],
  KES: [0, 8, 14, 16],
  NGN: [0, 5, 7.5],
  PHP: [0, 10, 12],
  SAR: [0, 5, 15],
  TZS: [0, 16, 18, 20],
  UGX: [0, 17, 18],
  ZAR: [0, 10, 14, 15, 15.5],
  ZMW: [0, 16, 17.5],
};
const VAT_RATE =
  /(?<![\p{L}\d])V\.?A\.?T\.?[^\p{L}\d]{0,4}(\d{1,2}(?:[.,]\d{1,2})?) ?%|(\d{1,2}(?:[.,]\d{1,2})?) ?% ?V\.?A\.?T(?![\p{L}\d])/u;

/** The tax, as printed, that rows name and that is not known, or not at its rate, where a currency is paid with. */
export function findForeignTax(rows: readonly string[], own: CurrencyCode): string | undefined {
  const rates = RATES[own];
  const foreign = rows.flatMap((row) => {
    const [text, behind, before] = VAT_RATE.exec(row) ?? [];
    const rate = Number((behind ?? before ?? '').replace(',', '.'));
    return text !== undefined && rates && !rates.includes(rate) ? [text.trim()] : [];
  })[0];
  if (foreign !== undefined) return foreign;
  const names = TAXES.filter(([, unknownTo]) => unknownTo.has(own)).map(([name]) => name);
  return rows.flatMap((row) => names.flatMap((name) => name.exec(row)?.[0] ?? []))[0];
}
