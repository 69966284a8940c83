import {
  bought,
  type Drawn,
  dateLine,
  head,
  isRightToLeft,
  itemLines,
  paidLines,
  row,
  someOf,
  sum,
  thanks,
  totalLine,
} from '../drawn.ts';
import { centre, left, line, type Mark, right } from '../layout.ts';
import { isClear, notationOf, placesOf } from '../notation.ts';
import { between, percentOf, pick, priceOf, printable, type Shop } from '../shop.ts';

const groceries = (shop: Shop, low = 2, high = 7) =>
  someOf(shop, shop.words.goods, between(shop.random, low, high), () => priceOf(shop, 0.3, 2.5));

/** The tax that a gross amount holds, as it is printed below the total. */
export function included(shop: Shop, totalMinor: number): Mark[] {
  const [name, percent = 0] = shop.country.tax;
  if (percent === 0) return [];
  const tax = percentOf(shop, totalMinor, (100 * percent) / (100 + percent));
  return isRightToLeft(shop)
    ? [row(name, shop.price(tax))]
    : [row(`${shop.words.includes} ${name} ${percent}%`, shop.price(tax))];
}

/** A plain slip, paid by card. */
export function till(shop: Shop): Drawn {
  const items = groceries(shop);
  const total = sum(items);
  const marks = bought(shop, items);
  marks.push(totalLine(shop, total), ...paidLines(shop, total), ...included(shop, total), ...thanks(shop));
  return { format: 'slip', marks, totalMinor: total };
}

/** More cash given than asked for. */
export function cashWithChange(shop: Shop): Drawn {
  const items = groceries(shop, 1, 5);
  const total = sum(items);
  const marks: Mark[] = [...head(shop), 'rule', ...itemLines(shop, items), 'rule', totalLine(shop, total)];
  marks.push(...paidLines(shop, total, noteAbove(shop, total)), ...included(shop, total), ...dateLine(shop));
  return { format: 'slip', marks: [...marks, ...thanks(shop)], totalMinor: total };
}

/** What a customer would hand over: the next round amount. */
export function noteAbove(shop: Shop, totalMinor: number): number {
  const scale = 10 ** placesOf(shop.country.currency);
  const note = pick(shop.random, [1, 2, 5, 10]) * scale * 10 ** Math.floor(Math.log10(shop.country.coffee) + 0.5);
  return (Math.floor(totalMinor / note) + 1) * note;
}

/** Subtotal, tax on top, total. */
export function taxOnTop(shop: Shop): Drawn {
  const items = groceries(shop);
  const [name, ...percents] = shop.country.tax;
  const percent = pick(shop.random, percents);
  const subtotal = sum(items);
  const tax = percentOf(shop, subtotal, percent);
  const total = subtotal + tax;
  const label = isRightToLeft(shop) ? name : `${name} ${percent}%`;
  const marks = bought(shop, items);
  marks.push(row(shop.words.subtotal, shop.price(subtotal)), row(label, shop.price(tax)), totalLine(shop, total));
  marks.push(...paidLines(shop, total), ...thanks(shop));
  return { format: 'slip', marks, totalMinor: total };
}

/** Net, tax and gross of each rate in a table below the total. */
export function taxTable(shop: Shop): Drawn {
  const items = groceries(shop, 3, 7);
  const [name, ...percents] = shop.country.tax;
  const total = sum(items);
  const first = percents.length > 1 ? (items[0]?.amountMinor ?? 0) : 0;
  const shares = first > 0 ? [total - first, first] : [total];
  const marks: Mark[] = [...bought(shop, items), totalLine(shop, total)];
  marks.push(...paidLines(shop, total), 'rule');
  marks.push(
    line([left('%'), right(shop.words.net, 0.45), right(name.length > 9 ? '' : name, 0.7), right(shop.words.gross)], {
      size: 0.85,
    }),
  );
  for (const [index, gross] of shares.entries()) {
    const percent = percents[index] ?? 0;
    const tax = percentOf(shop, gross, (100 * percent) / (100 + percent));
    const cells = [
      left(`${percent}%`),
      right(shop.price(gross - tax), 0.45),
      right(shop.price(tax), 0.7),
      right(shop.price(gross)),
    ];
    marks.push(line(cells, { size: 0.85 }));
  }
  return { format: 'slip', marks: [...marks, ...thanks(shop)], totalMinor: total };
}

/** A discount or a coupon between the items and the total. */
export function discounted(shop: Shop): Drawn {
  const items = groceries(shop, 3, 6);
  const { words, random } = shop;
  const subtotal = sum(items);
  const percent = pick(random, [5, 10, 20]);
  const discount = percentOf(shop, subtotal, percent);
  const label = random() < 0.5 || isRightToLeft(shop) ? words.coupon : `${words.discount} ${percent}%`;
  const total = subtotal - discount;
  const marks = bought(shop, items);
  marks.push(row(words.subtotal, shop.price(subtotal)), row(label, shop.price(-discount)), totalLine(shop, total));
  return { format: 'slip', marks: [...marks, ...paidLines(shop, total), ...thanks(shop)], totalMinor: total };
}

/** Cash rounded to the smallest coin that is left. */
export function cashRounded(shop: Shop): Drawn {
  const { words, country } = shop;
  const step = Math.round((country.cashStep ?? 0.05) * 10 ** placesOf(country.currency));
  const items = groceries(shop, 2, 5).map((item) => ({
    ...item,
    amountMinor: item.amountMinor + between(shop.random, 0, 3),
  }));
  const exact = sum(items);
  const total = Math.round(exact / step) * step;
  const marks = bought(shop, items);
  marks.push(
    row(words.subtotal, shop.price(exact)),
    row(words.rounding, shop.price(total - exact)),
    totalLine(shop, total),
  );
  marks.push(...paidLines(shop, total, noteAbove(shop, total)), ...thanks(shop));
  return { format: 'slip', marks, totalMinor: total };
}

/** The last day for an exchange stands below, and a number of points. */
export function otherDays(shop: Shop, laterDay: string): Drawn {
  const items = someOf(shop, shop.words.things, between(shop.random, 1, 3), () => priceOf(shop, 5, 25));
  const total = sum(items);
  const marks: Mark[] = [...bought(shop, items), totalLine(shop, total)];
  marks.push(...paidLines(shop, total), ...included(shop, total), 'gap');
  marks.push(row(shop.words.until, shop.written(laterDay)));
  return { format: 'slip', marks: [...marks, ...thanks(shop)], totalMinor: total };
}

/** The same sum in two currencies. */
export function twoCurrencies(
  shop: Shop,
  besideOf: (ownMinor: number) => NonNullable<Drawn['beside']> & { readonly written: string },
): Drawn {
  const items = groceries(shop, 2, 4);
  const own = sum(items);
  const { written, ...beside } = besideOf(own);
  const marks = bought(shop, items);
  const [label = ''] = shop.words.total.split('|').slice(1);
  const mine = notationOf(shop.country.amounts.find(isClear) ?? shop.country.currency, shop.country.currency)(own);
  marks.push(row(label, mine, { isBold: true }), row(label, written), ...paidLines(shop, own), ...thanks(shop));
  return { format: 'slip', marks, totalMinor: own, beside };
}

/** A slip of a card terminal: an amount and little else. */
export function cardSlip(shop: Shop): Drawn {
  const total = printable(shop, priceOf(shop, 2, 30));
  const { words, random } = shop;
  const marks: Mark[] = [...head(shop), line([centre(words.card)], { isBold: true }), ...dateLine(shop)];
  marks.push(row('Terminal-ID', String(between(random, 10000000, 99999999))), row('AID', 'A0000000041010'));
  marks.push(row('PAN', `############${between(random, 1000, 9999)}`), 'gap', totalLine(shop, total), 'gap');
  marks.push(line([centre(`Auth. ${between(random, 100000, 999999)}`)]), ...thanks(shop));
  return { format: 'slip', marks, totalMinor: total };
}
