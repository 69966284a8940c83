import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { removeLeaving, updateContact } from '../../../lambdas/adapters/contact-store.ts';
import { findUserIdsByAddress, readEveryContact } from '../../../lambdas/adapters/person-store.ts';
import { applyPlan, endPlan } from '../../../lambdas/adapters/plan-store.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import { refusalOf } from '../../../lambdas/core/message/sns-refusal.ts';
import type { PlannedContact } from '../../../lambdas/core/plan/plan-items.ts';
import { createHandler } from '../../../lambdas/ensure-contacts/handler.ts';
import { NOW, USER } from '../../support/books.ts';
import { it } from '../../support/fixtures.ts';
import { interleaved } from '../../support/interleaved.ts';
import { retried } from '../../support/retried.ts';
import { aPerson } from '../../views/doctor/some-facts.ts';

const EMAIL: PlannedContact = { protocol: 'email', address: 'alice@example.com' };
const SMS: PlannedContact = { protocol: 'sms', address: '+12025550123' };

/** SNS as far as contacts need it, each call of which waits until the scheduler lets it go. */
function openSns(scheduler: fc.Scheduler) {
  const subscribed = new Map<string, Set<string>>();
  const at = <T>(call: string, run: () => T): Promise<T> => scheduler.schedule(Promise.resolve(), call).then(run);
  const topicOf = (arn: string) => {
    const topic = subscribed.get(arn);
    if (!topic) throw Object.assign(new Error('Topic does not exist'), { name: 'NotFoundException' });
    return topic;
  };
  return {
    subscribed,
    ports: {
      ensureTopic: (protocol: string, address: string) =>
        at('CreateTopic', () => {
          const arn = `arn:${protocol}:${address}`;
          if (!subscribed.has(arn)) subscribed.set(arn, new Set());
          return arn;
        }),
      subscriptionStatus: (arn: string, _: string, address: string) =>
        at('List', () => (topicOf(arn).has(address) ? ('confirmed' as const) : ('absent' as const))),
      subscribe: (arn: string, _: string, address: string) =>
        at('Subscribe', () => {
          topicOf(arn).add(address);
          return 'confirmed' as const;
        }),
      deleteTopic: (arn: string) => at('DeleteTopic', () => void subscribed.delete(arn)),
      isSandboxed: async () => false,
      refusalOf,
    },
  };
}

const ensureIn = (table: Table, sns: ReturnType<typeof openSns>) =>
  createHandler({
    ...sns.ports,
    now: () => NOW,
    readEveryContact: (userId) => readEveryContact(table, userId),
    updateContact: (contact, change) => updateContact(table, contact, change),
    findUserIdsByAddress: (address) => findUserIdsByAddress(table, address),
    removeLeaving: (contact) => removeLeaving(table, contact),
  });

/** What each version of the plan says, and its end: `undefined`. */
const versions = fc.array(
  fc.constantFrom<readonly PlannedContact[] | undefined>([EMAIL], [SMS], [EMAIL, SMS], [], undefined),
  { minLength: 2, maxLength: 4 },
);

describe('ensure-contacts beside itself', () => {
  it('leaves those of the newest plan subscribed and nobody else, in any order of calls', async ({ tables }) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), versions, async (scheduler, plans) => {
        const table = await tables.fresh();
        const slow = interleaved(table, scheduler);
        const sns = openSns(scheduler);
        const ensure = ensureIn(slow, sns);
        const run = async (contacts: readonly PlannedContact[] | undefined, index: number) => {
          const plan = { ...aPerson().plan, sequencer: `0${index}` };
          const items = { person: aPerson({ plan }), budgets: [], contacts: contacts ?? [], today: '2026-11-20' };
          const applied = await retried(() => (contacts ? applyPlan(slow, items) : endPlan(slow, USER, plan)));
          if (applied === 'applied') await retried(() => ensure({ userId: USER }));
        };
        // The first is in force and done before the others come in together.
        await scheduler.waitFor(run([EMAIL], 0));

        await scheduler.waitFor(Promise.all(plans.map((contacts, index) => run(contacts, index + 1))));

        const wanted = (plans.at(-1) ?? []).map(({ protocol, address }) => `arn:${protocol}:${address}`).sort();
        expect((await readEveryContact(table, USER)).map(({ topicArn, status }) => `${topicArn} ${status}`)).toEqual(
          wanted.map((arn) => `${arn} confirmed`),
        );
        expect(
          [...sns.subscribed]
            .filter(([, topic]) => topic.size > 0)
            .map(([arn]) => arn)
            .sort(),
        ).toEqual(wanted);
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});
