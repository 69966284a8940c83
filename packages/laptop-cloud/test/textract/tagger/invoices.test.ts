import { describe, expect, it } from 'vitest';
import { tagPage } from '../../../src/textract/tagger/tag-page.ts';
import { aTypedPage } from '../support/typed-page.ts';

/** Fields of a page by type, several of one type joined by a bar. */
function fieldsOf(text: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { type, value } of tagPage(aTypedPage(text), 2026).summary) {
    fields[type] = fields[type] === undefined ? value.text : `${fields[type]} | ${value.text}`;
  }
  return fields;
}

const goodsOf = (text: string): (string | undefined)[] =>
  tagPage(aTypedPage(text), 2026).lineItems.map((fields) => fields.find(({ type }) => type === 'ITEM')?.value.text);

describe('tagPage, of invoices', () => {
  it('reads a French one with its number behind a degree sign and a statement of its capital', () => {
    const fields = fieldsOf(`
Orbitel                                       Facture n° 562044387 du 02 juillet 2024
SAS au capital de 3 441 812 euros
12 rue de la Paix
75008 Paris
Abonnement mensuel           24,99
Total HT                     24,99
TVA 20,00%                    5,00
Total TTC                    29,99
Somme à payer avant le 15/07/2024      29,99 EUR`);

    expect(fields).toMatchObject({
      VENDOR_NAME: 'Orbitel',
      VENDOR_ADDRESS: '12 rue de la Paix\n75008 Paris',
      INVOICE_RECEIPT_ID: '562044387',
      INVOICE_RECEIPT_DATE: '02 juillet 2024',
      SUBTOTAL: '24,99',
      TAX: '5,00',
    });
    expect(fields.TOTAL).toContain('29,99');
  });

  it('reads an Indian one that says who sold the goods', () => {
    const fields = fieldsOf(`
Tax Invoice                                            Invoice No: # BLR_WFLD2015060012
Sold By: Lotus Retail Services Pvt. Ltd.               Order ID: OD502834879342
Khasra No. 435, Road No. 4, Lal Dora Extension         Order Date: 22-06-2024
Mahipalpur, New Delhi 110037                           Invoice Date: 23-06-2024
Back cover for phone          319.00
Grand Total               Rs. 319.00`);

    expect(fields).toMatchObject({
      VENDOR_NAME: 'Lotus Retail Services Pvt. Ltd',
      INVOICE_RECEIPT_ID: 'BLR_WFLD2015060012',
      INVOICE_RECEIPT_DATE: '23-06-2024',
      TOTAL: 'Rs. 319.00',
    });
  });

  it('reads an American one with its labels above the values and two receivers', () => {
    const fields = fieldsOf(`
Blue Ridge Design LLC
410 Oak Street, Suite 5
Asheville, NC 28801
BILL TO                   SHIP TO                   INVOICE #     INVOICE DATE
Carolina Coffee Co        Carolina Coffee Co        US-0042       11/02/2024
88 Main Street            88 Main Street            P.O. #        DUE DATE
Durham, NC 27701          Durham, NC 27701          2231/24       11/30/2024
QTY    DESCRIPTION                UNIT PRICE    AMOUNT
5      Business card sets         20.00         100.00
Subtotal                                        100.00
Sales Tax 7%                                      7.00
TOTAL                                          $107.00`);

    expect(fields).toMatchObject({
      VENDOR_NAME: 'Blue Ridge Design LLC',
      VENDOR_ADDRESS: '410 Oak Street, Suite 5\nAsheville, NC 28801',
      RECEIVER_NAME: 'Carolina Coffee Co',
      INVOICE_RECEIPT_ID: 'US-0042',
      INVOICE_RECEIPT_DATE: '11/02/2024',
      DUE_DATE: '11/30/2024',
      PO_NUMBER: '2231/24',
      TOTAL: '$107.00',
    });
    expect(fields.OTHER).toBeUndefined();
  });

  it('reads a German one whose sender stands on one line', () => {
    const fields = fieldsOf(`
Elektro Schneider GmbH · Ringstraße 8 · 50667 Köln
Herrn
Peter Klein                                  Rechnungsnummer    RE-2024-0815
Am Markt 3                                   Rechnungsdatum     03.06.2024
53111 Bonn                                   Lieferdatum        31.05.2024
Steckdose montieren      149,00 €
zzgl. 19% MwSt.           28,31 €
Rechnungsbetrag          177,31 €`);

    expect(fields).toMatchObject({
      VENDOR_NAME: 'Elektro Schneider GmbH',
      VENDOR_ADDRESS: 'Ringstraße 8, 50667 Köln',
      INVOICE_RECEIPT_ID: 'RE-2024-0815',
      INVOICE_RECEIPT_DATE: '03.06.2024',
      TOTAL: '177,31 €',
    });
  });

  it.each([
    ['Italian', 'FATTURA N. 124/2024   DEL 05/08/2024', '124/2024'],
    ['Portuguese', 'Fatura FT 2024/5567', 'FT 2024/5567'],
    ['Polish, that looks like a date', 'Faktura VAT nr 15/05/2024', '15/05/2024'],
    ['French, in a series', 'FACTURE N° : F 2024 0512', 'F 2024 0512'],
    ['Spanish', 'Nº de factura: A-2023/118   Factura nº A-2023/118', 'A-2023/118'],
  ])('reads the number of a %s one', (_language, line, number) => {
    expect(fieldsOf(`Aster S.A.\n${line}\nTotal    20,00 €`).INVOICE_RECEIPT_ID).toBe(number);
  });

  it('reads a sender whose name, street and town stand far apart on one line', () => {
    const fields = fieldsOf(`
Webhaus AG   Postfach 12   90402 Nürnberg
Max Beispiel
Hauptstr. 5
12345 Berlin
Rechnung Nr.: 2024123456 vom 01.02.2024
Gesamtsumme        24,99 EUR`);

    expect(fields).toMatchObject({ VENDOR_NAME: 'Webhaus AG', VENDOR_ADDRESS: 'Postfach 12, 90402 Nürnberg' });
  });

  it('ends an address with its town, before the receiver below it', () => {
    const fields = fieldsOf(`
Groene Stroom B.V.                        Factuur
Postbus 100                               Factuurnr. 2024-00871
1000 AA Amsterdam                         Factuurdatum 3-4-2024
J. de Vries
Lindelaan 4
3512 JK Utrecht
Omschrijving            Bedrag excl.    BTW     Bedrag
Levering elektra        105,00          22,05   127,05
Totaal te betalen                               € 127,05`);

    expect(fields).toMatchObject({ VENDOR_ADDRESS: 'Postbus 100\n1000 AA Amsterdam', TOTAL: '€ 127,05' });
  });

  it.each([
    ['Portuguese', 'Rua da Fonte 22,4000-123 Porto'],
    ['Brazilian', 'Rua Augusta 100, 01310-100 Sao Paulo'],
    ['British', '4 Mill Lane, Oxford OX4 1AB'],
  ])('finds a %s address', (_country, address) => {
    expect(fieldsOf(`Aster Ltd\n${address}\nCliente: 998877\nTea      4.00\nTotal    4.00`)).toMatchObject({
      VENDOR_ADDRESS: address,
    });
  });

  it('takes no number for the name of a receiver', () => {
    expect(fieldsOf('Aster Ltd\nCliente: 998877\nTea      4.00\nTotal    4.00').RECEIVER_NAME).toBeUndefined();
  });

  it('takes for goods what a table of goods says, whatever the words may mean', () => {
    const page = `
Talleres García S.L.
C/ Mayor 15, 28013 Madrid
Concepto                Cantidad    Precio      Importe
Cambio de aceite        1           45,00       45,00
Filtro                  2           8,50        17,00
Base imponible                                  62,00
IVA 21%                                         13,02
Total factura                                   75,02 €`;

    expect(goodsOf(page)).toEqual(['Cambio de aceite', 'Filtro']);
    expect(fieldsOf(page)).toMatchObject({ VENDOR_ADDRESS: 'C/ Mayor 15, 28013 Madrid', TOTAL: '75,02 €' });
  });

  it('leaves what is carried from page to page out of the goods', () => {
    const goods = goodsOf(`
Description             Hours     Rate       Amount
Brought forward                              1,650.00
Filing                  1         150.00     150.00
Total due                                    $1,800.00`);

    expect(goods).toEqual(['Filing']);
  });
});

describe('tagPage, of receipts', () => {
  it('reads the tax between net and gross of a German tax table', () => {
    const fields = fieldsOf(`
Markt Nord GmbH
Domstr. 20
50668 Köln
BIO MILCH                     3,50 B
LEERGUT                      -1,25 A
SUMME              EUR        2,25
Geg. Mastercard    EUR        2,25
Steuer %   Netto   Steuer   Brutto
A= 19,0%  -1,05   -0,20    -1,25
B= 7,0%    3,27    0,23     3,50
Datum: 04.11.2024`);

    expect(fields).toMatchObject({ TOTAL: '2,25', TAX: '-0,20 | 0,23' });
    expect(fields.SUBTOTAL).toBeUndefined();
  });

  it('reads a tax in brackets of which only one closes at the amount', () => {
    const fields = fieldsOf(`
セブンマート 渋谷店
2024年5月3日(金) 12:34
おにぎり鮭            ¥280
小計                  ¥280
(内消費税等           ¥20)
合計                  ¥280`);

    expect(fields).toMatchObject({ TOTAL: '¥280', TAX: '¥20' });
  });

  it('takes a discount for members as a discount', () => {
    const fields = fieldsOf(`
ALBERT BAKKER
Krentenbol                6,15
Subtotaal                 6,15
Bonuskorting             -0,80
Totaal                    5,35`);

    expect(fields).toMatchObject({ DISCOUNT: '-0,80', TOTAL: '5,35' });
  });
});
