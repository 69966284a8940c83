import { describe, expect } from 'vitest';
import { readDocument, readOutcome, reopenDocument } from '../../../lambdas/adapters/document-store.ts';
import { analysisKeyOf } from '../../../lambdas/core/document/artifacts.ts';
import type { DocumentRecord } from '../../../lambdas/core/document/document.ts';
import { documentIdOf } from '../../../lambdas/core/document/document-id.ts';
import { NOW } from '../../support/books.ts';
import { it as base } from './fixtures.ts';
import { aBatch, BUCKET, openStartWorkflow } from './open-start-workflow.ts';

const KEY = 'receipts/alice/lunch.jpg';
const ID = documentIdOf(BUCKET, KEY, 'v1');

const it = base.extend('workflow', ({ workflow }) => {
  workflow.upload(KEY);
  return workflow;
});

describe('a replay', () => {
  it.for([
    KEY,
    `s3://${BUCKET}/${KEY}`,
    'alice/lunch.jpg',
  ])('of %s opens a further run of the same document', async (object, { table, workflow, finish }) => {
    await workflow.handler(aBatch(KEY));
    await finish(ID);

    const { started } = await workflow.handler({ object });

    expect(started).toEqual([{ documentId: ID, executionName: `alice-lunch-${ID}-r2` }]);
    expect(await readOutcome(table, ID)).toMatchObject({ status: 'pending', run: 2 });
    expect(workflow.executions.get(`alice-lunch-${ID}-r2`)?.input).toMatchObject({ run: 2, analysisStored: false });
  });

  it('uses the stored analysis and takes no turn; a reread pays again and waits for one', async ({
    workflow,
    finish,
  }) => {
    await workflow.handler(aBatch(KEY));
    await finish(ID);
    workflow.upload(analysisKeyOf(ID));

    await workflow.handler({ object: KEY });
    await finish(ID, 2);
    await workflow.handler({ object: KEY, reread: true });

    const [, stored, reread] = [...workflow.executions.values()].map(({ input }) => input);
    expect(stored).toMatchObject({ run: 2, analysisStored: true });
    expect(stored).not.toHaveProperty('turnAt');
    expect(reread).toMatchObject({ run: 3, analysisStored: false, turnAt: expect.any(String) });
    expect(await workflow.turnsDrawn()).toBe(2);
  });

  it('of a document that is held for its pages asks again, and reads it once a correction says so', async ({
    table,
    workflow,
    finish,
  }) => {
    workflow.world.held = { pages: 60 };
    await workflow.handler(aBatch(KEY));
    await finish(ID);

    await workflow.handler({ object: KEY });
    const document = (await readDocument(table, ID)) as DocumentRecord;
    const from = { key: 'c', versionId: 'v', sequencer: '1', uploadedAt: document.uploadedAt };
    const correction = { says: { readAll: true }, from, run: 3 } as const;
    const pending = { status: 'completed', run: 3, updatedAt: document.uploadedAt } as const;
    await reopenDocument(table, { ...document, run: 3 }, pending, { correction, audit: [] });
    await workflow.handler({ object: KEY });

    const [, again, read] = [...workflow.executions.values()].map(({ input }) => input);
    expect(again).toMatchObject({ run: 2, analysisStored: false, held: { pages: 60 } });
    expect(read).toMatchObject({ run: 4, analysisStored: false, turnAt: expect.any(String) });
    expect(read).not.toHaveProperty('held');
    expect(read).not.toHaveProperty('mostPages');
    expect(await readDocument(table, ID)).not.toHaveProperty('held');
  });

  it('of a document that might not be looked at looks anew', async ({ table, workflow, finish }) => {
    workflow.world.refusal = Object.assign(new Error('Access Denied'), { name: 'AccessDenied' });
    await workflow.handler(aBatch(KEY));
    await finish(ID);
    await workflow.handler({ object: KEY });
    await finish(ID, 2);
    workflow.world.refusal = undefined;
    await workflow.handler({ object: KEY });

    const [, again, read] = [...workflow.executions.values()].map(({ input }) => input);
    expect(again).toMatchObject({ run: 2, held: { refused: { code: 'AccessDenied' } } });
    expect(read).toMatchObject({ run: 3, analysisStored: false, turnAt: expect.any(String) });
    expect(read).not.toHaveProperty('held');
    expect(await readDocument(table, ID)).not.toHaveProperty('held');
  });

  it('of a document from long ago is not overdue the moment it starts', async ({ table, workflow, finish }) => {
    await workflow.handler(aBatch(KEY, { time: '2026-10-01T00:00:00Z' }));
    await finish(ID);
    workflow.upload(analysisKeyOf(ID));

    await workflow.handler({ object: KEY });

    expect(Date.parse((await readOutcome(table, ID))?.deadlineAt ?? '')).toBeGreaterThan(NOW);
  });

  it('with a run is that run once, however often it is asked for', async ({ table, workflow, finish }) => {
    await workflow.handler(aBatch(KEY));
    await finish(ID);

    for (let time = 0; time < 3; time++) await workflow.handler({ object: KEY, run: 2 });
    await finish(ID, 2);
    await workflow.handler({ object: KEY, run: 2 });

    expect([...workflow.executions.keys()]).toEqual([`alice-lunch-${ID}-r1`, `alice-lunch-${ID}-r2`]);
    expect(await readOutcome(table, ID)).toMatchObject({ status: 'completed', run: 2 });
  });

  it('starts the same again when the function died between the document and the start', async ({ workflow }) => {
    const root = 'lunch.jpg';
    workflow.upload(root);
    await workflow.handler(aBatch(root));
    await workflow.handler({ object: `s3://${BUCKET}/${root}`, run: 2 });
    const [, first] = [...workflow.executions.values()];
    workflow.executions.clear();

    await workflow.handler({ object: `s3://${BUCKET}/${root}`, run: 2 });

    expect([...workflow.executions.values()]).toEqual([first]);
    expect(first?.input).not.toHaveProperty('userId');
  });

  it('fails for a run that is over already, and names the one to ask for', async ({ workflow }) => {
    await workflow.handler(aBatch(KEY));
    await workflow.handler({ object: KEY, run: 3 });

    await expect(workflow.handler({ object: KEY, run: 2 })).rejects.toThrow('expected a run after 3, got 2');
  });

  it('makes a document of an object whose event never arrived', async ({ workflow }) => {
    const { started } = await workflow.handler({ object: KEY });

    expect(started).toEqual([{ documentId: ID, executionName: `alice-lunch-${ID}-r1` }]);
  });

  it('finds the key of the older layout without its prefix', async ({ workflow }) => {
    workflow.upload('receipts/lunch_1.jpg', 'v1', { metadata: { user: 'bob' } });

    await workflow.handler({ object: 'lunch_1.jpg' });

    expect(workflow.onlyExecution().input).toMatchObject({ key: 'receipts/lunch_1.jpg', userId: 'bob' });
  });

  it('is not undone by the event of the upload that comes late', async ({ table, workflow, finish }) => {
    await workflow.handler({ object: KEY });
    await finish(ID);
    await workflow.handler({ object: KEY });

    expect(await workflow.handler(aBatch(KEY))).toEqual({ started: [] });
    expect(await readOutcome(table, ID)).toMatchObject({ run: 2 });
  });

  it('by id runs the version that the document was, also when its key holds another', async ({ workflow, finish }) => {
    await workflow.handler(aBatch(KEY));
    await finish(ID);
    workflow.upload(KEY, 'v2');

    await workflow.handler({ documentId: ID });

    expect(workflow.executions.get(`alice-lunch-${ID}-r2`)?.input).toMatchObject({ documentId: ID, versionId: 'v1' });
  });

  it('stays with the person in whose books it is, whoever files without a person go to by now', async ({
    table,
    finish,
  }) => {
    const [before, after] = ['alice', 'bob'].map((defaultUser) => openStartWorkflow(table, { defaultUser }));
    for (const each of [before, after]) each?.upload('receipts/lunch.jpg');
    await before?.handler(aBatch('receipts/lunch.jpg'));
    const documentId = documentIdOf(BUCKET, 'receipts/lunch.jpg', 'v1');
    await finish(documentId);

    await after?.handler({ documentId });

    expect([...(after?.executions.values() ?? [])].map(({ input }) => input['userId'])).toEqual(['alice']);
  });

  it('by an id that is not there fails', async ({ workflow }) => {
    await expect(workflow.handler({ documentId: 'gone' })).rejects.toThrow('there is none with the id gone');
  });

  it('fails where there is no object', async ({ workflow }) => {
    await expect(workflow.handler({ object: 'receipts/alice/gone.jpg' })).rejects.toThrow(
      `there is none at s3://${BUCKET}/receipts/alice/gone.jpg`,
    );
  });
});
