import { centre, type Format, left, line, type Mark, right } from './layout.ts';
import { between, oneOf, type Shop } from './shop.ts';

/** A document as a kind composes it, and what it says. */
export interface Drawn {
  readonly format: Format;
  readonly marks: readonly Mark[];
  /** What was spent, in minor units; negative for money that came back. */
  readonly totalMinor: number;
  /** ISO 4217, where it is not the shop's country's. */
  readonly currency?: string;
  /** The same sum in another currency, where both are printed. */
  readonly beside?: { readonly amountMinor: number; readonly currency: string };
  /** `YYYY-MM-DD`, where it is not the shop's. */
  readonly day?: string;
  /** Where it is not the shop's. */
  readonly vendor?: string;
  /** So old that a person may be asked; then the reading has to be shown. */
  readonly isOld?: boolean;
  /** Lines of the file that nobody sees on the page: outside what it shows, or on a layer that is off. */
  readonly unseen?: { readonly how: 'outside' | 'layer'; readonly marks: readonly Mark[] };
  /** A page that is turned by its own entry, by its text, or upright by both. */
  readonly turned?: 'page' | 'text' | 'both';
}

export interface Item {
  readonly text: string;
  readonly amountMinor: number;
}

export const sum = (items: readonly Item[]): number => items.reduce((total, { amountMinor }) => total + amountMinor, 0);

/** Name, address and what else stands above a receipt. */
export function head(shop: Shop): Mark[] {
  const { random, vendor, country, number } = shop;
  const [street, town] = country.address;
  const marks: Mark[] = [line([centre(vendor)], { size: random() < 0.6 ? 1.5 : 1.15, isBold: true })];
  marks.push(line([centre(street)]), line([centre(town)]));
  if (random() < 0.6) marks.push(line([centre(`Tel. ${between(random, 10, 99)} ${between(random, 100000, 999999)}`)]));
  if (random() < 0.5 && country.language !== 'ar' && country.language !== 'he') {
    marks.push(line([centre(`${country.tax[0]} ${country.code}${between(random, 100000000, 999999999)}`)]));
  }
  marks.push('gap');
  if (random() < 0.4) marks.push(line([centre(`${number.slice(0, 4)} - ${between(random, 1, 9)}`)], { size: 0.9 }));
  return marks;
}

/** Day, time and number, in one of the ways tills set them. */
export function dateLine(shop: Shop): Mark[] {
  const { random, words, day, time, number } = shop;
  const written = shop.written(day);
  const style = between(random, 0, 3);
  if (style === 0) return [line([left(`${written} ${time}`), right(`${words.number} ${number}`)], { size: 0.95 })];
  if (style === 1) return [row(words.date, written), row(words.number, number)];
  if (style === 2 && !isRightToLeft(shop)) return [line([left(`${words.date}: ${written}  ${time}`)])];
  return [line([left(written), right(time)])];
}

export const isRightToLeft = ({ country }: Shop): boolean => country.language === 'ar' || country.language === 'he';

/** A label and what belongs to it. */
export const row = (label: string, value: string, style = {}): Mark => line([left(label), right(value)], style);

/** The items of a slip, with now and then a line of quantity and single price. */
export function itemLines(shop: Shop, items: readonly Item[]): Mark[] {
  return items.map(({ text, amountMinor }) => row(text, shop.price(amountMinor)));
}

/** How most slips begin: head, day, and what was bought between two rules. */
export const bought = (shop: Shop, items: readonly Item[]): Mark[] => [
  ...head(shop),
  ...dateLine(shop),
  'rule',
  ...itemLines(shop, items),
  'rule',
];

/** The line of the total, larger or not. */
export function totalLine(shop: Shop, amountMinor: number, label = oneOf(shop.random, shop.words.total)): Mark {
  const { random } = shop;
  const isLarge = random() < 0.5;
  const style = { isBold: random() < 0.6, ...(isLarge ? { size: 1.3 } : {}) };
  if (random() < 0.15 && !isRightToLeft(shop)) return line([left(`${label}: ${shop.money(amountMinor)}`)], style);
  return row(label, shop.money(amountMinor), style);
}

/** How it was paid: by card, or in cash with change. */
export function paidLines(shop: Shop, amountMinor: number, given = 0): Mark[] {
  const { words, random } = shop;
  if (given > amountMinor) {
    return [row(oneOf(random, words.cash), shop.price(given)), row(words.change, shop.price(given - amountMinor))];
  }
  const card = between(random, 1000, 9999);
  return isRightToLeft(shop)
    ? [row(words.card, shop.price(amountMinor))]
    : [row(words.card, shop.price(amountMinor)), line([left(`**** **** **** ${card}`)], { size: 0.9 })];
}

export const thanks = (shop: Shop): Mark[] => ['gap', line([centre(shop.words.thanks)])];

/** A few of the alternatives, each once, at prices of so many coffees. */
export function someOf(shop: Shop, list: string, count: number, price: () => number): Item[] {
  const rest = list.split('|');
  return Array.from({ length: Math.min(count, rest.length) }, () => {
    const [text = ''] = rest.splice(Math.floor(shop.random() * rest.length), 1);
    return { text, amountMinor: price() };
  });
}
