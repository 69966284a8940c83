import type { Random } from '../../events/samples/random.ts';
import type { Country } from './countries.ts';
import { daysAfter, isNumeric, writtenDay } from './day.ts';
import { bare, isClear, type Minus, type Notation, notationOf, placesOf } from './notation.ts';
import type { Printed, Trade } from './printed.ts';
import { words } from './words.ts';

/** An invented business on one day, with all that it decides about how it prints. */
export interface Shop {
  readonly country: Country;
  readonly words: Printed;
  readonly vendor: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Of the day, such as `14:32`. */
  readonly time: string;
  /** A number that tells this receipt from the shop's others. */
  readonly number: string;
  readonly random: Random;
  /** How sums are printed: with the currency's mark, where the shop prints one. */
  readonly money: Notation;
  /** How the prices of items are printed. */
  readonly price: Notation;
  written(day: string): string;
}

/** One of several. */
export const pick = <Item>(random: Random, items: readonly Item[]): Item => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('expected something to pick from');
  return item;
};

/** One of the alternatives that are divided by `|`. */
export const oneOf = (random: Random, text: string): string => pick(random, text.split('|'));

/** Whole from `low` to `high`, both included. */
export const between = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

/**
 * Opens a shop.
 *
 * @param today Purchases lie before it, mostly by weeks.
 * @param isForeign Whether its customer lives elsewhere: then what it prints leaves no doubt about the currency and the
 *   order of day and month.
 */
export function openShop(country: Country, trade: Trade, today: string, isForeign: boolean, random: Random): Shop {
  const printed = words[country.language];
  if (!printed) throw new RangeError(`expected words of ${country.language}`);
  const samples = isForeign ? country.amounts.filter(isClear) : country.amounts;
  const sample = pick(random, samples.length > 0 ? samples : [`${country.currency} ${bare(country.amounts[0] ?? '')}`]);
  const minus = pick<Minus>(random, ['front', 'front', 'digits', 'behind']);
  const isMarked = isForeign || random() < 0.7;
  const money = notationOf(isMarked ? sample : bare(sample), country.currency, minus);
  const price = notationOf(random() < 0.35 && isMarked ? sample : bare(sample), country.currency, minus);
  const pattern = pick(random, country.days);
  return {
    country,
    words: printed,
    vendor: printed.shops[trade].replace('*', oneOf(random, printed.names)),
    day: purchaseDay(today, isNumeric(pattern) && (isForeign || country.code === 'PH'), random),
    time: `${String(between(random, 8, 21)).padStart(2, '0')}:${String(between(random, 0, 59)).padStart(2, '0')}`,
    number: String(between(random, 1000, 999_999)),
    random,
    money,
    price,
    written: (day) => writtenDay(day, pattern, country.locale),
  };
}

/** Mostly of the last three months, one in ten older. */
function purchaseDay(today: string, mustBeLate: boolean, random: Random): string {
  const back = random() < 0.9 ? between(random, 1, 85) : between(random, 86, 600);
  const day = daysAfter(today, -back);
  return mustBeLate && Number(day.slice(8)) <= 12 ? `${day.slice(0, 8)}${between(random, 13, 28)}`.slice(0, 10) : day;
}

/** The price of something that costs so many coffees, in minor units and in the steps of the country's prices. */
export function priceOf(shop: Shop, low: number, high: number): number {
  const { coffee, step, currency } = shop.country;
  const scale = 10 ** placesOf(currency);
  const stepMinor = Math.max(1, Math.round(step * scale));
  const asked = coffee * scale * (low + shop.random() * (high - low));
  return Math.max(1, Math.round(asked / stepMinor)) * stepMinor;
}

/** So many percent of an amount, in what the shop can print: whole units where it prints no decimals. */
export function percentOf(shop: Shop, amountMinor: number, percent: number): number {
  return printable(shop, (amountMinor * percent) / 100);
}

/** The nearest amount that the shop can print. */
export function printable(shop: Shop, amountMinor: number): number {
  const scale = 10 ** placesOf(shop.country.currency);
  const nearest = Math.round(amountMinor / scale) * scale;
  return printsWhole(shop) ? nearest : Math.round(amountMinor);
}

function printsWhole(shop: Shop): boolean {
  try {
    shop.money(1);
    shop.price(1);
    return false;
  } catch {
    return true;
  }
}
