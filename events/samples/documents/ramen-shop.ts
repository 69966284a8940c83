import { yen } from '../amount-text.ts';
import { Paper } from '../paper.ts';
import { jpeg, pictureOf } from '../picture.ts';
import { createRandom } from '../random.ts';
import { type SampleDocument, sumOf } from '../sample.ts';
import { grainy, lit, thermal } from '../wear.ts';

const items = [
  { description: '特製醤油麺', amountMinor: 1180 },
  { description: '餃子', amountMinor: 480 },
  { description: '烏龍茶', amountMinor: 320 },
];
const total = sumOf(items);
// Prices include the tax of 10 %, so it is one eleventh of the total.
const tax = Math.round(total / 11);

/** Japanese notation: year first, no decimals, tax included in the prices. */
export const ramenShop: SampleDocument = {
  file: '08-ramen-tokyo.jpg',
  shows: 'Ramen shop in Tokyo, Japanese text, yen without decimals, tax included',
  truth: {
    status: 'completed',
    vendor: 'RESTAURANT 東京麺亭',
    purchasedOn: '2026-11-12',
    total: { amountMinor: total, currency: 'JPY' },
    tax: { amountMinor: tax, currency: 'JPY' },
    currency: 'JPY',
    category: 'dining',
    lineItems: items,
  },
  async draw() {
    const random = createRandom(8);
    const picture = thermal(await pictureOf(slip().toSvg(), 0.6), random, 0.15);
    return await jpeg(
      grainy(
        lit(picture, (u, v) => 0.98 - 0.04 * (u - v) ** 2),
        random,
        3,
      ),
      76,
    );
  },
};

function slip(): Paper {
  const paper = new Paper({ width: 580, margin: 40, face: 'japanese', size: 30, leading: 1.35, ink: '#22222a' })
    .centre('RESTAURANT 東京麺亭', { size: 46 })
    .centre('新宿店', { size: 28 })
    .centre('東京都新宿区西新宿 2-14-7', { size: 26 })
    .centre('電話 03-5550-0123', { size: 26 })
    .gap(14)
    .centre('領 収 書', { size: 40 })
    .gap(8)
    .row('2026年11月12日(木)', '12:24')
    .row('レジ 01', 'No. 004127')
    .rule('6 5');
  for (const { description, amountMinor } of items) paper.row(description, `¥${yen(amountMinor)}`);
  return paper
    .rule('6 5')
    .row('小計', `¥${yen(total)}`)
    .row('(内消費税 10%', `¥${yen(tax)})`)
    .gap(8)
    .row('合計', `¥${yen(total)}`, { size: 46 })
    .gap(8)
    .row('現金', `¥${yen(2000)}`)
    .row('お釣り', `¥${yen(2000 - total)}`)
    .rule('6 5')
    .centre('ありがとうございました')
    .gap(20);
}
