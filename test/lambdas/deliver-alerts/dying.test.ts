import { describe, expect } from 'vitest';
import type { Table } from '../../../lambdas/adapters/table.ts';
import { openBooks } from '../../support/books.ts';
import { it } from '../../support/fixtures.ts';

type Command = Parameters<Table['client']['send']>[0];

/** The same table, for a process that dies at one of its calls, or as soon as that was made. */
function mortal(table: Table, dyingAt: number, isMade: boolean) {
  const calls: string[] = [];
  const send = async (command: Command) => {
    if (calls.length > dyingAt) throw new Error('the process is dead');
    calls.push(command.constructor.name.replace(/Command$/, ''));
    if (calls.length <= dyingAt) return table.client.send(command);
    if (isMade) await table.client.send(command);
    throw new Error('the process died');
  };
  return { calls, table: { name: table.name, client: { send } as unknown as Table['client'] } };
}

const thresholds = Array.from({ length: 60 }, (_, index) => index + 1);
const BUDGETS = ['one', 'two'].map((name) => ({ category: 'groceries', name, limitMinor: 10_000, thresholds }));
/** Two for its alerts, as they are marked by hundreds. */
const CALLS = 11;

describe('a delivery of 120 alerts that dies at a call and is run again', () => {
  it.for(
    Array.from({ length: CALLS }, (_, call) => [
      [call, false],
      [call, true],
    ]).flat() as [number, boolean][],
  )('leaves nothing unsent, and tells twice only what it could not note as told: call %d, made: %s', async ([
    dyingAt,
    isMade,
  ], { table }) => {
    const calm = openBooks(table);
    await calm.plan(BUDGETS);
    const [window] = await calm.dropAndBook({ documentId: 'one', amountMinor: 6_000 });
    const process = mortal(table, dyingAt, isMade);
    const dying = openBooks(process.table);

    await expect(dying.deliver(window)).rejects.toThrow();
    await calm.deliver(window);

    const isNoteLost = process.calls.at(-1) === 'PutItem' && !isMade;
    expect([...dying.published, ...calm.published]).toHaveLength(isNoteLost ? 2 : 1);
    expect(new Set((await calm.budgetAlerts()).map(({ outcome }) => outcome))).toEqual(new Set(['accepted']));
  });
});
