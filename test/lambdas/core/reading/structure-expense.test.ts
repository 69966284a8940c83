import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { aDocument, type FieldOf, type ItemOf } from './analysis.ts';

const someone = { locale: 'en-MY', currency: 'MYR', today: '2024-06-15' };
const date: FieldOf = { type: 'INVOICE_RECEIPT_DATE', text: '14/06/2024' };

const read = (
  fields: readonly FieldOf[],
  over: Partial<typeof someone> & { items?: ItemOf[]; lines?: string[] } = {},
) => {
  const { items = [], lines = [], ...person } = over;
  return structureExpense([aDocument({ fields: [date, ...fields], items, lines })], { ...someone, ...person });
};
const codes = (expense: { reasons: readonly { code: string }[] }) => expense.reasons.map(({ code }) => code);

describe('total', () => {
  it('is completed when it is printed clearly', () => {
    const expense = read([{ type: 'TOTAL', label: 'TOTAL', text: 'RM 12.00' }]);

    expect(expense.status).toBe('completed');
    expect(expense.total).toEqual({ amountMinor: 1200, currency: 'MYR' });
    expect(expense.purchasedOn).toBe('2024-06-14');
  });

  it('is the one that subtotal, tax, service and rounding lead to', () => {
    const expense = read([
      { type: 'SUBTOTAL', label: 'Sub Total', text: '20.00' },
      { type: 'SERVICE_CHARGE', label: 'Svc 10%', text: '2.00' },
      { type: 'TAX', label: 'SST 6%', text: '1.32' },
      { type: 'TOTAL', label: 'Total', text: '23.32', confidence: 70 },
      { type: 'OTHER', label: 'Rounding', text: '-0.02' },
      { type: 'OTHER', label: 'Net Total', text: '23.30', confidence: 70 },
      { type: 'OTHER', label: 'Cash', text: '50.00' },
      { type: 'OTHER', label: 'Change', text: '26.70' },
    ]);

    expect(expense.status).toBe('completed');
    expect(expense.total?.amountMinor).toBe(2330);
    expect(expense).toMatchObject({
      subtotal: { amountMinor: 2000 },
      tax: { amountMinor: 132 },
      serviceCharge: { amountMinor: 200 },
    });
  });

  it('is the bill with the tip on it', () => {
    const expense = read(
      [
        { type: 'SUBTOTAL', label: 'Subtotal', text: '$40.00' },
        { type: 'TAX', label: 'Sales Tax', text: '$3.50' },
        { type: 'GRATUITY', label: 'Tip', text: '$8.00' },
        { type: 'TOTAL', label: 'Total', text: '$51.50' },
      ],
      { locale: 'en-US', currency: 'USD' },
    );

    expect(expense.status).toBe('completed');
    expect(expense.total?.amountMinor).toBe(5150);
    expect(expense.tip?.amountMinor).toBe(800);
  });

  it('takes a discount away, printed with or without a minus', () => {
    for (const discount of ['5.00', '-5.00']) {
      const expense = read([
        { type: 'SUBTOTAL', text: '30.00' },
        { type: 'DISCOUNT', label: 'Discount', text: discount },
        { type: 'TOTAL', label: 'Total', text: '25.00', confidence: 60 },
      ]);

      expect(expense.status).toBe('completed');
      expect(expense.total?.amountMinor).toBe(2500);
      expect(expense.discount?.amountMinor).toBe(500);
    }
  });

  it('is what was paid and what is still due together', () => {
    const expense = read([
      { type: 'TOTAL', label: 'Invoice Total', text: '500.00' },
      { type: 'AMOUNT_PAID', label: 'Payments received', text: '450.00' },
      { type: 'AMOUNT_DUE', label: 'Balance due', text: '50.00' },
    ]);

    expect(expense.status).toBe('completed');
    expect(expense.total?.amountMinor).toBe(50_000);
  });

  it('is what is left when something was taken off behind the total', () => {
    const expense = read([
      { type: 'TOTAL', label: 'Total charges', text: '19,222.54' },
      { type: 'OTHER', label: 'Insurance adjustments', text: '-19,172.54' },
      { type: 'AMOUNT_DUE', label: 'Amount due', text: '50.00' },
    ]);

    expect(expense.status).toBe('completed');
    expect(expense.total?.amountMinor).toBe(5000);
  });

  it('is the one rounded to five cents that was paid in cash', () => {
    const expense = read([
      { type: 'SUBTOTAL', label: 'Subtotal', text: '23.32' },
      { type: 'TOTAL', label: 'Total', text: '23.30', confidence: 60 },
    ]);

    expect(expense.status).toBe('completed');
    expect(expense.total?.amountMinor).toBe(2330);
  });

  it('is the sum of a subtotal for each tax rate', () => {
    const expense = read([
      { type: 'SUBTOTAL', label: 'Total 0% supplies', text: '18.08' },
      { type: 'SUBTOTAL', label: 'Total 6% supplies (excl. GST)', text: '12.24' },
      { type: 'TAX', label: 'GST', text: '0.73' },
      { type: 'TOTAL', label: 'Total payable', text: '31.05' },
    ]);

    expect(expense.status).toBe('completed');
    expect(expense.subtotal?.amountMinor).toBe(3032);
  });

  it('needs review when two totals disagree and nothing decides, and says which', () => {
    const expense = read([
      { type: 'TOTAL', label: 'Total', text: '12.00' },
      { type: 'TOTAL', label: 'Total', text: '15.00' },
    ]);

    expect(expense.status).toBe('needs_review');
    expect(codes(expense)).toEqual(['TotalsDisagreeError']);
    expect(expense.reasons[0]?.message).toMatch(/two totals were found: 1[25]\.00 MYR and 1[25]\.00 MYR/);
    expect(expense.candidates.total.map(({ value }) => value)).toEqual(['12.00', '15.00']);
  });

  it('needs review when it was read badly and no sum confirms it', () => {
    const expense = read([{ type: 'TOTAL', label: 'Total', text: '12.00', confidence: 60 }]);

    expect(codes(expense)).toEqual(['TotalUnreadableError']);
    expect(expense.reasons[0]?.message).toContain('12.00 MYR with 60 % confidence');
  });

  it('is completed when it was read badly but the items add up to it', () => {
    const expense = read([{ type: 'TOTAL', label: 'Total', text: '12.00', confidence: 60 }], {
      items: [
        ['Milk', '5.00'],
        ['Bread', '7.00 S'],
      ],
    });

    expect(expense.status).toBe('completed');
  });

  it('needs review when the printed sum gives another', () => {
    const expense = read([
      { type: 'SUBTOTAL', label: 'Subtotal', text: '10.00' },
      { type: 'TAX', label: 'Tax', text: '0.60' },
      { type: 'TOTAL', label: 'Total', text: '70.60' },
    ]);

    expect(codes(expense)).toEqual(['TotalsDisagreeError']);
    expect(expense.reasons[0]?.message).toContain('subtotal 10.00 MYR and tax 0.60 MYR give another');
  });

  it('needs review when cash and change give another', () => {
    const expense = read([
      { type: 'TOTAL', label: 'Total', text: '12.00' },
      { type: 'OTHER', label: 'Cash', text: '20.00' },
      { type: 'OTHER', label: 'Change', text: '3.00' },
    ]);

    expect(codes(expense)).toEqual(['TotalsDisagreeError']);
  });

  it('needs review when there are other amounts and none of them confirms it', () => {
    const fields = [
      { type: 'TOTAL', label: 'Total', text: '12.00' },
      { type: 'TAX', label: 'incl. VAT', text: '0.72' },
    ];

    expect(read(fields, { lines: ['Total 12.00', 'incl. VAT 0.72'] }).status).toBe('completed');
    expect(read(fields, { lines: ['Milk 5.00', 'Bread 8.00', 'Total 12.00'] }).status).toBe('needs_review');
    expect(read(fields, { lines: ['Milk 5.00', 'Bread 8.00', 'Total 12.00', 'VISA 12.00'] }).status).toBe('completed');
  });

  it('needs review when there are only items', () => {
    const expense = read([], {
      items: [
        ['Milk', '5.00'],
        ['Bread', '7.00'],
      ],
    });

    expect(codes(expense)).toEqual(['TotalUnreadableError']);
    expect(expense.lineItems).toHaveLength(2);
  });

  it('needs review when there is only an amount given', () => {
    expect(codes(read([{ type: 'AMOUNT_PAID', label: 'Cash', text: '20.00' }]))).toEqual(['TotalUnreadableError']);
  });

  it('needs review when it is zero', () => {
    expect(codes(read([{ type: 'TOTAL', label: 'Total', text: '0.00' }]))).toEqual(['TotalUnreadableError']);
  });

  it('needs review when its text is no amount of the currency', () => {
    expect(codes(read([{ type: 'TOTAL', label: 'Total', text: '1.2345' }]))).toEqual(['TotalUnreadableError']);
  });

  it('is not the sum of the taxes, though it was tagged so', () => {
    const expense = read([
      { type: 'TOTAL', label: 'TOTAL GST', text: '0.72' },
      { type: 'TOTAL', label: 'TOTAL', text: '12.72' },
    ]);

    expect(expense.status).toBe('completed');
    expect(expense.total?.amountMinor).toBe(1272);
    expect(expense.tax?.amountMinor).toBe(72);
  });

  it('stands on the second page of an invoice that is two documents', () => {
    const first = aDocument({ fields: [date], items: [['Hours', '100.00']] });
    const second = aDocument({
      fields: [{ type: 'TOTAL', label: 'Total', text: '150.00', page: 2, confidence: 60 }],
      items: [['Travel', '50.00']],
    });

    const expense = structureExpense([first, second], someone);

    expect(expense.status).toBe('completed');
    expect(expense.total?.amountMinor).toBe(15_000);
    expect(expense.lineItems.map(({ description }) => description)).toEqual(['Hours', 'Travel']);
  });

  it('ignores the same total in another currency', () => {
    const expense = read([
      { type: 'TOTAL', label: 'Total', text: '€ 10.00' },
      { type: 'TOTAL', label: 'Summe', text: '10.00 EUR' },
      { type: 'OTHER', label: 'Total in USD', text: 'US$ 11.00' },
    ]);

    expect(expense.status).toBe('completed');
    expect(expense.total).toEqual({ amountMinor: 1000, currency: 'EUR' });
  });

  it('is found among tax, service, rounding, cash and change of any receipt, however badly it was read', () => {
    const amount = fc.integer({ min: 1, max: 90_000 });
    const print = (minor: number) => (minor / 100).toFixed(2);

    fc.assert(
      fc.property(amount, amount, amount, fc.nat({ max: 5000 }), (subtotal, tax, service, change) => {
        const total = subtotal + tax + service;
        const expense = read([
          { type: 'SUBTOTAL', label: 'Subtotal', text: print(subtotal) },
          { type: 'TAX', label: 'Tax', text: print(tax) },
          { type: 'SERVICE_CHARGE', label: 'Service', text: print(service) },
          { type: 'TOTAL', label: 'Total', text: print(total), confidence: 40 },
          { type: 'OTHER', label: 'Cash', text: print(total + change) },
          { type: 'OTHER', label: 'Change', text: print(change) },
        ]);

        expect(expense.status).toBe('completed');
        expect(expense.total?.amountMinor).toBe(total);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a misread digit of the total', () => {
  it('is never counted silently when tax, cash and change are printed', () => {
    const print = (minor: number) => (minor / 100).toFixed(2);
    const amount = fc.integer({ min: 100, max: 90_000 });

    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        fc.nat({ max: 20 }),
        fc.integer({ min: 1, max: 9 }),
        (net, tax, change, at, by) => {
          const total = net + tax;
          const text = print(total);
          const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
          const index = digits[at % digits.length] ?? 0;
          const misread = text.slice(0, index) + ((Number(text[index]) + by) % 10) + text.slice(index + 1);

          const expense = read([
            { type: 'SUBTOTAL', label: 'Subtotal', text: print(net) },
            { type: 'TAX', label: 'Tax', text: print(tax) },
            { type: 'TOTAL', label: 'Total', text: misread },
            { type: 'OTHER', label: 'Cash', text: print(total + change) },
            { type: 'OTHER', label: 'Change', text: print(change) },
          ]);

          expect(expense.status === 'completed' && expense.total?.amountMinor !== total).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('refund', () => {
  it('has a negative total when the receipt says so in its title', () => {
    const expense = read([{ type: 'TOTAL', label: 'Total', text: '12.00' }], {
      lines: ['SHOP', 'REFUND', 'Total 12.00'],
    });

    expect(expense.refund).toBe(true);
    expect(expense.status).toBe('completed');
    expect(expense.total?.amountMinor).toBe(-1200);
  });

  it.each([
    'GUTSCHRIFT Nr. 4711',
    'CREDIT NOTE #12',
    'Facture d’avoir',
    'NOTA DE CRÉDITO',
    '返品',
    'Tax Credit Note: CN-0001',
  ])('is seen in the title "%s"', (title) => {
    expect(read([{ type: 'TOTAL', label: 'Total', text: '12.00' }], { lines: [title] }).refund).toBe(true);
  });

  it.each([
    'NO REFUND',
    'Refund within 14 days with receipt',
    'Goods sold are not refundable',
    'Refund policy',
  ])('is not seen in the policy "%s"', (line) => {
    expect(read([{ type: 'TOTAL', label: 'Total', text: '12.00' }], { lines: [line] }).refund).toBe(false);
  });

  it('adds up although a minus was lost, and gives every amount back', () => {
    const expense = read(
      [
        { type: 'SUBTOTAL', label: 'Subtotal', text: '-34.19' },
        { type: 'TAX', label: 'Sales tax', text: '-2.05' },
        { type: 'TOTAL', label: 'REFUND TOTAL', text: '36.24' },
      ],
      { items: [['Lamp', '-34.19']] },
    );

    expect(expense.status).toBe('completed');
    expect(expense).toMatchObject({
      total: { amountMinor: -3624 },
      subtotal: { amountMinor: -3419 },
      tax: { amountMinor: -205 },
    });
  });

  it('is not an exchange for something dearer', () => {
    const expense = read([{ type: 'TOTAL', label: 'Total', text: '8.00' }], {
      items: [
        ['Returned lamp', '-12.00'],
        ['Lamp', '20.00'],
      ],
      lines: ['REFUND'],
    });

    expect(expense.refund).toBe(false);
    expect(expense.total?.amountMinor).toBe(800);
  });

  it('is a total below zero', () => {
    const expense = read([{ type: 'TOTAL', label: 'Total', text: '-12.00' }]);

    expect(expense.refund).toBe(true);
    expect(expense.total?.amountMinor).toBe(-1200);
  });
});

describe('currency', () => {
  const of = (text: string, over: Parameters<typeof read>[1] = {}) =>
    read([{ type: 'TOTAL', label: 'Total', text }], over).currency;

  it.each([
    ['RM 12.00', 'MYR'],
    ['12,00 €', 'EUR'],
    ['£12.00', 'GBP'],
    ['12.00 CHF', 'CHF'],
    ['1.234,00 zł', 'PLN'],
    ['₩12,000', 'KRW'],
  ])('is what stands beside the total: %s', (text, code) => {
    expect(of(text, { locale: 'en-US', currency: 'USD' })).toMatchObject({ code, by: 'printed' });
  });

  it('is what stands in the label', () => {
    const expense = read([{ type: 'TOTAL', label: 'Summe in EUR', text: '12,00' }]);

    expect(expense.currency).toMatchObject({ code: 'EUR', by: 'printed' });
  });

  it('is that of the country where the document names one', () => {
    expect(of('12.00', { currency: 'USD', locale: 'en-US', lines: ['ABC TRADING SDN BHD'] })).toMatchObject({
      code: 'MYR',
      by: 'country',
    });
    expect(of('12,00', { lines: ['Muster GmbH', 'Tel. +49 30 1234567'] })).toMatchObject({ code: 'EUR' });
    expect(of('¥1,980', { lines: ['領収書', 'ありがとうございました'] })).toMatchObject({ code: 'JPY' });
    expect(of('¥19.80', { lines: ['增值税电子普通发票'] })).toMatchObject({ code: 'CNY' });
    expect(of('120,00 kr', { lines: ['Org.nr 556000-0000', 'www.butik.se'] })).toMatchObject({ code: 'SEK' });
  });

  it("is the person's dollar for a bare dollar sign, unless the document names a country", () => {
    expect(of('$12.00', { currency: 'CAD' })).toMatchObject({ code: 'CAD', by: 'person' });
    expect(of('$12.00', { currency: 'CAD', lines: ['San Francisco, CA 94105'] })).toMatchObject({ code: 'USD' });
    expect(of('$12.00', { currency: 'EUR', lines: ['12 Orchard Road, Singapore 238841'] })).toMatchObject({
      code: 'SGD',
    });
    expect(of('$12.00', { currency: 'EUR', lines: ['ABC SDN BHD'] })).toMatchObject({ code: 'MYR' });
  });

  it("is the person's own where nothing is printed", () => {
    expect(of('12.00', { currency: 'EUR' })).toMatchObject({ code: 'EUR', by: 'person' });
  });

  it("is that of the person's locale where there is no plan", () => {
    const expense = structureExpense(
      [aDocument({ fields: [date, { type: 'TOTAL', label: 'Total', text: '12.00' }] })],
      { locale: 'de-CH', today: '2024-06-15' },
    );

    expect(expense.currency).toMatchObject({ code: 'CHF', by: 'locale' });
  });

  it('is unknown for a bare dollar sign in the hands of someone without dollars', () => {
    const expense = read([{ type: 'TOTAL', label: 'Total', text: '$12.00' }], { currency: 'EUR', locale: 'de-DE' });

    expect(codes(expense)).toEqual(['CurrencyUnknownError']);
    expect(expense.total).toBeUndefined();
    expect(expense.candidates.total[0]?.text).toBe('$12.00');
  });

  it('decides how amounts are read', () => {
    const total = (text: string, currency: string) =>
      read([{ type: 'TOTAL', label: 'Total', text }], { currency, locale: 'en-US' }).total?.amountMinor;

    expect(total('1,980', 'JPY')).toBe(1980);
    expect(total('1,980', 'EUR')).toBe(198_000);
    expect(total('1.980', 'KWD')).toBe(1980);
    expect(total('1.980,-', 'EUR')).toBe(198_000);
  });
});

describe('date', () => {
  const total: FieldOf = { type: 'TOTAL', label: 'Total', text: '12.00 EUR' };
  const on = (text: string, over: { locale?: string; lines?: string[]; more?: FieldOf[]; today?: string } = {}) =>
    structureExpense(
      [
        aDocument({
          fields: [{ type: 'INVOICE_RECEIPT_DATE', text }, total, ...(over.more ?? [])],
          lines: over.lines ?? [],
        }),
      ],
      { locale: over.locale ?? 'en-GB', today: over.today ?? '2024-06-15' },
    );

  it('is day first or month first by the locale when nothing else says so', () => {
    expect(on('05/03/2024', { locale: 'en-GB' }).purchasedOn).toBe('2024-03-05');
    expect(on('05/03/2024', { locale: 'en-US' }).purchasedOn).toBe('2024-05-03');
  });

  it('is read as the document writes another date', () => {
    const more = [{ type: 'DUE_DATE', label: 'Due', text: '05/31/2024' }];

    expect(on('05/03/2024', { locale: 'en-GB', more }).purchasedOn).toBe('2024-05-03');
  });

  it('is read as the country of the document writes it', () => {
    expect(on('05/03/2024', { locale: 'en-US', lines: ['ABC SDN BHD'] }).purchasedOn).toBe('2024-03-05');
    expect(on('05/03/2024', { locale: 'en-GB', lines: ['Austin, TX 78701'] }).purchasedOn).toBe('2024-05-03');
    expect(on('24/03/05', { locale: 'en-GB', lines: ['領収書 ありがとう'] }).purchasedOn).toBe('2024-03-05');
  });

  it('is read in the other order when the one of the locale leads into the future', () => {
    expect(on('12/06/2024', { locale: 'en-US' }).purchasedOn).toBe('2024-06-12');
  });

  it('is not the date that it is due, nor the one of a delivery', () => {
    const expense = structureExpense(
      [
        aDocument({
          fields: [
            { type: 'DUE_DATE', label: 'Due date', text: '30.06.2024' },
            { type: 'OTHER', label: 'Lieferdatum', text: '01.06.2024' },
            { type: 'OTHER', label: 'Rechnungsdatum', text: '05.06.2024' },
            total,
          ],
        }),
      ],
      { locale: 'de-DE', today: '2024-06-15' },
    );

    expect(expense.purchasedOn).toBe('2024-06-05');
  });

  it('is found in a line that the analysis did not tag', () => {
    const expense = structureExpense([aDocument({ fields: [total], lines: ['14/06/2024 12:31'] })], {
      locale: 'en-GB',
      today: '2024-06-15',
    });

    expect(expense.status).toBe('completed');
    expect(expense.purchasedOn).toBe('2024-06-14');
  });

  it('may be tomorrow for a person who is behind in time', () => {
    expect(on('16/06/2024').status).toBe('completed');
  });

  it.each([
    ['17/06/2024', 'lies in the future'],
    ['14/06/2014', 'is more than 10 years back'],
  ])('needs review when it is %s', (text, problem) => {
    const expense = on(text);

    expect(codes(expense)).toEqual(['DateImplausibleError']);
    expect(expense.reasons[0]?.message).toContain(problem);
  });

  it('needs review when there is none', () => {
    const expense = structureExpense([aDocument({ fields: [total] })], { locale: 'en-GB', today: '2024-06-15' });

    expect(codes(expense)).toEqual(['DateUnreadableError']);
  });
});

describe('vendor', () => {
  const vendorOf = (text: string) =>
    read([
      { type: 'VENDOR_NAME', text },
      { type: 'TOTAL', text: '12.00' },
    ]).vendor?.name;

  it.each([
    ['META\n-', 'META'],
    ['TESCO STORES\nEvery little helps', 'TESCO STORES'],
    ['UNIHAKKA INTERNATIONAL\nSDN BHD', 'UNIHAKKA INTERNATIONAL SDN BHD'],
    ['MR. D.I.Y. (M) SDN BHD', 'MR. D.I.Y. (M) SDN BHD'],
    ['OJC MARKETING SDN BHD (12345-X)', 'OJC MARKETING SDN BHD'],
    ['ABC SDN BHD CO. REG. NO: 123456-A', 'ABC SDN BHD'],
    ['Costa Coffee - Branch 12', 'Costa Coffee'],
    ['WALMART STORE #1234', 'WALMART'],
    ['*** Café Müller ***', 'Café Müller'],
    ['Müller & Söhne\nGmbH & Co. KG', 'Müller & Söhne GmbH & Co. KG'],
    ['7-ELEVEN', '7-ELEVEN'],
    ['B & Q', 'B & Q'],
  ])('cleans %j to %s', (text, name) => {
    expect(vendorOf(text)).toBe(name);
  });

  it('keeps address and telephone, on one line', () => {
    const { vendor } = read([
      { type: 'VENDOR_NAME', text: 'SHOP' },
      { type: 'VENDOR_ADDRESS', text: '12, Jalan Satu,\n43000 Kajang' },
      { type: 'VENDOR_PHONE', text: '03-8739 1234' },
      { type: 'TOTAL', text: '12.00' },
    ]);

    expect(vendor).toEqual({ name: 'SHOP', address: '12, Jalan Satu, 43000 Kajang', phone: '03-8739 1234' });
  });

  it('takes the surest name', () => {
    const { vendor, candidates } = read([
      { type: 'VENDOR_NAME', text: 'Thank you', confidence: 60 },
      { type: 'VENDOR_NAME', text: 'SHOP', confidence: 95 },
      { type: 'TOTAL', text: '12.00' },
    ]);

    expect(vendor?.name).toBe('SHOP');
    expect(candidates.vendor.map(({ value }) => value)).toEqual(['SHOP', 'Thank you']);
  });
});

describe('line items', () => {
  it('keep quantity, price of one and amount', () => {
    const { lineItems } = read([{ type: 'TOTAL', text: '45.00' }], { items: [['Training', '45.00', '4.5', '10.00']] });

    expect(lineItems).toEqual([
      {
        description: 'Training',
        quantity: '4.5',
        unitPrice: { amountMinor: 1000, currency: 'MYR' },
        amount: { amountMinor: 4500, currency: 'MYR' },
      },
    ]);
  });

  it('have no amount where it was not read', () => {
    const { lineItems } = read([{ type: 'TOTAL', text: '45.00' }], { items: [['Cocoa', '/6.50', 'to']] });

    expect(lineItems).toEqual([{ description: 'Cocoa' }]);
  });
});

describe('a document that is no receipt', () => {
  it.each([
    ['nothing at all', []],
    ['words only', [aDocument({ fields: [{ type: 'OTHER', label: 'Name', text: 'Alice' }], lines: ['Dear Alice'] })]],
    ['an empty document', [{}]],
  ])('needs review: %s', (_, documents) => {
    const expense = structureExpense(documents, someone);

    expect(expense.status).toBe('needs_review');
    expect(codes(expense)).toEqual(['NotAReceiptError']);
    expect(expense.reasons[0]?.message).toContain('no amount could be read');
  });
});

describe('structureExpense', () => {
  it('never throws, and never completes without total, date and currency, whatever is printed', () => {
    const anyField = fc.record({
      type: fc.constantFrom('TOTAL', 'SUBTOTAL', 'TAX', 'OTHER', 'AMOUNT_PAID', 'INVOICE_RECEIPT_DATE', 'VENDOR_NAME'),
      label: fc.constantFrom('Total', 'Cash', 'Change', 'Rounding', 'Discount', 'Date', ''),
      text: fc.oneof(fc.string(), fc.constantFrom('12.00', '$5', '1,234', '01/02/2024', '2024-13-01', '€ 3,5')),
    });

    fc.assert(
      fc.property(fc.array(anyField, { maxLength: 12 }), (fields) => {
        const expense = structureExpense([aDocument({ fields })], { locale: 'en-US', today: '2024-06-15' });

        const isComplete = expense.total !== undefined && expense.purchasedOn !== undefined;
        expect(expense.status === 'completed').toBe(expense.reasons.length === 0);
        if (expense.status === 'completed') expect(isComplete).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
