import { dollars } from '../amount-text.ts';
import type { Paper } from '../paper.ts';
import type { SampleDocument } from '../sample.ts';
import { ironwood, ironwoodPrint, ironwoodSlip } from './ironwood.ts';

const price = -3419;
const tax = Math.round(price * 0.06);
const total = price + tax;

/** Gives money back: every amount has a minus, and the total lowers the month's spending. */
export const hardwareRefund: SampleDocument = {
  file: '06-hardware-refund.jpg',
  shows: 'Refund of the work light, a negative total',
  truth: {
    status: 'completed',
    vendor: ironwood,
    purchasedOn: '2026-11-08',
    total: { amountMinor: total, currency: 'USD' },
    tax: { amountMinor: tax, currency: 'USD' },
    currency: 'USD',
    category: 'household',
    lineItems: [{ description: 'LED WORK LIGHT', amountMinor: price }],
  },
  draw: () => ironwoodPrint(slip(), 6),
};

function slip(): Paper {
  return ironwoodSlip()
    .centre('*** REFUND ***', { size: 38, stretch: 1.2 })
    .gap(8)
    .row('RETURN #220688', '2026-11-08 15:07')
    .row('ORIGINAL SALE', '#220417')
    .rule('10 5')
    .row('LED WORK LIGHT', dollars(price))
    .left('  PRICE AFTER DISCOUNT')
    .rule('10 5')
    .row('SUBTOTAL', dollars(price))
    .row('SALES TAX 6.0%', dollars(tax))
    .rule()
    .row('REFUND TOTAL', `USD ${dollars(total)}`, { size: 34 })
    .rule()
    .row('REFUNDED TO', 'STORE CREDIT')
    .gap(16)
    .left('Customer signature')
    .gap(60)
    .scribble('Alice Moreno', 130, 62, -5)
    .rule('', 1)
    .gap(20);
}
