import { dollars } from '../amount-text.ts';
import type { Paper } from '../paper.ts';
import { type SampleDocument, sumOf } from '../sample.ts';
import { ironwood, ironwoodPrint, ironwoodSlip } from './ironwood.ts';

const items = [
  { description: 'LED WORK LIGHT', amountMinor: 3799 },
  { description: 'WOOD SCREWS 3IN 1LB', quantity: 2, amountMinor: 1498 },
  { description: 'PAINT ROLLER KIT', amountMinor: 1699 },
  { description: 'MASKING TAPE', amountMinor: 529 },
  { description: 'PINE BOARD 1X6 8FT', quantity: 3, amountMinor: 2961 },
];
const subtotal = sumOf(items);
const discount = Math.round(subtotal * 0.1);
const tax = Math.round((subtotal - discount) * 0.06);
const exact = subtotal - discount + tax;
// Cash is rounded to five cents, so the total differs from the sum by the rounding line.
const total = Math.round(exact / 5) * 5;
const cash = 12000;

/** A discount, tax, and a cash total rounded to the nickel: three numbers near the total that are not it. */
export const hardware: SampleDocument = {
  file: '03-hardware-store.jpg',
  shows: 'Hardware store in violet ink, 10 % discount, total rounded to five cents, cash and change',
  truth: {
    status: 'completed',
    vendor: ironwood,
    purchasedOn: '2026-11-05',
    total: { amountMinor: total, currency: 'USD' },
    tax: { amountMinor: tax, currency: 'USD' },
    currency: 'USD',
    category: 'household',
    lineItems: items,
  },
  draw: () => ironwoodPrint(slip(), 3),
};

function slip(): Paper {
  const paper = ironwoodSlip().row('SALE  #220417', '2026-11-05 11:52').row('STATION 2', 'CLERK: RUIZ').rule('10 5');
  for (const { description, quantity = 1, amountMinor } of items) {
    paper.left(description);
    paper.cells([
      [`  ${quantity} X ${dollars(amountMinor / quantity)}`, 0],
      [dollars(amountMinor), 1, 'right'],
    ]);
  }
  return paper
    .rule('10 5')
    .row('SUBTOTAL', dollars(subtotal))
    .row('CONTRACTOR CARD DISC 10%', dollars(-discount))
    .row('SALES TAX 6.0%', dollars(tax))
    .row('CASH ROUNDING', dollars(total - exact))
    .rule()
    .row('TOTAL', `USD ${dollars(total)}`, { size: 36 })
    .rule()
    .row('CASH', dollars(cash))
    .row('CHANGE', dollars(cash - total))
    .gap(16)
    .centre('Returns within 30 days with this slip')
    .centre('THANK YOU!')
    .barcode(13)
    .gap(16);
}
