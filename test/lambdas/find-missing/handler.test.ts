import { describe, expect } from 'vitest';
import { readDocument } from '../../../lambdas/adapters/document-store.ts';
import type { ListedVersion } from '../../../lambdas/core/object/missing-upload.ts';
import type { ObjectSource } from '../../../lambdas/core/object/object-source.ts';
import { createHandler } from '../../../lambdas/find-missing/handler.ts';
import { NOW } from '../../support/books.ts';
import { it as base } from '../start-workflow/fixtures.ts';
import { aBatch, BUCKET } from '../start-workflow/open-start-workflow.ts';

const minutesAgo = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();
const aVersion = (key: string, over: Partial<ListedVersion> = {}): ListedVersion => ({
  key,
  versionId: 'v1',
  isLatest: true,
  isDeletion: false,
  sizeBytes: 1000,
  uploadedAt: minutesAgo(60),
  ...over,
});

const planOf = (key: string): ObjectSource => ({ key, versionId: 'v1', sequencer: 'A', uploadedAt: minutesAgo(600) });

/** A test over the real table and the real `start-workflow`, with a bucket of its own that lists three versions a page. */
const it = base
  .extend(
    'bucket',
    (): {
      versions: ListedVersion[];
      people: { userId: string; plan: ObjectSource }[];
      asked: string[];
      alone: string[];
      broken: string[];
    } => ({
      versions: [],
      people: [],
      asked: [],
      alone: [],
      broken: [],
    }),
  )
  .extend('clock', () => ({ now: NOW, perStart: 0 }))
  .extend('look', ({ table, workflow, bucket, clock }) => {
    const handler = createHandler({
      now: () => clock.now,
      listVersions: async (after) => {
        bucket.asked.push(after?.key ?? '');
        const from =
          after === undefined
            ? 0
            : bucket.versions.findIndex(
                ({ key, versionId }) => key > after.key || (key === after.key && versionId === after.versionId),
              );
        const at = after === undefined ? 0 : bucket.versions[from]?.key === after.key ? from + 1 : from;
        const versions = from < 0 ? [] : bucket.versions.slice(at, at + 3);
        const last = versions.at(-1);
        const isMore = last !== undefined && last !== bucket.versions.at(-1);
        return { versions, ...(isMore ? { next: { key: last.key, versionId: last.versionId } } : {}) };
      },
      findLatest: async (key) => {
        bucket.alone.push(key);
        return bucket.versions.find((version) => version.key === key && version.isLatest);
      },
      isKnown: async (documentId) => (await readDocument(table, documentId)) !== undefined,
      findPeople: async () => bucket.people,
      start: async (event) => {
        clock.now += clock.perStart;
        if (bucket.broken.includes((event as { detail: { object: { key: string } } }).detail.object.key))
          throw new Error('no role');
        await workflow.handler({ Records: [{ body: JSON.stringify(event) }] });
      },
      bucket: BUCKET,
    });
    return (input: object = {}) => handler(input);
  });

describe('find-missing', () => {
  it('starts what has no document as its event would have, and finds nothing the second time', async ({
    bucket,
    look,
    workflow,
  }) => {
    bucket.versions = [
      aVersion('budgets/alice.yaml'),
      aVersion('receipts/alice/lunch.jpg'),
      aVersion('recipts/alice/odd.jpg'),
    ];

    const first = await look();
    const second = await look();

    expect(first).toMatchObject({
      found: 3,
      notStarted: 0,
      says: expect.stringContaining('3 uploads or deletions had no document: started now'),
    });
    expect([...workflow.executions.values()].map(({ machine }) => machine).sort()).toEqual([
      'apply-plan',
      'ingest-receipt',
      'reject-object',
    ]);
    expect([...workflow.executions.values()].every(({ input }) => input['run'] === 1)).toBe(true);
    expect(second).toMatchObject({ found: 0, says: 'nothing is missing among 3 versions' });
    expect(second.next).toBeUndefined();
  });

  it('leaves alone what is known, too young, deleted, an artifact, a folder, or a replaced plan', async ({
    bucket,
    look,
    workflow,
  }) => {
    await workflow.handler(aBatch('receipts/alice/known.jpg'));
    bucket.versions = [
      aVersion('artifacts/analysis/x.json'),
      aVersion('budgets/alice.yaml', { versionId: 'v2', uploadedAt: minutesAgo(14) }),
      aVersion('budgets/alice.yaml', { isLatest: false }),
      aVersion('rates/ecb.csv', { versionId: 'v2', uploadedAt: minutesAgo(14) }),
      aVersion('rates/ecb.csv', { isLatest: false }),
      aVersion('receipts/alice/', { sizeBytes: 0 }),
      aVersion('receipts/alice/deleted.jpg', { isDeletion: true, versionId: 'm' }),
      aVersion('receipts/alice/deleted.jpg', { isLatest: false }),
      aVersion('receipts/alice/known.jpg'),
    ];

    expect(await look()).toMatchObject({ found: 0 });
    expect(workflow.executions.size).toBe(1);
  });

  const idsOf = (workflow: { executions: ReadonlyMap<string, { input: Readonly<Record<string, unknown>> }> }) =>
    [...workflow.executions.values()].map(({ input }) => input['versionId']);
  /** Versions of one key, the newest first, one a minute. */
  const versionsOf = (key: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      aVersion(key, {
        versionId: `v${count - index}`,
        isLatest: index === 0,
        uploadedAt: minutesAgo(14 + index),
      }),
    );

  it('starts each receipt of a key, the oldest first, also where they are listed on several pages', async ({
    bucket,
    look,
    workflow,
  }) => {
    bucket.versions = [
      aVersion('receipts/alice/a.jpg', { versionId: 'a' }),
      ...versionsOf('receipts/alice/scan.jpg', 9),
      aVersion('receipts/alice/z.jpg', { versionId: 'z' }),
    ];

    const first = await look();
    const second = await look();

    expect(idsOf(workflow).filter((id) => String(id).startsWith('v'))).toEqual(
      // The newest two are not yet older than 15 minutes.
      ['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7'],
    );
    expect(first).toMatchObject({ found: 9, versions: 11 });
    expect(second).toMatchObject({ found: 0, says: 'nothing is missing among 11 versions' });
  });

  it('starts none of a key that stands for a deletion, wherever a page ends, and what came after one', async ({
    bucket,
    look,
    workflow,
  }) => {
    const [, ...deleted] = versionsOf('receipts/alice/deleted.jpg', 6);
    const [latest, , ...older] = versionsOf('receipts/alice/restored.jpg', 6) as [ListedVersion, ...ListedVersion[]];
    bucket.versions = [
      aVersion('receipts/alice/deleted.jpg', { isDeletion: true, versionId: 'm', uploadedAt: minutesAgo(1) }),
      ...deleted,
      { ...latest, uploadedAt: minutesAgo(30) },
      aVersion('receipts/alice/restored.jpg', { isDeletion: true, isLatest: false, versionId: 'm2' }),
      ...older,
    ];

    expect(await look()).toMatchObject({ found: 5, versions: 12 });
    expect(idsOf(workflow)).toEqual(['v1', 'v2', 'v3', 'v4', 'v6']);
  });

  it('goes on within a key when its time is over', async ({ bucket, clock, look, workflow }) => {
    bucket.versions = [
      aVersion('receipts/alice/a.jpg', { versionId: 'a' }),
      ...versionsOf('receipts/alice/scan.jpg', 60),
      aVersion('receipts/alice/z.jpg', { versionId: 'z' }),
    ];
    bucket.broken = ['receipts/alice/a.jpg'];
    clock.perStart = 1500;

    let answer = await look();
    let looks = 1;
    for (; answer.next !== undefined; looks += 1) answer = await look(answer);

    expect(looks).toBeGreaterThan(2);
    expect(answer).toMatchObject({ notStarted: 1, versions: 62 });
    // Those that were too young at first have come of age meanwhile.
    expect(answer.found).toBe(workflow.executions.size + 1);
    const started = idsOf(workflow).filter((id) => id !== 'z');
    expect(started.slice(0, 58)).toEqual(Array.from({ length: 58 }, (_, index) => `v${index + 1}`));
  });

  it('starts nothing twice when the event comes after all', async ({ bucket, look, workflow, finish }) => {
    bucket.versions = [aVersion('receipts/alice/late.jpg')];
    await look();
    const { name = '', input } = workflow.onlyExecution();

    await workflow.handler(aBatch('receipts/alice/late.jpg', { sequencer: '0055AED6DCD90281E5' }));
    await finish(String(input?.['documentId']));
    await workflow.handler(aBatch('receipts/alice/late.jpg', { sequencer: '0055AED6DCD90281E5' }));

    expect([...workflow.executions.keys()]).toEqual([name]);
  });

  it('ends a plan in force whose file was deleted, once, also when no version of it is left', async ({
    bucket,
    look,
    workflow,
  }) => {
    bucket.versions = [
      aVersion('budgets/alice.yaml', { isDeletion: true, versionId: 'm1' }),
      aVersion('budgets/carol.yaml', { isDeletion: true, versionId: 'm2', uploadedAt: minutesAgo(5) }),
    ];
    bucket.people = ['alice', 'bob', 'carol'].map((userId) => ({ userId, plan: planOf(`budgets/${userId}.yaml`) }));

    const first = await look();
    const second = await look();

    expect(first).toMatchObject({ found: 2, keys: ['budgets/alice.yaml', 'budgets/bob.yaml'] });
    expect([...workflow.executions.values()].map(({ input }) => input)).toMatchObject([
      { key: 'budgets/alice.yaml', deleted: true, uploadedAt: minutesAgo(60) },
      { key: 'budgets/bob.yaml', deleted: true, uploadedAt: minutesAgo(0) },
    ]);
    expect(second).toMatchObject({ found: 0 });
  });

  it('asks of no plan by itself that stands in the listing', async ({ bucket, look }) => {
    const people = Array.from({ length: 20 }, (_, index) => `person-${index + 10}`);
    bucket.versions = people.map((userId) => aVersion(`budgets/${userId}.yaml`));
    bucket.people = [...people, 'gone'].map((userId) => ({ userId, plan: planOf(`budgets/${userId}.yaml`) }));

    await look();

    expect(bucket.alone).toEqual(['budgets/gone.yaml']);
  });

  it('passes over the artifacts, however many there are', async ({ bucket, look }) => {
    const artifacts = Array.from({ length: 50 }, (_, index) => aVersion(`artifacts/analysis/${index + 10}.json`));
    bucket.versions = [...artifacts, aVersion('receipts/alice/lunch.jpg')];

    expect(await look()).toMatchObject({ found: 1 });
    expect(bucket.asked).toHaveLength(2);
  });

  it('leaves off when its time is over, and goes on where it was, without missing or repeating any', async ({
    bucket,
    clock,
    look,
    workflow,
  }) => {
    bucket.versions = Array.from({ length: 250 }, (_, index) => aVersion(`receipts/alice/${index + 100}.jpg`));
    clock.perStart = 1000;

    let answer = await look();
    let looks = 1;
    for (; answer.next !== undefined; looks += 1) answer = await look(answer);

    expect(looks).toBeGreaterThan(3);
    expect(answer).toMatchObject({ found: 250, notStarted: 0 });
    expect(answer.keys).toHaveLength(20);
    expect(workflow.executions.size).toBe(250);
  });

  it('says what could not be started, after all others', async ({ bucket, look, workflow }) => {
    bucket.versions = [aVersion('receipts/alice/1.jpg'), aVersion('receipts/alice/2.jpg')];
    bucket.broken = ['receipts/alice/1.jpg'];

    expect(await look()).toMatchObject({
      found: 2,
      notStarted: 1,
      says: expect.stringContaining('1 could not be started (no role)'),
    });
    expect(workflow.executions.size).toBe(1);
  });
});
