import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findUnsent } from '../../../lambdas/adapters/alert-store.ts';
import { createDocument, findPending, readDocument, readOutcome } from '../../../lambdas/adapters/document-store.ts';
import { closeDocument } from '../../../lambdas/adapters/outcome-store.ts';
import { readPerson } from '../../../lambdas/adapters/person-store.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import { createHandler, type SweepPorts } from '../../../lambdas/sweep/handler.ts';
import { aDocument, NOW, openBooks, outboxOn, USER } from '../../support/books.ts';
import { openTables } from '../../support/local-table.ts';

let tables: Awaited<ReturnType<typeof openTables>>;
let table: Table;
let books: ReturnType<typeof openBooks>;
beforeAll(async () => {
  tables = await openTables();
});
beforeEach(async () => {
  table = await tables.fresh();
  books = openBooks(table);
  await books.plan([{ category: 'groceries', limitMinor: 10_000, thresholds: [50, 80] }]);
});
afterAll(() => tables.close());

const MINUTE_MS = 60_000;
const sweep = (nowMs = NOW, over: Partial<SweepPorts> = {}) =>
  createHandler({
    now: () => nowMs,
    findUnsent: (closedBefore) => findUnsent(table, closedBefore),
    findPending: () => findPending(table),
    readDocument: (documentId) => readDocument(table, documentId),
    readOutcome: (documentId) => readOutcome(table, documentId),
    readPerson: (userId) => readPerson(table, userId),
    close: (closing) => closeDocument(outboxOn(table), closing),
    unsentAfterSeconds: 300,
    ...over,
  })({});

const wait = (documentId: string, deadlineMs: number, over: object = {}) =>
  createDocument(
    table,
    { ...aDocument({ documentId }), ...over },
    {
      status: 'pending',
      run: 1,
      updatedAt: new Date(NOW).toISOString(),
      deadlineAt: new Date(deadlineMs).toISOString(),
    },
  );

describe('sweep', () => {
  it('closes what is pending past its deadline and leaves what is in time', async () => {
    await wait('late', NOW - 1);
    await wait('in-time', NOW + 1);

    expect(await sweep()).toEqual({ closed: 1, deliveries: [] });

    expect(await readOutcome(table, 'late')).toMatchObject({
      status: 'failed',
      code: 'DeadlinePassedError',
      reason: expect.stringContaining('alice-late-r1'),
    });
    expect(await readOutcome(table, 'in-time')).toMatchObject({ status: 'pending' });
  });

  it('does not read what has time yet, however much of it waits for its turn', async () => {
    await wait('late', NOW - 1);
    for (const documentId of ['one', 'two', 'three']) await wait(documentId, NOW + 1);
    const read: string[] = [];

    await sweep(NOW, {
      readDocument: (documentId) => {
        read.push(documentId);
        return readDocument(table, documentId);
      },
    });

    expect(read).toEqual(['late']);
  });

  it('takes no more windows at once than an execution can carry, however long deliveries were out of order', async () => {
    const receipt = { documentId: 'one', amountMinor: 6_000 };
    await books.drop(receipt);
    const [window] = await books.book(receipt);
    const [alert] = await books.budgetAlerts();
    if (!alert || !window) throw new Error('expected an alert in a window');
    const stale = Array.from({ length: 3_000 }, (_, index) => ({ ...alert, windowId: `${window.windowId}${index}` }));

    const { deliveries } = await sweep(NOW + 10 * MINUTE_MS, { findUnsent: async () => stale });

    expect(deliveries[0]?.windowId).toBe(stale[0]?.windowId);
    expect(JSON.stringify(deliveries).length).toBeLessThan(256 * 1024);
  });

  it('tells the person of it with the next sweep, once', async () => {
    await wait('late', NOW - 1);
    await sweep();

    const later = NOW + 6 * MINUTE_MS;
    for (const delivery of (await sweep(later)).deliveries) await books.deliver(delivery);

    expect(books.published).toMatchObject([{ subject: 'Failed: late.jpg' }]);
    expect(await sweep(later)).toEqual({ closed: 0, deliveries: [] });
  });

  it('closes a document without a person too', async () => {
    const { userId: _, ...nobody } = aDocument({ documentId: 'nobody' });
    await createDocument(table, nobody, {
      status: 'pending',
      run: 1,
      updatedAt: '2026-11-20T00:00:00.000Z',
      deadlineAt: '2026-11-20T06:00:00.000Z',
    });

    expect(await sweep()).toEqual({ closed: 1, deliveries: [] });
  });

  it('finds windows that closed five minutes ago with alerts unsent, and only those', async () => {
    const receipt = { documentId: 'doc', amountMinor: 9_000 };
    await books.drop(receipt);
    const { affected } = await books.record(receipt);
    await books.check({ documentId: 'doc', run: 1, userId: USER, affected }); // the process dies here

    expect((await sweep(NOW + 5 * MINUTE_MS)).deliveries).toEqual([]);
    const { deliveries } = await sweep(NOW + 6 * MINUTE_MS);

    expect(deliveries).toMatchObject([{ userId: USER, closesAt: '2026-11-20T12:00:30.000Z' }]);
    for (const delivery of deliveries) await books.deliver(delivery);
    expect(books.published.map(({ alertIds }) => alertIds.length)).toEqual([2]);
    expect((await sweep(NOW + 10 * MINUTE_MS)).deliveries).toEqual([]);
  });

  it('closes nothing that was booked after the index was read', async () => {
    await wait('doc', NOW - 1);
    const stale = await findPending(table);
    await books.record({ documentId: 'doc', amountMinor: 4_320 });

    expect(await sweep(NOW, { findPending: async () => stale })).toMatchObject({ closed: 0 });
    expect(await readOutcome(table, 'doc')).toMatchObject({ status: 'completed' });
  });
});
