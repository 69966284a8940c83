import { describe, expect, it } from 'vitest';
import { minorUnits } from '../../../../lambdas/core/ground/money.ts';
import type { LabelledAmount } from '../../../../lambdas/core/reading/labelled-amounts.ts';
import { rankTotals } from '../../../../lambdas/core/reading/total-contender.ts';

const paid = (place: string): LabelledAmount => ({
  role: 'cash',
  minor: minorUnits(20_000),
  field: { type: 'OTHER', label: 'PAID', text: '200.00', confidence: 99, page: 1, groups: [], place },
  isDoubtful: false,
  isOpen: false,
});

describe('the sum of the goods', () => {
  it('says nothing about a payment with goods below it, which may be the change', () => {
    const goods = { minor: 20_000, ends: new Map([[1, 600]]) };
    const kinds = (place: string) => rankTotals([paid(place)], goods, new Map())[0]?.closures.map(({ kind }) => kind);

    expect(kinds('800,500')).toEqual([]);
    expect(kinds('800,700')).toEqual(['items']);
  });
});
