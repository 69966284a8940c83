import { describe, expect, it } from 'vitest';
import { priceUsage } from '../../../../lambdas/core/cost/price-usage.ts';

describe('priceUsage', () => {
  it('prices each line by its own unit, and all of them together', () => {
    const { lines, usd } = priceUsage({ expensePage: 3, stateTransition: 10, tableWriteUnit: 28, logByte: 20_000 });

    expect(lines.expensePage).toBeCloseTo(0.03, 12);
    expect(lines.stateTransition).toBeCloseTo(0.00025, 12);
    expect(lines.tableWriteUnit).toBeCloseTo(0.0000175, 12);
    expect(lines.logByte).toBeCloseTo(0.00001, 12);
    expect(usd).toBeCloseTo(0.0302775, 12);
  });

  it('costs nothing where nothing is used', () => {
    expect(priceUsage({})).toEqual({ lines: {}, usd: 0 });
  });
});
