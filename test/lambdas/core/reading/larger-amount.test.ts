import { describe, expect, it } from 'vitest';
import { money } from '../../../../lambdas/core/ground/money.ts';
import { doubtOfLarger } from '../../../../lambdas/core/reading/larger-amount.ts';
import { asPrintedLine } from '../../../../lambdas/core/reading/printed-line.ts';
import { readMarkedRows } from '../../../../lambdas/core/reading/printed-marks.ts';

/** Whether a total is doubted on a paper of these rows. */
const isDoubted = (rows: readonly string[], totalMinor: number, isProven = false, isSummed = false): boolean =>
  doubtOfLarger(readMarkedRows([], rows.map(asPrintedLine)), money(totalMinor, 'EUR'), isProven, isSummed) !==
  undefined;

type Case = [what: string, rows: readonly [string, ...string[]], doubted: boolean, isProven?: boolean];

describe('a larger amount below the total', () => {
  it.each([
    ['beside unknown words', ['Total 10.00', 'Zzgl qwert 12.00'], true],
    ['beside unknown words, though a sum gives the total', ['Total 10.00', 'Zzgl qwert 12.00'], true, true],
    ['for those who pay late', ['Total 10.00', 'After 12 December pay 12.00'], false],
    ['of another good, where the total is the price of one', ['Milk 1.48', 'Rice 8.32', 'Zzkortti 32.52'], true],
    ['of another good, where a sum gives the total', ['Milk 1.48', 'Rice 8.32', 'Zzkortti 32.52'], false, true],
    ['that is a total, over a subtotal', ['Subtotal 1.48', 'Total 8.32'], true],
    ['that is a total, over one that says so too', ['Total 1.48', 'Total with tip 8.32'], false],
    ['from right to left', ['258.50 מנורה', '258.50 סכום ביניים', '305.03 סה"כ'], true],
  ] as Case[])('%s', (_, rows, doubted, isProven = false) => {
    const first = /\d+\.\d\d/.exec(rows[0])?.[0] ?? '';
    expect(isDoubted(rows, Math.round(Number(first) * 100), isProven)).toBe(doubted);
  });

  it('is what was given, where the goods come to the total and the rest stands below', () => {
    const paper = (...below: readonly string[]) => ['Milk 7.50', 'Rice 8.90', 'Total 16.40', ...below];

    expect(isDoubted(paper('Qwert 20.00', 'Yxcv 3.60'), 1640, true, true)).toBe(false);
    expect(isDoubted(paper('Qwert 20.00', 'Yxcv 3.60'), 1640, true, false)).toBe(true);
    expect(isDoubted(paper('Qwert 20.00', 'Yxcv 3.50'), 1640, true, true)).toBe(true);
    expect(isDoubted(paper('Yxcv 3.60', 'Qwert 20.00'), 1640, true, true)).toBe(true);
    // A net sum, what it comes to with a tax of a fifth, and the tax.
    expect(isDoubted(paper('Qwert 19.68', 'Yxcv 3.28'), 1640, true, true)).toBe(true);
  });
});
