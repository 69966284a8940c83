import { describe, expect, it } from 'vitest';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { DAMAGED_AMOUNTS } from '../../../support/damaged-amounts.ts';
import { anUntaggedPage, type RowsOf, withoutGeometry } from './placed-page.ts';
import { codes, someone } from './read-document.ts';

const receipt: RowsOf = [
  ['TAX INVOICE'],
  ['KEDAI RUNCIT MAJU'],
  ['12, Jalan Satu, 43000 Kajang'],
  ['Date', '14/06/2024'],
  ['Milk 1L', '7.50'],
  ['Bread', '4.50'],
  ['SUBTOTAL', 'RM 12.00'],
  ['GST 6%', '0.72'],
  ['TOTAL', 'RM 12.72'],
  ['CASH', '20.00'],
  ['CHANGE', '7.28'],
];

const withTotal = (amount: string) =>
  anUntaggedPage([
    ['ELM CORNER'],
    ['12 High Street'],
    ['2026-11-12 14:20'],
    ['Chair', amount],
    ['TOTAL', amount],
    ['Card', amount],
  ]);

describe('a page that came without summary fields', () => {
  it('is completed from its lines when the sums close', () => {
    const expense = structureExpense([anUntaggedPage(receipt)], someone);

    expect(expense.reasons).toEqual([]);
    expect(expense).toMatchObject({
      status: 'completed',
      vendor: { name: 'KEDAI RUNCIT MAJU' },
      purchasedOn: '2024-06-14',
      total: { amountMinor: 1272, currency: 'MYR' },
      subtotal: { amountMinor: 1200 },
      tax: { amountMinor: 72 },
    });
  });

  it('is read without geometry too', () => {
    const expense = structureExpense([withoutGeometry(anUntaggedPage(receipt))], someone);

    expect(expense).toMatchObject({ status: 'completed', total: { amountMinor: 1272 }, purchasedOn: '2024-06-14' });
  });

  it('needs review when only one line tells the total', () => {
    const expense = structureExpense([anUntaggedPage([['SHOP'], ['14/06/2024'], ['TOTAL', '12.72']])], someone);

    expect(expense.total?.amountMinor).toBe(1272);
    expect(codes(expense)).toEqual(['TotalUnreadableError']);
  });

  it('reads blanks between thousands and a sign behind them as part of an amount', () => {
    const page = anUntaggedPage([['MINTA BOLT KFT'], ['2024.06.14'], ['Asztal', '1 450 Ft'], ['ÖSSZESEN', '1 450 Ft']]);
    const expense = structureExpense([page], { ...someone, locale: 'hu-HU', currency: 'HUF' });

    expect(expense.total).toEqual({ amountMinor: 145_000, currency: 'HUF' });
  });

  it.each([
    ['de-DE', 'EUR', '12.5 €', 1250],
    ['de-DE', 'EUR', '1.234,5 €', 123_450],
    ['de-DE', 'EUR', '19,5 €', 1950],
    ['en-KW', 'KWD', '1234.500 KWD', 1_234_500],
    ['en-BH', 'BHD', '1 234.500 BHD', 1_234_500],
    ['en-US', 'USD', '1, 234.50', 123_450],
    ['en-US', 'USD', 'l2.00', 1200],
    ['en-US', 'USD', 'I2.00', 1200],
    ['id-ID', 'IDR', 'Rp 12500000', 1_250_000_000],
    ['ko-KR', 'KRW', '₩12345678', 12_345_678],
    ['vi-VN', 'VND', '15000000 VND', 15_000_000],
    ['en-US', 'USD', '12.00M', 1200],
    ['en-US', 'USD', '12.00 SR', 1200],
    ['es-PE', 'PEN', 'S/12.00', 1200],
  ])('is completed with the whole of an amount (%s, %s): %s', (locale, currency, amount, amountMinor) => {
    const expense = structureExpense([withTotal(amount)], { locale, currency, today: '2026-11-29' });

    expect(expense).toMatchObject({ status: 'completed', total: { amountMinor, currency } });
  });

  it.each(DAMAGED_AMOUNTS)('is never completed with a part of an amount: %s', (amount) => {
    const expense = structureExpense([withTotal(amount)], { locale: 'en-US', currency: 'USD', today: '2026-11-29' });

    expect(expense.status).toBe('needs_review');
    expect(expense.total).toBeUndefined();
  });

  it('has no vendor when it begins with goods', () => {
    const expense = structureExpense(
      [anUntaggedPage([['Milk 1L', '7.50'], ['Bread', '4.50'], ['14/06/2024']])],
      someone,
    );

    expect(expense.vendor).toBeUndefined();
    expect(expense.status).toBe('needs_review');
  });

  it('takes the name that is written much larger than the lines around it', () => {
    const page = anUntaggedPage([['Welcome to our branch'], ['MEGA MART'], ['TOTAL', '12.72']]);
    const [, sign] = page.Blocks ?? [];
    if (sign?.Geometry?.BoundingBox) sign.Geometry.BoundingBox.Height = 0.028;

    expect(structureExpense([page], someone).vendor?.name).toBe('MEGA MART');
  });
});
