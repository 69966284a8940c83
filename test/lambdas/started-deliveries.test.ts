import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { readAlerts } from '../../lambdas/adapters/alert-store.ts';
import { personKey } from '../../lambdas/adapters/ledger-keys.ts';
import { closeDocument } from '../../lambdas/adapters/outcome-store.ts';
import { readPerson } from '../../lambdas/adapters/person-store.ts';
import type { StartDelivery } from '../../lambdas/adapters/start-delivery.ts';
import { startDelivery } from '../../lambdas/adapters/start-delivery.ts';
import type { Table } from '../../lambdas/adapters/table.ts';
import { createHandler as createRecordFailure } from '../../lambdas/close-abandoned/handler.ts';
import type { Delivery } from '../../lambdas/core/alert/alert.ts';
import { type AlertWindow, deliveryOf } from '../../lambdas/core/alert/window.ts';
import { openBooks, USER } from '../support/books.ts';
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

/** How a step that ends starts a delivery. */
type Rule = (
  table: Table,
  start: StartDelivery,
  userId: string,
  claimedIn: AlertWindow | undefined,
  startedBy: string | undefined,
) => Promise<string | undefined>;

/** What is tempting and wrong: to start what this attempt has claimed, and nothing else. */
const onlyFromMemory: Rule = async (_table, start, userId, claimedIn, startedBy) =>
  claimedIn && start(deliveryOf(userId, claimedIn), startedBy);

const THRESHOLDS = [10, 20, 30, 40, 50, 60, 70, 80, 90];
const crash = fc.option(
  fc.record({ at: fc.oneof(fc.constantFrom('claim', 'start'), fc.nat({ max: 14 })), isMade: fc.boolean() }),
  { nil: undefined, freq: 6 },
) as fc.Arbitrary<Crash | undefined>;
/** Three that claim at once: two receipts and an execution that ended without closing its document. */
const crashes = fc.tuple(crash, crash, crash);

/**
 * Three steps claim for one person, each dies once at most and is run again; whatever is started runs at any moment, as if
 * windows closed whenever they like. No sweep comes.
 *
 * @returns The alerts that nobody has sent.
 */
async function unsentAfter(table: Table, rule: Rule, scheduler: fc.Scheduler, deaths: readonly (Crash | undefined)[]) {
  const calm = openBooks(table);
  await calm.plan([{ category: 'groceries', limitMinor: 10_000, thresholds: THRESHOLDS }]);
  for (const documentId of ['one', 'two', 'lost']) await calm.drop({ documentId, amountMinor: 0 });
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

  const claimers = deaths.map(async (death, index) => {
    const reach = mortal(death);
    const steps = mortalTable(slow, reach);
    const start: StartDelivery = (delivery) =>
      reach('start', async () => {
        await scheduler.schedule(Promise.resolve(), 'StartExecution');
        begin(delivery);
        return delivery.name;
      });
    type Asked = Parameters<Rule> extends [unknown, unknown, ...infer Rest] ? Rest : never;
    const startOne = (...asked: Asked) => rule(steps, start, ...asked);
    const books = openBooks(table, steps, undefined, { start, startDelivery: startOne, of: () => [] });
    if (index < 2) {
      const receipt = { documentId: index === 0 ? 'one' : 'two', amountMinor: 3_000 };
      const { affected } = await revived(() => books.record(receipt));
      await revived(() => books.check({ documentId: receipt.documentId, run: 1, userId: USER, affected }));
      return;
    }
    const recordFailure = createRecordFailure({
      now: books.outbox.now,
      readPerson: (userId) => readPerson(steps, userId),
      close: (closing) => closeDocument(books.outbox, closing),
      startDelivery: startOne,
    });
    const input = JSON.stringify({ documentId: 'lost', run: 1, userId: USER, key: 'receipts/alice/lost.jpg' });
    await revived(() => recordFailure({ detail: { executionArn: 'arn:lost', status: 'TIMED_OUT', input } }));
  });
  await scheduler.waitFor(Promise.all(claimers).then(() => Promise.all(running.values())));

  const alerts = await readAlerts(table, personKey(USER).PK, 'ALERT#');
  expect(alerts.length).toBe(7);
  return alerts.filter(({ sentAt }) => sentAt === undefined).map(({ SK }) => SK);
}

const nothingIsLeft = (tables: Tables, rule: Rule) =>
  fc.asyncProperty(fc.scheduler(), crashes, async (scheduler, deaths) => {
    expect(await unsentAfter(await tables.fresh(), rule, scheduler, deaths)).toEqual([]);
  });

describe('three that claim at once, each of which may die once and is run again', () => {
  it('leave nothing unsent, without the sweep', async ({ tables }) => {
    await fc.assert(nothingIsLeft(tables, startDelivery), { numRuns: 40 });
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
