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

/** The tax, as printed, that rows name and that is not known where a currency is paid with. */
export function findForeignTax(rows: readonly string[], own: CurrencyCode): string | undefined {
  const names = TAXES.filter(([, unknownTo]) => unknownTo.has(own)).map(([name]) => name);
  return rows.flatMap((row) => names.flatMap((name) => name.exec(row)?.[0] ?? []))[0];
}
