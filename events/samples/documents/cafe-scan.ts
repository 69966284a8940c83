import { dollars } from '../amount-text.ts';
import { Paper } from '../paper.ts';
import { scannedPdf } from '../pdf.ts';
import { photographed } from '../photo.ts';
import { jpeg, pictureOf } from '../picture.ts';
import { createRandom } from '../random.ts';
import { type SampleDocument, sumOf } from '../sample.ts';
import { grainy, thermal } from '../wear.ts';

const items = [
  { description: 'Flat white', quantity: 2, amountMinor: 950 },
  { description: 'Eggs Benedict', amountMinor: 1450 },
  { description: 'Granola bowl', amountMinor: 887 },
  { description: 'Fresh orange juice', amountMinor: 495 },
];
const tax = Math.round(sumOf(items) * 0.1);
const total = sumOf(items) + tax;

/** A PDF without any text in it: the page is one picture from a flatbed scanner. */
export const cafeScan: SampleDocument = {
  file: '14-cafe-scan.pdf',
  shows: 'Scanned PDF of a café receipt, a picture inside, slightly crooked',
  truth: {
    status: 'completed',
    vendor: 'Copper Kettle Cafe',
    purchasedOn: '2026-11-18',
    total: { amountMinor: total, currency: 'USD' },
    tax: { amountMinor: tax, currency: 'USD' },
    currency: 'USD',
    category: 'dining',
    lineItems: items,
  },
  async draw() {
    const random = createRandom(14);
    const paper = thermal(await pictureOf(slip().toSvg(), 0.5), random, 0.12);
    // A letter page at 150 dots an inch, with the slip near its upper left corner.
    const scan = photographed(paper, {
      width: 1275,
      height: 1650,
      corners: [
        [172, 130],
        [832, 112],
        [861, 1150],
        [201, 1168],
      ],
      table: () => [244, 244, 242],
      wave: 0,
    });
    return await scannedPdf('Scan 2026-11-18', [await jpeg(grainy(scan, random, 2), 70)]);
  },
};

function slip(): Paper {
  const paper = new Paper({ width: 660, margin: 46, face: 'narrow', size: 30, leading: 1.28 })
    .drawing(
      '<path d="M-30-8h44v26q0 16-16 16h-12q-16 0-16-16zM14 0q18-2 16 10t-16 10" fill="none" stroke="#1c1c1c" stroke-width="5"/>',
      50,
    )
    .centre('COPPER KETTLE CAFE', { face: 'narrowBold', size: 42 })
    .centre('Breakfast & Lunch')
    .centre('640 Canal Walk, Arlington, VA 22209')
    .gap(16)
    .row('11/18/2026 10:17', 'Order 86')
    .rule('', 1);
  for (const { description, quantity = 1, amountMinor } of items) {
    paper.row(`${quantity} x ${description}`, dollars(amountMinor));
  }
  return paper
    .rule('', 1)
    .row('Subtotal', dollars(sumOf(items)))
    .row('Tax 10%', dollars(tax))
    .row('Total', `$${dollars(total)}`, { face: 'narrowBold', size: 40 })
    .gap(10)
    .row('Card 2096', `$${dollars(total)}`)
    .rule('', 1)
    .centre('Have a lovely day')
    .gap(10);
}
