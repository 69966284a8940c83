import { german } from '../amount-text.ts';
import { Paper } from '../paper.ts';
import { pictureOf, png } from '../picture.ts';
import { type SampleDocument, sumOf } from '../sample.ts';

const items = [
  { description: 'Übernachtung Doppelzimmer', quantity: 3, amountMinor: 116700, rate: 7 },
  { description: 'Frühstücksbuffet', quantity: 3, amountMinor: 6750, rate: 19 },
  { description: 'Tiefgarage', quantity: 3, amountMinor: 4350, rate: 19 },
  { description: 'Minibar', quantity: 1, amountMinor: 640, rate: 19 },
];
const total = sumOf(items);
const grossAt = (rate: number) => sumOf(items.filter((item) => item.rate === rate));
const taxAt = (rate: number) => Math.round((grossAt(rate) * rate) / (100 + rate));

/** German notation: comma for decimals, point for thousands, day first, two rates of included tax. */
export const hotel: SampleDocument = {
  file: '09-hotel-munich.png',
  shows: 'Hotel bill in German, 1.234,56 notation, day first, MwSt at two rates',
  truth: {
    status: 'completed',
    vendor: 'Hotel Lindenhof',
    purchasedOn: '2026-11-15',
    total: { amountMinor: total, currency: 'EUR' },
    tax: { amountMinor: taxAt(7) + taxAt(19), currency: 'EUR' },
    currency: 'EUR',
    category: 'travel',
    lineItems: items.map(({ rate, ...item }) => item),
  },
  draw: async () => png(await pictureOf(page().toSvg(), 0.4)),
};

function page(): Paper {
  const paper = new Paper({ width: 900, margin: 70, face: 'narrow', size: 27, leading: 1.3 })
    .left('Hotel Lindenhof', { face: 'serifBold', size: 44 })
    .left('Inhaberin K. Brandl · Lindenstraße 27 · 80469 München')
    .left('Telefon 089 5550126 · USt-IdNr. DE999555012')
    .gap(40)
    .left('Frau Alice Moreno')
    .left('4417 Third Street')
    .left('Arlington, VA 22203, USA')
    .gap(36)
    .row('Rechnung Nr. 2026-3381', 'Rechnungsdatum: 15.11.2026', { face: 'narrowBold', size: 30 })
    .row('Zimmer 212', 'Aufenthalt 12.11. - 15.11.2026')
    .gap(16)
    .cells(
      [
        ['Leistung', 0],
        ['Anzahl', 0.58, 'right'],
        ['Einzelpreis', 0.76, 'right'],
        ['MwSt', 0.86, 'right'],
        ['EUR', 1, 'right'],
      ],
      { face: 'narrowBold' },
    )
    .rule();
  for (const { description, quantity, amountMinor, rate } of items) {
    paper.cells([
      [description, 0],
      [String(quantity), 0.58, 'right'],
      [german(amountMinor / quantity), 0.76, 'right'],
      [`${rate} %`, 0.86, 'right'],
      [german(amountMinor), 1, 'right'],
    ]);
  }
  return paper
    .rule()
    .row('Gesamtbetrag', `${german(total)} EUR`, { face: 'narrowBold', size: 36 })
    .gap(18)
    .left(`enthaltene MwSt  7 % aus ${german(grossAt(7))} EUR:  ${german(taxAt(7))} EUR`)
    .left(`enthaltene MwSt 19 % aus ${german(grossAt(19))} EUR:  ${german(taxAt(19))} EUR`)
    .gap(24)
    .left('Betrag dankend per Kreditkarte erhalten.')
    .gap(60)
    .centre('Wir freuen uns auf Ihren nächsten Besuch!', { face: 'serif', size: 24 });
}
