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

  it.each([
    ['Drill -51.00', 'Saw 30.00', 'TOTAL -21.00', 'CASH REFUND 21.00', '-21.00'],
    ['Drill 51.00', 'Saw 30.00', 'TOTAL 81.00', 'REFUND VISA 81.00', '-81.00'],
    ['Drill -20.00', 'Saw 50.00', 'TOTAL 30.00', 'VISA 30.00', '30.00'],
    ['Drill bit 12.00', 'Long saw  3.00', 'TOTAL - 15.00', 'CASH 20.00\nCHANGE 5.00', '15.00'],
    ['Drill bit 12.00', 'Long saw  3.00', 'CASHBACK  20.00', 'VISA CARD 35.00', '15.00'],
  ])('is spent or given back as the paper says: %s, %s, %s, %s', (first, second, total, payment, amount) => {
    const page = `Elm Corner\n12 High Street\n2026-11-12 14:20\n${[first, second, total, payment].join('\n')}`;

    expect(booked(page, 'en-US', 'USD')).toEqual({ status: 'completed', total: `${amount} USD` });
  });

  it.each([
    ['de-DE', 'EUR', 'BAR 20,00', 'RÜCKGELD 9,00'],
    ['de-DE', 'EUR', 'Gegeben 20,00', 'Rückgabe 9,00'],
    ['fr-FR', 'EUR', 'ESPECES 20,00', 'RENDU 9,00'],
    ['es-ES', 'EUR', 'EFECTIVO 20,00', 'CAMBIO 9,00'],
    ['it-IT', 'EUR', 'CONTANTI 20,00', 'RESTO 9,00'],
    ['pl-PL', 'PLN', 'GOTÓWKA 20,00', 'RESZTA 9,00'],
    ['cs-CZ', 'CZK', 'HOTOVOST 20,00', 'VRÁCENO 9,00'],
    ['nl-NL', 'EUR', 'CONTANT 20,00', 'TERUG 9,00'],
    ['da-DK', 'DKK', 'KONTANT 20,00', 'TILBAGE 9,00'],
    ['sv-SE', 'SEK', 'KONTANT 20,00', 'TILLBAKA 9,00'],
    ['fi-FI', 'EUR', 'KÄTEINEN 20,00', 'TAKAISIN 9,00'],
    ['tr-TR', 'TRY', 'NAKİT 20,00', 'PARA ÜSTÜ 9,00'],
    ['zh-CN', 'CNY', '现金 20.00', '找零 9.00'],
    ['ms-MY', 'MYR', 'TUNAI 20.00', 'BAKI 9.00'],
  ])('is what cash and change leave where the total was lost (%s, %s): %s, %s', (locale, currency, cash, change) => {
    const mark = cash.includes(',') ? ',' : '.';
    const page = `Elm Corner\n12 High Street\n2026-11-12 14:20\nAbcd 4${mark}00\nEfgh 7${mark}00\n${cash}\n${change}`;

    expect(booked(page, locale, currency)).toEqual({ status: 'completed', total: `11.00 ${currency}` });
  });

  it.each(['BAR 20,00\nRXXGXLD 9,00', 'BXR 20,00\nRÜXXGXLD 9,00'])('is no cash that was given: %s', (payment) => {
    const page = `Elm Corner\n12 High Street\n2026-11-12 14:20\nAbcd 4,00\nEfgh 7,00\n${payment}`;

    expect(booked(page, 'de-DE', 'EUR').status).toBe('needs_review');
  });
});
