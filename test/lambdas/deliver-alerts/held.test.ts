import { describe, expect } from 'vitest';
import { findUnsent } from '../../../lambdas/adapters/alert-store.ts';
import { updateContact } from '../../../lambdas/adapters/contact-store.ts';
import { noteLook } from '../../../lambdas/adapters/daily-store.ts';
import { lookAnew } from '../../../lambdas/adapters/look-anew.ts';
import { readNotifications } from '../../../lambdas/adapters/notification-store.ts';
import { readContacts, readPerson } from '../../../lambdas/adapters/person-store.ts';
import type { Delivery } from '../../../lambdas/core/alert/alert.ts';
import type { NewDigestAlert } from '../../../lambdas/core/alert/claim.ts';
import type { Contact, ContactStatus } from '../../../lambdas/core/person/person.ts';
import { type Books, NOW, USER } from '../../support/books.ts';
import { it as base } from '../../support/fixtures.ts';

const HOUR_MS = 3_600_000;
const GROCERIES = { category: 'groceries', limitMinor: 10_000 };
const DINING = { category: 'dining', limitMinor: 10_000 };
const MAIL = { protocol: 'email', address: 'alice@example.com' } as const;
const PHONE = { protocol: 'sms', address: '+12025550123' } as const;
const NOTHING = { accepted: 0, failed: 0 };
const HELD = { ...NOTHING, again: new Date(NOW + HOUR_MS).toISOString() };

const it = base
  /** Notes how the person's mailbox stands. */
  .extend('mailboxIs', ({ table }) => async (status: ContactStatus) => {
    const isMailbox = ({ protocol }: Contact) => protocol === 'email';
    for (const contact of (await readContacts(table, USER)).filter(isMailbox)) {
      await updateContact(table, contact, { status });
    }
  })
  .extend(
    'notes',
    ({ table }) =>
      () =>
        readNotifications(table, USER, '2026-11-01', '2026-12-31'),
  );

/** The one window that a receipt claims in. */
async function spend(books: Books, documentId: string, amountMinor: number, category = 'groceries'): Promise<Delivery> {
  const [window] = await books.dropAndBook({ documentId, amountMinor, category });
  if (!window) throw new Error('expected a claim');
  return window;
}
const outcomes = async (books: Books) => (await books.budgetAlerts()).map(({ outcome }) => outcome);

describe('what no contact can be reached with', () => {
  it.for([
    'pending',
    'expired',
    'unsubscribed',
    'sandboxed',
  ] as const)('is held while the only mailbox is %s, and sent once it can be reached', async (status, {
    table,
    books,
    mailboxIs,
    notes,
  }) => {
    await books.plan([GROCERIES]);
    await mailboxIs(status);
    const window = await spend(books, 'one', 6_000);

    expect(await books.deliver(window)).toEqual(HELD);
    expect(books.published).toEqual([]);
    expect(await notes()).toEqual([]);
    expect(await findUnsent(table, new Date(NOW + HOUR_MS - 1).toISOString())).toEqual([]);
    await mailboxIs('confirmed');
    books.time.nowMs += HOUR_MS;

    expect(await books.deliver(window)).toEqual({ accepted: 1, failed: 0 });
    expect(await outcomes(books)).toEqual(['accepted']);
  });

  it('goes out as one mail of all windows, by the last of them; the others look no more', async ({
    books,
    mailboxIs,
  }) => {
    await books.plan([GROCERIES, DINING]);
    await mailboxIs('pending');
    const first = await spend(books, 'one', 6_000);
    await books.deliver(first);
    const second = await spend(books, 'two', 9_000, 'dining');
    await books.deliver(second);

    expect(await books.deliver(first)).toEqual(NOTHING);
    await mailboxIs('confirmed');
    await books.deliver(second);

    expect(books.published.map(({ subject }) => subject)).toEqual([
      'Dining: 90% of 100.00 USD spent for November 2026 and 1 more',
    ]);
  });

  it('is not sent when it is true no longer, and speaks when it is again', async ({ books, mailboxIs }) => {
    await books.plan([GROCERIES]);
    await mailboxIs('pending');
    const window = await spend(books, 'one', 6_000);
    await books.deliver(window);
    await books.dropAndBook({ documentId: 'refund', amountMinor: -5_000 });
    await mailboxIs('confirmed');

    expect(await books.deliver(window)).toEqual(NOTHING);
    expect(await outcomes(books)).toEqual(['overtaken']);
    await books.deliver(await spend(books, 'two', 5_000));

    expect(books.published).toHaveLength(1);
  });

  it('goes to the contact that a plan names instead, as soon as the sweep looks', async ({
    table,
    books,
    mailboxIs,
  }) => {
    await books.plan([GROCERIES]);
    await mailboxIs('pending');
    const window = await spend(books, 'one', 6_000);
    await books.deliver(window);
    await books.plan([GROCERIES], '02', {}, [PHONE]);
    const person = await readPerson(table, USER);
    if (person) await lookAnew(books.outbox, person);

    const [due] = await findUnsent(table, new Date(NOW).toISOString());
    await books.deliver({ userId: USER, windowId: due?.windowId, name: 'swept', takesOver: true });
    books.time.nowMs += HOUR_MS;
    expect(await books.deliver(window)).toEqual(NOTHING);

    expect(books.published.map(({ protocol }) => protocol)).toEqual(['sms']);
  });

  it('waits for the mailbox that its budget names, though another contact is reached', async ({ books, mailboxIs }) => {
    await books.plan([{ ...GROCERIES, contacts: ['email'] }, DINING], '01', {}, [MAIL, PHONE]);
    await mailboxIs('pending');
    const window = await spend(books, 'one', 6_000);
    await spend(books, 'two', 6_000, 'dining');

    expect(await books.deliver(window)).toMatchObject({ again: HELD.again });
    expect(books.published.filter(({ protocol }) => protocol === 'sms').map(({ text }) => text)).toEqual([
      expect.not.stringContaining('groceries'),
    ]);
    await mailboxIs('confirmed');
    await books.deliver(window);

    expect(books.published.at(-1)?.subject).toContain('Groceries');
  });
});

describe('what some contacts can be reached with', () => {
  it('is told to those at once, and noted for the mailbox that misses it', async ({ books, mailboxIs, notes }) => {
    await books.plan([GROCERIES], '01', {}, [MAIL, PHONE]);
    await mailboxIs('pending');

    expect(await books.deliver(await spend(books, 'one', 6_000))).not.toHaveProperty('again');

    expect(await outcomes(books)).toEqual(['accepted']);
    const byProtocol = (await notes()).map(({ protocol, contactStatus }) => [protocol, contactStatus]);
    expect(byProtocol.sort()).toEqual([
      ['email', 'pending'],
      ['sms', 'confirmed'],
    ]);
  });
});

describe('summaries that wait for a mailbox', () => {
  it('are told of the latest week only', async ({ books, mailboxIs, table }) => {
    await books.plan([GROCERIES]);
    await mailboxIs('pending');
    const claimed = { userId: USER, claimedAt: new Date(NOW).toISOString(), claimedBy: 'daily' };
    const claim = (periodStart: string, periodEnd: string): NewDigestAlert => ({
      ...{ ...claimed, periodStart, periodEnd },
      kind: 'digest',
      period: 'week',
    });
    const person = { userId: USER, timeZone: 'UTC' };
    await noteLook(books.outbox, person, '2026-11-16', () => [claim('2026-11-09', '2026-11-15')]);
    await noteLook(books.outbox, person, '2026-11-23', () => [claim('2026-11-16', '2026-11-22')]);
    const [window] = await books.unsentWindows();
    await books.deliver(window);
    await mailboxIs('confirmed');
    await books.deliver(window);

    expect(books.published.map(({ subject }) => subject)).toEqual([expect.stringContaining('16 - 22')]);
    expect(await findUnsent(table, '9999')).toEqual([]);
  });
});
