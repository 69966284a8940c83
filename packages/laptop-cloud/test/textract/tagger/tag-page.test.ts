import { describe, expect, it } from 'vitest';
import { tagPage } from '../../../src/textract/tagger/tag-page.ts';
import type { SummaryType } from '../../../src/textract/tagger/tagged-page.ts';
import { aPage } from '../support/written-page.ts';

const tag = (rows: string[]) => tagPage(aPage(rows), 2026);
const value = (rows: string[], type: SummaryType) => tag(rows).summary.find((field) => field.type === type)?.value.text;

const corner = [
  'CORNER MARKET LTD',
  '12 High Street',
  'London SW1A 1AA',
  'Tel: 020 7946 0958',
  'Receipt No: A-10293',
  'Date: 14/03/2024 | 10:22',
  '2 x Coffee 3.50 | 7.00',
  'Sandwich | 4.75',
  'Subtotal | 11.75',
  'VAT 20% | 2.35',
  'Total | £14.10',
  'Cash | 20.00',
  'Change | 5.90',
];

describe('tagPage', () => {
  it.each([
    [
      'Hebrew',
      [
        'שופרסל דיל',
        '22/11/2026 | תאריך',
        '6.70 | חלב',
        '120.00 | יין אדום',
        '126.70 | סה"כ לתשלום',
        '200.00 | מזומן',
        '73.30 | עודף',
      ],
      '126.70',
      ['חלב', 'יין אדום'],
    ],
    [
      'Arabic',
      [
        'أسواق العثيم',
        '2026-11-22 | التاريخ',
        '120.00 | أرز بسمتي',
        '80.00 | زيت',
        '200.00 | الإجمالي',
        '250.00 | نقدا',
        '50.00 | الباقي',
      ],
      '200.00',
      ['أرز بسمتي', 'زيت'],
    ],
  ])('reads a page from right to left: amounts stand left of their labels in %s', (_language, rows, total, goods) => {
    const { lineItems } = tag(rows);

    expect(value(rows, 'TOTAL')).toBe(total);
    expect(lineItems.map((fields) => fields.find(({ type }) => type === 'ITEM')?.value.text)).toEqual(goods);
  });

  it('reads an invoice of the Gulf from left to right, which has every label in English too', () => {
    const rows = [
      'Al Noor Trading LLC',
      'Date | التاريخ | 22/11/2026',
      'Rice | أرز | 120.00',
      'Total | الإجمالي | 120.00',
    ];

    expect(value(rows, 'TOTAL')).toBe('120.00');
  });

  it.each([
    ['1 450 Ft', '1 450 Ft'],
    ['1 450:50 kr', '1 450:50 kr'],
    ['1,23,900.00', '1,23,900.00'],
    ['21€50', '21€50'],
    ['KSh 1,450/=', 'KSh 1,450/='],
    ['Total 1 450', '1 450'],
    ['KWD 120,49S', 'KWD 120,49S'],
  ])('takes the total whole: %s', (amount, whole) => {
    const total = amount.startsWith('Total') ? amount : `Total | ${amount}`;

    expect(value(['CORNER MARKET LTD', 'Lamp', total], 'TOTAL')).toBe(whole);
  });

  it('takes a quantity before the total for no part of it where the goods say so', () => {
    const rows = ['CORNER MARKET LTD', 'Bread | 150 Ft', 'Milk | 300 Ft', 'Összesen 2 450 Ft'];

    expect(value(rows, 'TOTAL')).toBe('450 Ft');
    expect(value(['CORNER MARKET LTD', 'Bread | 2 450 Ft', 'Összesen 2 450 Ft'], 'TOTAL')).toBe('2 450 Ft');
  });

  it.each([
    ['消費税', '小計', 'ご請求金額'],
    ['부가세', '소계', '합계'],
    ['ÁFA 27%', 'Részösszeg', 'Fizetendő'],
    ['PPN 11%', 'Subtotal', 'Jumlah'],
  ])('takes a tax of few figures for one where nothing has decimals: %s', (tax, subtotal, total) => {
    const rows = ['CORNER MARKET LTD', 'VAT JP269061514', 'Lamp | 4,550', `${subtotal} | 4,550`, `${tax} | 455`];

    expect(value([...rows, `${total} | 5,005`], 'TAX')).toBe('455');
    expect(value(['CORNER MARKET LTD', 'Lamp | 4,550', 'Total qty | 10', 'Visa | 4711', 'Total | 5,005'], 'TAX')).toBe(
      undefined,
    );
    expect(value([...rows, '単価 | 9.50', `${total} | 5,005`], 'TAX')).toBe(undefined);
  });

  it('finds the fields of an English receipt', () => {
    const { summary } = tag(corner);

    const found = Object.fromEntries(summary.map(({ type, value: { text } }) => [type, text]));
    expect(found).toMatchObject({
      VENDOR_NAME: 'CORNER MARKET LTD',
      VENDOR_ADDRESS: '12 High Street\nLondon SW1A 1AA',
      VENDOR_PHONE: '020 7946 0958',
      INVOICE_RECEIPT_DATE: '14/03/2024',
      INVOICE_RECEIPT_ID: 'A-10293',
      SUBTOTAL: '11.75',
      TAX: '2.35',
      TOTAL: '£14.10',
    });
    expect(summary.find(({ type }) => type === 'TOTAL')?.currency?.code).toBe('GBP');
  });

  it('takes no negative total of one rate of tax for that of a refund', () => {
    const rows = [
      'CORNER MARKET LTD',
      'White bread | -12.78',
      'Jumbo loaf | 3.16',
      'Total 0% supplies: | -9.62',
      'Scotch cake | 15.52',
      'Total Payable: | 5.90',
    ];

    expect(value(rows, 'TOTAL')).toBe('5.90');
  });

  it('gives payment and change as other fields with their labels', () => {
    const others = tag(corner).summary.filter(({ type }) => type === 'OTHER');

    expect(others.map(({ label, value: { text } }) => [label?.text, text])).toEqual([
      ['Cash', '20.00'],
      ['Change', '5.90'],
    ]);
  });

  it('lists the goods with quantity, unit price and price', () => {
    const items = tag(corner).lineItems.map((fields) =>
      Object.fromEntries(fields.map(({ type, value: { text } }) => [type, text])),
    );

    expect(items).toMatchObject([
      { ITEM: 'Coffee', QUANTITY: '2', UNIT_PRICE: '3.50', PRICE: '7.00' },
      { ITEM: 'Sandwich', PRICE: '4.75' },
    ]);
  });

  it.each([
    [
      'German',
      [
        'Bäckerei Huber GmbH',
        'Lindenweg 4',
        '80331 München',
        'Brot | 3,20',
        'Kuchen | 7,30',
        'Summe EUR | 10,50',
        'Bar | 20,50',
        'Rückgeld | 10,00',
        '12.11.2023 09:14',
      ],
      '10,50',
      'EUR',
    ],
    [
      'French',
      [
        'Boulangerie Petit',
        '3 rue de la Paix',
        '75002 Paris',
        'Baguette | 1,20',
        'Croissant | 2,40',
        'Sous-total | 3,60',
        'TVA 5,5% | 0,19',
        'Total TTC | 3,60 €',
        'Espèces | 5,00',
        'Rendu | 1,40',
      ],
      '3,60 €',
      'EUR',
    ],
    [
      'Spanish',
      [
        'Supermercado Sol S.L.',
        'Calle Mayor 5',
        'Leche | 1,05',
        'Pan | 0,95',
        'Total a pagar | 2,00 €',
        'Efectivo | 5,00',
        'Cambio | 3,00',
      ],
      '2,00 €',
      'EUR',
    ],
    [
      'Japanese',
      [
        '株式会社さくら',
        '東京都港区芝1-2-3',
        'お茶 | ¥150',
        '弁当 | ¥1,080',
        '小計 | ¥1,230',
        '合計 | ¥1,328',
        'お預り | ¥2,000',
        'お釣り | ¥672',
      ],
      '¥1,328',
      'JPY',
    ],
    [
      'Malay',
      [
        'KEDAI MAKAN SDN BHD',
        'NO 5, JALAN BESAR',
        'Nasi lemak | 6.00',
        'Teh tarik | 2.22',
        'Jumlah RM | 8.22',
        'Pelarasan Pembundaran | -0.02',
        'Jumlah perlu dibayar | RM 8.20',
        'Tunai | 10.00',
        'Baki | 1.80',
      ],
      'RM 8.20',
      'MYR',
    ],
    [
      'Dutch',
      [
        'Coolshop B.V.',
        'Weena 664',
        '3012 CN Rotterdam',
        'Kabel | € 14,99',
        'Subtotaal | € 14,99',
        'BTW 21% | € 2,60',
        'Totaal | € 14,99',
      ],
      '€ 14,99',
      'EUR',
    ],
    [
      'American',
      [
        'DINER INC',
        '1 Main St',
        'Austin TX 78701',
        'Burger | $12.00',
        'Subtotal | $12.00',
        'Sales tax | $0.99',
        'Tip | $2.40',
        'TOTAL DUE | $15.39',
      ],
      '$15.39',
      'USD',
    ],
  ])('chooses the total of a %s receipt', (_language, rows, total, currency) => {
    const field = tag(rows).summary.find(({ type }) => type === 'TOTAL');

    expect(field?.value.text).toBe(total);
    expect(field?.currency?.code).toBe(currency);
  });

  it('takes the total whose label the reader damaged, because the sums close', () => {
    expect(value(['Tea | 4.00', 'Cake | 6.50', 'T0taI | 10.50', 'Cesh | 20.00', 'Chenge | 9.50'], 'TOTAL')).toBe(
      '10.50',
    );
  });

  it('prefers the rounded total to the one before rounding', () => {
    expect(
      value(
        ['Tea | 4.03', 'Total | 4.03', 'Rounding | 0.02', 'Total rounded | 4.05', 'Cash | 5.00', 'Change | 0.95'],
        'TOTAL',
      ),
    ).toBe('4.05');
  });

  it('sums sections up', () => {
    expect(
      value(
        [
          'Bread | 10.00',
          'Total 0% supplies | 10.00',
          'Cake | 20.00',
          'Total 6% supplies | 20.00',
          'Total payable | 30.00',
        ],
        'TOTAL',
      ),
    ).toBe('30.00');
  });

  it('reads a refund with its minus', () => {
    const rows = [
      'REFUND',
      'Work light | -34.19',
      'Subtotal | -34.19',
      'Sales tax 6% | -2.05',
      'Refund total | USD -36.24',
    ];

    expect(value(rows, 'TOTAL')).toBe('USD -36.24');
  });

  it('reads two pairs of label and amount that stand side by side', () => {
    const rows = ['Cable | € 14,99', 'Excl. VAT € 12,39 | Subtotal | € 14,99', 'VAT 21% € 2,60 | Total | € 14,99'];

    const found = tag(rows).summary.map(({ type, value: { text } }) => `${type} ${text}`);

    expect(found).toEqual(expect.arrayContaining(['TOTAL € 14,99', 'TAX € 2,60', 'SUBTOTAL € 12,39']));
  });

  it('takes the address from the sender line, not from the person addressed below it', () => {
    const rows = [
      'Hotel Lindenhof',
      'Inhaberin K. Brandl · Lindenstraße 27 · 80469 München',
      'Frau Alice Moreno',
      '4417 Third Street',
      'Arlington, VA 22203, USA',
      'Rechnungsdatum: 15.11.2026',
      'Übernachtung | 389,00',
      'Gesamtbetrag | 389,00 EUR',
    ];

    expect(value(rows, 'VENDOR_NAME')).toBe('Hotel Lindenhof');
    expect(value(rows, 'VENDOR_ADDRESS')).toBe('Lindenstraße 27, 80469 München');
  });

  it('keeps goods apart whose names resemble labels', () => {
    const items = tag(['Orange juice | 4.95', 'Cashew nuts | 3.20', 'Total | 8.15']).lineItems;

    expect(items.map(([name]) => name?.value.text)).toEqual(['Orange juice', 'Cashew nuts']);
  });

  it('claims no total where a page lists prices only', () => {
    expect(value(['Position 1 | 5,39', 'Position 2 | 3,89', 'Position 3 | 7,10'], 'TOTAL')).toBeUndefined();
  });

  it('tells sender and receiver of an invoice apart', () => {
    const rows = [
      'Azure Interior Ltd | Invoice',
      '4557 De Silva Street | Bill to:',
      'Fremont CA 94538 | Deco Addict Inc',
      ' | 77 Santa Barbara Road',
      ' | Pleasant Hill CA 94523',
      'Invoice number: INV/2023/0008',
      'Invoice date: 03/20/2023',
      'Due date: 04/04/2023',
      'Chair | $ 70.00',
      'Total | $ 70.00',
    ];

    expect(value(rows, 'VENDOR_NAME')).toBe('Azure Interior Ltd');
    expect(value(rows, 'VENDOR_ADDRESS')).toBe('4557 De Silva Street\nFremont CA 94538');
    expect(value(rows, 'RECEIVER_NAME')).toBe('Deco Addict Inc');
    expect(value(rows, 'RECEIVER_ADDRESS')).toBe('77 Santa Barbara Road\nPleasant Hill CA 94523');
    expect(value(rows, 'INVOICE_RECEIPT_ID')).toBe('INV/2023/0008');
    expect(value(rows, 'INVOICE_RECEIPT_DATE')).toBe('03/20/2023');
    expect(value(rows, 'DUE_DATE')).toBe('04/04/2023');
  });

  it('holds a date whose separators are lost for hardly legible', () => {
    const dateOf = (text: string) =>
      tagPage(aPage(['Corner shop', text, 'Total | 3.00']), 2026).summary.find(
        ({ type }) => type === 'INVOICE_RECEIPT_DATE',
      )?.value;

    expect(dateOf('Date 27 032018')).toMatchObject({ text: '27/03/2018', confidence: 0.6 });
    expect(dateOf('Date 27/03/2018')).toMatchObject({ text: '27/03/2018', confidence: 0.98 });
  });

  it('finds nothing on an empty page', () => {
    expect(tagPage(aPage([]), 2026)).toEqual({ summary: [], lineItems: [] });
  });
});
