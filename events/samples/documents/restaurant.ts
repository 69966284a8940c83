import { dollars } from '../amount-text.ts';
import { Paper } from '../paper.ts';
import { jpeg, pictureOf } from '../picture.ts';
import { createRandom } from '../random.ts';
import { type SampleDocument, sumOf } from '../sample.ts';
import { grainy, lit, tinted } from '../wear.ts';

const items = [
  { description: 'Insalata verde', amountMinor: 800 },
  { description: 'Pizza Margherita', amountMinor: 1550 },
  { description: 'Tagliatelle al ragu', amountMinor: 1850 },
  { description: 'Sparkling water', quantity: 2, amountMinor: 600 },
  { description: 'Tiramisu', amountMinor: 800 },
];
const subtotal = sumOf(items);
const serviceCharge = Math.round(subtotal * 0.05);
const tax = Math.round(subtotal * 0.1);
const tip = 1400;
const total = subtotal + serviceCharge + tax + tip;

/** What the guest pays is the last sum: service charge and tip are part of the expense. */
export const restaurant: SampleDocument = {
  file: '05-restaurant.jpg',
  shows: 'Restaurant bill with service charge, tax and tip, a note by hand on it',
  truth: {
    status: 'completed',
    vendor: 'Olive & Ember Trattoria',
    purchasedOn: '2026-11-07',
    total: { amountMinor: total, currency: 'USD' },
    tax: { amountMinor: tax, currency: 'USD' },
    currency: 'USD',
    category: 'dining',
    lineItems: items,
  },
  async draw() {
    const random = createRandom(5);
    const picture = tinted(await pictureOf(bill().toSvg(), 0.5), [252, 249, 243], [20, 18, 24]);
    const creased = lit(picture, (u, v) => 0.99 - 0.1 * Math.exp(-(((v - 0.52 - 0.01 * u) / 0.006) ** 2)));
    return await jpeg(grainy(creased, random, 2.5), 76);
  },
};

function bill(): Paper {
  const paper = new Paper({ width: 700, margin: 56, face: 'sans', size: 27, leading: 1.36 })
    .drawing(
      '<g fill="#3f4a2a"><ellipse cx="-22" cy="4" rx="24" ry="9" transform="rotate(28 -22 4)"/><ellipse cx="22" cy="4" rx="24" ry="9" transform="rotate(-28 22 4)"/><circle cy="22" r="9"/></g>',
      50,
    )
    .centre('Olive & Ember Trattoria', { face: 'serifBold', size: 36 })
    .centre('Restaurant and Wine Bar', { size: 24 })
    .centre('31 Harbor Lane, Alexandria, VA 22314', { size: 24 })
    .gap(20)
    .row('Table 14', 'Server: Mateo')
    .row('Guests 2', 'Check 10583')
    .row('November 7, 2026', '8:41 PM')
    .rule()
    .gap(8);
  for (const { description, quantity = 1, amountMinor } of items) {
    paper.cells([
      [String(quantity), 0],
      [description, 0.08],
      [dollars(amountMinor), 1, 'right'],
    ]);
  }
  return paper
    .gap(6)
    .rule()
    .row('Subtotal', dollars(subtotal))
    .row('Service charge 5%', dollars(serviceCharge))
    .row('Meals tax 10%', dollars(tax))
    .row('Tip', dollars(tip))
    .rule()
    .gap(4)
    .row('TOTAL', `$${dollars(total)}`, { face: 'sansBold', size: 36 })
    .gap(22)
    .centre('Visa ending 2096 - Approved', { size: 24 })
    .gap(20)
    .centre('Grazie, see you soon!', { face: 'serif', size: 26 })
    .gap(90)
    .scribble('dinner with Sam', 80, 70, -6)
    .gap(10);
}
