import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { findUnsent, findWaiting, readAlerts } from '../../lambdas/adapters/alert-store.ts';
import { createDocument, findPending, readDocument, readOutcome } from '../../lambdas/adapters/document-store.ts';
import { personKey } from '../../lambdas/adapters/ledger-keys.ts';
import { closeDocument } from '../../lambdas/adapters/outcome-store.ts';
import { readPerson } from '../../lambdas/adapters/person-store.ts';
import type { StartDelivery } from '../../lambdas/adapters/start-delivery.ts';
import { startDelivery } from '../../lambdas/adapters/start-delivery.ts';
import type { Table } from '../../lambdas/adapters/table.ts';
import { createHandler as createCloseAbandoned } from '../../lambdas/close-abandoned/handler.ts';
import type { Delivery } from '../../lambdas/core/alert/alert.ts';
import { type AlertWindow, deliveryOf } from '../../lambdas/core/alert/window.ts';
import type { Closing } from '../../lambdas/core/outcome/closing.ts';
import { createHandler as createSweep, type SweepPorts } from '../../lambdas/sweep/handler.ts';
import { aDocument, NOW, openBooks, USER } from '../support/books.ts';
import { it } from '../support/fixtures.ts';
import { interleaved } from '../support/interleaved.ts';
import type { Tables } from '../support/local-table.ts';
import { retried } from '../support/retried.ts';

/** Where a process dies: as it makes its claim, as it starts the delivery, or at that call of those that it makes. */
interface Crash {
  readonly at: 'claim' | 'start' | number;
  /** Whether the call had been made by then: only the answer is lost. */
  readonly isMade: boolean;
}

class ProcessDied extends Error {
  override readonly name = 'ProcessDied';
}

/** Lets a process die once. */
function mortal(crash: Crash | undefined) {
  let calls = 0;
  let isOver = crash === undefined;
  return async <T>(what: string, call: () => Promise<T>): Promise<T> => {
    const isHere = !isOver && (crash?.at === what || crash?.at === calls);
    calls += 1;
    if (!isHere) return call();
    isOver = true;
    if (crash?.isMade) await call().catch(() => undefined);
    throw new ProcessDied();
  };
}
type Reach = ReturnType<typeof mortal>;

const mortalTable = (table: Table, reach: Reach): Table => {
  const send = (command: Parameters<Table['client']['send']>[0]) => {
    const isClaim =
      command.constructor.name === 'TransactWriteItemsCommand' && JSON.stringify(command.input).includes('"ALERT#');
    return reach(isClaim ? 'claim' : 'other', () => table.client.send(command));
  };
  return { name: table.name, client: { send } as unknown as Table['client'] };
};

/** Runs a step again whenever its process died, as Lambda and the machines do. */
async function revived<T>(step: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await retried(step);
    } catch (error) {
      if (!(error instanceof ProcessDied)) throw error;
    }
  }
}

/** How a step that ends starts a delivery, and what the sweep looks at besides its own claims. */
interface Rule {
  readonly startDelivery: (
    table: Table,
    start: StartDelivery,
    userId: string,
    claimedIn: AlertWindow | undefined,
    startedBy: string | undefined,
  ) => Promise<string | undefined>;
  readonly findWaiting: (table: Table, closingFrom: string) => ReturnType<SweepPorts['findWaiting']>;
}

const whatStandsUnsent: Rule = { startDelivery, findWaiting };

/** What is tempting and wrong: to start what this attempt has claimed, and nothing else. */
const onlyFromMemory: Rule = {
  startDelivery: async (_table, start, userId, claimedIn, startedBy) =>
    claimedIn && start(deliveryOf(userId, claimedIn), startedBy),
  findWaiting: async () => [],
};

const THRESHOLDS = [10, 20, 30, 40, 50, 60, 70, 80, 90];
const crash = fc.option(
  fc.record({ at: fc.oneof(fc.constantFrom('claim', 'start'), fc.nat({ max: 14 })), isMade: fc.boolean() }),
  { nil: undefined, freq: 6 },
) as fc.Arbitrary<Crash | undefined>;
/** Who claims at once: two receipts, an execution that ended without closing its document, a sweep that finds another one. */
const CLAIMERS = ['one', 'two', 'abandoned', 'overdue'] as const;
type Claimer = (typeof CLAIMERS)[number];
type Deaths = Partial<Record<Claimer, Crash | undefined>>;
const everybody = fc.record({ one: crash, two: crash, abandoned: crash, overdue: crash });
const ALERTS = { one: 3, two: 3, abandoned: 1, overdue: 1 };

/**
 * Steps claim for one person, each dies once at most and is run again; whatever is started runs at any moment, as if
 * windows closed whenever they like. The sweep runs once, and again only if it died: no later one comes.
 *
 * @param deaths How each claimer dies that there is.
 * @returns The alerts that nobody has sent.
 */
async function unsentAfter(table: Table, rule: Rule, scheduler: fc.Scheduler, deaths: Deaths) {
  const calm = openBooks(table);
  await calm.plan([{ category: 'groceries', limitMinor: 10_000, thresholds: THRESHOLDS }]);
  for (const documentId of ['one', 'two', 'abandoned']) await calm.drop({ documentId, amountMinor: 0 });
  await createDocument(table, aDocument({ documentId: 'overdue' }), {
    ...{ status: 'pending', run: 1, updatedAt: new Date(NOW).toISOString() },
    deadlineAt: new Date(NOW - 1).toISOString(),
  });
  const slow = interleaved(table, scheduler);
  const sender = openBooks(table, slow);
  const running = new Map<string, Promise<unknown>>();
  const begin = (delivery: Delivery) => {
    if (!running.has(delivery.name))
      running.set(
        delivery.name,
        retried(() => sender.deliver(delivery)),
      );
  };

  const claimers = CLAIMERS.filter((claimer) => claimer in deaths).map(async (claimer) => {
    const reach = mortal(deaths[claimer]);
    const steps = mortalTable(slow, reach);
    const start: StartDelivery = (delivery) =>
      reach('start', async () => {
        await scheduler.schedule(Promise.resolve(), 'StartExecution');
        begin(delivery);
        return delivery.name;
      });
    type Asked = Parameters<Rule['startDelivery']> extends [unknown, unknown, ...infer Rest] ? Rest : never;
    const startOne = (...asked: Asked) => rule.startDelivery(steps, start, ...asked);
    const books = openBooks(table, steps, undefined, { start, startDelivery: startOne, of: () => [] });
    const ports = {
      now: books.outbox.now,
      readPerson: (userId: string) => readPerson(steps, userId),
      close: (closing: Closing) => closeDocument(books.outbox, closing),
    };
    if (claimer === 'one' || claimer === 'two') {
      const receipt = { documentId: claimer, amountMinor: 3_000 };
      const { affected } = await revived(() => books.record(receipt));
      await revived(() => books.check({ documentId: receipt.documentId, run: 1, userId: USER, affected }));
    } else if (claimer === 'abandoned') {
      const closeAbandoned = createCloseAbandoned({ ...ports, startDelivery: startOne });
      const input = JSON.stringify({ documentId: claimer, run: 1, userId: USER, key: 'receipts/alice/abandoned.jpg' });
      await revived(() => closeAbandoned({ detail: { executionArn: 'arn:abandoned', status: 'TIMED_OUT', input } }));
    } else {
      const sweep = createSweep({
        ...ports,
        findUnsent: (closedBefore) => findUnsent(steps, closedBefore),
        findWaiting: (closingFrom) => rule.findWaiting(steps, closingFrom),
        findPending: (...asked) => findPending(steps, ...asked),
        readDocument: (documentId) => readDocument(steps, documentId),
        readOutcome: (documentId) => readOutcome(steps, documentId),
        startDelivery: start,
        unsentAfterSeconds: 300,
      });
      await revived(() => sweep({ startedAt: new Date(NOW).toISOString() }));
    }
  });
  await scheduler.waitFor(Promise.all(claimers).then(() => Promise.all(running.values())));

  const alerts = await readAlerts(table, personKey(USER).PK, 'ALERT#');
  const claimed = CLAIMERS.reduce((sum, claimer) => sum + (claimer in deaths ? ALERTS[claimer] : 0), 0);
  expect(alerts.length).toBe(claimed);
  return alerts.filter(({ sentAt }) => sentAt === undefined).map(({ SK }) => SK);
}

const nothingIsLeft = (tables: Tables, rule: Rule, claimers: fc.Arbitrary<Deaths> = everybody) =>
  fc.asyncProperty(fc.scheduler(), claimers, async (scheduler, deaths) => {
    expect(await unsentAfter(await tables.fresh(), rule, scheduler, deaths)).toEqual([]);
  });

describe('four that claim at once, each of which may die once and is run again', () => {
  it('leave nothing unsent, without a later sweep', async ({ tables }) => {
    await fc.assert(nothingIsLeft(tables, whatStandsUnsent), { numRuns: 40 });
  }, 120_000);

  it('would leave something, did they start only what they hold in memory', async ({ tables }) => {
    const { failed, errorInstance } = await fc.check(nothingIsLeft(tables, onlyFromMemory), {
      numRuns: 300,
      endOnFailure: true,
    });

    expect(failed).toBe(true);
    expect(String(errorInstance)).toContain('to deeply equal []');
  }, 120_000);
});

describe('a sweep that is alone and may die once at any call', () => {
  const alone = fc.record({ overdue: crash });

  it('leaves nothing unsent when it is run again', async ({ tables }) => {
    await fc.assert(nothingIsLeft(tables, whatStandsUnsent, alone), { numRuns: 60 });
  }, 60_000);

  it('would leave something, did it start only what it holds in memory', async ({ tables }) => {
    const { failed, errorInstance } = await fc.check(nothingIsLeft(tables, onlyFromMemory, alone), {
      numRuns: 300,
      endOnFailure: true,
    });

    expect(failed).toBe(true);
    expect(String(errorInstance)).toContain('ALERT#attention#overdue');
  }, 60_000);
});

describe('a window that is closed', () => {
  it('is started by nobody again, and one that opened since is', async ({ books }) => {
    await books.plan([{ category: 'groceries', limitMinor: 10_000, thresholds: THRESHOLDS }]);
    const spend = (documentId: string) => books.dropAndBook({ documentId, amountMinor: 1_000 });
    const again = { documentId: 'one', run: 1, userId: USER, affected: 'all' };
    const [first] = await spend('one');
    await books.deliver(first);

    expect(await books.check(again)).toEqual({ deliveries: [] });
    const [second] = await spend('two');

    expect(second?.name).not.toBe(first?.name);
    expect(await books.check(again)).toEqual({ deliveries: [second] });
  });
});
