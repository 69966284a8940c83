import { describe, expect } from 'vitest';
import { readAlerts } from '../../../lambdas/adapters/alert-store.ts';
import { noteLook } from '../../../lambdas/adapters/daily-store.ts';
import { reopenDocument } from '../../../lambdas/adapters/document-store.ts';
import { personKey } from '../../../lambdas/adapters/ledger-keys.ts';
import type { NewDigestAlert, NewDueAlert } from '../../../lambdas/core/alert/claim.ts';
import type { Correction } from '../../../lambdas/core/correction/correction.ts';
import { money } from '../../../lambdas/core/ground/money.ts';
import type { Person } from '../../../lambdas/core/person/person.ts';
import { aDocument, USER } from '../../support/books.ts';
import { it as base } from '../../support/fixtures.ts';

const CLAIMED = { userId: USER, claimedAt: '2026-11-20T12:00:00.000Z', claimedBy: 'daily-2026-11-20' };
const due = (documentId: string, dueOn = '2026-11-23'): NewDueAlert => ({ kind: 'due', ...CLAIMED, documentId, dueOn });
const WEEK: NewDigestAlert = {
  ...{ kind: 'digest', ...CLAIMED },
  ...{ period: 'week', periodStart: '2026-11-09', periodEnd: '2026-11-15' },
};

const it = base
  .extend(
    'plan',
    ({ books }) =>
      (over: Partial<Person> = {}, hideAmounts = false, sequence = '01') =>
        books.plan([{ category: 'utilities', limitMinor: 100_000 }], sequence, { dueReminders: true, ...over }, [
          { protocol: 'email', address: 'alice@example.com' },
          { protocol: 'sms', address: '+12025550123', ...(hideAmounts ? { hideAmounts } : {}) },
        ]),
  )
  .extend('invoice', ({ books }) => async (documentId: string, facts: object = {}, run = 1) => {
    const receipt = { documentId, run, amountMinor: 26_482, facts: { dueOn: '2026-11-23', ...facts } };
    await books.drop(receipt);
    await books.record(receipt);
  })
  .extend('claim', ({ books }) => async (...alerts: (NewDueAlert | NewDigestAlert)[]) => {
    await noteLook(books.outbox, { userId: USER, timeZone: 'UTC' }, '2026-11-20', () => alerts);
  })
  .extend('deliver', ({ books }) => async () => {
    await books.deliverAll(await books.unsentWindows());
    return Object.fromEntries(books.published.map(({ protocol, text }) => [protocol, text]));
  })
  .extend(
    'outcomes',
    ({ table }) =>
      async () =>
        (await readAlerts(table, personKey(USER).PK, 'ALERT#due#')).map(({ outcome }) => outcome),
  );

describe('an invoice that falls due', () => {
  it('is told by e-mail and by text message', async ({ books, plan, invoice, claim, deliver }) => {
    await plan();
    await invoice('doc');
    await claim(due('doc'));

    const told = await deliver();

    expect(told['sms']).toBe('Spendwire: Green Basket 264.82 USD due Nov 23, 2026.');
    expect(told['email']).toContain(
      'Green Basket: 264.82 USD, due Nov 23, 2026, in 3 days\n  Paid? Say so with paid: true in corrections/alice/doc.yaml\n',
    );
    expect(books.published.map(({ subject }) => subject)).toContain('Green Basket: 264.82 USD due Nov 23, 2026');
  });

  it('is told with what is left to be paid and the day that holds now', async ({ plan, invoice, claim, deliver }) => {
    await plan();
    await invoice('doc');
    await claim(due('doc'));
    await invoice('doc', { dueOn: '2026-11-25', amountDue: money(6_482, 'USD') }, 2);

    expect((await deliver())['sms']).toBe('Spendwire: Green Basket 64.82 USD due Nov 25, 2026.');
  });

  it('in instalments is told of the one that falls due, with its amount', async ({ plan, invoice, claim, deliver }) => {
    const instalments = [
      { dueOn: '2026-10-23', amountDue: money(20_000, 'USD') },
      { dueOn: '2026-11-23', amountDue: money(6_482, 'USD') },
    ];
    await plan();
    await invoice('doc', { dueOn: '2026-10-23', instalments });
    await claim({ ...due('doc'), instalment: 2 });

    const told = await deliver();

    expect(told['sms']).toBe('Spendwire: Green Basket (2 of 2) 64.82 USD due Nov 23, 2026.');
    expect(told['email']).toContain(
      'Green Basket (2 of 2): 64.82 USD, due Nov 23, 2026, in 3 days\n  All paid? Say so with paid: true in corrections/alice/doc.yaml\n',
    );
  });

  it('holds no amount in a text message where the person wants none', async ({ plan, invoice, claim, deliver }) => {
    await plan({}, true);
    await invoice('doc');
    await claim(due('doc'));

    expect((await deliver())['sms']).toBe('Spendwire: Green Basket due Nov 23, 2026.');
  });

  it('is told with others in one message, the most urgent first', async ({ books, plan, invoice, claim, deliver }) => {
    await plan();
    await invoice('later');
    await invoice('late', { dueOn: '2026-11-18' });
    await claim(due('later'), due('late', '2026-11-18'));

    const told = await deliver();

    expect(told['sms']).toBe(
      'Spendwire: Green Basket 264.82 USD overdue since Nov 18, 2026; Green Basket 264.82 USD due Nov 23, 2026.',
    );
    expect(told['email']).toContain('overdue since Nov 18, 2026, 2 days ago');
    expect(books.published).toHaveLength(2);
  });

  it.for<[string, Correction]>([
    ['says that it is paid', { paid: true }],
    ['says to ignore it', { ignore: true }],
  ])('is told no more once a correction %s before the window closes', async ([_, says], {
    table,
    books,
    plan,
    invoice,
    claim,
    deliver,
    outcomes,
  }) => {
    await plan();
    await invoice('doc');
    await claim(due('doc'));
    const from = { key: 'k', versionId: 'v', sequencer: '1', uploadedAt: '2026-11-20T12:00:01.000Z' };
    const outcome = { status: 'pending', run: 2, updatedAt: from.uploadedAt } as const;
    const corrected = { correction: { says, from, run: 2 }, audit: [] };
    await reopenDocument(table, aDocument({ documentId: 'doc', run: 2 }), outcome, corrected);

    await deliver();

    expect(books.published).toEqual([]);
    expect(await outcomes()).toEqual(['overtaken']);
  });

  it('is told no more once it is booked as paid, and the others are', async ({
    plan,
    invoice,
    claim,
    deliver,
    outcomes,
  }) => {
    await plan();
    await invoice('open', { vendor: 'City Water' });
    await invoice('paid');
    await claim(due('open'), due('paid'));
    await invoice('paid', { isPaid: true }, 2);

    expect((await deliver())['sms']).toBe('Spendwire: City Water 264.82 USD due Nov 23, 2026.');
    expect(await outcomes()).toEqual(['accepted', 'overtaken']);
  });

  it('that was not to be paid when its window closed, and is again, is told at a later look, once', async ({
    books,
    plan,
    invoice,
    claim,
    deliver,
    outcomes,
  }) => {
    await plan();
    await invoice('doc');
    await claim(due('doc'));
    await invoice('doc', { isPaid: true }, 2);
    await deliver();
    expect(await outcomes()).toEqual(['overtaken']);
    await invoice('doc', { isPaid: undefined }, 3);

    for (const day of ['2026-11-21', '2026-11-22']) {
      await noteLook(books.outbox, { userId: USER, timeZone: 'UTC' }, day, () => [due('doc')]);
      await deliver();
    }

    expect(books.published.map(({ protocol }) => protocol).sort()).toEqual(['email', 'sms']);
    expect(await outcomes()).toEqual(['accepted']);
  });

  it('is told no more once a new plan wants no reminders', async ({ books, plan, invoice, claim, deliver }) => {
    await plan();
    await invoice('doc');
    await claim(due('doc'));
    await books.plan([{ category: 'utilities', limitMinor: 100_000 }], '02');

    await deliver();

    expect(books.published).toEqual([]);
  });
});

describe('a summary', () => {
  it('names what falls due within two weeks and is not paid, without any reminders', async ({
    plan,
    invoice,
    claim,
    deliver,
  }) => {
    await plan({ dueReminders: false, digest: ['weekly'] });
    await invoice('today', { dueOn: '2026-11-20' });
    await invoice('last', { dueOn: '2026-12-04' });
    const part = (dueOn: string) => ({ dueOn, amountDue: money(13_241, 'USD') });
    await invoice('parts', { dueOn: '2026-11-21', instalments: [part('2026-11-21'), part('2026-12-03')] });
    await invoice('beyond', { dueOn: '2026-12-05' });
    await invoice('over', { dueOn: '2026-11-19' });
    await invoice('paid', { isPaid: true });
    await claim(WEEK);

    const mail = (await deliver())['email'] ?? '';

    const lines = mail.split('\n');
    expect(lines.slice(lines.indexOf('Due in the next 14 days:'))).toEqual([
      'Due in the next 14 days:',
      '  Nov 20, 2026: Green Basket, 264.82 USD',
      '  Nov 21, 2026: Green Basket (1 of 2), 132.41 USD',
      '  Dec 3, 2026: Green Basket (2 of 2), 132.41 USD',
      '  Dec 4, 2026: Green Basket, 264.82 USD',
      '',
      'Spendwire',
      '',
    ]);
  });
});
