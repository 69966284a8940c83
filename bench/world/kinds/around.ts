import { bought, type Drawn, paidLines, row, someOf, sum, thanks, totalLine } from '../drawn.ts';
import { centre, left, line, type Mark } from '../layout.ts';
import { between, percentOf, pick, priceOf, type Shop } from '../shop.ts';
import { moreOf } from '../words-more.ts';
import { noteAbove } from './till.ts';

/** A slip up to its total, and what follows. */
function slip(shop: Shop, after: (totalMinor: number) => readonly Mark[]): Drawn {
  const items = someOf(shop, shop.words.goods, between(shop.random, 2, 6), () => priceOf(shop, 0.5, 3));
  const total = sum(items);
  const marks = bought(shop, items);
  marks.push(totalLine(shop, total), ...after(total), ...thanks(shop));
  return { format: 'slip', marks, totalMinor: total };
}

/** A part paid with a gift card: all of it was spent. */
export const giftCard = (shop: Shop): Drawn =>
  slip(shop, (total) => {
    const part = percentOf(shop, total, pick(shop.random, [25, 40, 60]));
    return [
      row(moreOf(shop.country).giftCard, shop.price(shop.random() < 0.5 ? part : -part)),
      row(shop.words.card, shop.price(total - part)),
    ];
  });

/** Banknotes handed out with the purchase: the card pays more than was spent. */
export const cashback = (shop: Shop): Drawn =>
  slip(shop, (total) => {
    const notes = noteAbove(shop, 0) * between(shop.random, 1, 3);
    return [row(moreOf(shop.country).cashback, shop.price(notes)), row(shop.words.card, shop.price(total + notes))];
  });

/** A count of points, and what was saved. */
export const loyalty = (shop: Shop): Drawn =>
  slip(shop, (total) => {
    const { points, saved } = moreOf(shop.country);
    return [
      ...paidLines(shop, total),
      'gap',
      row(saved, shop.price(percentOf(shop, total, pick(shop.random, [5, 12, 30])))),
      row(points, String(between(shop.random, 120, 9999))),
    ];
  });

/** No sum of the tax, only its rate; opening hours and a notice below. */
export const rateOnly = (shop: Shop): Drawn =>
  slip(shop, (total) => {
    const { hours, rate, notice } = moreOf(shop.country);
    const [name, percent] = shop.country.tax;
    return [
      ...paidLines(shop, total),
      'gap',
      line([left(rate.replace('*', `${name} ${percent}%`))], { size: 0.9 }),
      line([centre(hours)], { size: 0.9 }),
      line([centre(notice)], { size: 0.9 }),
    ];
  });
