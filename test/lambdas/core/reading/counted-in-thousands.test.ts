import { describe, expect, it } from 'vitest';
import { money } from '../../../../lambdas/core/ground/money.ts';
import { doubtOfThousands } from '../../../../lambdas/core/reading/counted-in-thousands.ts';
import { asPrintedLine } from '../../../../lambdas/core/reading/printed-line.ts';
import { readMarkedRows } from '../../../../lambdas/core/reading/printed-marks.ts';

const isDoubted = (row: string, minor: number, currency: string): boolean =>
  doubtOfThousands(readMarkedRows([], [asPrintedLine(row)]), money(minor, currency)) !== undefined;

describe('amounts that count thousands', () => {
  it.each([
    ['合計 10万5000円', 5000, 'JPY', true],
    ['家賃 10万円', 10, 'JPY', false],
    ['合計 10万円', 10, 'JPY', true],
    ['合计 10万元', 1000, 'CNY', true],
    ['합계 10만5천원', 5, 'KRW', true],
    ['1万円以上お買上げで送料無料', 5000, 'JPY', false],
    ['合計 5,000円', 5000, 'JPY', false],
    ['Total 25K', 2500, 'IDR', true],
    ['Total Rp25k', 2500, 'IDR', true],
    ['Total 1.5K', 150, 'PHP', true],
    ['Total 25.00 K', 2500, 'PLN', false],
    ['Total 25K', 2500, 'ZMW', false],
    ['Nescafe 3in1 20K', 2500, 'IDR', false],
  ])('are asked about: "%s"', (row, minor, currency, isAsked) => {
    expect(isDoubted(row, minor, currency)).toBe(isAsked);
  });
});
