import { dollars } from '../amount-text.ts';
import { Paper } from '../paper.ts';
import { jpeg, pictureOf, turned } from '../picture.ts';
import { createRandom } from '../random.ts';
import type { SampleDocument } from '../sample.ts';
import { grainy, lit, tinted } from '../wear.ts';

const fee = 1698;
const tax = Math.round(fee * 0.06);
const total = fee + tax;

/** Turned by a quarter in its pixels, without a note of it in the file's metadata. */
export const parkingSideways: SampleDocument = {
  file: '15-parking-sideways.jpg',
  shows: 'Parking garage ticket, the picture lies on its side',
  truth: {
    status: 'completed',
    vendor: 'Riverside Parking Garage',
    purchasedOn: '2026-11-19',
    total: { amountMinor: total, currency: 'USD' },
    tax: { amountMinor: tax, currency: 'USD' },
    currency: 'USD',
    category: 'transport',
    lineItems: [{ description: 'Parking', amountMinor: fee }],
  },
  async draw() {
    const picture = tinted(await pictureOf(ticket().toSvg(), 0.6), [246, 243, 226], [34, 34, 34]);
    const scanned = lit(picture, (u, v) => 0.98 - 0.06 * u * v);
    return await jpeg(grainy(await turned(scanned, 90), createRandom(15), 3), 76);
  },
};

const ticket = (): Paper =>
  new Paper({ width: 660, margin: 44, face: 'terminal', size: 30, leading: 1.26 })
    .centre('RIVERSIDE PARKING GARAGE', { size: 38, stretch: 1.05 })
    .centre('200 Wharf Street')
    .centre('Alexandria, VA 22314')
    .gap(16)
    .centre('RECEIPT', { size: 36, stretch: 1.3 })
    .rule()
    .row('DATE', 'NOV 19, 2026')
    .row('ENTRY', '13:20')
    .row('EXIT', '18:32')
    .row('TICKET', '0093316')
    .rule('6 4')
    .row('PARKING', dollars(fee))
    .row('SALES TAX 6%', dollars(tax))
    .row('TOTAL PAID', `$${dollars(total)}`, { size: 40 })
    .rule('6 4')
    .row('CARD', '**** 2096')
    .gap(14)
    .centre('Thank you, drive carefully')
    .gap(8);
