import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentOf } from '../../../../lambdas/core/budget/threshold.ts';
import { type AlertCause, alertMessage, type BudgetStanding } from '../../../../lambdas/core/message/alert-message.ts';
import { smsParts, toGsm7 } from '../../../../lambdas/core/message/gsm7.ts';
import { money } from '../../../../lambdas/core/money.ts';
import { anyText } from '../../../support/any-text.ts';

const aStanding = (spentMinor: number, over: Partial<BudgetStanding> = {}, limitMinor = 40_000): BudgetStanding => ({
  category: 'groceries',
  period: 'November 2026',
  periodStart: '2026-11-01',
  spent: money(spentMinor, 'USD'),
  limit: money(limitMinor, 'USD'),
  percent: percentOf(spentMinor, limitMinor),
  threshold: 80,
  daysLeft: 10,
  apart: [],
  ...over,
});
const RECEIPT: AlertCause = { kind: 'expense', vendor: 'Green Basket', total: money(4_320, 'USD') };
const write = (budgets: readonly BudgetStanding[], cause: AlertCause = RECEIPT, locale = 'en-US') =>
  alertMessage({ name: 'Alice', locale, budgets, cause });

describe('alertMessage', () => {
  it('says in full what happened, where the budget stands and how long it has to last', () => {
    expect(write([aStanding(33_000)])).toEqual({
      subject: 'Groceries: 82% of 400.00 USD spent for November 2026',
      body: [
        'Hello Alice,',
        '',
        'Groceries, November 2026: 330.00 of 400.00 USD (82%)',
        '  [################----]',
        '  70.00 USD left, 10 days to go',
        '',
        'Set off by Green Basket, 43.20 USD.',
        '',
        'Spendwire',
        '',
      ].join('\n'),
      sms: 'Spendwire: groceries 330.00 of 400.00 USD (82%). November 2026, 10 days to go. By Green Basket 43.20 USD.',
    });
  });

  it.each([
    [39_999, 'Groceries: 99% of 400.00 USD spent for November 2026', '0.01 USD left'],
    [40_000, 'Groceries: 400.00 USD limit reached for November 2026', '0.00 USD left'],
    [40_001, 'Groceries: 400.00 USD limit exceeded (100%) for November 2026', '0.01 USD over the limit'],
    [60_000, 'Groceries: 400.00 USD limit exceeded (150%) for November 2026', '200.00 USD over the limit'],
  ])('tells reached from exceeded by the cent: %d', (spent, subject, rest) => {
    const message = write([aStanding(spent)]);

    expect(message.subject).toBe(subject);
    expect(message.body).toContain(rest);
  });

  it.each([
    [0, 'last day of the period'],
    [1, ', 1 day to go'],
    [2, ', 2 days to go'],
  ])('counts %d days as people do', (daysLeft, text) => {
    const message = write([aStanding(33_000, { daysLeft })]);

    expect(message.body).toContain(text);
    expect(message.sms).toContain(text);
  });

  it('says nothing of days when the period is over', () => {
    const { daysLeft: _, ...past } = aStanding(33_000);
    const message = write([past]);

    expect(message.body).toContain('70.00 USD left\n');
    expect(message.sms).toContain('November 2026. By');
  });

  it('says what set it off, also when there is no vendor or no receipt', () => {
    expect(write([aStanding(33_000)], { kind: 'plan' }).body).toContain('Set off by a change of your plan.');
    expect(write([aStanding(33_000)], { kind: 'expense', total: money(100, 'USD') }).body).toContain(
      'by a receipt, 1.00 USD',
    );
  });

  it("writes amounts as the person's locale does", () => {
    const { subject, sms } = write([aStanding(123_456, {}, 200_000)], RECEIPT, 'de-DE');

    expect(subject).toContain('61% of 2.000,00 USD spent');
    expect(sms).toContain('1.234,56 of 2.000,00 USD (61%)');
  });

  it.each([
    '2026年11月',
    'ноябрь 2026 г.',
    'نوفمبر ٢٠٢٦',
  ])('writes the month of %s in figures where only Latin letters are shown', (period) => {
    const { subject, body, sms } = write([aStanding(33_000, { period })]);

    expect(subject).toBe('Groceries: 82% of 400.00 USD spent for 2026-11');
    expect(sms).toContain('(82%). 2026-11, 10 days to go.');
    expect(body).toContain(`Groceries, ${period}:`);
  });

  it('shows what could not be counted beside the budget', () => {
    expect(write([aStanding(33_000, { apart: [money(1_980, 'JPY')] })]).body).toContain(
      'plus 1,980 JPY, not counted: no exchange rate is known',
    );
  });

  it('writes about several budgets in one message', () => {
    const { subject, body, sms } = write([aStanding(33_000), aStanding(90_000, { category: 'total' }, 100_000)]);

    expect(subject).toBe('Groceries: 82% of 400.00 USD spent for November 2026 and 1 more');
    expect(body).toContain('Total, November 2026: 900.00 of 1,000.00 USD (90%)');
    expect(sms).toContain('groceries 330.00 of 400.00 USD (82%); total 900.00 of 1,000.00 USD (90%)');
  });

  it('fails without a budget', () => {
    expect(() => write([])).toThrow(RangeError);
  });

  it('fits a phone: GSM-7, at most 3 parts, and 1 for one budget with an ordinary vendor', () => {
    const standing = fc
      .record({
        category: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,39}$/),
        spent: fc.integer({ min: -1_000_000, max: Number.MAX_SAFE_INTEGER }),
        limit: fc.integer({ min: 1, max: 99_999_999_999_99 }),
        period: fc.constantFrom('November 2026', 'septiembre de 2026', '2026年11月', 'нояб. 2026 г.'),
        daysLeft: fc.integer({ min: 0, max: 30 }),
      })
      .map(({ category, spent, limit, ...rest }) => aStanding(spent, { category, ...rest }, limit));
    const vendor = anyText({ maxLength: 120 });
    fc.assert(
      fc.property(fc.array(standing, { minLength: 1, maxLength: 30 }), vendor, (budgets, name) => {
        const { sms = '' } = write(budgets, { ...RECEIPT, vendor: name });
        expect(smsParts(sms)).toBeLessThanOrEqual(3);
        expect(toGsm7(sms)).toBe(sms);
        expect(sms).not.toContain(' and -');
      }),
    );
    const ordinary = fc.record({
      spent: fc.nat({ max: 9_999_999 }),
      vendor: fc.stringMatching(/^[A-Z][a-z &'-]{0,24}$/),
    });
    fc.assert(
      fc.property(ordinary, ({ spent, vendor: name }) => {
        expect(smsParts(write([aStanding(spent)], { ...RECEIPT, vendor: name }).sms ?? '')).toBe(1);
      }),
    );
  });

  it('keeps the subject within what SNS takes', () => {
    const long = aStanding(33_000, { category: 'a'.repeat(40), period: 'septiembre de 2026' }, 999_999_999_999);

    expect(write([long, long]).subject).toMatch(/^[\x20-\x7e]{1,100}$/);
  });
});
