import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { claimKey, findUnsent, readAlert } from '../../../lambdas/adapters/alert-store.ts';
import { readOutcome } from '../../../lambdas/adapters/document-store.ts';
import { closeDocument } from '../../../lambdas/adapters/outcome-store.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import type { NewAttentionAlert } from '../../../lambdas/core/alert/claim.ts';
import type { DocumentOutcome } from '../../../lambdas/core/document/document.ts';
import { aDocument, openBooks, outboxOn, USER } from '../../support/books.ts';
import { it as base } from '../../support/fixtures.ts';
import { interleaved } from '../../support/interleaved.ts';
import type { Tables } from '../../support/local-table.ts';

const LATE = '2026-11-20T13:00:00.000Z';
const failed = (run = 1): DocumentOutcome => ({
  status: 'failed',
  run,
  updatedAt: LATE,
  code: 'ExecutionEndedError',
  reason: 'it ran out of time',
});
const attention: NewAttentionAlert = {
  kind: 'attention',
  userId: USER,
  documentId: 'doc',
  run: 1,
  status: 'failed',
  key: 'k',
  reason: 'r',
  claimedAt: LATE,
  claimedBy: 'doc-r1',
};
const RECEIPT = { documentId: 'doc', amountMinor: 4_320 };
const { traceId } = aDocument(RECEIPT);

/** A table with the document, pending. */
async function open(tables: Tables): Promise<Table> {
  const table = await tables.fresh();
  await openBooks(table).drop(RECEIPT);
  return table;
}
const it = base.extend('table', ({ tables }) => open(tables));

describe('closeDocument', () => {
  it('closes a pending document and claims its alert in the same moment, once', async ({ table, outbox }) => {
    const closing = {
      documentId: 'doc',
      outcome: failed(),
      claims: { alerts: [attention], person: { timeZone: 'UTC' } },
    };
    expect(await closeDocument(outbox, closing)).toMatchObject({
      ...{ status: 'failed', isOurs: true },
      claimedIn: { isOpen: true, closesAt: '2026-11-20T12:00:30.000Z' },
    });
    expect(await closeDocument(outbox, closing)).toEqual({ status: 'failed', isOurs: false, traceId });

    expect(await readOutcome(table, 'doc')).toMatchObject({ ...failed(), userId: USER });
    expect(await findUnsent(table, LATE)).toHaveLength(1);
  });

  it('leaves a run that has ended as it ended', async ({ table, outbox }) => {
    await closeDocument(outbox, {
      documentId: 'doc',
      outcome: { ...failed(), status: 'rejected', code: 'EmptyFileError' },
    });

    expect(await closeDocument(outbox, { documentId: 'doc', outcome: failed() })).toEqual({
      status: 'rejected',
      isOurs: false,
      traceId,
    });
    expect(await readOutcome(table, 'doc')).toMatchObject({ status: 'rejected', code: 'EmptyFileError' });
  });

  it('lets an older run say nothing about a newer one', async ({ books, outbox }) => {
    await books.drop({ ...RECEIPT, run: 2 });

    expect(await closeDocument(outbox, { documentId: 'doc', outcome: failed(1) })).toEqual({
      status: 'pending',
      isOurs: false,
    });
  });

  it('notes on a booked document what failed after the booking, and takes nothing out of the books', async ({
    table,
    books,
    outbox,
  }) => {
    await books.record(RECEIPT);

    expect(await closeDocument(outbox, { documentId: 'doc', outcome: failed() })).toEqual({
      status: 'completed',
      isOurs: true,
      traceId,
    });

    expect(await readOutcome(table, 'doc')).toMatchObject({
      status: 'completed',
      code: 'ExecutionEndedError',
      reason: 'what was booked before stays, but: it ran out of time',
    });
    expect(await books.spentMinor()).toBe(4_320);
  });

  it('keeps what an earlier run booked when a replay fails', async ({ table, books, outbox }) => {
    await books.record(RECEIPT);
    await books.drop({ ...RECEIPT, run: 2 });

    await closeDocument(outbox, { documentId: 'doc', outcome: failed(2) });

    expect(await readOutcome(table, 'doc')).toMatchObject({ status: 'completed', run: 2 });
    expect(await books.spentMinor()).toBe(4_320);
  });

  it('never calls failed what is booked at the same moment, in any order of database calls', async ({ tables }) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const table = await open(tables);
        const slow = interleaved(table, scheduler);
        const books = openBooks(table, slow);

        await scheduler.waitFor(
          Promise.all([
            books.record(RECEIPT),
            closeDocument(outboxOn(slow), {
              documentId: 'doc',
              outcome: failed(),
              claims: { alerts: [attention], person: { timeZone: 'UTC' } },
            }),
          ]),
        );

        expect(await readOutcome(table, 'doc')).toMatchObject({ status: 'completed' });
        expect(await books.spentMinor()).toBe(4_320);
      }),
      { numRuns: 12 },
    );
  });

  it('closes once when the sweep and the failed execution come at the same moment', async ({ tables }) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const table = await open(tables);
        const slow = interleaved(table, scheduler);
        const close = () =>
          closeDocument(outboxOn(slow), {
            documentId: 'doc',
            outcome: failed(),
            claims: { alerts: [attention], person: { timeZone: 'UTC' } },
          });

        const results = await scheduler.waitFor(Promise.all([close(), close(), close()]));

        expect(results.filter(({ isOurs }) => isOurs)).toHaveLength(1);
        expect(results.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed']);
        expect(await readAlert(table, claimKey(attention))).toBeDefined();
      }),
      { numRuns: 10 },
    );
  });
});
