import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { updateContact } from '../../../lambdas/adapters/contact-store.ts';
import { readBudgets, readContacts, readEveryContact, readPerson } from '../../../lambdas/adapters/person-store.ts';
import { applyPlan, endPlan } from '../../../lambdas/adapters/plan-store.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import type { ObjectSource } from '../../../lambdas/core/object/object-source.ts';
import type { PlannedBudget } from '../../../lambdas/core/plan/enact-budget.ts';
import type { PlanItems, PlannedContact } from '../../../lambdas/core/plan/plan-items.ts';
import { USER } from '../../support/books.ts';
import { it } from '../../support/fixtures.ts';
import { interleaved } from '../../support/interleaved.ts';
import { retried } from '../../support/retried.ts';

const sourceOf = (sequencer: string, over: Partial<ObjectSource> = {}): ObjectSource => ({
  key: 'budgets/alice.yaml',
  versionId: `v${sequencer}`,
  sequencer,
  uploadedAt: '2026-11-01T00:00:00.000Z',
  ...over,
});
const aBudget = (category: string, limits = 10_000): PlannedBudget => ({
  category,
  period: 'month',
  limits,
  currency: 'USD',
  thresholds: [50, 80, 100],
});
const EMAIL = { protocol: 'email', address: 'alice@example.com' } as const;
const SMS = { protocol: 'sms', address: '+12025550123' } as const;

const aPlan = (plan: ObjectSource, over: Partial<PlanItems> = {}): PlanItems => ({
  person: { userId: USER, name: 'Alice', locale: 'en-US', timeZone: 'UTC', currency: 'USD', plan, isActive: true },
  budgets: [aBudget('groceries')],
  contacts: [EMAIL],
  today: '2026-11-20',
  ...over,
});
const categories = async (table: Table) => (await readBudgets(table, USER)).map(({ category }) => category);
const addresses = async (table: Table) => (await readContacts(table, USER)).map(({ address }) => address);

describe('applyPlan', () => {
  it('replaces budgets and contacts by those of the newer plan', async ({ table }) => {
    await applyPlan(table, aPlan(sourceOf('01'), { budgets: [aBudget('groceries'), aBudget('dining')] }));

    const result = await applyPlan(
      table,
      aPlan(sourceOf('02'), { budgets: [aBudget('groceries', 5_000), aBudget('total')], contacts: [SMS] }),
    );

    expect(result).toBe('applied');
    expect(await readBudgets(table, USER)).toMatchObject([
      { category: 'groceries', limits: [{ limitMinor: 10_000 }, { validFrom: '2026-11-01', limitMinor: 5_000 }] },
      { category: 'total', limits: [{ limitMinor: 10_000 }] },
    ]);
    expect(await addresses(table)).toEqual([SMS.address]);
  });

  it('keeps several budgets on one category, told apart by period and name', async ({ table }) => {
    const budgets = [
      aBudget('groceries'),
      { ...aBudget('groceries'), name: 'treats' },
      { ...aBudget('groceries'), period: 'week' as const },
    ];
    await applyPlan(table, aPlan(sourceOf('01'), { budgets }));

    await applyPlan(table, aPlan(sourceOf('02'), { budgets: budgets.slice(1) }));

    expect(await readBudgets(table, USER)).toMatchObject([{ name: 'treats' }, { period: 'week' }]);
  });

  it('lets past periods keep their limit when a plan of a later period states another', async ({ table }) => {
    await applyPlan(table, aPlan(sourceOf('01'), { today: '2026-09-15' }));

    for (const sequencer of ['02', '02', '03'])
      await applyPlan(table, aPlan(sourceOf(sequencer), { budgets: [aBudget('groceries', 7_000)] }));

    expect(await readBudgets(table, USER)).toMatchObject([
      { since: '2026-09-01', limits: [{ limitMinor: 10_000 }, { validFrom: '2026-11-01', limitMinor: 7_000 }] },
    ]);
  });

  it('replaces the largest plan by one that has nothing in common with it', async ({ table }) => {
    const largest = (name: string): Pick<PlanItems, 'budgets' | 'contacts'> => ({
      budgets: Array.from({ length: 30 }, (_, index) => aBudget(`${name}${index}`)),
      contacts: Array.from(
        { length: 10 },
        (_, index): PlannedContact => ({
          protocol: 'email',
          address: `${name}${index}@example.com`,
        }),
      ),
    });
    for (const [index, name] of ['a', 'b', 'c'].entries())
      expect(await applyPlan(table, aPlan(sourceOf(`0${index}`), largest(name)))).toBe('applied');

    expect(await categories(table)).toHaveLength(30);
    expect(await addresses(table)).toHaveLength(10);
    expect(await endPlan(table, USER, sourceOf('09'))).toBe('applied');
  });

  it('notes who left the plan as leaving, and takes up who is in it again with the topic there was', async ({
    table,
  }) => {
    await applyPlan(table, aPlan(sourceOf('01'), { contacts: [EMAIL, SMS] }));
    for (const contact of await readContacts(table, USER))
      await updateContact(table, contact, { topicArn: 'arn', status: 'confirmed' });

    await applyPlan(table, aPlan(sourceOf('02'), { contacts: [EMAIL] }));
    expect(await addresses(table)).toEqual([EMAIL.address]);
    expect(await readEveryContact(table, USER)).toMatchObject([
      { ...EMAIL, status: 'confirmed' },
      { ...SMS, status: 'leaving', topicArn: 'arn' },
    ]);

    await applyPlan(table, aPlan(sourceOf('03'), { contacts: [SMS] }));
    expect(await readEveryContact(table, USER)).toMatchObject([
      { ...EMAIL, status: 'leaving' },
      { ...SMS, status: 'new', topicArn: 'arn' },
    ]);
  });

  it('does not note a contact as confirmed that has left the plan meanwhile', async ({ table }) => {
    await applyPlan(table, aPlan(sourceOf('01')));
    const [contact] = await readContacts(table, USER);
    if (!contact) throw new Error('expected a contact');
    await applyPlan(table, aPlan(sourceOf('02'), { contacts: [] }));

    await updateContact(table, contact, { topicArn: 'arn', status: 'confirmed' });

    expect(await readEveryContact(table, USER)).toMatchObject([{ status: 'leaving' }]);
  });

  it.for([
    [{}, {}, undefined],
    [{}, { hideAmounts: true }, true],
    [{ hideAmounts: true }, { hideAmounts: true }, true],
    [{ hideAmounts: true }, {}, undefined],
  ] as const)('changes whether amounts are hidden from %j to %j, and keeps the topic', async ([
    before,
    after,
    expected,
  ], { table }) => {
    await applyPlan(table, aPlan(sourceOf('01'), { contacts: [{ ...SMS, ...before }] }));
    for (const contact of await readContacts(table, USER))
      await updateContact(table, contact, { topicArn: 'arn', status: 'confirmed' });

    await applyPlan(table, aPlan(sourceOf('02'), { contacts: [{ ...SMS, ...after }] }));

    const [contact] = await readContacts(table, USER);
    expect(contact).toMatchObject({ topicArn: 'arn', status: 'confirmed' });
    expect(contact?.hideAmounts).toBe(expected);
  });

  it('changes nothing when the event is older', async ({ table }) => {
    await applyPlan(table, aPlan(sourceOf('02')));

    expect(await applyPlan(table, aPlan(sourceOf('01'), { budgets: [aBudget('dining')] }))).toBe('superseded');
    expect(await categories(table)).toEqual(['groceries']);
  });

  it('applies the same event again, and a known contact keeps its topic', async ({ table }) => {
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

  it('leaves the newest of several plans in force, whole, in any order of database calls', async ({ tables }) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const table = await tables.fresh();
        const slow = interleaved(table, scheduler);
        const plans = ['groceries', 'dining', 'travel'].map((category, index) =>
          aPlan(sourceOf(`0${index + 1}`), {
            budgets: [aBudget(category)],
            contacts: [{ protocol: 'email', address: `${category}@example.com` }],
          }),
        );

        await scheduler.waitFor(Promise.all(plans.map((plan) => applyPlan(slow, plan))));

        expect(await categories(table)).toEqual(['travel']);
        expect(await addresses(table)).toEqual(['travel@example.com']);
        expect((await readPerson(table, USER))?.plan.sequencer).toBe('03');
      }),
      { numRuns: 10 },
    );
  });

  it('does not forget the topic of a contact when a slow attempt of the same event comes in after it was made', async ({
    tables,
  }) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const table = await tables.fresh();
        const slow = interleaved(table, scheduler);
        const ensure = async () => {
          await applyPlan(slow, aPlan(sourceOf('01')));
          for (const contact of await readContacts(slow, USER))
            await retried(() => updateContact(slow, contact, { topicArn: 'arn', status: 'confirmed' }));
        };

        await scheduler.waitFor(Promise.all([applyPlan(slow, aPlan(sourceOf('01'))), ensure()]));

        expect(await readContacts(table, USER)).toMatchObject([{ status: 'confirmed', topicArn: 'arn' }]);
      }),
      { numRuns: 12 },
    );
  });
});

describe('endPlan', () => {
  it('ends the plan whose file was deleted: no budgets, all contacts leave, the person stays', async ({ table }) => {
    await applyPlan(table, aPlan(sourceOf('01')));

    expect(await endPlan(table, USER, sourceOf('02'))).toBe('applied');

    expect(await readPerson(table, USER)).toMatchObject({ name: 'Alice', isActive: false });
    expect(await categories(table)).toEqual([]);
    expect(await addresses(table)).toEqual([]);
    expect(await readEveryContact(table, USER)).toMatchObject([{ ...EMAIL, status: 'leaving' }]);
  });

  it.for([
    [
      'keeps past limits and rollover for a plan that comes back within a week',
      '2026-11-08T00:00:00.000Z',
      '2026-01-01',
    ],
    ['is forgotten by a plan that comes later', '2026-11-08T00:00:01.000Z', '2026-11-01'],
  ] as const)('%s', async ([_name, uploadedAt, since], { table }) => {
    await applyPlan(table, aPlan(sourceOf('01'), { today: '2026-01-01' }));
    await endPlan(table, USER, sourceOf('02'));
    // The same event again.
    await endPlan(table, USER, sourceOf('02'));

    await applyPlan(table, aPlan(sourceOf('', { key: 'budgets/alice.yml', uploadedAt })));

    expect(await readBudgets(table, USER)).toMatchObject([{ since }]);
    expect((await readPerson(table, USER))?.endedBudgets).toBeUndefined();
  });

  it.for([
    ['an older deletion', sourceOf('01')],
    [
      'the deletion of another file',
      sourceOf('09', { key: 'budgets/alice.json', uploadedAt: '2026-11-09T00:00:00.000Z' }),
    ],
  ] as const)('is not done by %s', async ([_name, source], { table }) => {
    await applyPlan(table, aPlan(sourceOf('02')));

    expect(await endPlan(table, USER, source)).toBe('superseded');
    expect(await readPerson(table, USER)).toMatchObject({ isActive: true });
  });

  it('is nothing where there never was a plan', async ({ table }) => {
    expect(await endPlan(table, USER, sourceOf('01'))).toBe('superseded');
    expect(await readPerson(table, USER)).toBeUndefined();
  });

  it('lets a plan come back, and renaming its file keeps it whichever event comes first', async ({ tables }) => {
    const renamed = aPlan(sourceOf('00', { key: 'budgets/alice.json' }));
    const deletion = sourceOf('02');
    for (const order of ['deleted first', 'uploaded first']) {
      const table = await tables.fresh();
      await applyPlan(table, aPlan(sourceOf('01', { uploadedAt: '2026-10-01T00:00:00.000Z' })));

      if (order === 'deleted first') await endPlan(table, USER, deletion);
      await applyPlan(table, renamed);
      if (order === 'uploaded first') await endPlan(table, USER, deletion);

      expect(await readPerson(table, USER)).toMatchObject({ isActive: true, plan: { key: 'budgets/alice.json' } });
    }
  });
});
