import { expect, it } from 'vitest';
import { minorUnits } from '../../../../lambdas/core/ground/money.ts';
import type { LabelRole } from '../../../../lambdas/core/reading/label-words.ts';
import type { LabelledAmount } from '../../../../lambdas/core/reading/labelled-amounts.ts';
import { closuresOf } from '../../../../lambdas/core/reading/total-arithmetic.ts';

const amount = (role: LabelRole, minor: number, page: number): LabelledAmount => ({
  role,
  minor: minorUnits(minor),
  field: { type: 'OTHER', label: `${role} ${minor}`, text: '', confidence: 99, page, groups: [] },
  isDoubtful: false,
  isOpen: false,
});

it('adds the taxes on the page of the subtotal to it, however many stand beside goods on pages before', () => {
  const ofGoods = Array.from({ length: 9 }, (_, index) => amount('tax', 4650 + 97 * index, 1));
  const sums = [amount('subtotal', 44899, 2), amount('tax', 6107, 2), amount('tax', 893, 2), amount('total', 51899, 2)];

  expect(closuresOf(51899, [...ofGoods, ...sums]).map(({ kind }) => kind)).toContain('subtotal');
});
