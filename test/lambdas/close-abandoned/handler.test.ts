import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findUnsent } from '../../../lambdas/adapters/alert-store.ts';
import { readOutcome } from '../../../lambdas/adapters/document-store.ts';
import { closeDocument } from '../../../lambdas/adapters/outcome-store.ts';
import { readPerson } from '../../../lambdas/adapters/person-store.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import { createHandler } from '../../../lambdas/close-abandoned/handler.ts';
import { NOW, openBooks, outboxOn, USER } from '../../support/books.ts';
import { openDeliveries } from '../../support/deliveries.ts';
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
  await books.plan([{ category: 'groceries', limitMinor: 10_000, thresholds: [50] }]);
  await books.drop({ documentId: 'doc', amountMinor: 0 });
});
afterAll(() => tables.close());

/** As EventBridge tells of an execution: https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html */
const run = (over: object = {}, input: object = {}) =>
  createHandler({
    now: () => NOW,
    readPerson: (userId) => readPerson(table, userId),
    close: (closing) => closeDocument(outboxOn(table), closing),
    startDelivery: openDeliveries(table).startDelivery,
  })({
    'detail-type': 'Step Functions Execution Status Change',
    source: 'aws.states',
    detail: {
      executionArn: 'arn:aws:states:us-east-1:1:execution:ingest-receipt:alice-doc-r1',
      stateMachineArn: 'arn:aws:states:us-east-1:1:stateMachine:ingest-receipt',
      name: 'alice-doc-r1',
      status: 'TIMED_OUT',
      startDate: 1,
      stopDate: 2,
      input: JSON.stringify({ documentId: 'doc', run: 1, userId: USER, key: 'receipts/alice/doc.jpg', ...input }),
      output: null,
      error: null,
      cause: null,
      ...over,
    },
  });
const DELIVERY = expect.stringMatching(/^arn:deliver-alerts:alice-20261120T120000000Z-/);
const outcome = () => readOutcome(table, 'doc');
const unsent = () => findUnsent(table, new Date(NOW + 30_000).toISOString());

describe('close-abandoned', () => {
  it.each([
    ['TIMED_OUT', null, null, 'the execution alice-doc-r1 ran out of time; the file is kept'],
    ['ABORTED', null, null, 'the execution alice-doc-r1 was stopped; the file is kept'],
    [
      'FAILED',
      'States.Runtime',
      'no field x',
      'the execution alice-doc-r1 failed (States.Runtime: no field x); the file is kept',
    ],
  ])('closes the document of an execution that ended as %s, and starts the mail about it', async (status, error, cause, reason) => {
    expect(await run({ status, error, cause })).toEqual({ status: 'failed', isOurs: true, delivery: DELIVERY });

    expect(await outcome()).toMatchObject({
      status: 'failed',
      code: 'ExecutionEndedError',
      reason: expect.stringContaining(reason),
    });
    expect(await unsent()).toMatchObject([{ kind: 'attention', status: 'failed', userId: USER, claimedBy: 'doc-r1' }]);
  });

  it('closes once when the event comes twice', async () => {
    await run();

    // The first may have broken off before it started anything.
    expect(await run()).toEqual({ status: 'failed', isOurs: false, delivery: DELIVERY });
    expect(await unsent()).toHaveLength(1);
  });

  it('leaves a document that closed itself before its execution failed', async () => {
    await closeDocument(outboxOn(table), {
      documentId: 'doc',
      outcome: {
        status: 'rejected',
        run: 1,
        updatedAt: new Date(NOW).toISOString(),
        code: 'EmptyFileError',
        reason: 'empty',
      },
    });

    expect(await run({ status: 'FAILED' })).toEqual({ status: 'rejected', isOurs: false });
    expect(await unsent()).toEqual([]);
  });

  it('leaves a newer run alone', async () => {
    await books.drop({ documentId: 'doc', run: 2, amountMinor: 0 });

    expect(await run()).toEqual({ status: 'pending', isOurs: false });
  });

  it('keeps the books when the execution ended after the booking', async () => {
    await books.record({ documentId: 'doc', amountMinor: 4_320 });

    expect(await run()).toMatchObject({ status: 'completed' });
    expect(await books.spentMinor()).toBe(4_320);
  });

  it('tells nobody when the document belongs to nobody', async () => {
    await run({}, { userId: undefined });

    expect(await outcome()).toMatchObject({ status: 'failed' });
    expect(await unsent()).toEqual([]);
  });

  it('keeps a long cause short', async () => {
    await run({ status: 'FAILED', error: 'E', cause: 'x'.repeat(30_000) });

    expect((await outcome())?.reason?.length).toBeLessThan(500);
  });

  it.each([{ input: null }, { input: '{}' }, { status: 'RUNNING' }])('fails on %j', async (detail) => {
    await expect(run(detail)).rejects.toThrow();
    expect(await outcome()).toMatchObject({ status: 'pending' });
  });
});
