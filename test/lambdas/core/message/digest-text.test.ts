import { describe, expect, it } from 'vitest';
import type { DailySpend } from '../../../../lambdas/core/budget/spend.ts';
import { money } from '../../../../lambdas/core/ground/money.ts';
import { type DigestFacts, digestText } from '../../../../lambdas/core/message/digest-text.ts';

const spent = (category: string, amountMinor: number, currency = 'USD'): DailySpend => ({
  date: '2026-11-10',
  ...{ category, amountMinor, currency },
});

const groceries: DigestFacts['budgets'][number] = {
  label: 'groceries',
  period: 'November 2026',
  periodStart: '2026-11-01',
  periodEnd: '2026-11-30',
  spent: money(20_599, 'USD'),
  limit: money(25_000, 'USD'),
  carried: money(0, 'USD'),
  percent: 82,
  daysLeft: 14,
  isConverted: false,
  apart: [],
};

const facts = (over: Partial<DigestFacts> = {}): DigestFacts => ({
  period: { period: 'week', periodStart: '2026-11-09', periodEnd: '2026-11-15' },
  days: [spent('groceries', 12_910), spent('dining', 4_160), spent('dining', 1_980, 'JPY')],
  receipts: 3,
  topCategories: [
    { category: 'groceries', spent: money(12_910, 'USD') },
    { category: 'dining', spent: money(4_160, 'USD') },
  ],
  budgets: [groceries],
  due: [],
  waiting: 2,
  ...over,
});

describe('digestText', () => {
  it('tells what was spent, on what, how each budget stands and what waits', () => {
    expect(digestText(facts(), 'en-US').lines).toEqual([
      'Spent: 170.70 USD, 1,980 JPY, 3 receipts',
      'Where it went:',
      '  groceries      [####################] 129.10 USD',
      '  dining         [######--------------] 41.60 USD',
      'Your budgets:',
      '  Groceries, November 2026: 205.99 of 250.00 USD (82%), 14 days to go',
      '2 documents wait for you',
    ]);
  });

  it('names what is to be paid in the days to come', () => {
    const invoice = { userId: 'alice', documentId: 'doc', dueOn: '2026-11-23', amountDue: money(26_482, 'USD') };
    const due = [
      { ...invoice, vendor: 'City Power' },
      { ...invoice, dueOn: '2026-11-28' },
    ];

    const lines = digestText(facts({ due }), 'en-US').lines;

    expect(lines.slice(-4)).toEqual([
      'Due in the next 14 days:',
      '  Nov 23, 2026: City Power, 264.82 USD',
      '  Nov 28, 2026: an invoice, 264.82 USD',
      '2 documents wait for you',
    ]);
    const many = digestText(facts({ due: Array.from({ length: 23 }, () => invoice) }), 'en-US').lines;
    expect(many).toContain('  and 3 more');
    expect(many.filter((line) => line.includes('an invoice'))).toHaveLength(20);
  });

  it('says so when nothing was spent and nothing waits', () => {
    const quiet = facts({ days: [], receipts: 0, topCategories: [], budgets: [], waiting: 0 });

    expect(digestText(quiet, 'en-US').lines).toEqual(['Spent: nothing']);
  });

  it('keeps beside the limit what it cannot count, and says what was converted', () => {
    const { percent: _, daysLeft: __, ...rest } = groceries;
    const budget = { ...rest, apart: [money(1_980, 'JPY')], isConverted: true };

    const { lines } = digestText(facts({ budgets: [budget], waiting: 1, receipts: 1 }), 'en-US');

    expect(lines).toContain('  Groceries, November 2026: 205.99 of 250.00 USD plus 1,980 JPY, partly converted');
    expect(lines).toContain('1 document waits for you');
    expect(lines[0]).toMatch(/, 1 receipt$/);
  });

  it.each([
    ['week', '2026-11-09', '2026-11-15', 'en-GB', /^Your week, 9\s–\s15 Nov 2026$/],
    ['month', '2026-10-01', '2026-10-31', 'en-US', /^Your month, October 2026$/],
  ] as const)('is headed by the %s', (period, periodStart, periodEnd, locale, title) => {
    expect(digestText(facts({ period: { period, periodStart, periodEnd } }), locale).title).toMatch(title);
  });
});
