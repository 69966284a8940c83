import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { updateContact } from '../../../lambdas/adapters/contact-store.ts';
import { readBudgets, readContacts, readPerson } from '../../../lambdas/adapters/person-store.ts';
import { applyPlan, endPlan, type PlanItems } from '../../../lambdas/adapters/plan-store.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import type { Budget } from '../../../lambdas/core/budget/budget.ts';
import type { ObjectSource } from '../../../lambdas/core/object-source.ts';
import { USER } from '../../support/books.ts';
import { interleaved } from '../../support/interleaved.ts';
import { openTables } from '../../support/local-table.ts';

let tables: Awaited<ReturnType<typeof openTables>>;
let table: Table;
beforeAll(async () => {
  tables = await openTables();
});
beforeEach(async () => {
  table = await tables.fresh();
});
afterAll(() => tables.close());

const sourceOf = (sequencer: string, over: Partial<ObjectSource> = {}): ObjectSource => ({
  key: 'budgets/alice.yaml',
  versionId: `v${sequencer}`,
  sequencer,
  eventTime: '2026-11-01T00:00:00.000Z',
  ...over,
});
const aBudget = (category: string, limitMinor = 10_000): Budget => ({
  category,
  period: 'month',
  limitMinor,
  currency: 'USD',
  thresholds: [50, 80, 100],
});
const EMAIL = { protocol: 'email', address: 'alice@example.com' } as const;
const SMS = { protocol: 'sms', address: '+12025550123' } as const;

const aPlan = (plan: ObjectSource, over: Partial<PlanItems> = {}): PlanItems => ({
  person: { userId: USER, name: 'Alice', locale: 'en-US', timeZone: 'UTC', currency: 'USD', plan, isActive: true },
  budgets: [aBudget('groceries')],
  contacts: [EMAIL],
  ...over,
});
const categories = async () => (await readBudgets(table, USER)).map(({ category }) => category);
const addresses = async () => (await readContacts(table, USER)).map(({ address }) => address);

describe('applyPlan', () => {
  it('replaces budgets and contacts by those of the newer plan', async () => {
    await applyPlan(table, aPlan(sourceOf('01'), { budgets: [aBudget('groceries'), aBudget('dining')] }));

    const result = await applyPlan(
      table,
      aPlan(sourceOf('02'), { budgets: [aBudget('groceries', 5_000), aBudget('total')], contacts: [SMS] }),
    );

    expect(result).toBe('applied');
    expect(await readBudgets(table, USER)).toMatchObject([
      { category: 'groceries', limitMinor: 5_000 },
      { category: 'total' },
    ]);
    expect(await addresses()).toEqual([SMS.address]);
  });

  it('changes nothing when the event is older', async () => {
    await applyPlan(table, aPlan(sourceOf('02')));

    expect(await applyPlan(table, aPlan(sourceOf('01'), { budgets: [aBudget('dining')] }))).toBe('superseded');
    expect(await categories()).toEqual(['groceries']);
  });

  it('applies the same event again, and a known contact keeps its topic', async () => {
    const change = { topicArn: 'arn:aws:sns:us-east-1:1:t', status: 'confirmed' } as const;
    await applyPlan(table, aPlan(sourceOf('01')));
    for (const contact of await readContacts(table, USER)) await updateContact(table, contact, change);

    expect(await applyPlan(table, aPlan(sourceOf('01')))).toBe('applied');
    expect(await applyPlan(table, aPlan(sourceOf('02'), { contacts: [EMAIL, SMS] }))).toBe('applied');

    expect(await readContacts(table, USER)).toMatchObject([
      { ...EMAIL, ...change },
      { ...SMS, status: 'new' },
    ]);
  });

  it('leaves the newest of several plans in force, whole, in any order of database calls', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        table = await tables.fresh();
        const slow = interleaved(table, scheduler);
        const plans = ['groceries', 'dining', 'travel'].map((category, index) =>
          aPlan(sourceOf(`0${index + 1}`), {
            budgets: [aBudget(category)],
            contacts: [{ protocol: 'email', address: `${category}@example.com` }],
          }),
        );

        await scheduler.waitFor(Promise.all(plans.map((plan) => applyPlan(slow, plan))));

        expect(await categories()).toEqual(['travel']);
        expect(await addresses()).toEqual(['travel@example.com']);
        expect((await readPerson(table, USER))?.plan.sequencer).toBe('03');
      }),
      { numRuns: 10 },
    );
  });

  it('does not forget the topic of a contact when a slow attempt of the same event comes in after it was made', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        table = await tables.fresh();
        const slow = interleaved(table, scheduler);
        const ensure = async () => {
          await applyPlan(slow, aPlan(sourceOf('01')));
          for (const contact of await readContacts(slow, USER))
            await updateContact(slow, contact, { topicArn: 'arn', status: 'confirmed' });
        };

        await scheduler.waitFor(Promise.all([applyPlan(slow, aPlan(sourceOf('01'))), ensure()]));

        expect(await readContacts(table, USER)).toMatchObject([{ status: 'confirmed', topicArn: 'arn' }]);
      }),
      { numRuns: 12 },
    );
  });
});

describe('endPlan', () => {
  it('ends the plan whose file was deleted: no budgets, no contacts, the person stays', async () => {
    await applyPlan(table, aPlan(sourceOf('01')));

    expect(await endPlan(table, USER, sourceOf('02'))).toBe('applied');

    expect(await readPerson(table, USER)).toMatchObject({ name: 'Alice', isActive: false });
    expect(await categories()).toEqual([]);
    expect(await addresses()).toEqual([]);
  });

  it.each([
    ['an older deletion', sourceOf('01')],
    [
      'the deletion of another file',
      sourceOf('09', { key: 'budgets/alice.json', eventTime: '2026-11-09T00:00:00.000Z' }),
    ],
  ])('is not done by %s', async (_name, source) => {
    await applyPlan(table, aPlan(sourceOf('02')));

    expect(await endPlan(table, USER, source)).toBe('superseded');
    expect(await readPerson(table, USER)).toMatchObject({ isActive: true });
  });

  it('is nothing where there never was a plan', async () => {
    expect(await endPlan(table, USER, sourceOf('01'))).toBe('superseded');
    expect(await readPerson(table, USER)).toBeUndefined();
  });

  it('lets a plan come back, and renaming its file keeps it whichever event comes first', async () => {
    const renamed = aPlan(sourceOf('00', { key: 'budgets/alice.json' }));
    const deletion = sourceOf('02');
    for (const order of ['deleted first', 'uploaded first']) {
      table = await tables.fresh();
      await applyPlan(table, aPlan(sourceOf('01', { eventTime: '2026-10-01T00:00:00.000Z' })));

      if (order === 'deleted first') await endPlan(table, USER, deletion);
      await applyPlan(table, renamed);
      if (order === 'uploaded first') await endPlan(table, USER, deletion);

      expect(await readPerson(table, USER)).toMatchObject({ isActive: true, plan: { key: 'budgets/alice.json' } });
    }
  });
});
