import { dollars } from '../amount-text.ts';
import { Paper } from '../paper.ts';
import { jpeg, pictureOf } from '../picture.ts';
import { createRandom } from '../random.ts';
import type { SampleDocument } from '../sample.ts';
import { grainy, lit, thermal } from '../wear.ts';

// 12.418 gallons at $3.299: a price with three decimals, so the product is rounded to the cent.
const total = Math.round((12418 * 3299) / 10000);

/** A pump's slip: short, with a quantity and a unit price that have three decimals. */
export const petrolStation: SampleDocument = {
  file: '04-gas-station.jpg',
  shows: 'Gas station, typewriter letters, gallons and price with three decimals',
  truth: {
    status: 'completed',
    vendor: 'Summit Ridge Gas Station',
    purchasedOn: '2026-11-06',
    total: { amountMinor: total, currency: 'USD' },
    currency: 'USD',
    category: 'fuel',
    lineItems: [{ description: 'Regular unleaded', amountMinor: total }],
  },
  async draw() {
    const random = createRandom(4);
    const picture = await pictureOf(petrolSlip().toSvg(), 0.6);
    const faded = lit(thermal(picture, random, 0.3), (u, v) => 0.95 - 0.06 * u * v);
    return await jpeg(grainy(faded, random, 4), 74);
  },
};

/** The print itself; a picture of it in the dark is one of the failing files. */
export const petrolSlip = (): Paper =>
  new Paper({ width: 600, margin: 40, face: 'typewriter', size: 28, leading: 1.12, ink: '#303030' })
    .centre('SUMMIT RIDGE GAS STATION', { face: 'typewriterBold', size: 34 })
    .centre('Open 24 hours')
    .centre('7350 Old Mill Pike')
    .centre('Fairfax, VA 22030')
    .gap(24)
    .row('DATE 11/06/2026', 'TIME 07:38')
    .row('AUTH 55102C', 'PUMP 06')
    .gap(16)
    .row('PRODUCT', 'REGULAR UNL')
    .row('GALLONS', '12.418')
    .row('PRICE/GAL', '$3.299')
    .gap(10)
    .row('FUEL SALE', `$${dollars(total)}`)
    .rule('2 4')
    .row('TOTAL', `$${dollars(total)}`, { face: 'typewriterBold', size: 34 })
    .gap(16)
    .left('CREDIT CARD')
    .left('XXXXXXXXXXXX3305   SWIPED')
    .gap(24)
    .centre('DRIVE SAFELY')
    .centre('Thank you for your business', { size: 24 })
    .gap(30);
