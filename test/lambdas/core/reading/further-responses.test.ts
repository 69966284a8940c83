import { describe, expect, it } from 'vitest';
import { formatMoney } from '../../../../lambdas/core/ground/money.ts';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { aDocument, type FieldOf } from './analysis.ts';

const bought: FieldOf = { type: 'INVOICE_RECEIPT_DATE', text: '04/19/2025' };
const shop: FieldOf = { type: 'VENDOR_NAME', text: 'Juniper Market' };
const other = (label: string, text: string): FieldOf => ({ type: 'OTHER', label, text });
const total = (label: string, text: string): FieldOf => ({ type: 'TOTAL', label, text });

const read = (fields: readonly FieldOf[], locale = 'en-US') =>
  structureExpense([aDocument({ fields })], { locale, today: '2025-06-30' });

/** Status and total in words: "completed 12.00 USD". */
function outcome(fields: readonly FieldOf[], locale?: string): string {
  const { status, total: amount } = read([shop, bought, ...fields], locale);
  return `${status} ${amount ? formatMoney(amount) : ''}`;
}

describe('structureExpense, of responses as the service gives them', () => {
  it.each<[string, string, FieldOf[]]>([
    [
      'a hospital bill with what the insurance paid',
      'completed 200.00 USD',
      [
        other('Total Charges', '$1,240.00'),
        other('Insurance Payment', '-$812.40'),
        other('Adjustments', '-$227.60'),
        total('Patient Balance', '$200.00'),
        { type: 'AMOUNT_DUE', label: 'Please pay this amount', text: '$200.00' },
      ],
    ],
    [
      'a hotel folio that was paid and has nothing due',
      'completed 640.71 USD',
      [
        { type: 'SUBTOTAL', text: '567.00' },
        { type: 'TAX', label: 'Occupancy Tax', text: '51.03' },
        { type: 'TAX', label: 'City Tax', text: '22.68' },
        total('Total Charges', '$640.71'),
        { type: 'AMOUNT_PAID', label: 'Visa XX4242', text: '$640.71' },
        { type: 'AMOUNT_DUE', label: 'Balance Due', text: '$0.00' },
      ],
    ],
    [
      'a utility bill whose last one was paid',
      'completed 92.75 USD',
      [
        { type: 'PRIOR_BALANCE', label: 'Previous balance', text: '$88.14' },
        other('Payment received 02/20 - thank you', '-$88.14'),
        other('Current charges', '$92.75'),
        total('Total amount due', '$92.75'),
        { type: 'AMOUNT_DUE', label: 'Amount due by 05/24/2025', text: '$92.75' },
        other('Amount due after 05/24/2025', '$97.39'),
      ],
    ],
    [
      'a utility bill with the one before in it, which was booked before',
      'needs_review 180.89 USD',
      [
        { type: 'PRIOR_BALANCE', label: 'Previous balance', text: '$88.14' },
        other('Current charges', '$92.75'),
        total('Total amount due', '$180.89'),
      ],
    ],
    [
      'a telephone bill in sections',
      'completed 60.42 USD',
      [
        total('Total monthly plan', '$45.00'),
        total('Total equipment', '$12.00'),
        total('Total taxes & surcharges', '$3.42'),
        total('Total due', '$60.42'),
      ],
    ],
    ['a credit, marked behind', 'completed -12.34 USD', [total('Total', '$12.34CR')]],
    ['a debit, marked behind', 'completed 12.34 USD', [total('Total', '$12.34 DR')]],
    [
      'an amount torn apart by a blank, which a sum confirms',
      'completed 1234.56 USD',
      [{ type: 'SUBTOTAL', text: '$1,134.56' }, { type: 'TAX', text: '$100.00' }, total('Total', '$1,234.5 6')],
    ],
    ['an amount torn apart by a blank, alone', 'needs_review 1234.56 USD', [total('Total', '$1,234.5 6')]],
    [
      'a total tagged as a tax',
      'completed 21.60 USD',
      [
        { type: 'SUBTOTAL', text: '20.00' },
        { type: 'TAX', label: 'Total incl. tax', text: '21.60' },
        { type: 'TAX', label: 'Tax', text: '1.60' },
      ],
    ],
    [
      'an American till that calls the total balance, paid in parts',
      'completed 55.32 USD',
      [total('BALANCE', '55.32'), other('EBT FOOD', '40.00'), other('DEBIT', '15.32'), other('CHANGE', '0.00')],
    ],
    [
      'a till that calls the change balance',
      'completed 42.10 USD',
      [total('Total', '42.10'), other('Cash', '50.00'), total('Balance', '7.90')],
    ],
    [
      'a fee beside the tax',
      'completed 21.70 USD',
      [
        { type: 'SUBTOTAL', text: '20.00' },
        other('Bag fee', '0.10'),
        { type: 'TAX', text: '1.60' },
        { type: 'TOTAL', text: '21.70' },
      ],
    ],
  ])('reads %s', (_what, expected, fields) => {
    expect(outcome(fields)).toBe(expected);
  });

  it('takes a tax in brackets for a tax that is included, not for a negative one', () => {
    const { tax, status } = read(
      [shop, bought, other('小計', '¥1,200'), { type: 'TAX', label: '内税', text: '(¥96)' }, total('合計', '¥1,200-')],
      'ja-JP',
    );

    expect([status, tax?.amountMinor]).toEqual(['completed', 96]);
  });

  it('adds two taxes of one amount where the total holds both', () => {
    const { tax } = read(
      [
        shop,
        bought,
        { type: 'SUBTOTAL', text: '1,234.20' },
        { type: 'TAX', label: 'CGST 2.5%', text: '30.86' },
        { type: 'TAX', label: 'SGST 2.5%', text: '30.86' },
        other('Round Off', '0.08'),
        total('Net Amount', '₹1,296.00'),
      ],
      'en-IN',
    );

    expect(tax?.amountMinor).toBe(6172);
  });

  it('does not count the day of a Japanese date as an amount', () => {
    const { status, purchasedOn } = read(
      [
        { type: 'VENDOR_NAME', text: '花屋' },
        { type: 'INVOICE_RECEIPT_DATE', text: '2025年4月19日' },
        total('合計', '1,080円'),
      ],
      'ja-JP',
    );

    expect([status, purchasedOn]).toEqual(['completed', '2025-04-19']);
  });

  it('takes the date of the invoice where the service tags the day to pay as it', () => {
    const { purchasedOn } = read([
      shop,
      { type: 'INVOICE_RECEIPT_DATE', label: 'Due Date', text: '05/19/2025' },
      other('Invoice Date', '04/19/2025'),
      { type: 'TOTAL', text: '$60.00' },
    ]);

    expect(purchasedOn).toBe('2025-04-19');
  });

  it('takes the name of the vendor where what is tagged as its name is a web address', () => {
    const { vendor } = read([
      { type: 'VENDOR_NAME', text: 'www.juniper.example' },
      { type: 'NAME', text: 'Juniper', group: 'VENDOR' },
      bought,
      { type: 'TOTAL', text: '$60.00' },
    ]);

    expect(vendor?.name).toBe('Juniper');
  });

  it.each([
    ['St. Mary Regional\nMedical Center', 'St. Mary Regional Medical Center'],
    ['JUNIPER\nEVERY DAY A GOOD DAY.', 'JUNIPER'],
  ])('reads the name %j as %s', (text, name) => {
    expect(read([{ type: 'VENDOR_NAME', text }, bought, { type: 'TOTAL', text: '$60.00' }]).vendor?.name).toBe(name);
  });
});
