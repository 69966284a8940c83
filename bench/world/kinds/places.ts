import { daysAfter } from '../day.ts';
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
import { between, percentOf, pick, priceOf, type Shop } from '../shop.ts';
import { included } from './till.ts';

const dishes = (shop: Shop) => someOf(shop, shop.words.dishes, between(shop.random, 2, 6), () => priceOf(shop, 1, 6));

/** Food, a tip that was added, and what was paid in all. */
export function tipped(shop: Shop): Drawn {
  const { words, random } = shop;
  const items = dishes(shop);
  const food = sum(items);
  const tip = percentOf(shop, food, pick(random, [5, 10, 15, 18, 20]));
  const total = food + tip;
  const marks: Mark[] = [...head(shop), ...dateLine(shop), row(words.table, String(between(random, 1, 40))), 'rule'];
  marks.push(...itemLines(shop, items), 'rule', row(words.subtotal, shop.price(food)), row(words.tip, shop.price(tip)));
  marks.push(totalLine(shop, total), ...paidLines(shop, total), ...thanks(shop));
  return { format: 'slip', marks, totalMinor: total };
}

/** A percentage for the service, which belongs to the sum. */
export function served(shop: Shop): Drawn {
  const { words, random } = shop;
  const items = dishes(shop);
  const food = sum(items);
  const percent = pick(random, [10, 12.5]);
  const service = percentOf(shop, food, percent);
  const total = food + service;
  const label = isRightToLeft(shop) ? words.service : `${words.service} ${percent}%`;
  const marks: Mark[] = [...head(shop), row(words.table, String(between(random, 1, 40))), ...dateLine(shop), 'rule'];
  marks.push(...itemLines(shop, items), 'rule', row(words.subtotal, shop.price(food)), row(label, shop.price(service)));
  marks.push(totalLine(shop, total), ...thanks(shop));
  return { format: 'slip', marks, totalMinor: total };
}

/** What a tip of this or that share would be stands below; none was given. */
export function tipProposed(shop: Shop): Drawn {
  const items = dishes(shop);
  const total = sum(items);
  const marks: Mark[] = [...bought(shop, items), totalLine(shop, total)];
  marks.push('gap');
  for (const percent of [10, 15, 20]) {
    const tip = percentOf(shop, total, percent);
    marks.push(line([centre(`${shop.words.tip} ${percent}% = ${shop.price(tip)}`)], { size: 0.9 }));
  }
  return { format: 'slip', marks: [...marks, ...thanks(shop)], totalMinor: total };
}

/** Nights and breakfast, settled at the desk; nothing is left to pay. */
export function hotel(shop: Shop): Drawn {
  const { words, random, day } = shop;
  const nights = between(random, 1, 4);
  const price = priceOf(shop, 18, 45);
  const items = Array.from({ length: nights }, (_, index) => ({
    text: `${shop.written(daysAfter(day, index - nights))}  ${words.night}`,
    amountMinor: price,
  }));
  items.push({ text: words.breakfast, amountMinor: priceOf(shop, 2, 5) * nights });
  const total = sum(items);
  const marks: Mark[] = [...head(shop), line([left(words.invoice)], { size: 1.3, isBold: true })];
  marks.push(row(words.invoiceNumber, shop.number), row(words.invoiceDate, shop.written(day)), 'rule');
  if (isRightToLeft(shop)) marks.push(...items.map(({ amountMinor }) => row(words.night, shop.price(amountMinor))));
  else marks.push(...itemLines(shop, items));
  marks.push('rule', totalLine(shop, total), ...included(shop, total));
  marks.push(row(words.card, shop.price(-total)), row(words.amountDue, shop.money(0)), ...thanks(shop));
  return { format: 'page', marks, totalMinor: total };
}

/** Litres, price of one, and a sum. */
export function petrol(shop: Shop): Drawn {
  const { words, random } = shop;
  const total = priceOf(shop, 8, 30);
  const litres = (between(random, 1500, 5500) / 100).toFixed(2);
  const point = shop.country.amounts[0]?.includes(',89') ? ',' : '.';
  const marks: Mark[] = [...head(shop), ...dateLine(shop), 'rule'];
  marks.push(
    row(`${words.fuel}`, shop.price(total)),
    line([left(`${litres.replace('.', point)} L`), right(`# ${between(random, 1, 12)}`)]),
  );
  marks.push('rule', totalLine(shop, total), ...paidLines(shop, total), ...included(shop, total), ...thanks(shop));
  return { format: 'slip', marks, totalMinor: total };
}

/** A few medicines. */
export function pharmacy(shop: Shop): Drawn {
  const items = someOf(shop, shop.words.medicines, between(shop.random, 1, 3), () => priceOf(shop, 1, 8));
  const total = sum(items);
  const marks: Mark[] = [...bought(shop, items), totalLine(shop, total)];
  return {
    format: 'slip',
    marks: [...marks, ...included(shop, total), ...paidLines(shop, total), ...thanks(shop)],
    totalMinor: total,
  };
}

/** In, out, fee. */
export function parking(shop: Shop): Drawn {
  const { words, random, day } = shop;
  const total = priceOf(shop, 0.5, 6);
  const hour = between(random, 7, 12);
  const time = (at: number) => `${String(at).padStart(2, '0')}:${between(random, 10, 59)}`;
  const marks: Mark[] = [...head(shop), row(words.entry, `${shop.written(day)} ${time(hour)}`)];
  marks.push(row(words.exit, `${shop.written(day)} ${time(hour + between(random, 1, 8))}`), 'rule');
  if (random() < 0.5) marks.push(row(words.parking, shop.price(total)));
  marks.push(totalLine(shop, total), ...included(shop, total), ...thanks(shop));
  return { format: 'slip', marks, totalMinor: total };
}

/** A ride, often with a tip. */
export function taxi(shop: Shop): Drawn {
  const { words, random } = shop;
  const ride = priceOf(shop, 2, 14);
  const tip = random() < 0.4 ? percentOf(shop, ride, 10) : 0;
  const marks: Mark[] = [...head(shop), line([centre(words.receipt)], { isBold: true }), ...dateLine(shop)];
  marks.push(row('km', `${between(random, 2, 38)}.${between(random, 0, 9)}`), row(words.ride, shop.price(ride)));
  if (tip > 0) marks.push(row(words.tip, shop.price(tip)));
  marks.push('rule', totalLine(shop, ride + tip), ...thanks(shop));
  return { format: 'slip', marks, totalMinor: ride + tip };
}
