import { describe, expect } from 'vitest';
import { applyPlan } from '../../lambdas/adapters/plan-store.ts';
import { similarUserId, userIdOf } from '../../tools/who.ts';
import { openBooks } from '../support/books.ts';
import { it as base } from '../support/fixtures.ts';
import { aPerson } from '../views/doctor/some-facts.ts';

const it = base.extend('table', async ({ table }) => {
  await openBooks(table).plan([]);
  const plan = { ...aPerson().plan, key: 'budgets/bob.yaml' };
  const contacts = [
    { protocol: 'email', address: 'alice@example.com' },
    { protocol: 'sms', address: '+12025550123' },
  ] as const;
  const person = aPerson({ userId: 'bob', name: 'Bob', plan });
  await applyPlan(table, { person, budgets: [], contacts, today: '2026-11-20' });
  return table;
});

describe('userIdOf', () => {
  it('takes a name as keys spell it', async ({ table }) => {
    expect(await userIdOf(table, { user: 'Alice' })).toBe('alice');
  });

  it('finds a person by phone number, however it is spaced', async ({ table }) => {
    expect(await userIdOf(table, { contact: '+1 (202) 555-0123' })).toBe('bob');
  });

  it('fails on an address that two people share, and names both', async ({ table }) => {
    await expect(userIdOf(table, { contact: 'Alice@example.com' })).rejects.toThrow('alice and bob share');
  });

  it('fails on an address of nobody, on no person, and on two ways to name one', async ({ table }) => {
    await expect(userIdOf(table, { contact: 'x@example.com' })).rejects.toThrow('nobody has the contact');
    await expect(userIdOf(table, {})).rejects.toThrow('--user NAME or --contact');
    await expect(userIdOf(table, { user: 'a', contact: 'b' })).rejects.toThrow('--user NAME or --contact');
  });
});

describe('similarUserId', () => {
  it('names somebody spelled much alike, and nobody otherwise', async ({ table }) => {
    expect(await similarUserId(table, 'alcie')).toBe('alice');
    expect(await similarUserId(table, 'christine')).toBeUndefined();
  });
});
