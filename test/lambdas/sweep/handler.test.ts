import { describe, expect } from 'vitest';
import { summarise } from '../../../bench/calls/summary.ts';
import type { TableCall } from '../../../bench/calls/table-call.ts';
import { findUnsent, findWaiting, hold } from '../../../lambdas/adapters/alert-store.ts';
import { createDocument, findPending, readDocument, readOutcome } from '../../../lambdas/adapters/document-store.ts';
import { closeWindow } from '../../../lambdas/adapters/outbox.ts';
import { closeDocument } from '../../../lambdas/adapters/outcome-store.ts';
import { readPerson } from '../../../lambdas/adapters/person-store.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import type { Delivery } from '../../../lambdas/core/alert/alert.ts';
import { SpendwireError } from '../../../lambdas/core/ground/errors.ts';
import type { Closing } from '../../../lambdas/core/outcome/closing.ts';
import { createHandler, type SweepPorts } from '../../../lambdas/sweep/handler.ts';
import { aDocument, NOW, openBooks, outboxOn, USER } from '../../support/books.ts';
import { counted } from '../../support/counted.ts';
import { it as base } from '../../support/fixtures.ts';

const MINUTE_MS = 60_000;
const it = base
  .extend('table', async ({ table }) => {
    await openBooks(table).plan([{ category: 'groceries', limitMinor: 10_000, thresholds: [50, 80] }]);
    return table;
  })
  /** One sweep, and the windows whose delivery it started. */
  .extend('sweep', ({ table }) => async (nowMs = NOW, over: Partial<SweepPorts> = {}, input: object = {}) => {
    const deliveries: Delivery[] = [];
    const { closed } = await createHandler({
      ...portsOn(table),
      now: () => nowMs,
      startDelivery: async (delivery) => {
        deliveries.push(delivery);
        return `arn:${delivery.name}`;
      },
      ...over,
    })(input);
    return { closed, deliveries };
  });

/** What a sweep reads and writes. */
const portsOn = (table: Table) => ({
  now: () => NOW,
  findUnsent: (closedBefore: string) => findUnsent(table, closedBefore),
  findWaiting: (closingFrom: string) => findWaiting(table, closingFrom),
  findPending: (before: string, most: number) => findPending(table, before, most),
  readDocument: (documentId: string) => readDocument(table, documentId),
  readOutcome: (documentId: string) => readOutcome(table, documentId),
  readPerson: (userId: string) => readPerson(table, userId),
  close: (closing: Closing) => closeDocument(outboxOn(table), closing),
  unsentAfterSeconds: 300,
});

/** A document that waits until its deadline. */
const wait = (table: Table, documentId: string, deadlineMs: number) =>
  createDocument(table, aDocument({ documentId }), {
    ...{ status: 'pending', run: 1, updatedAt: new Date(NOW).toISOString() },
    deadlineAt: new Date(deadlineMs).toISOString(),
  });

describe('sweep', () => {
  it('has what a person holds of several windows sent by one delivery, which takes it over', async ({
    table,
    sweep,
  }) => {
    const books = openBooks(table);
    for (const [documentId, amountMinor] of [
      ['one', 5_000],
      ['two', 3_000],
    ] as const) {
      const [window] = await books.dropAndBook({ documentId, amountMinor });
      await closeWindow(table, USER, window?.windowId ?? '');
    }
    await hold(table, await books.budgetAlerts(), 'died', new Date(NOW).toISOString());

    expect((await sweep(NOW + 4 * MINUTE_MS)).deliveries).toEqual([]);
    const { deliveries } = await sweep(NOW + 6 * MINUTE_MS);

    expect(deliveries).toMatchObject([{ takesOver: true }]);
    expect(await books.deliver(deliveries[0])).toEqual({ accepted: 1, failed: 0 });
    expect(books.published[0]?.alertIds).toHaveLength(2);
  });

  it('closes what is pending past its deadline and leaves what is in time', async ({ table, sweep }) => {
    await wait(table, 'late', NOW - 1);
    await wait(table, 'in-time', NOW + 1);

    expect(await sweep()).toMatchObject({ closed: 1 });

    expect(await readOutcome(table, 'late')).toMatchObject({
      status: 'failed',
      code: 'DeadlinePassedError',
      reason: expect.stringContaining('alice-late-r1'),
    });
    expect(await readOutcome(table, 'in-time')).toMatchObject({ status: 'pending' });
  });

  it('does not read what has time yet, however much of it waits for its turn', async ({ table, sweep }) => {
    await wait(table, 'late', NOW - 1);
    for (const documentId of ['one', 'two', 'three']) await wait(table, documentId, NOW + 1);
    const read: string[] = [];

    await sweep(NOW, {
      readDocument: (documentId) => {
        read.push(documentId);
        return readDocument(table, documentId);
      },
    });

    expect(read).toEqual(['late']);
  });

  it('takes no more windows at once than an execution can carry, however long deliveries were out of order', async ({
    books,
    sweep,
  }) => {
    const receipt = { documentId: 'one', amountMinor: 6_000 };
    const [window] = await books.dropAndBook(receipt);
    const [alert] = await books.budgetAlerts();
    if (!alert || !window) throw new Error('expected an alert in a window');
    const stale = Array.from({ length: 3_000 }, (_, index) => ({ ...alert, windowId: `${window.windowId}${index}` }));

    const { deliveries } = await sweep(NOW + 10 * MINUTE_MS, { findUnsent: async () => stale });

    expect(deliveries[0]?.windowId).toBe(stale[0]?.windowId);
    expect(JSON.stringify(deliveries).length).toBeLessThan(256 * 1024);
  });

  it('tells the person of all that it closed, once, by the execution of the window', async ({
    table,
    books,
    sweep,
  }) => {
    for (const documentId of ['late', 'later']) await wait(table, documentId, NOW - 1);

    const { deliveries } = await sweep();
    await books.deliverAll(deliveries);

    expect(deliveries).toMatchObject([{ name: expect.stringMatching(/^alice-20261120T120000000Z-\w{6}$/) }]);
    expect(books.published).toHaveLength(1);
    expect(await sweep(NOW + 6 * MINUTE_MS)).toEqual({ closed: 0, deliveries: [] });
  });

  it('starts in its next attempt what it claimed and could not start, by the same name', async ({
    table,
    books,
    sweep,
  }) => {
    await wait(table, 'late', NOW - 1);
    const tried: string[] = [];
    const startDelivery = async ({ name }: Delivery) => {
      tried.push(name);
      throw new SpendwireError('DeliveryNotStartedError', 'not now');
    };
    await expect(sweep(NOW, { startDelivery })).rejects.toMatchObject({ name: 'DeliveryNotStartedError' });
    await expect(sweep(NOW + 2_000, { startDelivery })).rejects.toMatchObject({ name: 'DeliveryNotStartedError' });

    const { closed, deliveries } = await sweep(NOW + 4_000);
    await books.deliverAll(deliveries);

    expect(closed).toBe(0);
    expect(tried).toHaveLength(2);
    expect(deliveries.map(({ name }) => name)).toEqual([tried[0]]);
    expect(tried[1]).toBe(tried[0]);
    expect(books.published).toMatchObject([{ subject: 'Failed: late.jpg' }]);
  });

  it('starts in its next attempt what one claimed that died after the closing', async ({ table, books, sweep }) => {
    await wait(table, 'late', NOW - 1);
    const findUnsent = () => Promise.reject(new Error('died'));
    await expect(sweep(NOW, { findUnsent })).rejects.toThrow('died');

    const { closed, deliveries } = await sweep(NOW + 2_000);
    await books.deliverAll(deliveries);

    expect(closed).toBe(0);
    expect(deliveries).toMatchObject([{ name: expect.stringMatching(/^alice-20261120T120000000Z-\w{6}$/) }]);
    expect(books.published).toMatchObject([{ subject: 'Failed: late.jpg' }]);
  });

  it('leaves windows that wait for the morning to whoever claimed in them, unless it is about a failure', async ({
    table,
    sweep,
  }) => {
    const books = openBooks(table);
    const quietHours = { from: '11:00', to: '20:00' };
    await books.plan([{ category: 'groceries', limitMinor: 10_000, thresholds: [50] }], '02', { quietHours });
    const [window] = await books.dropAndBook({ documentId: 'one', amountMinor: 6_000 });
    expect((await sweep(NOW + 60 * MINUTE_MS)).deliveries).toEqual([]);
    await wait(table, 'late', NOW - 1);

    expect((await sweep(NOW + 61 * MINUTE_MS)).deliveries).toEqual([window]);
    expect((await sweep(NOW + 66 * MINUTE_MS)).deliveries).toEqual([window]);
  });

  it('starts a window once, however it was found: one that is over under a name of its own', async ({
    table,
    sweep,
  }) => {
    await wait(table, 'late', NOW - 1);
    await sweep(NOW);
    const [alert] = await findWaiting(table, '');
    if (!alert) throw new Error('expected an alert');

    const { deliveries } = await sweep(NOW + 60 * MINUTE_MS, { findWaiting: async () => [alert, alert] });

    expect(deliveries).toMatchObject([{ name: expect.stringMatching(/^alice-20261120T120000000Z-\w{6}-\w+$/) }]);
  });

  it('starts the newest of too many windows about failures', async ({ table, sweep }) => {
    await wait(table, 'late', NOW - 1);
    await sweep(NOW);
    const [alert] = await findWaiting(table, '');
    if (!alert) throw new Error('expected an alert');
    const many = Array.from({ length: 3_000 }, (_, index) => ({
      ...alert,
      windowId: `${alert.windowId}${index}`,
      claimedAt: new Date(NOW + index).toISOString(),
    }));

    const { deliveries } = await sweep(NOW, { findWaiting: async () => many });

    expect(deliveries[0]?.windowId).toBe(many.at(-1)?.windowId);
    expect(JSON.stringify(deliveries).length).toBeLessThan(128 * 1024);
  });

  it('closes the window that a clock opened which was ahead, and no other that waits', async ({ table, sweep }) => {
    const ahead = NOW + 30 * 24 * 60 * MINUTE_MS;
    await wait(table, 'late', NOW - 1);
    const { deliveries: opened } = await sweep(ahead, {
      close: (closing) => closeDocument(outboxOn(table, ahead), closing),
    });
    const [first] = opened;

    const { deliveries } = await sweep(NOW + MINUTE_MS);
    const later = await sweep(ahead + MINUTE_MS);

    expect(first?.windowId).toMatch(/^20261220T120000000Z-/);
    expect(deliveries).toMatchObject([
      { windowId: first?.windowId, closesAt: new Date(NOW + MINUTE_MS).toISOString(), userId: USER },
    ]);
    expect(deliveries[0]?.name).not.toBe(first?.name);
    expect(later.deliveries).toEqual([first]);
  });

  it('names the trace of the document, also in an attempt that finds it closed', async ({ table, sweep }) => {
    await wait(table, 'late', NOW - 1);
    const traces: (string | undefined)[] = [];
    const startDelivery = async ({ name }: Delivery, _: string | undefined, traceId?: string) => {
      traces.push(traceId);
      return `arn:${name}`;
    };
    await sweep(NOW, { startDelivery });
    await sweep(NOW, { startDelivery });
    await sweep(NOW + 6 * MINUTE_MS, { startDelivery });

    const { traceId } = aDocument({ documentId: 'late' });
    expect(traces).toEqual([traceId, traceId, undefined]);
  });

  it('reads no item twice', async ({ table }) => {
    await wait(table, 'late', NOW - 1);
    const calls: TableCall[] = [];
    const startDelivery = async ({ name }: Delivery) => `arn:${name}`;

    const { closed } = await createHandler({ ...portsOn(counted(table, calls)), startDelivery })({});

    expect(closed).toBe(1);
    expect(calls.map(({ operation }) => operation)).toEqual([
      ...['Query', 'Query', 'Query', 'GetItem', 'GetItem'],
      ...['GetItem', 'GetItem', 'TransactWriteItems'],
      ...['Query', 'Query'],
    ]);
    expect(summarise(calls).readAgain).toEqual([]);
  });

  it('reads anew what changed while it was closing', async ({ table, books, sweep }) => {
    await wait(table, 'doc', NOW - 1);
    const close = async (closing: Closing) => {
      await books.record({ documentId: 'doc', amountMinor: 4_320 });
      return closeDocument(outboxOn(table), closing);
    };

    expect(await sweep(NOW, { close })).toEqual({ closed: 1, deliveries: [expect.anything()] });
    expect(await readOutcome(table, 'doc')).toMatchObject({
      status: 'completed',
      reason: expect.stringContaining('what was booked before stays'),
    });
  });

  it('reads a person once, of however many documents', async ({ table, sweep }) => {
    for (const documentId of ['late', 'later', 'latest']) await wait(table, documentId, NOW - 1);
    const read: string[] = [];
    const readOne = (userId: string) => {
      read.push(userId);
      return readPerson(table, userId);
    };

    expect(await sweep(NOW, { readPerson: readOne })).toMatchObject({ closed: 3 });
    expect(read).toEqual([USER]);
  });

  it('tells the person with a later sweep of what one claimed that broke off', async ({ table, books, sweep }) => {
    await wait(table, 'late', NOW - 1);
    const startDelivery = () => Promise.reject(new SpendwireError('DeliveryNotStartedError', 'not now'));
    await expect(sweep(NOW, { startDelivery })).rejects.toMatchObject({ name: 'DeliveryNotStartedError' });

    const later = NOW + 6 * MINUTE_MS;
    await books.deliverAll((await sweep(later)).deliveries);

    expect(books.published).toMatchObject([{ subject: 'Failed: late.jpg' }]);
    expect(await sweep(later)).toEqual({ closed: 0, deliveries: [] });
  });

  it('starts what can be started although one cannot, and the same names in another attempt', async ({
    books,
    sweep,
  }) => {
    const receipt = { documentId: 'one', amountMinor: 6_000 };
    const [window] = await books.dropAndBook(receipt);
    const [alert] = await books.budgetAlerts();
    const windows = ['a', 'b', 'c'].map((end) => ({ ...alert, windowId: `${window?.windowId}${end}` }));
    const findUnsent = async () => windows as Awaited<ReturnType<SweepPorts['findUnsent']>>;
    const tried: string[] = [];
    const startDelivery = async ({ name }: Delivery) => {
      tried.push(name);
      if (tried.length === 2) throw new SpendwireError('DeliveryNotStartedError', 'not now');
      return `arn:${name}`;
    };
    const input = { startedAt: new Date(NOW + 10 * MINUTE_MS).toISOString() };

    await expect(sweep(NOW + 10 * MINUTE_MS, { findUnsent, startDelivery }, input)).rejects.toThrow('not now');
    const { deliveries } = await sweep(NOW + 12 * MINUTE_MS, { findUnsent }, input);

    expect(tried).toHaveLength(3);
    expect(deliveries.map(({ name }) => name)).toEqual(tried);
  });

  it('closes a document without a person too', async ({ table, sweep }) => {
    const { userId: _, ...nobody } = aDocument({ documentId: 'nobody' });
    await createDocument(table, nobody, {
      status: 'pending',
      run: 1,
      updatedAt: '2026-11-20T00:00:00.000Z',
      deadlineAt: '2026-11-20T06:00:00.000Z',
    });

    expect(await sweep()).toEqual({ closed: 1, deliveries: [] });
  });

  it('finds windows that closed five minutes ago with alerts unsent, and only those', async ({ books, sweep }) => {
    const receipt = { documentId: 'doc', amountMinor: 9_000 };
    await books.drop(receipt);
    const { affected } = await books.record(receipt);
    await books.check({ documentId: 'doc', run: 1, userId: USER, affected }); // the process dies here

    expect((await sweep(NOW + 5 * MINUTE_MS)).deliveries).toEqual([]);
    const { deliveries } = await sweep(NOW + 6 * MINUTE_MS);

    expect(deliveries).toMatchObject([{ userId: USER, closesAt: '2026-11-20T12:00:30.000Z' }]);
    await books.deliverAll(deliveries);
    expect(books.published.map(({ alertIds }) => alertIds.length)).toEqual([2]);
    expect((await sweep(NOW + 10 * MINUTE_MS)).deliveries).toEqual([]);
  });

  it('closes nothing that was booked after the index was read', async ({ table, books, sweep }) => {
    await wait(table, 'doc', NOW - 1);
    const stale = await findPending(table);
    await books.record({ documentId: 'doc', amountMinor: 4_320 });

    expect(await sweep(NOW, { findPending: async () => stale })).toMatchObject({ closed: 0 });
    expect(await readOutcome(table, 'doc')).toMatchObject({ status: 'completed' });
  });
});
