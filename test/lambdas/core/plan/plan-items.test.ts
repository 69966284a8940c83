import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyCodes, currencyExponent } from '../../../../lambdas/core/ground/currency.ts';
import { formatDecimal, money } from '../../../../lambdas/core/ground/money.ts';
import { planItems } from '../../../../lambdas/core/plan/plan-items.ts';
import { readPlan } from '../../../../lambdas/core/plan/read-plan.ts';
import { FULL_PLAN, PLAN, planWith } from './a-plan.ts';

const SOURCE = { key: 'budgets/alice.yaml', versionId: 'v1', sequencer: '01', uploadedAt: '2026-11-01T00:00:00.000Z' };
const DEFAULTS = { locale: 'en-US', timeZone: 'UTC' };

const itemsOf = (text: string) => {
  const read = readPlan(text);
  if (!read.ok) throw new RangeError(`expected a valid plan, got ${JSON.stringify(read.mistakes)}`);
  return planItems('alice', read.plan, SOURCE, DEFAULTS, Date.parse('2026-11-20T23:30:00Z'));
};

describe('planItems', () => {
  it('turns a plan into a person, budgets in minor units and contacts', () => {
    expect(itemsOf(PLAN)).toEqual({
      person: { userId: 'alice', name: 'Alice', ...DEFAULTS, currency: 'USD', plan: SOURCE, isActive: true },
      budgets: [
        { category: 'groceries', period: 'month', limits: 40_000, currency: 'USD', thresholds: [50, 80, 100] },
        { category: 'total', period: 'month', limits: 150_000, currency: 'USD', thresholds: [90, 100] },
      ],
      contacts: [
        { protocol: 'email', address: 'alice@example.com' },
        { protocol: 'sms', address: '+12025550123' },
      ],
      today: '2026-11-20',
    });
  });

  it('turns everything that a plan may say into what the table holds', () => {
    const { person, budgets, contacts, today } = itemsOf(FULL_PLAN);

    expect(person).toMatchObject({
      rules: [
        { merchant: 'rewe', category: 'groceries' },
        { items: ['wine', 'beer'], category: 'alcohol' },
      ],
      quietHours: { from: '22:00', to: '07:00' },
      digest: ['weekly'],
      dueReminders: true,
    });
    expect(today).toBe('2026-11-21');
    expect(contacts).toEqual([
      { protocol: 'email', address: 'alice@example.com' },
      { protocol: 'sms', address: '+12025550123', hideAmounts: true },
    ]);
    expect(budgets).toEqual([
      {
        category: 'living',
        categories: ['groceries', 'household'],
        name: 'weekly-shop',
        period: 'week',
        startDay: 6,
        currency: 'EUR',
        limits: [{ limitMinor: 10_000 }, { validFrom: '2026-12-01', limitMinor: 12_000 }],
        thresholds: [50, 100, { amountMinor: 2_500 }, { amountMinor: 9_000 }],
        forecast: true,
        rollover: { mode: 'both', capMinor: 5_000 },
        contacts: ['alice@example.com', 'sms'],
      },
      {
        category: 'dining',
        period: 'month',
        startDay: 25,
        currency: 'EUR',
        limits: 15_000,
        thresholds: [50, 80, 100],
        rollover: { mode: 'positive' },
      },
      { category: 'travel', period: 'year', currency: 'EUR', limits: 300_000, thresholds: [50, 80, 100] },
    ]);
  });

  it('lets the first limit hold before its own day, too', () => {
    const { budgets } = itemsOf(planWith(['limit: "400.00"', 'limits: [{ validFrom: 2026-12-01, limit: "450.00" }]']));

    expect(budgets[0]?.limits).toEqual([{ limitMinor: 45_000 }]);
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

        expect(formatDecimal(money(budgets[0]?.limits as number, code))).toBe(limit);
      }),
    );
  });
});
