import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../../../lambdas/core/ground/money.ts';
import { smsParts, toGsm7 } from '../../../../lambdas/core/message/gsm7.ts';
import type { MessageContent } from '../../../../lambdas/core/message/message-content.ts';
import { type SmsOptions, smsText } from '../../../../lambdas/core/message/sms-text.ts';
import { anyText } from '../../../support/any-text.ts';
import { aContent, aDueInvoice, anAttention, aStanding, RECEIPT } from './a-content.ts';

const write = (over: Partial<MessageContent>, options: Partial<SmsOptions> = {}) =>
  smsText(aContent(over), { hideAmounts: false, tellsAttention: false, ...options });

describe('a text message', () => {
  it('says what was spent, of what, how long it has to last and what set it off', () => {
    expect(write({ budgets: [aStanding(33_000)] })).toBe(
      'Spendwire: groceries 330.00 of 400.00 USD (82%). November 2026, 10 days to go. By Green Basket 43.20 USD.',
    );
  });

  it('writes about several budgets', () => {
    expect(write({ budgets: [aStanding(33_000), aStanding(90_000, { label: 'total' }, 100_000)] })).toContain(
      'groceries 330.00 of 400.00 USD (82%); total 900.00 of 1,000.00 USD (90%)',
    );
  });

  it('says the period of each budget where they differ', () => {
    const week = { label: 'dining', period: '16.-22. Nov. 2026', daysLeft: 2 };

    expect(write({ budgets: [aStanding(33_000), aStanding(9_000, week, 10_000)], causes: [] })).toBe(
      'Spendwire: groceries 330.00 of 400.00 USD (82%), November 2026, 10 days to go; ' +
        'dining 90.00 of 100.00 USD (90%), 16.-22. Nov. 2026, 2 days to go.',
    );
  });

  it('says nothing of days when the period is over', () => {
    const { daysLeft: _, ...past } = aStanding(33_000);

    expect(write({ budgets: [past] })).toContain('November 2026. By');
  });

  it('tells what spending heads for', () => {
    const ahead = aStanding(20_000, { triggers: [{ kind: 'forecast' }], projected: money(51_200, 'USD') });

    expect(write({ budgets: [ahead], causes: [{ kind: 'schedule' }] })).toBe(
      'Spendwire: groceries heads for 512.00 of 400.00 USD. November 2026, 10 days to go.',
    );
  });

  it.each([
    [33_000, 'groceries 82% of its limit'],
    [40_000, 'groceries limit reached'],
    [41_000, 'groceries limit exceeded'],
  ])('holds no amount where the person wants none: %d', (spent, text) => {
    const sms = write({ budgets: [aStanding(spent)] }, { hideAmounts: true });

    expect(sms).toContain(text);
    expect(sms).not.toMatch(/\d\.\d\d|USD/);
  });

  it('holds none either in the reason why a document needs somebody', () => {
    const reason = 'two totals were found: 43.20 USD and 34.20 USD; drop a picture that shows the right one plainly';
    const options = { tellsAttention: true, hideAmounts: true };

    expect(write({ attention: [anAttention({ reason })] }, options)).toContain('two totals were found: *** and ***;');
  });

  it('leaves a phone in peace about documents, unless it is the only way to tell', () => {
    expect(write({ attention: [anAttention()] })).toBeUndefined();
    expect(write({ attention: [anAttention(), anAttention()] }, { tellsAttention: true })).toBe(
      'Spendwire: Please look at: lunch.jpg and 1 more. two totals are printed: 43.20 and 34.20',
    );
  });

  it('says what is to be paid, to whom and when, behind the budgets', () => {
    expect(write({ due: [aDueInvoice()] })).toBe('Spendwire: City Power 264.82 USD due Nov 23, 2026.');
    expect(write({ budgets: [aStanding(33_000)], causes: [], due: [aDueInvoice({ daysLeft: -1 })] })).toBe(
      'Spendwire: groceries 330.00 of 400.00 USD (82%). November 2026, 10 days to go. ' +
        'City Power 264.82 USD overdue since Nov 23, 2026.',
    );
  });

  it('names three invoices and counts the others', () => {
    const due = Array.from({ length: 5 }, () => aDueInvoice());

    expect(write({ due }, { hideAmounts: true })).toBe(
      'Spendwire: City Power due Nov 23, 2026; City Power due Nov 23, 2026; City Power due Nov 23, 2026 and 2 more.',
    );
  });

  it('fits a phone whoever is to be paid', () => {
    fc.assert(
      fc.property(
        fc.array(anyText({ maxLength: 120 }), { minLength: 1, maxLength: 9 }),
        fc.constantFrom('en-US', 'ja-JP', 'ar-EG', 'de-CH'),
        fc.boolean(),
        (vendors, locale, hasBudget) => {
          const due = vendors.map((vendor) => aDueInvoice({ vendor }));
          const sms = write({ due, locale, ...(hasBudget ? { budgets: [aStanding(33_000)] } : {}) }) ?? '';

          expect(smsParts(sms)).toBeLessThanOrEqual(3);
          expect(toGsm7(sms)).toBe(sms);
        },
      ),
    );
  });

  it.each(['2026年11月', 'ноябрь 2026 г.', 'نوفمبر ٢٠٢٦'])('writes %s in figures', (period) => {
    expect(write({ budgets: [aStanding(33_000, { period })] })).toContain('(82%). 2026-11-01, 10 days to go.');
  });

  it('fits a phone: GSM-7, at most 3 parts, and 1 for one budget with an ordinary vendor', () => {
    const standing = fc
      .record({
        label: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,39}$/),
        spent: fc.integer({ min: -1_000_000, max: Number.MAX_SAFE_INTEGER }),
        limit: fc.integer({ min: 1, max: 99_999_999_999_99 }),
        period: fc.constantFrom('November 2026', 'septiembre de 2026', '2026年11月', 'нояб. 2026 г.'),
        daysLeft: fc.integer({ min: 0, max: 30 }),
      })
      .map(({ spent, limit, ...rest }) => aStanding(spent, rest, limit));
    fc.assert(
      fc.property(
        fc.array(standing, { minLength: 1, maxLength: 30 }),
        anyText({ maxLength: 120 }),
        anyText({ maxLength: 900 }),
        fc.boolean(),
        (budgets, vendor, reason, tellsAttention) => {
          const content = { budgets, causes: [{ ...RECEIPT, vendor }], attention: [anAttention({ reason })] };
          const sms = write(content, { tellsAttention }) ?? '';
          expect(smsParts(sms)).toBeLessThanOrEqual(3);
          expect(toGsm7(sms)).toBe(sms);
          expect(sms).not.toContain(' and -');
        },
      ),
    );
    const ordinary = fc.record({
      spent: fc.nat({ max: 9_999_999 }),
      vendor: fc.stringMatching(/^[A-Z][a-z &'-]{0,24}$/),
    });
    fc.assert(
      fc.property(ordinary, ({ spent, vendor }) => {
        expect(smsParts(write({ budgets: [aStanding(spent)], causes: [{ ...RECEIPT, vendor }] }) ?? '')).toBe(1);
      }),
    );
  });
});
