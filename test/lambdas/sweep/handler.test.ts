import { describe, expect } from 'vitest';
import { findUnsent } from '../../../lambdas/adapters/alert-store.ts';
import { createDocument, findPending, readDocument, readOutcome } from '../../../lambdas/adapters/document-store.ts';
import { closeDocument } from '../../../lambdas/adapters/outcome-store.ts';
import { readPerson } from '../../../lambdas/adapters/person-store.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import type { Delivery } from '../../../lambdas/core/alert/alert.ts';
import { SpendwireError } from '../../../lambdas/core/ground/errors.ts';
import { createHandler, type SweepPorts } from '../../../lambdas/sweep/handler.ts';
import { aDocument, NOW, openBooks, USER } from '../../support/books.ts';
import { it as base } from '../../support/fixtures.ts';

const MINUTE_MS = 60_000;
const it = base
  .extend('table', async ({ table }) => {
    await openBooks(table).plan([{ category: 'groceries', limitMinor: 10_000, thresholds: [50, 80] }]);
    return table;
  })
  /** One sweep, and the windows whose delivery it started. */
  .extend('sweep', ({ table, outbox }) => async (nowMs = NOW, over: Partial<SweepPorts> = {}, input: object = {}) => {
    const deliveries: Delivery[] = [];
    const { closed } = await createHandler({
      now: () => nowMs,
      findUnsent: (closedBefore) => findUnsent(table, closedBefore),
      findPending: () => findPending(table),
      readDocument: (documentId) => readDocument(table, documentId),
      readOutcome: (documentId) => readOutcome(table, documentId),
      readPerson: (userId) => readPerson(table, userId),
      close: (closing) => closeDocument(outbox, closing),
      startDelivery: async (delivery) => {
        deliveries.push(delivery);
        return `arn:${delivery.name}`;
      },
      unsentAfterSeconds: 300,
      ...over,
    })(input);
    return { closed, deliveries };
  });

/** A document that waits until its deadline. */
const wait = (table: Table, documentId: string, deadlineMs: number) =>
  createDocument(table, aDocument({ documentId }), {
    ...{ status: 'pending', run: 1, updatedAt: new Date(NOW).toISOString() },
    deadlineAt: new Date(deadlineMs).toISOString(),
  });

describe('sweep', () => {
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
