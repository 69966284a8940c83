import { describe, expect } from 'vitest';
import { findUnsent } from '../../../lambdas/adapters/alert-store.ts';
import { readOutcome } from '../../../lambdas/adapters/document-store.ts';
import { closeDocument } from '../../../lambdas/adapters/outcome-store.ts';
import { readPerson } from '../../../lambdas/adapters/person-store.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import { createHandler } from '../../../lambdas/close-abandoned/handler.ts';
import { NOW, openBooks, USER } from '../../support/books.ts';
import { it as base } from '../../support/fixtures.ts';

const it = base
  .extend('table', async ({ table }) => {
    const books = openBooks(table);
    await books.plan([{ category: 'groceries', limitMinor: 10_000, thresholds: [50] }]);
    await books.drop({ documentId: 'doc', amountMinor: 0 });
    return table;
  })
  /** As EventBridge tells of an execution: https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html */
  .extend(
    'run',
    ({ table, outbox, deliveries }) =>
      (over: object = {}, input: object = {}) =>
        createHandler({
          now: () => NOW,
          readPerson: (userId) => readPerson(table, userId),
          close: (closing) => closeDocument(outbox, closing),
          startDelivery: deliveries.startDelivery,
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
        }),
  );
const DELIVERY = expect.stringMatching(/^arn:deliver-alerts:alice-20261120T120000000Z-/);
const outcome = (table: Table) => readOutcome(table, 'doc');
const unsent = (table: Table) => findUnsent(table, new Date(NOW + 30_000).toISOString());

describe('close-abandoned', () => {
  it.for([
    ['TIMED_OUT', null, null, 'the execution alice-doc-r1 ran out of time; the file is kept'],
    ['ABORTED', null, null, 'the execution alice-doc-r1 was stopped; the file is kept'],
    [
      'FAILED',
      'States.Runtime',
      'no field x',
      'the execution alice-doc-r1 failed (States.Runtime: no field x); the file is kept',
    ],
  ] as const)('closes the document of an execution that ended as %s, and starts the mail about it', async ([
    status,
    error,
    cause,
    reason,
  ], { table, run }) => {
    expect(await run({ status, error, cause })).toEqual({ status: 'failed', isOurs: true, delivery: DELIVERY });

    expect(await outcome(table)).toMatchObject({
      status: 'failed',
      code: 'ExecutionEndedError',
      reason: expect.stringContaining(reason),
    });
    expect(await unsent(table)).toMatchObject([
      { kind: 'attention', status: 'failed', userId: USER, claimedBy: 'doc-r1' },
    ]);
  });

  it('closes once when the event comes twice', async ({ table, run }) => {
    await run();

    // The first may have broken off before it started anything.
    expect(await run()).toEqual({ status: 'failed', isOurs: false, delivery: DELIVERY });
    expect(await unsent(table)).toHaveLength(1);
  });

  it('leaves a document that closed itself before its execution failed', async ({ table, outbox, run }) => {
    await closeDocument(outbox, {
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
    expect(await unsent(table)).toEqual([]);
  });

  it('leaves a newer run alone', async ({ books, run }) => {
    await books.drop({ documentId: 'doc', run: 2, amountMinor: 0 });

    expect(await run()).toEqual({ status: 'pending', isOurs: false });
  });

  it('keeps the books when the execution ended after the booking', async ({ books, run }) => {
    await books.record({ documentId: 'doc', amountMinor: 4_320 });

    expect(await run()).toMatchObject({ status: 'completed' });
    expect(await books.spentMinor()).toBe(4_320);
  });

  it('tells nobody when the document belongs to nobody', async ({ table, run }) => {
    await run({}, { userId: undefined });

    expect(await outcome(table)).toMatchObject({ status: 'failed' });
    expect(await unsent(table)).toEqual([]);
  });

  it('keeps a long cause short', async ({ table, run }) => {
    await run({ status: 'FAILED', error: 'E', cause: 'x'.repeat(30_000) });

    expect((await outcome(table))?.reason?.length).toBeLessThan(500);
  });

  it.for([{ input: null }, { input: '{}' }, { status: 'RUNNING' }])('fails on %j', async (detail, { table, run }) => {
    await expect(run(detail)).rejects.toThrow();
    expect(await outcome(table)).toMatchObject({ status: 'pending' });
  });
});
