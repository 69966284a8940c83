import { dollars } from '../amount-text.ts';
import { Paper } from '../paper.ts';
import { jpeg, pictureOf } from '../picture.ts';
import { createRandom } from '../random.ts';
import { type SampleDocument, sumOf } from '../sample.ts';
import { grainy, lit } from '../wear.ts';

const exempt = [
  { description: 'Prescription 7714032 copay', amountMinor: 1200 },
  { description: 'Ibuprofen 200 mg, 100 tablets', amountMinor: 949 },
  { description: 'Adhesive bandages, assorted', amountMinor: 599 },
];
const taxed = [
  { description: 'Hand cream 75 ml', amountMinor: 749 },
  { description: 'Toothpaste mint', amountMinor: 429 },
];
const items = [...exempt, ...taxed];
const tax = Math.round(sumOf(taxed) * 0.06);
const total = sumOf(items) + tax;

/** Printed by a laser printer on white paper, in letters of different widths. */
export const pharmacy: SampleDocument = {
  file: '02-pharmacy.jpg',
  shows: 'Pharmacy receipt with a month in letters, some items free of tax',
  truth: {
    status: 'completed',
    vendor: 'Wellspring Pharmacy',
    purchasedOn: '2026-11-04',
    total: { amountMinor: total, currency: 'USD' },
    tax: { amountMinor: tax, currency: 'USD' },
    currency: 'USD',
    category: 'health',
    lineItems: items,
  },
  async draw() {
    const picture = await pictureOf(page().toSvg(), 0.5);
    const scanned = lit(picture, (u) => 0.985 - 0.06 * Math.max(0, u - 0.9));
    return await jpeg(grainy(scanned, createRandom(2), 2), 78);
  },
};

function page(): Paper {
  const paper = new Paper({ width: 720, margin: 48, face: 'condensed', size: 25, leading: 1.34 })
    .drawing('<path d="M-12-14h24v18h18v24h-18v18h-24v-18h-18v-24h18z" fill="#1c1c1c"/>', 62)
    .centre('WELLSPRING PHARMACY', { face: 'condensedBold', size: 36 })
    .centre('2200 Linden Street, Suite 5')
    .centre('Falls Church, VA 22046')
    .centre('Phone 703-555-0177')
    .gap(18)
    .rule()
    .row('Date: Nov 4, 2026', 'Time: 9:26 AM')
    .row('Receipt No: W-30918', 'Pharmacist: D. Okafor')
    .rule()
    .gap(6);
  for (const item of items)
    paper.row(item.description, `${dollars(item.amountMinor)} ${taxed.includes(item) ? 'T' : 'N'}`);
  return paper
    .gap(4)
    .rule('3 5')
    .row('Subtotal', dollars(sumOf(items)))
    .row('Sales tax 6%', dollars(tax))
    .row('Total', `$${dollars(total)}`, { face: 'condensedBold', size: 32 })
    .gap(10)
    .row('Paid by card ending 2096', `$${dollars(total)}`)
    .row('Approval', '084417')
    .rule()
    .gap(4)
    .centre('Keep this receipt for your health savings account.', { size: 21 })
    .centre('Returns of unopened goods within 30 days.', { size: 21 })
    .barcode(12, 70);
}
