import { describe, expect, it } from 'vitest';
import { tagPage } from '../../../src/textract/tagger/tag-page.ts';
import { aLine } from '../support/written-page.ts';

const COLUMN = 200;

/** The goods of a page with wide columns, each as its types and texts; numbers are set to the right of their column. */
function itemsOf(...rows: string[]): Record<string, string>[] {
  const lines = rows.flatMap((row, index) =>
    row.split('|').flatMap((cell, place) => {
      const text = cell.trim();
      const left = 20 + place * COLUMN;
      const isNumber = /^[\d.,]+$/.test(text);
      return text === '' ? [] : [aLine(text, isNumber ? left + 150 - text.length * 10 : left, 20 + index * 30)];
    }),
  );
  const page = { width: 1400, height: 40 + rows.length * 30, quarterTurns: 0, lines } as const;
  return tagPage(page, 2026).lineItems.map((fields) =>
    Object.fromEntries(
      fields.filter(({ type }) => type !== 'EXPENSE_ROW').map(({ type, value }) => [type, value.text]),
    ),
  );
}

describe('tagLineItems', () => {
  it('reads each column by its head', () => {
    const items = itemsOf(
      'Aster Supplies Ltd',
      'Code | Description | Qty | Unit price | VAT % | Amount',
      'K-12 | Steel shelf | 3 | 41.50 | 20.00 | 124.50',
      'B7 | Bracket | 10 | 1.25 | 20.00 | 12.50',
      'Total |  |  |  |  | 137.00',
    );

    expect(items).toEqual([
      { PRODUCT_CODE: 'K-12', ITEM: 'Steel shelf', QUANTITY: '3', UNIT_PRICE: '41.50', PRICE: '124.50' },
      { PRODUCT_CODE: 'B7', ITEM: 'Bracket', QUANTITY: '10', UNIT_PRICE: '1.25', PRICE: '12.50' },
    ]);
  });

  it.each([
    ['German', 'Art.-Nr. | Bezeichnung | Menge | Einzelpreis | Gesamtpreis', 'Summe'],
    ['French', 'Référence | Désignation | Qté | Prix unitaire | Montant', 'Total'],
    ['Spanish', 'Código | Descripción | Cantidad | Precio | Importe', 'Total'],
    ['Italian', 'Codice | Descrizione | Q.tà | Prezzo unitario | Importo', 'Totale'],
    ['Dutch', 'Artikelnummer | Omschrijving | Aantal | Prijs per stuk | Bedrag', 'Totaal'],
    ['Swedish', 'Artikelnr | Benämning | Antal | À-pris | Belopp', 'Summa'],
    ['Japanese', '品番 | 品名 | 数量 | 単価 | 金額', '合計'],
  ])('knows heads in %s', (_language, head, total) => {
    const items = itemsOf('Aster GmbH', head, 'R2-D | Lampe Oslo | 2 | 14,50 | 29,00', `${total} |  |  |  | 29,00`);

    expect(items).toEqual([
      { PRODUCT_CODE: 'R2-D', ITEM: 'Lampe Oslo', QUANTITY: '2', UNIT_PRICE: '14,50', PRICE: '29,00' },
    ]);
  });

  it('gives a description all of its lines', () => {
    const items = itemsOf(
      'Description | Hours | Rate | Amount',
      'Repair of the roof | 4 | 60.00 | 240.00',
      'including scaffolding and',
      'removal of the old tiles',
      'Gutter | 1 | 80.00 | 80.00',
      'Total |  |  | 320.00',
    );

    expect(items.map(({ ITEM }) => ITEM)).toEqual([
      'Repair of the roof\nincluding scaffolding and\nremoval of the old tiles',
      'Gutter',
    ]);
  });

  it('leaves the line above a price without a name to that price', () => {
    const items = itemsOf(
      'Item | Qty | Price | Total',
      'Coffee | 1 | 3.00 | 3.00',
      'Sandwich with cheese',
      ' | 2 | 4.00 | 8.00',
      'Total |  |  | 11.00',
    );

    expect(items.map(({ ITEM, QUANTITY }) => [ITEM, QUANTITY])).toEqual([
      ['Coffee', '1'],
      ['Sandwich with cheese', '2'],
    ]);
  });

  it('takes no sentence for heads', () => {
    const items = itemsOf(
      'Price changes and items of this description are not total',
      'Tea 250 | 4.50',
      'Total | 4.50',
    );

    expect(items).toMatchObject([{ PRICE: '4.50' }]);
  });

  it.each([
    ['1 200,-', '250,-', '1 450,-'],
    ["1'290.-", '55.-', "1'345.-"],
    ['1.200,--', '250,--', '1.450,--'],
    ['£1,450-00', '£12-34', '£1,462-34'],
  ])('takes %s for a price', (first, second, sum) => {
    const items = itemsOf(`Oak settle |  | ${first}`, `Bottle opener |  | ${second}`, `Total |  | ${sum}`);
    expect(items.map(({ ITEM }) => ITEM)).toEqual(['Oak settle', 'Bottle opener']);
  });

  it.each(['书', '책', 'תה', 'Tea', 'TV', 'Su', 'Öl'])('takes %s for a name', (name) => {
    expect(itemsOf(`${name} |  | 88.00`, '合计 |  | 88.00')).toMatchObject([{ ITEM: name }]);
  });
});
