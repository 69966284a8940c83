import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyPlan } from '../../lambdas/adapters/plan-store.ts';
import type { Table } from '../../lambdas/adapters/table.ts';
import { similarUserId, userIdOf } from '../../tools/who.ts';
import { openBooks } from '../support/books.ts';
import { openTables } from '../support/local-table.ts';

let tables: Awaited<ReturnType<typeof openTables>>;
let table: Table;
beforeAll(async () => {
  tables = await openTables();
  table = await tables.fresh();
  await openBooks(table).plan([]);
  const plan = { key: 'budgets/bob.yaml', versionId: 'v', sequencer: '01', uploadedAt: '2026-11-01T00:00:00Z' };
  const person = {
    userId: 'bob',
    name: 'Bob',
    locale: 'en-US',
    timeZone: 'UTC',
    currency: 'USD',
    plan,
    isActive: true,
  };
  const contacts = [
    { protocol: 'email', address: 'alice@example.com' },
    { protocol: 'sms', address: '+12025550123' },
  ] as const;
  await applyPlan(table, { person, budgets: [], contacts, today: '2026-11-20' });
});
afterAll(() => tables.close());

describe('userIdOf', () => {
  it('takes a name as keys spell it', async () => {
    expect(await userIdOf(table, { user: 'Alice' })).toBe('alice');
  });

  it('finds a person by phone number, however it is spaced', async () => {
    expect(await userIdOf(table, { contact: '+1 (202) 555-0123' })).toBe('bob');
  });

  it('fails on an address that two people share, and names both', async () => {
    await expect(userIdOf(table, { contact: 'Alice@example.com' })).rejects.toThrow('alice and bob share');
  });

  it('fails on an address of nobody, on no person, and on two ways to name one', async () => {
    await expect(userIdOf(table, { contact: 'x@example.com' })).rejects.toThrow('nobody has the contact');
    await expect(userIdOf(table, {})).rejects.toThrow('--user NAME or --contact');
    await expect(userIdOf(table, { user: 'a', contact: 'b' })).rejects.toThrow('--user NAME or --contact');
  });
});

describe('similarUserId', () => {
  it('names somebody spelled much alike, and nobody otherwise', async () => {
    expect(await similarUserId(table, 'alcie')).toBe('alice');
    expect(await similarUserId(table, 'christine')).toBeUndefined();
  });
});
