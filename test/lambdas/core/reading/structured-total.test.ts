import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { aDocument } from './analysis.ts';
import { codes, date, read, someone } from './read-document.ts';

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

  it.each([
    ['KWD', '120,49S', '120,49S'],
    ['LYD', '25,000', '25,000'],
    ['HUF', '10,00S Ft', '10,00S Ft'],
  ])('needs review where its digits in %s have two readings, whatever adds up to it: %s', (currency, text, item) => {
    const lines = ['ELM CORNER', `Lamp ${item}`, `Total ${text}`, `Card ${text}`];
    const expense = read(
      [
        { type: 'TOTAL', label: 'Total', text },
        { type: 'SUBTOTAL', label: 'Subtotal', text },
      ],
      { currency, locale: 'en', lines, items: [['Lamp', item]] },
    );

    expect(codes(expense)).toEqual(['TotalUnreadableError']);
    expect(expense.candidates.total.map((candidate) => candidate.text)).toContain(text);
  });

  it.each([
    '25,000',
    '25.000',
    '25 000',
    '25000',
    '25,000.000',
    '٢٥٬٠٠٠ د.ع',
    'IQD 25.000',
  ])('is twenty-five thousand dinars of Iraq, which has no coins: %s', (text) => {
    const expense = read([{ type: 'TOTAL', label: 'Total', text }], { currency: 'IQD', locale: 'ar-IQ' });

    expect(expense).toMatchObject({ status: 'completed', total: { amountMinor: 25_000_000, currency: 'IQD' } });
  });

  it.each([
    ['TND', '12,500', '0,450', 12_500],
    ['LYD', '25,000', '1,250,000', 25_000_000],
  ])('is told in %s by another amount: %s beside %s', (currency, text, other, minor) => {
    const expense = read(
      [
        { type: 'TOTAL', label: 'Total', text },
        { type: 'SUBTOTAL', label: 'Subtotal', text },
        { type: 'OTHER', label: 'Points', text: other },
      ],
      { currency, locale: 'en' },
    );

    expect(expense.total).toEqual({ amountMinor: minor, currency });
    expect(expense.status).toBe('completed');
  });

  it.each([
    ['TND', ['Magasin des Jasmins', 'Facture', 'Merci de votre visite', 'Montant TVA'], 12_500],
    ['TND', ['Elm Corner', 'Receipt', 'Thank you'], undefined],
    ['KWD', ['Magasin des Jasmins', 'Facture', 'Merci de votre visite', 'Montant TVA'], undefined],
  ])('is told in %s by the language of the country, as in %j', (currency, lines, minor) => {
    const expense = read(
      [
        { type: 'TOTAL', label: 'Total', text: '12,500' },
        { type: 'SUBTOTAL', label: 'Subtotal', text: '12,500' },
      ],
      { currency, locale: 'fr', lines: [...lines, `Total 12,500 ${currency}`] },
    );

    if (minor === undefined) expect(codes(expense)).toEqual(['TotalUnreadableError']);
    else expect(expense).toMatchObject({ status: 'completed', total: { amountMinor: minor, currency } });
  });

  it('needs review where its last place may be lost and nothing confirms it', () => {
    const lone = read([
      { type: 'TOTAL', label: 'Total', text: 'RM 12.5' },
      { type: 'TAX', label: 'GST 6%', text: '0.71' },
    ]);

    expect(codes(lone)).toEqual(['TotalUnreadableError']);
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

  it('is not the subtotal, though a promotion was tagged as something paid', () => {
    const expense = read(
      [
        { type: 'SUBTOTAL', label: 'SubTotal:', text: '251.00' },
        { type: 'OTHER', label: 'Cash Promnotion', text: '34.00' },
        { type: 'TOTAL', label: 'Tota! Inclusive GST:', text: '217.00' },
      ],
      { items: [['Cream', '251.00']] },
    );

    expect(expense.status).toBe('completed');
    expect(expense.total?.amountMinor).toBe(21_700);
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

  it('needs review when there is only a subtotal, unless cash less change says that it was paid', () => {
    const subtotal = { type: 'SUBTOTAL', label: 'Subtotal', text: '12.00' };
    const cash = { type: 'OTHER', label: 'Cash', text: '20.00' };
    const change = { type: 'OTHER', label: 'Change', text: '8.00' };

    expect(codes(read([subtotal], { items: [['Milk', '12.00']] }))).toEqual(['TotalUnreadableError']);
    expect(read([subtotal, cash, change]).status).toBe('completed');
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
