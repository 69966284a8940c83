import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyCodes, currencyExponent } from '../../../../lambdas/core/currency.ts';
import { formatDecimal, money } from '../../../../lambdas/core/money.ts';
import { planItems } from '../../../../lambdas/core/plan/plan-items.ts';
import { readPlan } from '../../../../lambdas/core/plan/read-plan.ts';
import { PLAN, planWith } from './a-plan.ts';

const SOURCE = { key: 'budgets/alice.yaml', versionId: 'v1', sequencer: '01', eventTime: '2026-11-01T00:00:00.000Z' };
const DEFAULTS = { locale: 'en-US', timeZone: 'UTC' };

const itemsOf = (text: string) => {
  const read = readPlan(text);
  if (!read.ok) throw new RangeError(`expected a valid plan, got ${JSON.stringify(read.problems)}`);
  return planItems('alice', read.plan, SOURCE, DEFAULTS);
};

describe('planItems', () => {
  it('turns a plan into a person, budgets in minor units and contacts', () => {
    expect(itemsOf(PLAN)).toEqual({
      person: { userId: 'alice', name: 'Alice', ...DEFAULTS, currency: 'USD', plan: SOURCE, isActive: true },
      budgets: [
        { category: 'groceries', period: 'month', limitMinor: 40_000, currency: 'USD', thresholds: [50, 80, 100] },
        { category: 'total', period: 'month', limitMinor: 150_000, currency: 'USD', thresholds: [90, 100] },
      ],
      contacts: [
        { protocol: 'email', address: 'alice@example.com' },
        { protocol: 'sms', address: '+12025550123' },
      ],
    });
  });

  it("prefers the plan's own locale and time zone", () => {
    const { person } = itemsOf(planWith(['USD', 'USD\nlocale: de-DE\ntimeZone: Europe/Berlin']));

    expect(person).toMatchObject({ locale: 'de-DE', timeZone: 'Europe/Berlin' });
  });

  it('takes every currency and every amount that a valid plan may hold, exactly', () => {
    const digits = fc.stringMatching(/^[1-9]\d{0,10}$/);
    fc.assert(
      fc.property(fc.constantFrom(...currencyCodes), digits, fc.stringMatching(/^\d{4}$/), (code, whole, fraction) => {
        const places = currencyExponent(code);
        const limit = places === 0 ? whole : `${whole}.${fraction.slice(0, places)}`;

        const { budgets } = itemsOf(planWith(['USD', code], ['"400.00"', `"${limit}"`]));

        expect(formatDecimal(money(budgets[0]?.limitMinor ?? 0, code))).toBe(limit);
      }),
    );
  });
});
