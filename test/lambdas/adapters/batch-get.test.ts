import { describe, expect } from 'vitest';
import type { TableCall } from '../../../bench/calls/table-call.ts';
import { batchGet } from '../../../lambdas/adapters/batch-get.ts';
import { putItem } from '../../../lambdas/adapters/table.ts';
import { counted } from '../../support/counted.ts';
import { it } from '../../support/fixtures.ts';

interface Numbered {
  readonly n: number;
}
const keyOf = (n: number) => ({ PK: `P${n % 7}`, SK: `S${n}` });

describe('batchGet', () => {
  it('gives the items in the order of the keys, a key twice, and nothing for one that is absent', async ({ table }) => {
    for (const n of [1, 2, 3]) await putItem(table, { ...keyOf(n), n });

    const found = await batchGet<Numbered>(table, [keyOf(3), keyOf(9), keyOf(1), keyOf(3)]);

    expect(found.map((item) => item?.n)).toEqual([3, undefined, 1, 3]);
  });

  it('asks for nothing where no key is named', async ({ table }) => {
    const calls: TableCall[] = [];

    expect(await batchGet(counted(table, calls), [])).toEqual([]);
    expect(calls).toEqual([]);
  });

  it('reads by hundreds', async ({ table }) => {
    const calls: TableCall[] = [];
    const numbers = Array.from({ length: 230 }, (_, n) => n);
    for (const n of numbers) await putItem(table, { ...keyOf(n), n });

    const found = await batchGet<Numbered>(counted(table, calls), numbers.map(keyOf));

    expect(found.map((item) => item?.n)).toEqual(numbers);
    expect(calls).toHaveLength(3);
  });

  it('asks again for what one answer has no room for', async ({ table }) => {
    // DynamoDB leaves out what is beyond 16 MB, the local database what is beyond one.
    const calls: TableCall[] = [];
    const numbers = Array.from({ length: 12 }, (_, n) => n);
    for (const n of numbers) await putItem(table, { ...keyOf(n), n, filler: 'x'.repeat(390_000) });

    const found = await batchGet<Numbered>(counted(table, calls), numbers.map(keyOf));

    expect(found.map((item) => item?.n)).toEqual(numbers);
    expect(calls.length).toBeGreaterThan(1);
  });
});
