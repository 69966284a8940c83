import { describe, expect } from 'vitest';
import { updateContact } from '../../../lambdas/adapters/contact-store.ts';
import { createDocument } from '../../../lambdas/adapters/document-store.ts';
import { closeDocument } from '../../../lambdas/adapters/outcome-store.ts';
import { readContacts } from '../../../lambdas/adapters/person-store.ts';
import { applyPlan } from '../../../lambdas/adapters/plan-store.ts';
import { readFacts } from '../../../views/doctor/read-facts.ts';
import { aDocument, NOW, openBooks, USER } from '../../support/books.ts';
import { it as base } from '../../support/fixtures.ts';
import { openQuotas } from './quota-answers.ts';
import { openSns } from './sns-answers.ts';
import { aPerson } from './some-facts.ts';

const it = base
  .extend('table', async ({ table }) => {
    const books = openBooks(table);
    await books.plan([{ category: 'groceries', limitMinor: 25_000, thresholds: [50, 80] }]);
    for (const documentId of ['booked', 'blurred', 'waiting']) await books.drop({ documentId, amountMinor: 0 });
    await books.run({ documentId: 'booked', amountMinor: 13_000 });
    const outcome = { status: 'needs_review', run: 1, updatedAt: '2026-11-20T12:00:00.000Z' } as const;
    await closeDocument(books.outbox, { documentId: 'blurred', outcome });
    return table;
  })
  .extend('facts', async ({ table }) => {
    const ports = { table, sns: await openSns(), quotas: await openQuotas(), isLaptop: false, now: () => NOW };
    return (userId = USER, over: Partial<typeof ports> = {}) => readFacts({ ...ports, ...over }, userId);
  });

describe('readFacts', () => {
  it('tells a plan that was not taken from a file that is not counted', async ({ table, outbox, facts }) => {
    const updatedAt = '2026-11-20T12:00:00.000Z';
    const dropped = { ...aDocument({ documentId: 'plan-2' }), userId: 'carol', workflow: 'apply-plan' } as const;
    await createDocument(table, dropped, { status: 'pending', run: 1, updatedAt });
    const outcome = { status: 'rejected', run: 1, updatedAt, code: 'PlanInvalidError' } as const;
    await closeDocument(outbox, { documentId: 'plan-2', outcome });

    const carol = await facts('carol');

    expect(carol).toMatchObject({ refusedPlans: [{ documentId: 'plan-2' }], toSettle: 0 });
  });

  it('tells a file that failed from those that wait for the person', async ({ table, outbox, facts }) => {
    const updatedAt = '2026-11-20T12:00:00.000Z';
    for (const status of ['failed', 'rejected', 'needs_review'] as const) {
      const dropped = { ...aDocument({ documentId: `is-${status}` }), userId: 'eve' };
      await createDocument(table, dropped, { status: 'pending', run: 1, updatedAt });
      await closeDocument(outbox, { documentId: dropped.documentId, outcome: { status, run: 1, updatedAt } });
    }

    expect(await facts('eve')).toMatchObject({ failed: [{ documentId: 'is-failed' }], toSettle: 2 });
  });

  it('gathers plan, budgets, files and messages of the person', async ({ facts }) => {
    const found = await facts();

    expect(found).toMatchObject({
      person: { name: 'Alice', isActive: true },
      budgets: [{ category: 'groceries', percent: 52 }],
      messages: [{ address: 'alice@example.com', outcome: 'accepted' }],
      pending: [{ documentId: 'waiting' }],
      toSettle: 1,
      unsent: [],
      refusedPlans: [],
    });
    expect([...found.categoriesSeen]).toEqual(['groceries']);
  });

  it('takes what SNS says now, over what was noted', async ({ facts }) => {
    const { contacts, monthlySmsLimitUsd } = await facts();

    expect(contacts).toMatchObject([{ status: 'confirmed', subscription: 'pending' }]);
    expect(monthlySmsLimitUsd).toBeUndefined();
  });

  it('asks about sandbox, opt-out and spend limit where a phone is to be reached on AWS', async ({ table, facts }) => {
    const plan = { ...aPerson().plan, key: 'budgets/bob.yaml' };
    const contacts = [{ protocol: 'sms', address: '+12025550123' }] as const;
    await applyPlan(table, { person: aPerson({ userId: 'bob', plan }), budgets: [], contacts, today: '2026-11-20' });
    for (const contact of await readContacts(table, 'bob')) {
      await updateContact(table, contact, { topicArn: 'arn:aws:sns:us-east-1:000000000000:t', status: 'confirmed' });
    }

    const bob = await facts('bob');

    expect(bob.contacts).toMatchObject([{ status: 'sandboxed', isOptedOut: true }]);
    expect(bob.monthlySmsLimitUsd).toBe(5);
    const onLaptop = await facts('bob', { isLaptop: true });
    expect(onLaptop.contacts).toMatchObject([{ status: 'confirmed', subscription: 'confirmed' }]);
  });

  it('goes on with what was noted when SNS does not let it ask', async ({ facts }) => {
    const { contacts, snsError } = await facts(USER, { sns: await openSns({}) });

    expect(contacts).toMatchObject([{ status: 'confirmed' }]);
    expect(snsError).toContain('not authorized to perform: SNS:ListSubscriptionsByTopic');
  });

  it('asks how many analyses may start a second only where a file waits for its turn on AWS', async ({
    table,
    facts,
  }) => {
    const turnAt = new Date(NOW + 3_600_000).toISOString();
    const document = { ...aDocument({ documentId: 'queued' }), userId: 'dora', turnAt };
    await createDocument(table, document, { status: 'pending', run: 1, updatedAt: '2026-11-20T11:59:00.000Z' });

    expect((await facts('dora')).startsPerSecond).toBe(5);
    expect((await facts('dora', { isLaptop: true })).startsPerSecond).toBeUndefined();
    expect((await facts('dora', { quotas: await openQuotas([]) })).startsPerSecond).toBeUndefined();
    expect((await facts()).startsPerSecond).toBeUndefined();
  });
});
