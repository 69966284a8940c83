import { describe, expect } from 'vitest';
import { findPending, readDocument, readOutcome } from '../../../lambdas/adapters/document-store.ts';
import { documentIdOf } from '../../../lambdas/core/document/document-id.ts';
import { NOW } from '../../support/books.ts';
import { it } from './fixtures.ts';
import { aBatch, BUCKET, openStartWorkflow } from './open-start-workflow.ts';

const KEY = 'receipts/alice/lunch.jpg';
const ID = documentIdOf(BUCKET, KEY, 'v1');
const HOUR_MS = 3_600_000;

describe('an uploaded receipt', () => {
  it('becomes a pending document with a turn, and an execution with all it needs', async ({ table, workflow }) => {
    await workflow.handler(aBatch(KEY));

    expect(workflow.onlyExecution()).toEqual({
      name: `alice-lunch-${ID}-r1`,
      machine: 'ingest-receipt',
      traceId: '1-00000000-000000000000000000000001',
      input: {
        documentId: ID,
        run: 1,
        userId: 'alice',
        bucket: BUCKET,
        key: KEY,
        versionId: 'v1',
        analysisStored: false,
        turnAt: '2026-11-20T12:00:00.000Z',
        mostPages: 50,
      },
    });
    expect(await readDocument(table, ID)).toMatchObject({
      object: `s3://${BUCKET}/${KEY}`,
      eventId: 'event-1',
      sizeBytes: 1000,
    });
    expect(await readOutcome(table, ID)).toMatchObject({ status: 'pending', run: 1 });
  });

  it('draws no turn where the file carries the data of an invoice, and says so to the machine', async ({
    workflow,
  }) => {
    workflow.world.carriesInvoice = true;

    await workflow.handler(aBatch('receipts/alice/invoice.pdf'));
    await workflow.handler(aBatch('receipts/alice/invoice.pdf'));

    const { input } = workflow.onlyExecution();
    expect(input).toMatchObject({ analysisStored: false, carriesInvoice: true });
    expect(input).not.toHaveProperty('turnAt');
    expect(await workflow.turnsDrawn()).toBe(0);
  });

  it('draws no turn where it has more pages than are read unasked, and is held however often its event comes', async ({
    table,
    workflow,
  }) => {
    workflow.world.held = { pages: 60 };

    await workflow.handler(aBatch('receipts/alice/long.pdf'));
    await workflow.handler(aBatch('receipts/alice/long.pdf'));

    const { input } = workflow.onlyExecution();
    expect(input).toMatchObject({ analysisStored: false, held: { pages: 60 } });
    expect(input).not.toHaveProperty('turnAt');
    expect(input).not.toHaveProperty('carriesInvoice');
    expect(await workflow.turnsDrawn()).toBe(0);
    const id = documentIdOf(BUCKET, 'receipts/alice/long.pdf', 'v1');
    expect(await readDocument(table, id)).toMatchObject({ held: { pages: 60 } });
  });

  it.for([
    ['AccessDenied', true],
    ['KMS.DisabledException', true],
    ['InternalError', false],
  ] as const)('whose look S3 refused with %s draws no turn and tells what S3 said: %s', async ([name, isRefused], {
    table,
    workflow,
  }) => {
    workflow.world.refusal = Object.assign(new Error('S3 has said no'), { name });
    const event = aBatch('receipts/alice/invoice.xml');

    if (!isRefused) return expect(workflow.handler(event)).rejects.toThrow('S3 has said no');
    await workflow.handler(event);
    await workflow.handler(event);

    const held = { refused: { code: name, reason: 'S3 has said no' } };
    const { input } = workflow.onlyExecution();
    expect(input).toMatchObject({ analysisStored: false, held });
    expect(input).not.toHaveProperty('turnAt');
    expect(input).not.toHaveProperty('carriesInvoice');
    expect(await workflow.turnsDrawn()).toBe(0);
    const id = documentIdOf(BUCKET, 'receipts/alice/invoice.xml', 'v1');
    expect(await readDocument(table, id)).toMatchObject({ held });
  });

  it('is read by its print where looking at it killed the function twice', async ({ workflow }) => {
    workflow.world.carriesInvoice = true;

    await workflow.handler(aBatch('receipts/alice/invoice.pdf', { attempt: 3 }));

    const { input } = workflow.onlyExecution();
    expect(input).not.toHaveProperty('carriesInvoice');
    expect(input).toHaveProperty('turnAt');
  });

  it('is one document, one turn and one execution, however often its event comes', async ({ table, workflow }) => {
    for (let time = 0; time < 10; time++) await workflow.handler(aBatch(KEY));

    expect(workflow.onlyExecution().name).toBe(`alice-lunch-${ID}-r1`);
    expect(await workflow.turnsDrawn()).toBe(1);
    expect(await findPending(table)).toHaveLength(1);
  });

  it('is one document and one execution also when ten events of it come at once', async ({ table, workflow }) => {
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => workflow.handler(aBatch(KEY))));
    // Those that met another at the table come again, as the queue sees to.
    for (const { status } of results) if (status === 'rejected') await workflow.handler(aBatch(KEY));

    const { input } = workflow.onlyExecution();
    expect(input?.['turnAt']).toBe((await readDocument(table, ID))?.turnAt);
    expect(await findPending(table)).toHaveLength(1);
  });

  it('starts with the same turn, trace and name when the function died between the document and the start', async ({
    table,
    workflow,
  }) => {
    workflow.world.crashBeforeStart = true;
    await expect(workflow.handler(aBatch(KEY))).rejects.toThrow('died');
    const written = await readDocument(table, ID);

    workflow.world.crashBeforeStart = false;
    workflow.world.nowMs += 180_000;
    await workflow.handler(aBatch(KEY));

    const { name, traceId, input } = workflow.onlyExecution();
    expect({ name, traceId, turnAt: input?.['turnAt'] }).toEqual({
      name: written?.executionName,
      traceId: written?.traceId,
      turnAt: written?.turnAt,
    });
    expect(await workflow.turnsDrawn()).toBe(1);
  });

  it('is not started again once it has ended', async ({ workflow, finish }) => {
    await workflow.handler(aBatch(KEY));
    await finish(ID);
    workflow.executions.clear();

    expect(await workflow.handler(aBatch(KEY))).toEqual({ started: [] });
    expect(workflow.executions.size).toBe(0);
  });

  it('with new content under the same key is another document with a turn of its own', async ({ workflow }) => {
    await workflow.handler(aBatch(KEY));
    await workflow.handler(aBatch(KEY, { versionId: 'v2' }));

    expect([...workflow.executions.values()].map(({ input }) => input['turnAt'])).toEqual([
      '2026-11-20T12:00:00.000Z',
      '2026-11-20T12:00:01.000Z',
    ]);
  });

  it('goes by its ETag where the bucket keeps no versions', async ({ workflow }) => {
    await workflow.handler(aBatch(KEY, { versionId: null }));
    await workflow.handler(aBatch(KEY, { versionId: null }));

    expect(workflow.onlyExecution().input).toMatchObject({ versionId: 'null' });
  });

  it('has a deadline that counts from its turn', async ({ table, workflow }) => {
    await workflow.handler(aBatch(KEY));

    expect((await readOutcome(table, ID))?.deadlineAt).toBe(new Date(NOW + 6 * HOUR_MS).toISOString());
  });

  it.for([
    'receipts/alice/50% off + más/日本 (1)/..',
    'receipts/alice/a%2Fb+c.jpg',
    'receipts/alice/ .jpg',
  ])('keeps its key as it is: %s', async (key, { workflow }) => {
    await workflow.handler(aBatch(key));

    expect(workflow.onlyExecution().input).toMatchObject({ key });
    expect(workflow.onlyExecution().name).toMatch(/^[0-9A-Za-z_-]{1,80}$/);
  });
});

describe('an object that is no receipt', () => {
  it('is rejected with its reason, and takes no turn from those that are', async ({ workflow }) => {
    await workflow.handler(aBatch('recepits/alice/lunch.jpg'));

    expect(workflow.onlyExecution()).toMatchObject({
      machine: 'reject-object',
      input: {
        userId: 'alice',
        problem: { code: 'UnknownPrefixError', reason: expect.stringContaining('did you mean "receipts/"') },
      },
    });
    expect(await workflow.turnsDrawn()).toBe(0);
  });

  it('has a reason in words also when its prefix is one of the words of JavaScript', async ({ workflow }) => {
    await workflow.handler(aBatch('constructor/lunch.jpg'));

    expect(workflow.onlyExecution().input).toMatchObject({
      problem: { reason: expect.stringContaining('nothing reads the prefix') },
    });
  });

  it.for(['artifacts/analysis/x.json'])('is ignored as %s', async (key, { table, workflow }) => {
    expect(await workflow.handler(aBatch(key))).toEqual({ started: [] });
    expect(await findPending(table)).toEqual([]);
  });

  it('is ignored as a folder', async ({ workflow }) => {
    expect(await workflow.handler(aBatch('receipts/alice/', { size: 0 }))).toEqual({ started: [] });
  });
});

describe('the older layout', () => {
  const OLD = 'receipts/lunch_20261119.jpg';

  it("belongs to the user of the object's metadata", async ({ workflow }) => {
    workflow.upload(OLD, 'v1', { metadata: { user: 'Bob' } });

    await workflow.handler(aBatch(OLD));

    expect(workflow.onlyExecution()).toMatchObject({ machine: 'ingest-receipt', input: { userId: 'bob' } });
  });

  it('belongs to whoever dropped this version, not to who replaced it before the event came', async ({ workflow }) => {
    workflow.upload(OLD, 'v1', { metadata: { user: 'bob' } });
    workflow.upload(OLD, 'v2', { metadata: { user: 'carol' } });

    await workflow.handler(aBatch(OLD));

    expect(workflow.onlyExecution().input).toMatchObject({ userId: 'bob', versionId: 'v1' });
  });

  it('belongs to the default user where the metadata name none', async ({ table }) => {
    const workflow = openStartWorkflow(table, { defaultUser: 'alice' });
    workflow.upload(OLD);

    await workflow.handler(aBatch(OLD));

    expect(workflow.onlyExecution().input).toMatchObject({ userId: 'alice' });
  });

  it('is rejected where nobody is named', async ({ workflow }) => {
    workflow.upload(OLD);

    await workflow.handler(aBatch(OLD));

    expect(workflow.onlyExecution().input).toMatchObject({ problem: { code: 'UserUnknownError' } });
  });
});

describe('a plan', () => {
  const PLAN = 'budgets/alice.yaml';

  it('starts its workflow with what orders events, and without a turn', async ({ workflow }) => {
    await workflow.handler(aBatch(PLAN, { sequencer: '00AB' }));

    expect(workflow.onlyExecution()).toMatchObject({
      machine: 'apply-plan',
      input: { userId: 'alice', deleted: false, sequencer: '00AB', uploadedAt: '2026-11-20T11:00:00.000Z' },
    });
    expect(await workflow.turnsDrawn()).toBe(0);
  });

  it('ends by a deletion, whose event is a document of its own', async ({ workflow }) => {
    await workflow.handler(aBatch(PLAN));
    await workflow.handler(aBatch(PLAN, { type: 'Object Deleted', versionId: 'marker', sequencer: '0F' }));
    await workflow.handler(aBatch(PLAN, { type: 'Object Deleted', versionId: 'marker', sequencer: '0F' }));

    expect([...workflow.executions.values()].map(({ input }) => input['deleted'])).toEqual([false, true]);
  });

  it('ends also when its only version is deleted for good, whose event names the version of the upload', async ({
    workflow,
    finish,
  }) => {
    await workflow.handler(aBatch(PLAN));
    await finish(documentIdOf(BUCKET, PLAN, 'v1'));

    await workflow.handler(aBatch(PLAN, { type: 'Object Deleted', versionId: 'v1', sequencer: '0F' }));

    expect([...workflow.executions.values()].at(-1)?.input).toMatchObject({ deleted: true, sequencer: '0F' });
  });

  it('says nothing when a file that never was one is cleared away', async ({ workflow }) => {
    expect(await workflow.handler(aBatch('budgets/notes.txt', { type: 'Object Deleted' }))).toEqual({ started: [] });
  });

  it('has a deadline that counts from now, also when its event waited in the queue for a day', async ({
    table,
    workflow,
  }) => {
    await workflow.handler(aBatch(PLAN, { time: '2026-11-19T11:00:00Z' }));

    const { deadlineAt = '' } = (await readOutcome(table, documentIdOf(BUCKET, PLAN, 'v1'))) ?? {};
    expect(Date.parse(deadlineAt)).toBeGreaterThan(NOW);
  });
});
