import { describe, expect, it } from 'vitest';
import type { Likeness } from '../../../../lambdas/core/ledger/likeness.ts';
import { marksOfPrint } from '../../../../lambdas/core/ledger/printed-invoice.ts';

const marks = (over: Partial<Likeness> = {}) =>
  marksOfPrint({
    date: '2026-11-04',
    currency: 'USD',
    totalMinor: 2_000,
    vendor: 'notelyinc',
    invoiceNumber: '7f3a9b0004',
    itemsMinor: [],
    timesOfDay: [],
    taxIds: [],
    numbers: [],
    head: [],
    ...over,
  }).own;
const shares = (over: Partial<Likeness>) => marks(over).some((mark) => marks().includes(mark));

describe('the marks of a printed invoice', () => {
  it.each(['2026-11-04', '2026-11-06', '2026-11-17', '2026-10-22'])('are shared by its receipt of %s', (date) => {
    expect(shares({ date })).toBe(true);
  });

  it.each<[string, Partial<Likeness>]>([
    ['of another month', { date: '2026-12-04' }],
    ['four weeks later', { date: '2026-12-02' }],
    ['with another number', { invoiceNumber: '7f3a9b0005' }],
    ['with another total', { totalMinor: 2_001 }],
    ['of another merchant', { vendor: 'other' }],
    ['given back', { totalMinor: -2_000 }],
  ])('are not shared by one %s', (_, over) => {
    expect(shares(over)).toBe(false);
  });

  it.each<[string, Partial<Likeness>]>([
    ['a short number', { invoiceNumber: 'a17' }],
    ['hardly a digit', { invoiceNumber: 'receipt12' }],
    ['a tax number for it', { taxIds: ['7F3A9B0004'] }],
  ])('are none with %s', (_, over) => {
    expect(marks(over)).toEqual([]);
  });

  it('are none without a merchant', () => {
    expect(marks({ vendor: undefined as never })).toEqual([]);
  });
});
