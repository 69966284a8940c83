import { type Drawn, dateLine, head, itemLines, row, someOf, sum, thanks, totalLine } from '../drawn.ts';
import { centre, left, line, type Mark } from '../layout.ts';
import { between, oneOf, percentOf, priceOf, type Shop } from '../shop.ts';

const things = (shop: Shop, high: number) =>
  someOf(shop, shop.words.things, between(shop.random, 1, high), () => priceOf(shop, 4, 25));

/** Goods that came back: the title says so, and most tills print a minus. */
export function refund(shop: Shop): Drawn {
  const { words, random } = shop;
  const isSigned = random() < 0.6;
  const items = things(shop, 2).map((item) => ({
    ...item,
    amountMinor: isSigned ? -item.amountMinor : item.amountMinor,
  }));
  const printed = sum(items);
  const marks: Mark[] = [...head(shop), line([centre(oneOf(random, words.refund))], { size: 1.3, isBold: true })];
  marks.push(...dateLine(shop), 'rule', ...itemLines(shop, items), 'rule', totalLine(shop, printed));
  marks.push(row(words.card, shop.price(printed)), ...thanks(shop));
  return { format: 'slip', marks, totalMinor: -Math.abs(printed) };
}

/** Something dearer brought back for something cheaper: the difference is paid out. */
export function exchange(shop: Shop): Drawn {
  const { words } = shop;
  const [taken = { text: '', amountMinor: 0 }, given = taken] = someOf(shop, words.things, 2, () =>
    priceOf(shop, 4, 25),
  );
  const high = Math.max(taken.amountMinor, given.amountMinor);
  const low = Math.min(taken.amountMinor, given.amountMinor);
  const cheap = high === low ? percentOf(shop, low, 50) : low;
  const items = [
    { text: taken.text, amountMinor: -high },
    { text: given.text, amountMinor: cheap },
  ];
  const total = sum(items);
  const marks: Mark[] = [...head(shop), line([centre(words.exchange)], { isBold: true }), ...dateLine(shop), 'rule'];
  marks.push(...itemLines(shop, items), 'rule', totalLine(shop, total), row(words.paidBack, shop.price(-total)));
  return { format: 'slip', marks: [...marks, ...thanks(shop)], totalMinor: total };
}

/** A page that credits an earlier invoice. */
export function creditNote(shop: Shop): Drawn {
  const { words, random } = shop;
  const isSigned = random() < 0.5;
  const items = things(shop, 3).map((item) => ({
    ...item,
    amountMinor: isSigned ? -item.amountMinor : item.amountMinor,
  }));
  const printed = sum(items);
  const marks: Mark[] = [...head(shop), line([left(words.credit)], { size: 1.5, isBold: true })];
  marks.push(row(words.date, shop.written(shop.day)), row(words.invoiceNumber, shop.number), 'rule');
  marks.push(...itemLines(shop, items), 'rule', totalLine(shop, printed));
  return { format: 'page', marks, totalMinor: -Math.abs(printed) };
}

/** No title says so: the sum itself is a credit, by the letters behind it. */
export function creditMarked(shop: Shop): Drawn {
  const { words, random } = shop;
  const [mark, minus] = random() < 0.7 ? [' CR', ''] : ['', '-'];
  const items = things(shop, 2);
  const total = sum(items);
  const signed = (text: string): string => `${minus}${text}${mark}`;
  const marks: Mark[] = [...head(shop), ...dateLine(shop), 'rule'];
  marks.push(...items.map(({ text, amountMinor }) => row(text, signed(shop.price(amountMinor)))), 'rule');
  marks.push(row(oneOf(random, words.total), signed(shop.money(total)), { isBold: true }));
  marks.push(row(words.card, signed(shop.price(total))), ...thanks(shop));
  return { format: 'slip', marks, totalMinor: -total };
}
