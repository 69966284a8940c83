import { daysAfter } from '../day.ts';
import { type Drawn, dateLine, head, itemLines, row, someOf, sum, totalLine } from '../drawn.ts';
import { left, line, type Mark, right } from '../layout.ts';
import { between, oneOf, pick, priceOf, type Shop } from '../shop.ts';
import { moreOf } from '../words-more.ts';

const things = (shop: Shop, low: number, high: number) =>
  someOf(shop, shop.words.things, between(shop.random, low, high), () => priceOf(shop, 3, 30));

const title = (text: string): Mark => line([left(text)], { size: 1.5, isBold: true });

function sheet(shop: Shop, days: readonly Mark[] = dateLine(shop)): Drawn {
  const items = things(shop, 1, 4);
  const total = sum(items);
  const marks: Mark[] = [...head(shop), title(shop.words.invoice), ...days, 'rule', ...itemLines(shop, items)];
  return { format: 'page', marks: [...marks, 'rule', totalLine(shop, total)], totalMinor: total };
}

/** Words that nobody sees: another day and another sum. */
function unseen(shop: Shop, { totalMinor }: Drawn): Mark[] {
  const day = daysAfter(shop.day, -between(shop.random, 20, 60));
  return [
    row(shop.words.date, shop.written(day)),
    row(oneOf(shop.random, shop.words.total), shop.money(totalMinor * 3)),
  ];
}

/** A draft's words lie outside what the page shows. */
export function cropped(shop: Shop): Drawn {
  const drawn = sheet(shop);
  return { ...drawn, unseen: { how: 'outside', marks: unseen(shop, drawn) } };
}

/** A draft's words lie on a layer that is switched off. */
export function layered(shop: Shop): Drawn {
  const drawn = sheet(shop);
  return { ...drawn, unseen: { how: 'layer', marks: unseen(shop, drawn) } };
}

/** Turned by the page's own entry, by its text, or by both against each other. */
export const sideways = (shop: Shop): Drawn => ({
  ...sheet(shop),
  turned: pick(shop.random, ['page', 'text', 'both']),
});

/** Nothing is paid; the sum is due in parts. */
export function instalments(shop: Shop): Drawn {
  const { words, random, day } = shop;
  const parts = pick(random, [2, 3, 4]);
  const part = priceOf(shop, 10, 60);
  const total = part * parts;
  const { instalment } = moreOf(shop.country);
  const marks: Mark[] = [...head(shop), title(words.invoice), row(words.invoiceNumber, shop.number)];
  marks.push(row(words.invoiceDate, shop.written(day)), 'rule', row(oneOf(random, words.things), shop.price(total)));
  marks.push('rule', totalLine(shop, total), 'gap');
  for (let number = 1; number <= parts; number += 1) {
    const until = shop.written(daysAfter(day, 30 * number));
    marks.push(line([left(`${instalment} ${number}/${parts}`), right(until, 0.65), right(shop.price(part))]));
  }
  return { format: 'page', marks, totalMinor: total };
}

/** When it was delivered, when it was printed and until when it is due stand around the day of the invoice. */
export function dayAmongDays(shop: Shop): Drawn {
  const { words, random, day } = shop;
  const { delivered, printed } = moreOf(shop.country);
  const days = [
    row(delivered, shop.written(daysAfter(day, -between(random, 2, 9)))),
    row(words.invoiceDate, shop.written(day)),
    row(words.due, shop.written(daysAfter(day, pick(random, [14, 30])))),
  ];
  const drawn = sheet(shop, random() < 0.5 ? days : [...days].reverse());
  const note = line([left(`${printed} ${shop.written(daysAfter(day, between(random, 0, 1)))}`)], { size: 0.7 });
  return { ...drawn, marks: [...drawn.marks, 'gap', note] };
}

/** As for a window in the envelope: whom it is sent to stands above who sent it. */
export function customerFirst(shop: Shop): Drawn {
  const drawn = sheet(shop, [
    row(shop.words.invoiceDate, shop.written(shop.day)),
    row(shop.words.invoiceNumber, shop.number),
  ]);
  const address = [line([left('Rowan Thistlewood')]), line([left(shop.country.address[1])]), 'gap', 'gap'] as const;
  return { ...drawn, marks: [...address, ...drawn.marks] };
}
