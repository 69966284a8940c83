import { toExpenseDocument } from 'laptop-cloud/textract/response/expense-document';
import { tagPage } from 'laptop-cloud/textract/tagger/tag-page';
import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../lambdas/core/ground/money.ts';
import { structureExpense } from '../../lambdas/core/reading/structure-expense.ts';
import { DAMAGED_AMOUNTS } from '../support/damaged-amounts.ts';
import { aTypedPage } from '../support/typed-page.ts';

/** What is booked of a page that the laptop's tagger reads first and the functions after it. */
function booked(text: string, locale: string, currency: string) {
  const page = aTypedPage(text);
  const document = toExpenseDocument(page, tagPage(page, 2026), 1, 'seed');
  const { status, total } = structureExpense([document], { locale, currency, today: '2026-11-29' });
  return { status, total: total && `${formatDecimal(total)} ${total.currency}` };
}

describe('an amount on its way through both readers', () => {
  it.each([
    ['hu-HU', 'HUF', '1 450 Ft', '1450.00 HUF'],
    ['hu-HU', 'HUF', '1 234 450 Ft', '1234450.00 HUF'],
    ['sv-SE', 'SEK', '12 500 kr', '12500.00 SEK'],
    ['en-IN', 'INR', '1,23,900.00', '123900.00 INR'],
    ['en-IN', 'INR', 'Rs. 1,500/-', '1500.00 INR'],
    ['en-IN', 'INR', '₹1,23,900', '123900.00 INR'],
    ['de-DE', 'EUR', '1.980,- €', '1980.00 EUR'],
    ['de-DE', 'EUR', '1 980,- €', '1980.00 EUR'],
    ['fr-MA', 'MAD', '56,00 MAD', '56.00 MAD'],
    ['ro-RO', 'RON', '45,00 lei', '45.00 RON'],
    ['ja-JP', 'JPY', '¥1,980-', '1980 JPY'],
    ['ja-JP', 'JPY', '\\1,980', '1980 JPY'],
    ['en-KW', 'KWD', '12.500 KD', '12.500 KWD'],
    ['en-US', 'USD', '21.00 CR', '-21.00 USD'],
    ['de-DE', 'EUR', '12.5 €', '12.50 EUR'],
    ['de-DE', 'EUR', '1.234,5 €', '1234.50 EUR'],
    ['de-DE', 'EUR', '19,5 €', '19.50 EUR'],
    ['en-KW', 'KWD', '1234.500 KWD', '1234.500 KWD'],
    ['en-KW', 'KWD', '1234.500', '1234.500 KWD'],
    ['en-BH', 'BHD', '1 234.500 BHD', '1234.500 BHD'],
    ['en-US', 'USD', '1, 234.50', '1234.50 USD'],
    ['en-US', 'USD', 'l2.00', '12.00 USD'],
    ['en-US', 'USD', 'I2.00', '12.00 USD'],
    ['id-ID', 'IDR', 'Rp 12500000', '12500000.00 IDR'],
    ['ko-KR', 'KRW', '₩12345678', '12345678 KRW'],
    ['vi-VN', 'VND', '15000000 VND', '15000000 VND'],
    ['en-US', 'USD', '12.00M', '12.00 USD'],
    ['es-PE', 'PEN', 'S/12.00', '12.00 PEN'],
  ])('is the same in the end (%s, %s): %s', (locale, currency, amount, total) => {
    const page = `
Elm Corner
12 High Street
2026-11-12 14:20
Chair                    ${amount}
TOTAL                    ${amount}
Card                     ${amount}`;

    expect(booked(page, locale, currency)).toEqual({ status: 'completed', total });
  });

  it.each(DAMAGED_AMOUNTS)('is asked for where it cannot be taken whole: %s', (amount) => {
    const page = `
Elm Corner
12 High Street
2026-11-12 14:20
Chair                    ${amount}
TOTAL                    ${amount}
Card                     ${amount}`;

    expect(booked(page, 'en-US', 'USD')).toEqual({ status: 'needs_review', total: undefined });
  });

  it('takes no currency from the end of a word', () => {
    const page = `
Elm Corner
12 High Street
Springfield, IL 62701
11/12/2026 14:20
ORGANIC VALLEY FARM 3.99
FRESH BROWN OAK FARM 4.01
TOTAL 8.00
CASH 8.00`;

    expect(booked(page, 'en-US', 'USD')).toEqual({ status: 'completed', total: '8.00 USD' });
  });
});
