import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../lambdas/core/alert/alert.ts';
import { money } from '../../../lambdas/core/ground/money.ts';
import { findingsOf } from '../../../views/doctor/check-up.ts';
import type { DocumentView } from '../../../views/document-view.ts';
import { aDocument } from '../../support/books.ts';
import { aBudget, aContact, aMessage, aPerson, hintsOf, printed, problemsOf, someFacts } from './some-facts.ts';

const aView = (over: Partial<DocumentView> = {}): DocumentView => ({
  ...aDocument({ documentId: 'doc' }),
  status: 'pending',
  updatedAt: '2026-11-20T11:59:00.000Z',
  ...over,
});

describe('a check-up', () => {
  it('finds nothing where all is well, and says how far the next alert is', () => {
    expect(printed(someFacts())).toBe(
      [
        '✓ plan budgets/alice.yaml of 2026-11-01 08:00: in force, 1 budget',
        '✓ e-mail alice@example.com: confirmed',
        '',
        'Next alerts',
        '  groceries      125.00 of 250.00 USD          next at 80%, 75.00 USD to go',
        '',
        'Nothing stands between Alice and an alert.',
      ].join('\n'),
    );
  });

  it('says what to do about each obstacle, and counts them', () => {
    const text = printed(someFacts({ contacts: [aContact({ status: 'expired', subscription: 'absent' })] }));

    expect(text).toContain('✗ e-mail alice@example.com: not confirmed within two days\n    → drop the plan again');
    expect(text).toContain('1 thing stands between Alice and an alert.');
  });
});

describe('the plan', () => {
  const { person: _, ...withoutPlan } = someFacts({ contacts: [], budgets: [] });

  it('is missing: the nearest name is proposed', () => {
    expect(problemsOf(withoutPlan)).toEqual(['there is no plan of alice']);
    expect(printed({ ...withoutPlan, similarUserId: 'alicia' })).toContain('did you mean alicia?');
  });

  it('has ended', () => {
    const plan = { ...aPerson().plan, uploadedAt: '2026-11-10T09:30:00Z' };

    const obstacles = problemsOf(someFacts({ person: aPerson({ isActive: false, plan }), contacts: [], budgets: [] }));

    expect(obstacles).toEqual(['the plan ended at 2026-11-10 09:30, when budgets/alice.yaml was deleted']);
  });

  it('was dropped again and not taken, with its mistakes', () => {
    const refused = aView({
      key: 'budgets/alice.yaml',
      workflow: 'apply-plan',
      status: 'rejected',
      uploadedAt: '2026-11-02T08:00:00.000Z',
      validationErrors: ['line 9: budgets[0].limit: expected an amount above zero'],
    });

    const text = printed(someFacts({ refusedPlans: [refused] }));

    expect(text).toContain(
      '✗ the plan budgets/alice.yaml of 2026-11-02 08:00 was not taken; the one before stays in force',
    );
    expect(text).toContain('    line 9: budgets[0].limit: expected an amount above zero');
    expect(problemsOf(someFacts({ refusedPlans: [{ ...refused, uploadedAt: '2026-10-30T08:00:00.000Z' }] }))).toEqual(
      [],
    );
  });
});

describe('contacts', () => {
  it.each([
    [{ status: 'pending', subscription: 'pending' }, 'not confirmed, SNS delivers nothing before'],
    [{ status: 'pending', subscription: 'pending', subscribedAt: '2026-11-01T00:00:00.000Z' }, 'within two days'],
    [{ status: 'confirmed', subscription: 'absent' }, 'has unsubscribed'],
    [{ status: 'unsubscribed', subscription: 'absent' }, 'has unsubscribed'],
    [{ status: 'unsubscribed', subscription: 'pending' }, 'not confirmed, SNS delivers nothing before'],
    [{ status: 'refused' }, 'takes no such address'],
    [{ protocol: 'sms', address: '+12025550123', status: 'sandboxed' }, 'SMS sandbox'],
    [{ protocol: 'sms', address: '+12025550123', isOptedOut: true }, 'replying STOP'],
  ] as const)('stand in the way when %j', (over, expected) => {
    const obstacles = problemsOf(someFacts({ contacts: [aContact(over)] }));

    expect(obstacles).toEqual([expect.stringContaining(expected)]);
  });

  it('are well once SNS says so, whatever was noted last', () => {
    expect(problemsOf(someFacts({ contacts: [aContact({ status: 'pending', subscription: 'confirmed' })] }))).toEqual(
      [],
    );
  });

  it('stand in the way before they are subscribed', () => {
    const { subscription: _, topicArn: __, ...contact } = aContact({ status: 'new' });

    expect(problemsOf(someFacts({ contacts: [contact] }))).toEqual([expect.stringContaining('not subscribed yet')]);
  });

  it('are none', () => {
    expect(problemsOf(someFacts({ contacts: [] }))).toEqual(['the plan names no contact']);
  });

  it('are shown as noted when SNS could not be asked', () => {
    const { subscription: _, ...contact } = aContact({ status: 'pending' });
    const facts = someFacts({ contacts: [contact], snsError: 'AuthorizationError: not allowed' });

    expect(problemsOf(facts)).toHaveLength(1);
    expect(hintsOf(facts)).toEqual([expect.stringContaining('AuthorizationError: not allowed')]);
  });

  it('with a phone alone: its spend limit, how much it takes, and that summaries are mailed only, are worth knowing', () => {
    const facts = someFacts({
      contacts: [aContact({ protocol: 'sms', address: '+12025550123' })],
      monthlySmsLimitUsd: 1,
      person: aPerson({ digest: ['weekly'] }),
    });

    expect(hintsOf(facts)).toEqual([
      expect.stringContaining('five messages an hour'),
      expect.stringContaining('summaries go by e-mail only'),
      expect.stringContaining('may spend USD 1 a month on SMS'),
    ]);
    expect(printed(facts)).toContain('→ raise it');
  });
});

describe('messages', () => {
  it('stand in the way when the last one was not taken, with the answer of SNS', () => {
    const facts = someFacts({
      messages: [aMessage(), aMessage({ outcome: 'failed', error: 'EndpointDisabled: off' })],
    });

    expect(problemsOf(facts)).toEqual([expect.stringContaining('was not taken by SNS')]);
    expect(printed(facts)).toContain('EndpointDisabled: off');
  });

  it('that failed earlier, or went out before the address was confirmed, are worth knowing', () => {
    const facts = someFacts({
      messages: [aMessage({ outcome: 'failed' }), aMessage({ contactStatus: 'pending' }), aMessage()],
    });

    expect(problemsOf(facts)).toEqual([]);
    expect(hintsOf(facts)).toEqual([
      '1 message of the last 30 days to alice@example.com not taken by SNS',
      '1 message of the last 30 days to alice@example.com not delivered: it was not confirmed then',
    ]);
  });

  it('stay on a laptop', () => {
    expect(hintsOf(someFacts({ isLaptop: true }))).toEqual([expect.stringContaining('outbox/')]);
  });

  it('that were due long ago and not sent stand in the way; fresh ones, and those of quiet hours, do not', () => {
    const alert = (closesAt: string) => ({ closesAt }) as Alert;
    const times = ['2026-11-20T11:00:00.000Z', '2026-11-20T11:59:30.000Z', '2026-11-21T06:00:00.000Z'];

    const facts = someFacts({ unsent: times.map(alert), person: aPerson({ timeZone: 'Europe/Berlin' }) });

    expect(problemsOf(facts)).toEqual(['1 alert due more than ten minutes ago not sent']);
    expect(hintsOf(facts)).toEqual(['1 alert to be sent at 2026-11-21 07:00', '1 alert being sent right now']);
  });
});

describe('alerts that are held', () => {
  const held = { closesAt: '2026-11-20T09:00:00.000Z', heldUntil: '2026-11-20T12:40:00.000Z' } as Alert;

  it('for a contact that can be reached are worth knowing, and so is when that is looked at again', () => {
    const facts = someFacts({ unsent: [held], contacts: [aContact({ status: 'pending', subscription: 'pending' })] });

    expect(hintsOf(facts)).toContain(
      '1 alert held until a contact can be reached; looked at again at 2026-11-20 12:40',
    );
  });

  it('for room among the texts of an hour are to be sent then', () => {
    expect(hintsOf(someFacts({ unsent: [held] }))).toContain('1 alert to be sent at 2026-11-20 12:40');
  });
});

describe('files', () => {
  it('stand in the way when they are under way for long', () => {
    const obstacles = problemsOf(someFacts({ pending: [aView({ updatedAt: '2026-11-20T09:00:00.000Z' })] }));

    expect(obstacles).toEqual(['doc.jpg is under way since 2026-11-20 09:00 and not counted yet']);
  });

  it('stand in the way when they failed, with why, and how they are run again', () => {
    const failed = aView({ status: 'failed', reason: 'S3 does not let Spendwire read it' });

    expect(printed(someFacts({ failed: [failed] }))).toContain(
      [
        '✗ 1 file failed and is not counted',
        '    doc.jpg: S3 does not let Spendwire read it',
        '    → once the operator has removed the cause, as docs/runbook.md says: npm run replay -- --user',
        '    alice --status failed --aws',
      ].join('\n'),
    );
    expect(printed(someFacts({ failed: [failed] }))).toContain('1 thing stands between Alice and an alert.');
    expect(printed(someFacts({ failed: [failed], isLaptop: true }))).toContain(
      '→ once the cause is removed: npm run replay -- --user alice --status failed\n',
    );
  });

  it('that failed are told in a few lines when there are many', () => {
    const failed = ['d', 'c', 'b', 'a'].map((name) => aView({ key: `receipts/alice/${name}.jpg`, status: 'failed' }));

    expect(findingsOf(someFacts({ failed })).find(({ level }) => level === 'obstacle')).toMatchObject({
      says: '4 files failed and are not counted',
      details: ['d.jpg', 'c.jpg', 'b.jpg', 'and 1 more'],
    });
  });

  it('that wait for their turn, are being read, or wait for the person are worth knowing', () => {
    const turnAt = '2026-11-20T14:00:00.000Z';
    const facts = someFacts({ pending: [aView(), aView({ turnAt })], toSettle: 2 });

    expect(problemsOf(facts)).toEqual([]);
    expect(hintsOf(facts)).toEqual([
      'doc.jpg is being read right now',
      'doc.jpg waits for its turn at Textract, 2026-11-20 14:00',
      '2 files are not counted until settled',
    ]);
  });

  it('are told in one line when many wait for their turns, with what the quota would allow', () => {
    const turns = ['2026-11-20T15:00:00.000Z', '2026-11-20T14:00:00.000Z', '2026-11-20T16:00:00.000Z'];
    const facts = someFacts({ pending: turns.map((turnAt) => aView({ turnAt })), startsPerSecond: 5 });

    expect(findingsOf(facts).filter(({ says }) => says.includes('Textract'))).toMatchObject([
      {
        level: 'hint',
        says: '3 files wait for their turns at Textract, the next 2026-11-20 14:00, the last 2026-11-20 16:00',
        remedy: expect.stringContaining('up to 5 a second for this account, so turnsPerSecond may be up to 2.5'),
      },
    ]);
  });
});

describe('what no rule sorts', () => {
  const told = (...from: Parameters<typeof someFacts>) =>
    hintsOf(someFacts(...from)).filter((says) => /Bedrock/.test(says));

  it('is proposed by nobody on a laptop, which is told once there is any', () => {
    const absent = [expect.stringContaining('Amazon Bedrock is absent on this computer')];

    expect(told({ isLaptop: true, toSettle: 1 })).toEqual(absent);
    expect(told({ isLaptop: true, categoriesSeen: new Set(['other']) })).toEqual(absent);
    expect(told({ isLaptop: true })).toEqual([]);
    expect(told({ isLaptop: false, toSettle: 1 })).toEqual([]);
  });
});

describe('budgets', () => {
  it('on a category that nothing is sorted into stand in the way, and the nearest one is named', () => {
    const text = printed(someFacts({ budgets: [aBudget({ category: 'grocceries' })] }));

    expect(text).toContain('✗ nothing was ever sorted into grocceries');
    expect(text).toContain('did you mean groceries?');
  });

  it('far from every category get the list of them', () => {
    expect(printed(someFacts({ budgets: [aBudget({ category: 'xylophones' })] }))).toMatch(
      /use one of\s+beauty, clothing/,
    );
  });

  it('on a category of the person that was used are well, and one that is built in and unused is worth knowing', () => {
    const budgets = [aBudget({ category: 'band' }), aBudget({ category: 'pets' }), aBudget({ category: 'total' })];

    const facts = someFacts({ budgets, categoriesSeen: new Set(['band']) });

    expect(problemsOf(facts)).toEqual([]);
    expect(hintsOf(facts)).toEqual(['nothing was ever sorted into pets']);
    expect(hintsOf({ ...facts, budgets: [aBudget({ category: 'pets' })], categoriesSeen: new Set() })).toEqual([]);
  });

  it('do not see other currencies', () => {
    const apart = [money(1_980, 'JPY')];

    expect(hintsOf(someFacts({ budgets: [aBudget({ apart })] }))).toEqual([
      'what was spent in JPY is compared with no limit: no exchange rate is known',
    ]);
  });

  it.each([
    [aBudget({ spent: money(25_000, 'USD') }), 'next at more than the limit, 0.01 USD to go'],
    [aBudget({ spent: money(25_001, 'USD') }), 'nothing left to tell; silent until a new month'],
    [aBudget({ spent: money(25_001, 'USD'), period: 'week' }), 'nothing left to tell; silent until a new week'],
    [aBudget({ thresholds: [50, { amountMinor: 14_000 }] }), 'next at 140.00 USD, 15.00 USD to go'],
    [aBudget({ thresholds: [50] }), 'next at more than the limit, 125.01 USD to go'],
    [aBudget({ spent: money(25_001, 'USD'), thresholds: [120] }), 'next at 120%, 49.99 USD to go'],
    [aBudget({ limit: money(0, 'USD'), spent: money(0, 'USD') }), 'next at 50%, 0.01 USD to go'],
    [aBudget({ name: 'treats' }), 'groceries (treats) 125.00 of 250.00 USD'],
    [aBudget({ isConverted: true }), '125.00 of 250.00 USD          next at 80%, 75.00 USD to go'],
  ])('are as far from the next alert as it says: %#', (budget, expected) => {
    expect(printed(someFacts({ budgets: [budget] }))).toContain(expected);
  });

  it('on a group are looked at category by category', () => {
    const group = (...categories: string[]) => someFacts({ budgets: [aBudget({ category: 'living', categories })] });

    expect(problemsOf(group('groceries', 'pets'))).toEqual([]);
    expect(hintsOf(group('pets', 'gifts'))).toEqual(['nothing was ever sorted into living (pets, gifts)']);
    expect(problemsOf(group('groceries', 'hosehold'))).toEqual([expect.stringContaining('living holds hosehold')]);
    expect(printed(group('groceries', 'hosehold'))).toContain('did you mean household?');
  });

  it('on a category that only a rule of the plan sorts into are well', () => {
    const person = aPerson({ rules: [{ items: ['wine'], category: 'alcohol' }] });
    const facts = someFacts({ person, budgets: [aBudget({ category: 'alcohol' })] });

    expect(problemsOf(facts)).toEqual([]);
    expect(hintsOf(facts)).toEqual(['nothing was ever sorted into alcohol']);
  });
});

describe('the time', () => {
  const quietHours = { from: '22:00', to: '07:00' };

  it('is told while quiet hours hold a message back, and when they do not', () => {
    const asleep = aPerson({ quietHours, timeZone: 'Asia/Tokyo' });
    const late = someFacts({ person: asleep, now: Date.parse('2026-11-20T14:30:00Z') });

    expect(hintsOf(late)).toEqual([
      'quiet hours from 22:00 to 07:00 in Asia/Tokyo: nothing goes out before 2026-11-21 07:00',
    ]);
    expect(printed(someFacts({ person: aPerson({ quietHours }) }))).toContain('in UTC: a message may go out now');
  });

  it.each([
    [quietHours, '08:00'],
    [{ from: '22:00', to: '09:30' }, '09:30'],
  ])('of the next summaries is told, after quiet hours %j', (quiet, time) => {
    const person = aPerson({ digest: ['weekly', 'monthly'], quietHours: quiet, timeZone: 'Europe/Berlin' });

    const text = printed(someFacts({ person }));

    expect(text).toContain(`✓ weekly summary: the one of this week comes at 2026-11-23 ${time}`);
    expect(text).toContain(`✓ monthly summary: the one of this month comes at 2026-12-01 ${time}`);
  });

  it('of forecasts is told', () => {
    const budgets = [aBudget({ forecast: true }), aBudget(), aBudget({ category: 'total', forecast: true })];

    expect(printed(someFacts({ budgets }))).toContain(
      '✓ forecast for groceries, total: looked at every day from 08:00',
    );
  });
});
