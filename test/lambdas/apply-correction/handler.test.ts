import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
  confirmCorrection,
  readDocument,
  readOutcome,
  reopenDocument,
} from '../../../lambdas/adapters/document-store.ts';
import { readPictureOwner } from '../../../lambdas/adapters/picture-owner.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import { createHandler } from '../../../lambdas/apply-correction/handler.ts';
import type { DocumentRecord } from '../../../lambdas/core/document/document.ts';
import { optimistically } from '../../../lambdas/core/ground/optimistic.ts';
import { NOW, openBooks } from '../../support/books.ts';
import { it as base } from '../../support/fixtures.ts';

/** The function over the real table, in which a document is booked. */
async function open(table: Table) {
  const books = openBooks(table);
  const started = new Map<string, object>();
  const world = { crashBeforeStart: false, isRead: true };
  await books.dropAndRun({ documentId: 'doc', amountMinor: 9000 });
  /** Hands the function one file. */
  const apply = (text: string, sequencer = '01') =>
    createHandler({
      now: () => NOW,
      mintTraceId: () => '1-00000000-000000000000000000000001',
      readObject: async () => Buffer.from(text),
      readDocument: (documentId) => readDocument(table, documentId),
      readOutcome: (documentId) => readOutcome(table, documentId),
      readPictureOwner: (userId, contentHash) => readPictureOwner(table, userId, contentHash),
      hasAnalysis: async () => world.isRead,
      drawTurn: async (_userId, nowMs) => nowMs + 2000,
      reopenDocument: (...reopened) => reopenDocument(table, ...reopened),
      confirmCorrection: (...confirmed) => confirmCorrection(table, ...confirmed),
      optimistically,
      start: async ({ executionName }, input) => {
        if (world.crashBeforeStart) throw new Error('the function died');
        if (!started.has(executionName)) started.set(executionName, input);
      },
    })({
      userId: 'alice',
      bucket: 'bucket',
      key: 'corrections/alice/doc.yaml',
      versionId: `v${sequencer}`,
      sequencer,
      uploadedAt: '2026-11-20T12:00:00.000Z',
      target: 'doc',
    });
  return { books, started, world, apply };
}
const it = base.extend('desk', ({ table }) => open(table));

describe('a correction', () => {
  it('is stored with its trail, and starts the next run of the version that was dropped, on the stored analysis', async ({
    table,
    desk: { started, apply },
  }) => {
    await expect(apply('total: "12.34"\nwhy: torn\n')).resolves.toMatchObject({ result: 'applied' });

    expect([...started]).toEqual([
      [
        'alice-doc-doc-r2',
        {
          documentId: 'doc',
          run: 2,
          userId: 'alice',
          bucket: 'bucket',
          key: 'receipts/alice/doc.jpg',
          versionId: 'v1',
          analysisStored: true,
        },
      ],
    ]);
    expect(await readOutcome(table, 'doc')).toMatchObject({
      status: 'pending',
      run: 2,
      deadlineAt: expect.any(String),
    });
    expect(await readDocument(table, 'doc')).toMatchObject({
      correction: { says: { total: '12.34', why: 'torn' }, from: { versionId: 'v01' }, run: 2 },
      audit: [{ by: 's3://bucket/corrections/alice/doc.yaml', before: { total: { amountMinor: 9000 } }, why: 'torn' }],
    });
  });

  it('starts the same run when the function died between the table and the start', async ({
    table,
    desk: { started, world, apply },
  }) => {
    world.crashBeforeStart = true;
    await expect(apply('total: "12.34"\n')).rejects.toThrow('died');

    world.crashBeforeStart = false;
    await apply('total: "12.34"\n');
    await apply('total: "12.34"\n');

    expect([...started.keys()]).toEqual(['alice-doc-doc-r2']);
    expect((await readDocument(table, 'doc'))?.audit).toHaveLength(1);
  });

  it('stays on the document when its run books, and yields nothing to the same said by a newer file', async ({
    table,
    desk: { books, apply },
  }) => {
    await apply('total: "12.34"\n', '01');
    await books.record({ documentId: 'doc', run: 2, amountMinor: 1234 });

    await expect(apply('total: "12.34"\nwhy: again\n', '03')).resolves.toMatchObject({ result: 'unchanged' });
    await expect(apply('total: "99.00"\n', '02')).resolves.toMatchObject({ result: 'superseded' });

    const document = await readDocument(table, 'doc');
    expect(document).toMatchObject({ run: 2, correction: { says: { total: '12.34' }, from: { sequencer: '03' } } });
    expect(document?.audit).toHaveLength(1);
  });

  it('is applied once and tried again once when two come at the same moment', async ({
    table,
    desk: { started, apply },
  }) => {
    const results = await Promise.allSettled([apply('total: "1.00"\n', '01'), apply('total: "2.00"\n', '02')]);

    expect(results.filter(({ status }) => status === 'fulfilled')).not.toHaveLength(0);
    expect([...started.keys()]).toEqual(['alice-doc-doc-r2']);
    expect((await readDocument(table, 'doc'))?.audit).toHaveLength(1);
  });

  it('changes nothing when it has mistakes, and names each', async ({ desk: { started, apply } }) => {
    await expect(apply('totl: "1.00"\n')).resolves.toMatchObject({
      result: 'invalid',
      validationErrors: [expect.stringContaining('did you mean "total"?')],
    });
    expect(started.size).toBe(0);
  });

  it('names no more mistakes than a state of its workflow can hold', async ({ desk: { apply } }) => {
    const text = Array.from({ length: 3_000 }, (_, index) => `k${index}: 1\n`).join('');

    expect(JSON.stringify(await apply(text)).length).toBeLessThan(256 * 1024);
  });
});

describe('a correction of a document that was held for its pages', () => {
  const held = { pages: 60 };
  const hold = async (table: Table) => {
    const document = { ...(await readDocument(table, 'doc')), run: 2, held } as DocumentRecord;
    const pending = { status: 'needs_review', run: 2, updatedAt: '2026-11-20T12:00:00.000Z' } as const;
    await reopenDocument(table, document, { ...pending, code: 'TooManyPagesError' });
  };

  it('has it read in a turn of its own where it says so, whatever becomes of the function', async ({
    table,
    desk: { started, world, apply },
  }) => {
    await hold(table);
    Object.assign(world, { isRead: false, crashBeforeStart: true });
    await expect(apply('readAll: true\n')).rejects.toThrow('died');

    world.crashBeforeStart = false;
    await expect(apply('readAll: true\n')).resolves.toMatchObject({ result: 'applied' });

    expect(started.get('alice-doc-doc-r3')).toMatchObject({
      analysisStored: false,
      turnAt: new Date(NOW + 2000).toISOString(),
    });
    expect(started.get('alice-doc-doc-r3')).not.toHaveProperty('held');
    expect(await readDocument(table, 'doc')).not.toHaveProperty('held');
  });

  it('starts a run that reads nothing where it states what is right', async ({
    table,
    desk: { started, world, apply },
  }) => {
    await hold(table);
    world.isRead = false;

    await apply('total: "12.34"\ndate: 2026-11-20\n');

    expect(started.get('alice-doc-doc-r3')).toMatchObject({ analysisStored: false, held });
    expect(started.get('alice-doc-doc-r3')).not.toHaveProperty('turnAt');
    expect(await readDocument(table, 'doc')).toMatchObject({ held });
  });

  it('uses what was read before, where a new reading was held', async ({ table, desk: { started, apply } }) => {
    await hold(table);

    await apply('total: "12.34"\n');

    expect(started.get('alice-doc-doc-r3')).toMatchObject({ analysisStored: true });
    expect(await readDocument(table, 'doc')).not.toHaveProperty('held');
  });
});

describe('a correction of a document that S3 refused to let be looked at', () => {
  const refuse = async (table: Table) => {
    const held = { refused: { code: 'AccessDenied', reason: 'Access Denied' } };
    const document = { ...(await readDocument(table, 'doc')), run: 2, held } as DocumentRecord;
    const failed = { status: 'failed', run: 2, updatedAt: '2026-11-20T12:00:00.000Z' } as const;
    await reopenDocument(table, document, { ...failed, code: 'AccessLostError' });
  };

  it('is not taken where it was never read, and names the replay', async ({
    table,
    desk: { started, world, apply },
  }) => {
    await refuse(table);
    world.isRead = false;

    await expect(apply('readAll: true\n')).rejects.toMatchObject({
      name: 'CorrectionInvalidError',
      message: expect.stringContaining('replay it'),
    });
    expect(started.size).toBe(0);
  });

  it('uses what was read before', async ({ table, desk: { started, apply } }) => {
    await refuse(table);

    await apply('readAll: true\ntotal: "12.34"\n');

    expect(started.get('alice-doc-doc-r3')).toMatchObject({ analysisStored: true });
    expect(await readDocument(table, 'doc')).not.toHaveProperty('held');
  });
});

describe('corrections of one document', () => {
  it('end with the newest in the books, in whatever order and however often they come', async ({ tables }) => {
    const files = fc.shuffledSubarray(['01', '02', '03', '04', '01', '02', '03', '04'], { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(files, async (arrivals) => {
        const table = await tables.fresh();
        const { books, started, apply } = await open(table);
        for (const sequencer of arrivals) {
          await apply(`total: "${Number(sequencer)}.00"\n`, sequencer);
          const { run = 1, ledgerRun, correction } = (await readDocument(table, 'doc')) ?? {};
          const amountMinor = Number(correction?.says.total) * 100;
          if (run !== ledgerRun) await books.record({ documentId: 'doc', run, amountMinor });
        }

        const document = await readDocument(table, 'doc');
        const newest = [...arrivals].sort().at(-1);
        expect(document?.correction?.from.sequencer).toBe(newest);
        expect(await books.spentMinor()).toBe(Number(newest) * 100);
        expect(document?.audit?.length).toBe(started.size);
      }),
      { numRuns: 15 },
    );
  });
});
