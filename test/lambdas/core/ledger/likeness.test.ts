import { describe, expect, it } from 'vitest';
import { money } from '../../../../lambdas/core/ground/money.ts';
import { likenessOf } from '../../../../lambdas/core/ledger/likeness.ts';
import type { StructuredExpense } from '../../../../lambdas/core/reading/structured-expense.ts';
import { aReading } from '../../../support/a-reading.ts';

const likeness = (over: Partial<StructuredExpense> = {}) => likenessOf(aReading(over));

describe('likenessOf', () => {
  it('is of the day, the currency and the total, a refund below zero', () => {
    expect(likeness()).toMatchObject({ date: '2026-11-10', currency: 'USD', totalMinor: 4_320 });
    expect(likeness({ total: money(-4_320, 'USD') })?.totalMinor).toBe(-4_320);
  });

  it.each(['Café Müller', 'CAFE MULLER', ' Café  Müller.'])('writes the merchant %j in one way', (name) => {
    expect(likeness({ vendor: { name } })?.vendor).toBe('cafemuller');
  });

  it('has no merchant where it has no letter or digit', () => {
    expect(likeness({ vendor: { name: '***' } })).not.toHaveProperty('vendor');
    expect(likeness({ vendor: { name: 'Main Street', isUnsure: true } })).not.toHaveProperty('vendor');
  });

  it.each(['purchasedOn', 'total'] as const)('is none without %s', (field) => {
    const { [field]: _, ...expense } = aReading().expense;

    expect(likenessOf({ ...aReading(), expense: expense as StructuredExpense })).toBeUndefined();
  });

  it('takes along what is printed, and how the picture looks', () => {
    const marks = { timesOfDay: ['10:15'], taxIds: ['DE123456789'], numbers: ['4711'], head: ['cafe'] };
    const reading = { ...aReading({ marks, invoiceNumber: 'R-4711' }), pictureHash: '00ff00ff00ff00ff' };

    expect(likenessOf(reading)).toMatchObject({ ...marks, invoiceNumber: 'r4711', picture: '00ff00ff00ff00ff' });
  });

  it('stays small, whatever is printed', () => {
    const line = { description: 'Call', amount: money(123_456, 'USD') };
    const marks = {
      timesOfDay: Array.from({ length: 8 }, () => '10:15:00'),
      taxIds: Array.from({ length: 6 }, () => '9'.repeat(24)),
      numbers: Array.from({ length: 40 }, () => '9'.repeat(24)),
      head: Array.from({ length: 8 }, () => 'x'.repeat(24)),
    };
    const lineItems = Array.from({ length: 5_000 }, () => line);
    const vendor = { name: 'x'.repeat(9_000), address: 'y'.repeat(9_000) };

    expect(JSON.stringify(likeness({ lineItems, vendor, marks })).length).toBeLessThan(2_500);
  });
});
