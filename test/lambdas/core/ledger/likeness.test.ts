import { describe, expect, it } from 'vitest';
import { parseCalendarDate } from '../../../../lambdas/core/ground/calendar-date.ts';
import { money } from '../../../../lambdas/core/ground/money.ts';
import { findLikelySame, likenessOf } from '../../../../lambdas/core/ledger/likeness.ts';
import type { StructuredExpense } from '../../../../lambdas/core/reading/structured-expense.ts';
import { aReading } from '../../../support/a-reading.ts';

const hashOf = (over: Partial<StructuredExpense> = {}) =>
  likenessOf(aReading({ vendor: { name: 'Café Müller' }, ...over }).expense)?.hash;

describe('likenessOf', () => {
  it.each([
    'CAFE MULLER',
    'cafe  müller.',
    'CafeMüller',
  ])('takes "%s" for the same merchant as "Café Müller"', (name) => {
    expect(hashOf({ vendor: { name } })).toBe(hashOf());
  });

  it.each([
    ['merchant', { vendor: { name: 'Café Meier' } }],
    ['day', { purchasedOn: parseCalendarDate('2026-11-11') }],
    ['total', { total: money(4_321, 'USD') }],
    ['currency', { total: money(4_320, 'EUR') }],
    ['sign', { total: money(-4_320, 'USD') }],
  ])('differs with the %s', (_, over) => {
    expect(hashOf(over)).not.toBe(hashOf());
  });

  it.each(['vendor', 'purchasedOn', 'total'] as const)('knows none without %s', (field) => {
    const { [field]: _, ...expense } = aReading({ vendor: { name: 'Café Müller' } }).expense;

    expect(likenessOf(expense as StructuredExpense)).toBeUndefined();
  });

  it('knows none where the merchant has no letter or digit', () => {
    expect(hashOf({ vendor: { name: '***' } })).toBeUndefined();
  });
});

describe('findLikelySame', () => {
  const booked = (invoiceNumber?: string) => [
    { documentId: 'first', key: 'receipts/alice/first.jpg', ...(invoiceNumber === undefined ? {} : { invoiceNumber }) },
  ];
  const find = (ours?: string, theirs?: string) =>
    findLikelySame({ hash: 'h', ...(ours === undefined ? {} : { invoiceNumber: ours }) }, booked(theirs))?.documentId;

  it.each([
    [undefined, undefined, 'first'],
    ['A-12', undefined, 'first'],
    [undefined, 'A-12', 'first'],
    ['A-12', 'a12', 'first'],
    ['A-12', 'A-13', undefined],
  ])('compares the number %s with %s: %s', (ours, theirs, expected) => {
    expect(find(ours, theirs)).toBe(expected);
  });

  it('finds the one that may be the same among several', () => {
    const others = [...booked('A-12'), { documentId: 'second', key: 'k', invoiceNumber: 'A-13' }];

    expect(findLikelySame({ hash: 'h', invoiceNumber: 'A-13' }, others)?.documentId).toBe('second');
    expect(findLikelySame({ hash: 'h', invoiceNumber: 'A-14' }, others)).toBeUndefined();
  });
});
