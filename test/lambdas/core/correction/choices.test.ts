import { describe, expect, it } from 'vitest';
import { choicesOf } from '../../../../lambdas/core/correction/choices.ts';
import type { ErrorName } from '../../../../lambdas/core/ground/errors.ts';
import { money } from '../../../../lambdas/core/ground/money.ts';
import { aReading } from '../../../support/a-reading.ts';

const doubtful = (code: ErrorName, over: object = {}) =>
  aReading({
    status: 'needs_review',
    reasons: [{ code, message: 'unclear' }],
    total: money(5_400, 'CHF'),
    candidates: {
      total: ['54.00', '57.20', '54', '0.00'].map((value) => ({ text: value, value, confidence: 90, page: 1 })),
      purchasedOn: ['2026-11-12', '2026-11-12', undefined].map((value) => ({
        text: 'printed',
        confidence: 90,
        page: 1,
        ...(value && { value }),
      })),
      vendor: [],
      invoiceNumber: [],
    },
    ...over,
  }).expense;

describe('choicesOf', () => {
  it('names every printed total once, the one that was chosen first', () => {
    expect(choicesOf(doubtful('TotalsDisagreeError'))).toEqual(['total: "54.00"', 'total: "57.20"']);
  });

  it('keeps the sign of a refund', () => {
    const expense = doubtful('TotalsDisagreeError', { total: money(-5_400, 'CHF') });

    expect(choicesOf(expense)[0]).toBe('total: "-54.00"');
  });

  it('offers both signs where it is asked which way the money went', () => {
    const total = ['12.00', '-12.00'].map((value) => ({ text: value, value, confidence: 90, page: 1 }));
    const expense = doubtful('TotalsDisagreeError', { total: money(-1_200, 'CHF') });

    expect(choicesOf({ ...expense, candidates: { ...expense.candidates, total } })).toEqual([
      'total: "-12.00"',
      'total: "12.00"',
    ]);
  });

  it('names the days where the day is in doubt, and nothing that is not', () => {
    const expense = doubtful('DateUnreadableError', { purchasedOn: '2026-12-11' });

    expect(choicesOf(expense)).toEqual(['date: 2026-12-11', 'date: 2026-11-12']);
  });

  it('has none where nothing that is printed would settle it', () => {
    expect(choicesOf(doubtful('CurrencyUnknownError'))).toEqual([]);
  });
});
