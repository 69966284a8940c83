import { describe, expect } from 'vitest';
import { lookAnew } from '../../../lambdas/adapters/look-anew.ts';
import { readBudgets, readContacts, readPerson } from '../../../lambdas/adapters/person-store.ts';
import { applyPlan, endPlan } from '../../../lambdas/adapters/plan-store.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import { createHandler } from '../../../lambdas/apply-plan/handler.ts';
import { NOW, outboxOn } from '../../support/books.ts';
import { it as base } from '../../support/fixtures.ts';
import { FULL_PLAN, PLAN, planWith } from '../core/plan/a-plan.ts';

const it = base
  /** The bucket: text by version, and what is there now. */
  .extend('bucket', () => ({
    versions: new Map<string, string>(),
    files: new Map([['budgets/alice.yaml', { versionId: 'v1', uploadedAt: '2026-11-01T00:00:00.000Z' }]]),
  }))
  .extend(
    'run',
    ({ table, bucket }) =>
      (over: object) =>
        createHandler({
          now: () => NOW,
          readObject: async ({ versionId }) => Buffer.from(bucket.versions.get(versionId) ?? ''),
          headObject: async (_, key) => bucket.files.get(key),
          readPlanSource: async (userId) => (await readPerson(table, userId))?.plan,
          applyPlan: (items) => applyPlan(table, items),
          lookAnew: (person) => lookAnew(outboxOn(table), person),
          endPlan: (userId, source) => endPlan(table, userId, source),
          defaults: { locale: 'en-US', timeZone: 'UTC' },
        })({
          documentId: 'doc',
          run: 1,
          userId: 'alice',
          bucket: 'bucket',
          key: 'budgets/alice.yaml',
          versionId: 'v1',
          deleted: false,
          sequencer: '01',
          uploadedAt: '2026-11-01T00:00:00.000Z',
          ...over,
        }),
  )
  .extend('drop', ({ bucket, run }) => (sequencer: string, text: string) => {
    bucket.versions.set(`v${sequencer}`, text);
    return run({ sequencer, versionId: `v${sequencer}` });
  });
const limits = async (table: Table) =>
  (await readBudgets(table, 'alice')).map(({ limits: all }) => all.at(-1)?.limitMinor);

describe('apply-plan', () => {
  it('says of a plan in force what no receipt will ever be counted against', async ({ drop }) => {
    const misspelt = PLAN.replace('category: groceries', 'category: grocries');

    expect(misspelt).not.toBe(PLAN);
    expect(await drop('01', misspelt)).toEqual({
      result: 'applied',
      note: 'the plan is in force; but nothing is sorted into grocries by itself: did you mean groceries?',
    });
  });

  it('puts a plan in force', async ({ table, drop }) => {
    expect(await drop('01', PLAN)).toEqual({ result: 'applied', note: 'the plan is in force' });

    expect(await readPerson(table, 'alice')).toMatchObject({
      name: 'Alice',
      locale: 'en-US',
      currency: 'USD',
      isActive: true,
    });
    expect(await limits(table)).toEqual([40_000, 150_000]);
    expect((await readContacts(table, 'alice')).map(({ status }) => status)).toEqual(['new', 'new']);
  });

  it('puts a plan in force that says everything that a plan may say', async ({ table, drop }) => {
    expect(await drop('01', FULL_PLAN)).toMatchObject({ result: 'applied' });

    expect(await readPerson(table, 'alice')).toMatchObject({ digest: ['weekly'], quietHours: { from: '22:00' } });
    expect(await readBudgets(table, 'alice')).toMatchObject([
      { category: 'dining', startDay: 25, since: '2026-10-25' },
      { category: 'living', categories: ['groceries', 'household'], since: '2026-11-14' },
      { category: 'travel', since: '2026-01-01' },
    ]);
  });

  it('gives the same answer and the same items when it runs twice', async ({ table, drop }) => {
    expect(await drop('01', PLAN)).toEqual(await drop('01', PLAN));
    expect(await limits(table)).toEqual([40_000, 150_000]);
  });

  it('changes nothing for an invalid plan, and names each mistake with path and line', async ({ table, drop }) => {
    await drop('01', PLAN);

    const output = await drop('02', planWith(['"400.00"', '400.00'], ['alice@example.com', 'alice']));

    expect(output).toMatchObject({
      result: 'invalid',
      reason: expect.stringContaining('the one before stays in force'),
      validationErrors: [
        expect.stringContaining('line 4, contacts[0]'),
        expect.stringContaining('line 8, budgets[0].limit'),
      ],
    });
    expect(await limits(table)).toEqual([40_000, 150_000]);
  });

  it('takes an empty file for a mistake, not for the end of the plan', async ({ table, drop }) => {
    await drop('01', PLAN);

    expect(await drop('02', '')).toMatchObject({ result: 'invalid' });
    expect(await readPerson(table, 'alice')).toMatchObject({ isActive: true });
  });

  it('fits its answer into a state, however many and long the mistakes are', async ({ drop }) => {
    const long = Array.from({ length: 200 }, (_, n) => `? ${'k'.repeat(1_000)}${n}\n: 1\n`).join('');

    const output = await drop('01', PLAN + long);

    expect(output).toMatchObject({ result: 'invalid' });
    expect(JSON.stringify(output).length).toBeLessThan(64 * 1024);
  });

  it('says so when a newer plan is in force', async ({ table, drop }) => {
    await drop('02', PLAN);

    expect(await drop('01', planWith(['"400.00"', '"1.00"']))).toMatchObject({ result: 'superseded' });
    expect(await limits(table)).toEqual([40_000, 150_000]);
  });

  it('ends the plan with its file', async ({ table, bucket, run, drop }) => {
    await drop('01', PLAN);
    bucket.files.clear();

    expect(await run({ deleted: true, sequencer: '02' })).toMatchObject({ result: 'ended' });
    expect(await readPerson(table, 'alice')).toMatchObject({ isActive: false });
  });

  it('keeps the plan when only an older version of its file was deleted', async ({ table, run, drop }) => {
    await drop('01', PLAN);

    expect(await run({ deleted: true, sequencer: '02' })).toMatchObject({ result: 'superseded' });
    expect(await limits(table)).toEqual([40_000, 150_000]);
  });

  it('keeps the plan when another file of the person was deleted', async ({ bucket, run, drop }) => {
    await drop('01', PLAN);
    bucket.files.clear();

    expect(await run({ deleted: true, key: 'budgets/alice.json', sequencer: '99' })).toMatchObject({
      result: 'superseded',
    });
  });

  it('goes on under the name that its file has now, when the upload comes after the deletion', async ({
    table,
    bucket,
    run,
    drop,
  }) => {
    await drop('01', PLAN);
    bucket.files.clear();
    bucket.files.set('budgets/alice.yml', { versionId: 'v02', uploadedAt: '2026-11-02T00:00:00.000Z' });
    bucket.versions.set('v02', PLAN);

    expect(await run({ deleted: true, sequencer: '02' })).toEqual({
      result: 'superseded',
      note: 'the plan goes on as budgets/alice.yml',
    });
    expect(await readPerson(table, 'alice')).toMatchObject({ isActive: true });
  });

  it.for([
    ['is older than the plan in force', '2026-10-01T00:00:00.000Z', PLAN],
    ['cannot be put in force', '2026-11-02T00:00:00.000Z', 'name: Alice\n'],
  ] as const)('ends although there is another file, which %s', async ([_, uploadedAt, text], { bucket, run, drop }) => {
    await drop('01', PLAN);
    bucket.files.clear();
    bucket.files.set('budgets/alice.yml', { versionId: 'v02', uploadedAt });
    bucket.versions.set('v02', text);

    expect(await run({ deleted: true, sequencer: '02' })).toMatchObject({ result: 'ended' });
  });
});
