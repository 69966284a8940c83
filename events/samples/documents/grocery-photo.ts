import { dollars } from '../amount-text.ts';
import { Paper } from '../paper.ts';
import { photographed } from '../photo.ts';
import { blurred, jpeg, pictureOf } from '../picture.ts';
import { createRandom } from '../random.ts';
import { type SampleDocument, sumOf } from '../sample.ts';
import { grainy, lit, thermal } from '../wear.ts';

const food = [
  { description: 'ROAST CHICKEN', amountMinor: 999 },
  { description: 'RUSSET POTATOES 5LB', amountMinor: 499 },
  { description: 'BROCCOLI CROWNS', amountMinor: 348 },
  { description: 'SALMON FILLET', amountMinor: 1819 },
  { description: 'JASMINE RICE 5LB', amountMinor: 899 },
  { description: 'BUTTER 1LB', amountMinor: 549 },
  { description: 'NAVEL ORANGES 4LB', amountMinor: 699 },
  { description: 'DARK CHOCOLATE', amountMinor: 429 },
  { description: 'OAT MILK', amountMinor: 449 },
];
const household = [{ description: 'TRASH BAGS 40CT', amountMinor: 879 }];
const items = [...food, ...household];
const tax = Math.round(sumOf(food) * 0.01) + Math.round(sumOf(household) * 0.06);
const total = sumOf(items) + tax;

/** Taken with a phone on a kitchen table: turned, in perspective, with a shadow across it. */
export const groceryPhoto: SampleDocument = {
  file: '10-grocery-photo.jpg',
  shows: 'Phone photo of a supermarket receipt: turned, in perspective, noise, a shadow across it',
  truth: {
    status: 'completed',
    vendor: 'Harvest Lane Grocers',
    purchasedOn: '2026-11-16',
    total: { amountMinor: total, currency: 'USD' },
    tax: { amountMinor: tax, currency: 'USD' },
    currency: 'USD',
    category: 'groceries',
    lineItems: items,
  },
  async draw() {
    const random = createRandom(10);
    const print = thermal(await pictureOf(slip().toSvg(), 0.5), random, 0.15);
    const shot = photographed(print, {
      width: 1200,
      height: 1600,
      corners: [
        [276, 96],
        [918, 150],
        [948, 1522],
        [180, 1470],
      ],
      table: wood,
      wave: 0.003,
    });
    // A soft-edged shadow, as of the hand that holds the phone, and light that falls from the upper left.
    const shaded = lit(shot, (u, v) => {
      const shadow = 1 / (1 + Math.exp(-(u * 0.9 + v * 0.55 - 0.98) * 22));
      return (1.02 - 0.16 * v - 0.06 * u) * (1 - 0.33 * shadow);
    });
    return await jpeg(grainy(await blurred(shaded, 0.7), random, 6), 68);
  },
};

const wood = (x: number, y: number): [number, number, number] => {
  const grain = Math.sin(y * 0.05 + Math.sin(x * 0.004) * 9) * 9 + Math.sin(y * 0.31 + x * 0.011) * 5;
  return [134 + grain, 96 + grain * 0.8, 64 + grain * 0.6];
};

function slip(): Paper {
  const paper = new Paper({ width: 680, margin: 44, face: 'mono', size: 25, leading: 1.3 })
    .centre('HARVEST LANE', { face: 'condensedBold', size: 50 })
    .centre('GROCERS', { face: 'condensedBold', size: 38 })
    .centre('1605 Quincy Blvd, Arlington, VA 22207', { size: 23 })
    .centre('703-555-0188', { size: 23 })
    .gap(14)
    .row('Mon Nov 16 2026', '6:12 PM')
    .row('Lane 3', 'Trans 77120')
    .rule('4 4');
  for (const item of items) paper.row(item.description, dollars(item.amountMinor));
  return paper
    .rule('4 4')
    .row('SUBTOTAL', dollars(sumOf(items)))
    .row('TAX', dollars(tax))
    .row('TOTAL', `$${dollars(total)}`, { size: 38 })
    .gap(8)
    .row('VISA ****2096', dollars(total))
    .rule('4 4')
    .centre('You saved $4.20 with your card')
    .centre('THANK YOU FOR SHOPPING LOCAL', { size: 23 })
    .barcode(20, 50);
}
