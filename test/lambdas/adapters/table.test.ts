import { describe, expect } from 'vitest';
import {
  getItem,
  putItem,
  queryIndex,
  queryItems,
  transact,
  updateItem,
  updateReturning,
} from '../../../lambdas/adapters/table.ts';
import { it } from '../../support/fixtures.ts';

const KEY = { PK: 'P', SK: 'S' };

describe('putItem', () => {
  it('writes what is there and leaves out what is undefined', async ({ table }) => {
    await putItem(table, { ...KEY, amount: -5, list: [1, 'a'], nested: { yes: true }, absent: undefined });

    expect(await getItem(table, KEY)).toEqual({ ...KEY, amount: -5, list: [1, 'a'], nested: { yes: true } });
  });

  it('says whether its condition held', async ({ table }) => {
    const absent = { text: 'attribute_not_exists(PK)' };

    expect(await putItem(table, { ...KEY, n: 1 }, absent)).toBe(true);
    expect(await putItem(table, { ...KEY, n: 2 }, absent)).toBe(false);
    expect(await getItem(table, KEY)).toMatchObject({ n: 1 });
  });
});

describe('updateItem and updateReturning', () => {
  it('looks up reserved words written with a hash', async ({ table }) => {
    await updateItem(table, KEY, { text: 'SET #status = :s', values: { ':s': 'new' } });

    const changed = await updateReturning(
      table,
      KEY,
      { text: 'SET #status = :next', values: { ':next': 'old' } },
      { text: '#status = :s', values: { ':s': 'new' } },
    );

    expect(changed).toEqual({ status: 'old' });
  });

  it('gives nothing when the condition does not hold', async ({ table }) => {
    const condition = { text: 'attribute_exists(PK)' };

    expect(await updateReturning(table, KEY, { text: 'SET n = :n', values: { ':n': 1 } }, condition)).toBeUndefined();
    expect(await getItem(table, KEY)).toBeUndefined();
  });
});

describe('queryItems', () => {
  it('reads every page of a partition', async ({ table }) => {
    const filler = 'x'.repeat(300_000);
    for (let n = 0; n < 5; n++) await putItem(table, { PK: 'P', SK: `ITEM#${n}`, filler });
    await putItem(table, { PK: 'P', SK: 'OTHER#1' });

    const found = await queryItems<{ SK: string }>(table, 'P', { prefix: 'ITEM#' });

    expect(found.map(({ SK }) => SK)).toEqual(['ITEM#0', 'ITEM#1', 'ITEM#2', 'ITEM#3', 'ITEM#4']);
  });

  it('reads a range with both ends', async ({ table }) => {
    for (const n of [1, 2, 3, 4]) await putItem(table, { PK: 'P', SK: `ITEM#${n}` });

    expect(await queryItems(table, 'P', { from: 'ITEM#2', to: 'ITEM#3' })).toHaveLength(2);
  });
});

describe('queryIndex', () => {
  it('finds only what stands in the index, up to a key', async ({ table }) => {
    for (const n of [1, 2, 3]) await putItem(table, { PK: 'P', SK: `${n}`, GSI1PK: 'UNSENT', GSI1SK: `2026-0${n}` });
    await putItem(table, { PK: 'P', SK: '4' });

    const found = await queryIndex<{ SK: string }>(table, 'UNSENT', '2026-02');

    expect(found.map(({ SK }) => SK)).toEqual(['1', '2']);
  });
});

describe('transact', () => {
  it('writes all or nothing, and shows what stood in the way', async ({ table }) => {
    await putItem(table, { ...KEY, owner: 'first' });

    const result = await transact(table, [
      { put: { PK: 'P', SK: 'new' } },
      { put: { ...KEY, owner: 'second' }, condition: { text: 'attribute_not_exists(PK)' } },
    ]);

    expect(result).toEqual({ written: false, failed: [{ index: 1, item: { ...KEY, owner: 'first' } }] });
    expect(await getItem(table, { PK: 'P', SK: 'new' })).toBeUndefined();
  });

  it('puts, updates and removes in one', async ({ table }) => {
    await putItem(table, KEY);

    const result = await transact(table, [
      { remove: KEY },
      { update: { PK: 'P', SK: 'sum' }, set: { text: 'ADD amount :a', values: { ':a': 7 } } },
      { put: { PK: 'P', SK: 'new' }, condition: { text: 'attribute_not_exists(PK)' } },
    ]);

    expect(result).toEqual({ written: true });
    expect((await queryItems<{ SK: string }>(table, 'P', { prefix: '' })).map(({ SK }) => SK)).toEqual(['new', 'sum']);
  });

  it('fails as busy where others are at the same item, and loses no write that it reports', async ({ table }) => {
    const add = () => transact(table, [{ update: KEY, set: { text: 'ADD n :one', values: { ':one': 1 } } }]);

    const results = await Promise.allSettled(Array.from({ length: 20 }, add));

    const written = results.filter(({ status }) => status === 'fulfilled').length;
    const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.name] : []));
    expect(reasons.every((name) => name === 'LedgerBusyError')).toBe(true);
    expect(await getItem(table, KEY)).toMatchObject({ n: written });
  });

  it('fails with the mistake of a write that can never hold', async ({ table }) => {
    await putItem(table, { ...KEY, n: 'text' });

    const add = transact(table, [{ update: KEY, set: { text: 'ADD n :one', values: { ':one': 1 } } }]);

    await expect(add).rejects.not.toMatchObject({ name: 'LedgerBusyError' });
  });
});
