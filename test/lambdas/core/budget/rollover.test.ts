import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitIn } from '../../../../lambdas/core/budget/limit.ts';
import { monthOf, periodAfter, periodOf } from '../../../../lambdas/core/budget/period.ts';
import { carriedInto, type RolloverRule } from '../../../../lambdas/core/budget/rollover.ts';

const rule = (over: Partial<RolloverRule> = {}): RolloverRule => ({
  period: 'month',
  limits: [{ limitMinor: 1_000 }],
  since: '2026-01-01',
  rollover: { mode: 'positive' },
  ...over,
});
/** What was spent, month by month from January on. */
const carried = (of: RolloverRule, ...spent: number[]) =>
  carriedInto(of, monthOf(`2026-${String(spent.length + 1).padStart(2, '0')}-10`), ({ start }) => {
    const amount = spent[Number(start.slice(5, 7)) - 1];
    if (amount === undefined) throw new RangeError(`expected no question about ${start}`);
    return amount;
  });

describe('carriedInto', () => {
  it('is what was left, month after month', () => {
    expect(carried(rule(), 400)).toBe(600);
    expect(carried(rule(), 400, 1_200)).toBe(400);
    expect(carried(rule(), 400, 1_200, 0)).toBe(1_400);
  });

  it('leaves out what was overspent, and begins anew', () => {
    expect(carried(rule(), 1_500)).toBe(0);
    expect(carried(rule(), 1_500, 900)).toBe(100);
  });

  it('carries what was overspent, too, where the plan says so', () => {
    const both = rule({ rollover: { mode: 'both' } });

    expect(carried(both, 1_500)).toBe(-500);
    expect(carried(both, 1_500, 900)).toBe(-400);
  });

  it('is cut to the cap in both directions, period by period', () => {
    expect(carried(rule({ rollover: { mode: 'positive', capMinor: 300 } }), 0, 0, 0)).toBe(300);
    expect(carried(rule({ rollover: { mode: 'both', capMinor: 300 } }), 5_000, 1_100)).toBe(-300);
  });

  it('is nothing without rollover, and in the first period', () => {
    const { rollover: _, ...without } = rule();

    expect(carried(without, 0, 0)).toBe(0);
    expect(carried(rule())).toBe(0);
    expect(carried(rule({ since: '2026-03-01' }), 0, 0)).toBe(0);
  });

  it('grows with refunds, and takes the limit that each period had', () => {
    expect(carried(rule(), -200)).toBe(1_200);
    expect(carried(rule({ limits: [{ limitMinor: 1_000 }, { validFrom: '2026-02-01', limitMinor: 50 }] }), 0, 0)).toBe(
      1_050,
    );
  });

  const spending = fc.array(fc.integer({ min: -2_000, max: 3_000 }), { maxLength: 11 });
  const cap = fc.option(fc.integer({ min: 1, max: 2_000 }), { nil: undefined });

  it('never lowers a limit when only what is left is carried, and never goes beyond the cap', () => {
    fc.assert(
      fc.property(spending, cap, fc.constantFrom('positive' as const, 'both' as const), (spent, capMinor, mode) => {
        const amount = carried(rule({ rollover: { mode, ...(capMinor === undefined ? {} : { capMinor }) } }), ...spent);

        if (mode === 'positive') expect(amount).toBeGreaterThanOrEqual(0);
        if (capMinor !== undefined) expect(Math.abs(amount)).toBeLessThanOrEqual(capMinor);
      }),
    );
  });

  it('with both directions and no cap is all limits less all spending: nothing is lost', () => {
    fc.assert(
      fc.property(spending, fc.integer({ min: 1, max: 31 }), (spent, startDay) => {
        const of = rule({ rollover: { mode: 'both' }, startDay, since: '2026-01-31' });
        const amounts = new Map<string, number>();
        let period = periodOf(of, of.since);
        for (const amount of spent) {
          amounts.set(period.start, amount);
          period = periodAfter(of, period);
        }

        const amount = carriedInto(of, period, ({ start }) => amounts.get(start) ?? 0);

        expect(amount).toBe(spent.length * limitIn(of.limits, period) - spent.reduce((sum, each) => sum + each, 0));
      }),
    );
  });
});
