import { describe, expect } from 'vitest';
import type { TableCall } from '../../../bench/calls/table-call.ts';
import { getItem, putItem, type Table } from '../../../lambdas/adapters/table.ts';
import { writeEach } from '../../../lambdas/adapters/write-each.ts';
import { counted } from '../../support/counted.ts';
import { it as base } from '../../support/fixtures.ts';

const keyOf = (n: number) => ({ PK: 'P', SK: `S${n}` });
/** Counts an item up, if it is there. */
const up = (n: number) => ({
  update: keyOf(n),
  set: { text: 'SET n = n + :one', values: { ':one': 1 } },
  condition: { text: 'attribute_exists(PK)' },
});
const put = (n: number) => ({ put: { ...keyOf(n), n } });
const readN = async (table: Table, n: number) => (await getItem<{ n: number }>(table, keyOf(n)))?.n;

/** How many items each request names. */
const sizesOf = (calls: readonly TableCall[]) => calls.map(({ on }) => on.length).sort((one, other) => one - other);

const it = base.extend('stored', ({ table }) => async (...numbers: number[]) => {
  for (const n of numbers) await putItem(table, { ...keyOf(n), n });
});

describe('writeEach', () => {
  it('makes each write whose condition holds, whatever becomes of the others', async ({ table, stored }) => {
    await stored(10, 30);

    expect(await writeEach(table, [[up(10)], [up(20)], [up(30)], [up(40)]])).toEqual([true, false, true, false]);

    expect([await readN(table, 10), await readN(table, 20), await readN(table, 30)]).toEqual([11, undefined, 31]);
  });

  it('makes all or none of those that belong together', async ({ table, stored }) => {
    await stored(10);
    const pairs = [
      [put(11), up(10)],
      [put(21), up(20)],
    ];

    expect(await writeEach(table, pairs)).toEqual([true, false]);

    expect([await readN(table, 11), await readN(table, 21)]).toEqual([11, undefined]);
  });

  it('writes by hundreds, and nothing where there is nothing to write', async ({ table, stored }) => {
    const calls: TableCall[] = [];
    const numbers = Array.from({ length: 230 }, (_, n) => n);
    await stored(...numbers);

    expect(await writeEach(counted(table, calls), [])).toEqual([]);
    expect(
      await writeEach(
        counted(table, calls),
        [...numbers, 999].map((n) => [up(n)]),
      ),
    ).toEqual([...numbers.map(() => true), false]);

    // A request that is refused is not counted.
    expect(sizesOf(calls)).toEqual([30, 100, 100]);
    expect(await readN(table, 229)).toBe(230);
  });

  it('splits no two that belong together', async ({ table }) => {
    const calls: TableCall[] = [];
    const triples = Array.from({ length: 40 }, (_, n) => [put(3 * n), put(3 * n + 1), put(3 * n + 2)]);

    await writeEach(counted(table, calls), triples);

    expect(sizesOf(calls)).toEqual([21, 99]);
  });

  it('makes no transaction of one write: that would cost twice as much', async ({ table, stored }) => {
    const calls: TableCall[] = [];
    await stored(10, 12);

    for (const write of [up(10), put(11), { remove: keyOf(12) }, up(13)]) {
      await writeEach(counted(table, calls), [[write]]);
    }

    expect(calls.map(({ operation }) => operation)).toEqual(['UpdateItem', 'PutItem', 'DeleteItem']);
    expect(await Promise.all([10, 11, 12].map((n) => readN(table, n)))).toEqual([11, 11, undefined]);
  });

  it('lets two that write the same at once both come to an end', async ({ table, stored }) => {
    const numbers = Array.from({ length: 20 }, (_, n) => n);
    await stored(...numbers);
    const free = (n: number) => ({
      update: keyOf(n),
      set: { text: 'SET taken = :yes', values: { ':yes': true } },
      condition: { text: 'attribute_not_exists(taken)' },
    });

    const both = await Promise.all([
      writeEach(
        table,
        numbers.map((n) => [free(n)]),
      ),
      writeEach(
        table,
        [...numbers].reverse().map((n) => [free(n)]),
      ),
    ]);

    expect(both.flat().filter((isWritten) => isWritten)).toHaveLength(20);
  });
});
