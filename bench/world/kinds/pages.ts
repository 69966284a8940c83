import { daysAfter } from '../day.ts';
import { type Drawn, head, isRightToLeft, itemLines, row, someOf, sum, totalLine } from '../drawn.ts';
import { centre, left, line, type Mark, right } from '../layout.ts';
import { notationOf } from '../notation.ts';
import { between, oneOf, percentOf, pick, priceOf, type Shop } from '../shop.ts';
import { included } from './till.ts';

/** Whom it was sent to: nobody's real name. */
function customer(shop: Shop): Mark[] {
  if (isRightToLeft(shop)) return [];
  const { words, country } = shop;
  return [
    line([left(words.customer)], { size: 0.85 }),
    line([left('Rowan Thistlewood')]),
    line([left(`${country.address[1]}`)]),
    'gap',
  ];
}

const title = (text: string): Mark => line([left(text)], { size: 1.6, isBold: true });

/** Two to four pages; what is due, and until when, stands on the last. */
export function severalPages(shop: Shop): Drawn {
  const { words, random, day } = shop;
  const pages = between(random, 2, 4);
  const marks: Mark[] = [...head(shop), ...customer(shop), title(words.invoice)];
  marks.push(row(words.invoiceNumber, shop.number), row(words.invoiceDate, shop.written(day)), 'rule');
  let running = 0;
  for (let page = 1; page <= pages; page += 1) {
    const items = someOf(shop, `${words.things}|${words.goods}`, between(random, 5, 10), () => priceOf(shop, 2, 20));
    running += sum(items);
    marks.push(...itemLines(shop, items));
    if (page < pages) marks.push('rule', row(words.carried, shop.price(running)), 'page');
  }
  marks.push(
    'rule',
    ...included(shop, running),
    totalLine(shop, running, random() < 0.5 ? words.amountDue : oneOf(random, words.total)),
  );
  marks.push('gap', row(words.due, shop.written(daysAfter(day, pick(random, [14, 30, 45])))));
  return { format: 'page', marks, totalMinor: running };
}

/** An invoice of one page with a due date, sometimes above the day of the invoice. */
export function invoice(shop: Shop): Drawn {
  const { words, random, day } = shop;
  const items = someOf(shop, words.things, between(random, 1, 4), () => priceOf(shop, 6, 60));
  const [name, ...percents] = shop.country.tax;
  const subtotal = sum(items);
  const tax = percentOf(shop, subtotal, pick(random, percents));
  const days = [
    row(words.invoiceDate, shop.written(day)),
    row(words.due, shop.written(daysAfter(day, pick(random, [10, 14, 30])))),
  ];
  const marks: Mark[] = [...head(shop), ...customer(shop), title(words.invoice), row(words.invoiceNumber, shop.number)];
  marks.push(...(random() < 0.4 ? days.reverse() : days), 'rule', ...itemLines(shop, items), 'rule');
  marks.push(row(words.subtotal, shop.price(subtotal)));
  if (tax > 0) marks.push(row(name, shop.price(tax)));
  marks.push(totalLine(shop, subtotal + tax));
  return { format: 'page', marks, totalMinor: subtotal + tax };
}

/** What was owed before was paid; this month's charges are due. */
export function energy(shop: Shop): Drawn {
  const { words, random, day } = shop;
  const prior = priceOf(shop, 12, 40);
  const charge = priceOf(shop, 12, 40);
  const marks: Mark[] = [
    ...head(shop),
    ...customer(shop),
    title(words.invoice),
    row(words.invoiceDate, shop.written(day)),
  ];
  marks.push(
    row(words.invoiceNumber, shop.number),
    'rule',
    row(words.prior, shop.price(prior)),
    row(words.payment, shop.price(-prior)),
  );
  marks.push(row(words.energy, shop.price(charge)), row(words.charges, shop.price(charge)), 'rule');
  marks.push(row(words.amountDue, shop.money(charge), { isBold: true, size: 1.2 }), ...included(shop, charge));
  marks.push(row(words.due, shop.written(daysAfter(day, between(random, 10, 25)))));
  return { format: 'page', marks, totalMinor: charge };
}

/** A plan billed in dollars or euros wherever its customer lives; one line says so. */
export function subscription(shop: Shop): Drawn {
  const { words, random, day } = shop;
  const currency = pick(
    random,
    ['USD', 'EUR', 'GBP'].filter((code) => code !== shop.country.currency),
  );
  const plain = notationOf(pick(random, ['1,234,567.89', '1234567.89']), currency);
  const amount = pick(random, [900, 1200, 2900, 4500, 9900, 200_000, 14_900]);
  const english = pick(random, [`All amounts in ${currency}`, `Currency: ${currency}`, `Prices in ${currency}`]);
  const vendor = pick(random, ['Cloudmeadow Inc.', 'Pixelbarn Ltd', 'Notefjord Software', 'Sheetly Labs']);
  const marks: Mark[] = [
    line([left(vendor)], { size: 1.6, isBold: true }),
    line([left('200 Pine Street, Suite 4')]),
    'gap',
    ...customer(shop),
  ];
  marks.push(title('Invoice'), row('Invoice number', shop.number), row('Invoice date', shop.written(day)));
  if (random() < 0.5) marks.push(line([left(english)], { size: 0.9 }));
  marks.push(
    'rule',
    row(words.plan, plain(amount)),
    'rule',
    row('Subtotal', plain(amount)),
    row('Total', plain(amount), { isBold: true }),
  );
  if (!marks.some((mark) => typeof mark !== 'string' && mark.cells.some(({ text }) => text === english))) {
    marks.push('gap', line([left(english)], { size: 0.9 }));
  }
  return { format: 'page', marks, totalMinor: amount, currency, vendor };
}

/** A printed form whose fields a person filled in; its revision date stands in small print. */
export function form(shop: Shop): Drawn {
  const { words, random, day } = shop;
  const total = priceOf(shop, 4, 40);
  const filled = (label: string, value: string): Mark => ({ cells: [left(label), left(value, 0.45)], filled: 1 });
  const marks: Mark[] = [...head(shop), title(words.receipt), 'gap', filled(words.number, shop.number)];
  marks.push(filled(words.date, shop.written(day)), filled(pick(random, words.things.split('|')), shop.price(total)));
  marks.push(filled(oneOf(random, words.total), shop.money(total)), 'gap', 'gap');
  marks.push(
    line([left(`Form 21-B (rev. ${shop.written(daysAfter(day, -between(random, 200, 500)))})`)], { size: 0.6 }),
  );
  return { format: 'page', marks, totalMinor: total };
}

/** An order that was sent: who gets it, when it was ordered, and a table of quantities. */
export function order(shop: Shop): Drawn {
  const { words, random, day } = shop;
  const items = someOf(shop, words.things, between(random, 2, 4), () => priceOf(shop, 3, 15));
  const counts = items.map(() => between(random, 1, 4));
  const total = items.reduce((so, { amountMinor }, index) => so + amountMinor * (counts[index] ?? 1), 0);
  const marks: Mark[] = [
    ...head(shop),
    ...customer(shop),
    title(words.invoice),
    row(words.invoiceDate, shop.written(day)),
  ];
  marks.push(row(words.invoiceNumber, shop.number), 'rule');
  for (const [index, { text, amountMinor }] of items.entries()) {
    const count = counts[index] ?? 1;
    marks.push(
      line([
        left(text),
        right(String(count), 0.5),
        right(shop.price(amountMinor), 0.75),
        right(shop.price(amountMinor * count)),
      ]),
    );
  }
  marks.push('rule', totalLine(shop, total), ...included(shop, total), row(words.paid, shop.price(total)));
  marks.push('gap', line([centre(words.thanks)]));
  return { format: 'page', marks, totalMinor: total };
}
