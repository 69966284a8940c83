import { dollars } from '../amount-text.ts';
import { Paper } from '../paper.ts';
import { jpeg, pictureOf } from '../picture.ts';
import { createRandom } from '../random.ts';
import { type SampleDocument, sumOf } from '../sample.ts';
import { grainy, lit, thermal } from '../wear.ts';

const food = [
  { description: 'ORG BANANAS 2.31 LB', amountMinor: 182 },
  { description: 'WHOLE MILK 1 GAL', amountMinor: 479 },
  { description: 'EGGS LARGE 18CT', amountMinor: 649 },
  { description: 'SOURDOUGH LOAF', amountMinor: 599 },
  { description: 'CHEDDAR BLOCK 16OZ', amountMinor: 729 },
  { description: 'CHICKEN THIGHS', amountMinor: 1245 },
  { description: 'COD FILLET', amountMinor: 1598 },
  { description: 'BABY SPINACH', amountMinor: 399 },
  { description: 'GALA APPLES 3.05 LB', amountMinor: 607 },
  { description: 'YELLOW ONIONS 3LB', amountMinor: 349 },
  { description: 'OLIVE OIL 750ML', amountMinor: 1399 },
  { description: 'PENNE PASTA', quantity: 2, amountMinor: 378 },
  { description: 'GROUND COFFEE 12OZ', amountMinor: 1099 },
  { description: 'GREEK YOGURT 32OZ', amountMinor: 679 },
];
const household = [
  { description: 'PAPER TOWELS 6PK', amountMinor: 999 },
  { description: 'DISH SOAP', amountMinor: 429 },
  { description: 'LAUNDRY DETERGENT', amountMinor: 850 },
];
const subtotal = sumOf(food) + sumOf(household);
const foodTax = Math.round(sumOf(food) * 0.01);
const salesTax = Math.round(sumOf(household) * 0.06);
const total = subtotal + foodTax + salesTax;

/** A long, narrow slip of a till's thermal printer, with a lower tax on food. */
export const grocerySlip: SampleDocument = {
  file: '01-grocery-slip.jpg',
  shows: 'Narrow thermal slip of a supermarket, 17 items, two tax rates',
  truth: {
    status: 'completed',
    vendor: 'Green Basket Market',
    purchasedOn: '2026-11-02',
    total: { amountMinor: total, currency: 'USD' },
    tax: { amountMinor: foodTax + salesTax, currency: 'USD' },
    currency: 'USD',
    category: 'groceries',
    lineItems: [...food, ...household],
  },
  async draw() {
    const random = createRandom(1);
    const picture = await pictureOf(slip().toSvg(), 0.6);
    const pale = lit(thermal(picture, random, 0.22), (u, v) => 0.97 - 0.05 * v - 0.03 * (u - 0.5) ** 2);
    return await jpeg(grainy(pale, random, 3), 72);
  },
};

function slip(): Paper {
  const paper = new Paper({ width: 560, margin: 30, face: 'dotMatrix', size: 34, leading: 0.94, ink: '#26262e' })
    .centre('GREEN BASKET MARKET', { size: 42, stretch: 1.2 })
    .centre('Fresh Groceries Every Day')
    .centre('4812 Wilder Ave, Arlington, VA 22204')
    .centre('Tel (703) 555-0142')
    .gap(14)
    .row('11/02/2026  17:43:08', 'REG 04')
    .row('CASHIER: JOANNA', 'TRN 0048213')
    .rule('8 6');
  for (const item of food) {
    paper.cells([
      [item.description, 0],
      [`${dollars(item.amountMinor)} F`, 1, 'right'],
    ]);
    if (item.quantity) paper.left(`   ${item.quantity} @ ${dollars(item.amountMinor / item.quantity)} EA`);
  }
  for (const item of household) paper.row(item.description, `${dollars(item.amountMinor)} T`);
  return paper
    .rule('8 6')
    .row('SUBTOTAL', dollars(subtotal))
    .row('F  FOOD TAX 1.0%', dollars(foodTax))
    .row('T  SALES TAX 6.0%', dollars(salesTax))
    .gap(8)
    .row('TOTAL', `$${dollars(total)}`, { size: 44, stretch: 1.15 })
    .gap(8)
    .row('DEBIT  ************4471', dollars(total))
    .row('CHANGE', '0.00')
    .rule('8 6')
    .centre(`ITEMS SOLD ${food.length + household.length + 1}`)
    .centre('THANK YOU - PLEASE COME AGAIN')
    .barcode(11)
    .gap(20);
}
