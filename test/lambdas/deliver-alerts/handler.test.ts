import { describe, expect } from 'vitest';
import { findUnsent } from '../../../lambdas/adapters/alert-store.ts';
import { readNotifications } from '../../../lambdas/adapters/notification-store.ts';
import { closeDocument } from '../../../lambdas/adapters/outcome-store.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import { claimant } from '../../../lambdas/core/alert/alert.ts';
import type { NewAttentionAlert } from '../../../lambdas/core/alert/claim.ts';
import type { Message, PublishOutcome } from '../../../lambdas/core/message/message.ts';
import { type Books, NOW, openBooks, USER } from '../../support/books.ts';
import { it as base } from '../../support/fixtures.ts';

type Answer = (message: Message) => PublishOutcome;
const takesAll: Answer = () => ({ outcome: 'accepted', messageId: 'm' });
const noMail: Answer = (message) =>
  message.protocol === 'email'
    ? { outcome: 'failed', error: 'ServiceUnavailable: later', isTransient: true }
    : takesAll(message);

const it = base
  .extend('sns', () => ({ answer: takesAll }))
  .extend('books', ({ table, sns }) => openBooks(table, table, (message) => sns.answer(message)));

const MAIL = { protocol: 'email', address: 'alice@example.com' } as const;
const PHONE = { protocol: 'sms', address: '+12025550123' } as const;
const MINUTE_MS = 60_000;
const GROCERIES = { category: 'groceries', limitMinor: 10_000 };
const DINING = { category: 'dining', limitMinor: 10_000 };

/** Books a receipt and gives the windows that it claimed in. */
const spend = (books: Books, documentId: string, amountMinor: number, category = 'groceries') =>
  books.dropAndBook({ documentId, amountMinor, category });
const told = (books: Books) => books.published.map(({ protocol, text }) => [protocol, text] as const);
const notifications = (table: Table) => readNotifications(table, USER, '2026-11-01', '2026-12-31');

describe('a document that needs somebody', () => {
  const unreadable = async (books: Books, documentId: string) => {
    await books.drop({ documentId, amountMinor: 1_000 });
    const status = 'needs_review';
    const updatedAt = '2026-11-20T12:00:00.000Z';
    const claimed = { claimedAt: updatedAt, claimedBy: claimant(documentId, 1) };
    const about = { documentId, run: 1, status, key: 'receipts/alice/one.jpg', reason: 'no total' } as const;
    const alert: NewAttentionAlert = { kind: 'attention', userId: USER, ...about, ...claimed };
    const claims = { alerts: [alert], person: { timeZone: 'UTC' } };
    await closeDocument(books.outbox, { documentId, outcome: { status, run: 1, updatedAt }, claims });
    return books.unsentWindows();
  };

  it('is told of where it still waits', async ({ books }) => {
    await books.plan([GROCERIES]);

    await books.deliverAll(await unreadable(books, 'one'));

    expect(books.published.map(({ subject }) => subject)).toEqual(['Please look at: one.jpg']);
  });

  it('is not told of where it was settled before the window closed', async ({ table, books }) => {
    await books.plan([GROCERIES]);
    const deliveries = await unreadable(books, 'one');
    await books.dropAndBook({ documentId: 'one', run: 2, amountMinor: 1_000 });

    await books.deliverAll(deliveries);

    expect(told(books)).toEqual([]);
    expect(await findUnsent(table, '2026-11-20T13:59:59.000Z')).toEqual([]);
  });
});

describe('a window', () => {
  it('sends all that a burst of receipts crossed as one message per contact', async ({ books }) => {
    await books.plan([GROCERIES, DINING], '01', {}, [MAIL, PHONE]);

    const first = await spend(books, 'one', 6_000);
    const second = await spend(books, 'two', 9_000, 'dining');
    const third = await spend(books, 'three', 5_000);
    await books.deliverAll([...first, ...second, ...third]);

    expect(first).toEqual(second);
    expect(told(books)).toHaveLength(2);
    const [mail] = books.published;
    expect(mail?.subject).toBe('Groceries: 100.00 USD limit exceeded (110%) for November 2026 and 1 more');
    expect(mail?.text).toContain('Dining, November 2026: 90.00 of 100.00 USD (90%)');
    expect(mail?.alertIds).toHaveLength((await books.budgetAlerts()).length);
  });

  it('takes nothing in once it is sent: what comes then opens the next one', async ({ books }) => {
    await books.plan([GROCERIES]);
    const first = await spend(books, 'one', 6_000);
    await books.deliverAll(first);

    const second = await spend(books, 'two', 3_000);
    await books.deliverAll(second);

    expect(second[0]?.windowId).not.toBe(first[0]?.windowId);
    expect(told(books)).toHaveLength(2);
  });

  it('is silent about what a refund has overtaken before it was told, and tells of it when it comes again', async ({
    books,
  }) => {
    await books.plan([GROCERIES]);
    const window = await spend(books, 'one', 6_000);
    await spend(books, 'refund', -5_000);
    await books.deliverAll(window);
    expect(told(books)).toEqual([]);

    await books.deliverAll(await spend(books, 'two', 5_000));

    expect(told(books)).toHaveLength(1);
    expect(await books.crossings()).toEqual(['50 1', '50 2']);
  });

  it('tells a crossing that was taken back and made again within it once', async ({ books }) => {
    await books.plan([GROCERIES]);
    const window = await spend(books, 'one', 6_000);
    await spend(books, 'refund', -5_000);
    await spend(books, 'two', 5_000);
    await books.deliverAll(window);

    expect(books.published.map(({ alertIds }) => alertIds.length)).toEqual([1]);
  });

  it('is settled in silence when the plan was ended, and when there is nobody to tell', async ({ books }) => {
    await books.plan([GROCERIES], '01', {}, []);
    await books.deliverAll(await spend(books, 'one', 6_000));

    expect(told(books)).toEqual([]);
    expect((await books.budgetAlerts()).map(({ sentAt }) => sentAt)).not.toContain(undefined);
  });
});

describe('quiet hours', () => {
  const QUIET = { quietHours: { from: '11:00', to: '14:00' } };

  it('keep the window open until they end, and then one message tells of everything', async ({ books }) => {
    await books.plan([GROCERIES], '01', QUIET);
    const first = await spend(books, 'one', 6_000);
    books.time.nowMs += 60 * MINUTE_MS;
    const second = await spend(books, 'two', 5_000);

    expect(first).toMatchObject([{ closesAt: '2026-11-20T14:00:00.000Z' }]);
    expect(second).toEqual(first);
    books.time.nowMs = Date.parse('2026-11-20T14:00:00Z');
    await books.deliverAll(first);

    expect(told(books)).toHaveLength(1);
  });

  it('that a new plan brings hold back what was about to be sent, and lose nothing', async ({ books }) => {
    await books.plan([GROCERIES]);
    const [window] = await spend(books, 'one', 6_000);
    await books.plan([GROCERIES], '02', QUIET);

    expect(await books.deliver(window)).toEqual({ accepted: 0, failed: 0, again: '2026-11-20T14:00:00.000Z' });
    expect(told(books)).toEqual([]);
    books.time.nowMs = Date.parse('2026-11-20T14:00:00Z');
    await books.deliver(window);

    expect(told(books)).toHaveLength(1);
  });
});

describe('quiet hours that hold a window back', () => {
  it('hold back what is claimed meanwhile, too: nothing is left for the sweep, which would send it a second time', async ({
    table,
    books,
  }) => {
    await books.plan([GROCERIES]);
    const [window] = await spend(books, 'one', 6_000);
    await books.plan([GROCERIES], '02', { quietHours: { from: '11:00', to: '14:00' } });
    await books.deliver(window);

    books.time.nowMs += 60 * MINUTE_MS;
    const joined = await spend(books, 'two', 5_000);

    expect(joined).toMatchObject([{ windowId: window?.windowId, closesAt: '2026-11-20T14:00:00.000Z' }]);
    expect(await findUnsent(table, '2026-11-20T13:59:59.000Z')).toEqual([]);
  });
});

describe('contacts', () => {
  it('that a budget names are told of it, the others are not', async ({ books }) => {
    await books.plan(
      [
        { ...GROCERIES, contacts: ['sms'] },
        { ...DINING, contacts: [MAIL.address] },
      ],
      '01',
      {},
      [MAIL, PHONE],
    );
    const window = await spend(books, 'one', 6_000);
    await spend(books, 'two', 6_000, 'dining');
    await books.deliverAll(window);

    expect(told(books).map(([protocol, text]) => [protocol, /groceries/i.test(text.split('Where')[0] ?? '')])).toEqual([
      ['email', false],
      ['sms', true],
    ]);
  });

  it('that want no amounts on their phone get none', async ({ books }) => {
    await books.plan([GROCERIES], '01', {}, [{ ...PHONE, hideAmounts: true }]);
    await books.deliverAll(await spend(books, 'one', 6_000));

    expect(told(books)).toMatchObject([['sms', expect.stringContaining('groceries 60% of its limit')]]);
  });

  it('are told although SNS cannot reach another one now, which is tried again and told once', async ({
    table,
    books,
    sns,
  }) => {
    await books.plan([GROCERIES], '01', {}, [MAIL, PHONE]);
    const [window] = await spend(books, 'one', 6_000);
    sns.answer = noMail;

    await expect(books.deliver(window)).rejects.toMatchObject({ name: 'MessageNotAcceptedError' });
    sns.answer = takesAll;
    await books.deliver(window);

    expect(told(books).map(([protocol]) => protocol)).toEqual(['sms', 'email']);
    expect((await notifications(table)).map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
  });

  it('that SNS refuses are noted with what it said', async ({ table, books, sns }) => {
    await books.plan([GROCERIES]);
    sns.answer = () => ({ outcome: 'failed', error: 'InvalidParameter: no', isTransient: false });
    await books.deliverAll(await spend(books, 'one', 6_000));

    expect(await notifications(table)).toMatchObject([{ outcome: 'failed', error: 'InvalidParameter: no' }]);
    expect(await books.budgetAlerts()).toMatchObject([{ outcome: 'failed' }]);
  });
});

describe('text messages', () => {
  /** Crossings of thresholds, each in a window of its own, a minute apart. */
  async function windows(books: Books, count: number) {
    for (let index = 0; index < count; index++) {
      await books.deliverAll(await spend(books, `doc${index}`, 1_000));
      books.time.nowMs += MINUTE_MS;
    }
  }
  const STEPS = { ...GROCERIES, thresholds: [10, 20, 30, 40, 50, 60], contacts: ['sms'] };
  const waiting = async (books: Books) =>
    (await books.budgetAlerts()).filter(({ sentAt }) => sentAt === undefined).map(({ trigger }) => trigger.kind);

  it('are four an hour at most for what is reached; the fifth goes by e-mail, which says so', async ({ books }) => {
    await books.plan([STEPS], '01', {}, [MAIL, PHONE]);

    await windows(books, 5);

    expect(told(books).map(([protocol]) => protocol)).toEqual(['sms', 'sms', 'sms', 'sms', 'email']);
    expect(told(books).at(-1)?.[1]).toContain('Not sent to +12025550123 yet: it had its messages for this hour.');
  });

  it('tell by the fifth that a limit is exceeded, with all that has waited, which then waits no more', async ({
    books,
  }) => {
    await books.plan([STEPS], '01', {}, [PHONE]);
    await windows(books, 5);

    await books.deliverAll(await spend(books, 'much', 6_000));

    expect(told(books)).toHaveLength(5);
    expect(told(books).at(-1)?.[1]).toContain('groceries 110.00 of 100.00 USD (110%)');
    expect(await waiting(books)).toEqual([]);
  });

  it('tell of the sixth, although the mailbox was told, once there is room: one text with all that came since', async ({
    books,
  }) => {
    const both = { ...DINING, thresholds: [90], contacts: ['sms', 'email'] };
    await books.plan([STEPS, both], '01', {}, [MAIL, PHONE]);
    await windows(books, 4);
    await books.deliverAll(await spend(books, 'much', 8_000));
    const [exceeded] = await spend(books, 'dinner', 12_000, 'dining');
    expect(await books.deliver(exceeded)).toEqual({ accepted: 1, failed: 0, again: '2026-11-20T13:00:00.000Z' });
    const [more] = await spend(books, 'supper', 1_000, 'dining');
    expect(more).toBeUndefined();

    books.time.nowMs = NOW + 60 * MINUTE_MS;
    await books.deliver(exceeded);

    expect(told(books).at(-1)?.[0]).toBe('sms');
    expect(told(books).at(-1)?.[1]).toContain('dining 130.00 of 100.00 USD (130%)');
    expect(told(books).filter(([protocol]) => protocol === 'email')).toHaveLength(1);
    expect(await waiting(books)).toEqual([]);
  });

  it('that wait are one text, whoever wakes first, and nothing is sent twice', async ({ books }) => {
    await books.plan([STEPS], '01', {}, [PHONE]);
    await windows(books, 4);
    const [fifth] = await spend(books, 'doc4', 1_000);
    await books.deliver(fifth);
    books.time.nowMs += MINUTE_MS;
    const [sixth] = await spend(books, 'doc5', 1_000);
    await books.deliver(sixth);

    books.time.nowMs = NOW + 60 * MINUTE_MS;
    await Promise.all([books.deliver(fifth), books.deliver(sixth)]);

    expect(told(books)).toHaveLength(5);
    expect(told(books).at(-1)?.[1]).toContain('groceries 60.00 of 100.00 USD');
  });

  it('that waited are not sent when they are true no more, nor claimed anew when the mailbox was told', async ({
    books,
  }) => {
    await books.plan([STEPS], '01', {}, [MAIL, PHONE]);
    await windows(books, 4);
    const [fifth] = await spend(books, 'doc4', 1_000);
    await books.deliver(fifth);
    await spend(books, 'refund', -4_500);

    books.time.nowMs = NOW + 60 * MINUTE_MS;
    await books.deliver(fifth);

    expect(told(books)).toHaveLength(5);
    expect((await books.budgetAlerts()).map(({ outcome }) => outcome)).toEqual(Array(5).fill('accepted'));
  });

  it('count once: a repeat does not call the fourth one the fifth', async ({ books, sns }) => {
    await books.plan([{ ...STEPS, thresholds: [10, 20, 30, 40] }, DINING], '01', {}, [MAIL, PHONE]);
    for (let index = 1; index < 4; index++) await books.deliverAll(await spend(books, `doc${index}`, 1_000));
    const [window] = [...(await spend(books, 'doc5', 1_000)), ...(await spend(books, 'doc6', 6_000, 'dining'))];
    sns.answer = noMail;
    await expect(books.deliver(window)).rejects.toMatchObject({ name: 'MessageNotAcceptedError' });

    sns.answer = takesAll;
    await books.deliver(window);

    expect(told(books).map(([protocol]) => protocol)).toEqual(['sms', 'sms', 'sms', 'sms', 'email']);
    expect(told(books).at(-1)?.[1]).not.toContain('Not sent to');
    expect(told(books).at(-1)?.[1]).not.toContain('Groceries, ');
  });

  it('reach the sixth phone, too, an hour later', async ({ books }) => {
    const phones = [1, 2, 3, 4, 5, 6].map((last) => ({ protocol: 'sms', address: `+1202555012${last}` }) as const);
    await books.plan([GROCERIES], '01', {}, phones);
    const [window] = await spend(books, 'one', 11_000);

    expect(await books.deliver(window)).toMatchObject({ accepted: 5, again: '2026-11-20T13:00:00.000Z' });
    books.time.nowMs += 60 * MINUTE_MS;

    expect(await books.deliver(window)).not.toHaveProperty('again');
    expect(new Set(books.published.map(({ topicArn }) => topicArn)).size).toBe(6);
    expect(told(books)).toHaveLength(6);
  });

  it('are taken up by the sweep where the execution that held them has died', async ({ books }) => {
    await books.plan([STEPS], '01', {}, [PHONE]);
    await windows(books, 5);
    const [left] = (await books.budgetAlerts()).filter(({ sentAt }) => sentAt === undefined);

    books.time.nowMs = NOW + 70 * MINUTE_MS;
    const again = { userId: USER, windowId: left?.windowId, name: 'swept', takesOver: true };
    expect(await books.deliver(again)).toEqual({ accepted: 1, failed: 0 });

    expect(told(books)).toHaveLength(5);
  });
});
