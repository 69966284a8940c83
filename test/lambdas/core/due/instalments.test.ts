import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instalmentsOf } from '../../../../lambdas/core/due/instalments.ts';
import { money } from '../../../../lambdas/core/ground/money.ts';
import type { Due } from '../../../../lambdas/core/reading/due.ts';

const due = (dueOn: string, amountMinor: number, currency = 'EUR'): Due => ({
  dueOn,
  amountDue: money(amountMinor, currency),
});
const [NOV, DEC, JAN] = ['2026-11-27', '2026-12-27', '2027-01-27'] as const;
const split = (owedMinor: number, ...parts: readonly Due[]) =>
  instalmentsOf(parts, money(owedMinor, 'EUR'))?.map(({ dueOn, amountDue }) => [dueOn, amountDue.amountMinor]);

describe('instalmentsOf', () => {
  it('gives each day its own amount, the earliest first', () => {
    expect(split(122_00, due(DEC, 61_00), due(NOV, 61_00))).toEqual([
      [NOV, 61_00],
      [DEC, 61_00],
    ]);
  });

  it('makes one of what falls due on the same day', () => {
    expect(split(100_00, due(NOV, 20_00), due(DEC, 50_00), due(NOV, 30_00))).toEqual([
      [NOV, 50_00],
      [DEC, 50_00],
    ]);
  });

  it('keeps a part of the whole whose rest has no day', () => {
    expect(split(122_00, due(DEC, 61_00))).toEqual([[DEC, 61_00]]);
  });

  it('allows for thirds that were rounded', () => {
    expect(split(100_00, due(NOV, 33_34), due(DEC, 33_34), due(JAN, 33_34))).toHaveLength(3);
  });

  it.each([
    ['all falls due on one day', [due(NOV, 122_00)]],
    ['nothing is said', []],
    ['each day is another way of paying all', [due(NOV, 122_00), due(DEC, 122_00)]],
    ['one gives back', [due(NOV, 132_00), due(DEC, -10_00)]],
    ['one is in another currency', [due(NOV, 61_00), due(DEC, 61_00, 'CHF')]],
  ])('is nothing where %s', (_, parts) => {
    expect(split(122_00, ...parts)).toBeUndefined();
  });

  it('never tells of more than is owed but for rounding, nor of a day twice', () => {
    const anyDue = fc.record({ day: fc.constantFrom(NOV, DEC, JAN), minor: fc.integer({ min: -5, max: 50 }) });
    fc.assert(
      fc.property(fc.array(anyDue, { maxLength: 6 }), fc.integer({ min: 1, max: 100 }), (drawn, owed) => {
        const told = split(owed, ...drawn.map(({ day, minor }) => due(day, minor))) ?? [];

        const sum = told.reduce((all, [, minor]) => all + Number(minor), 0);
        expect(sum).toBeLessThanOrEqual(owed + drawn.length);
        expect(new Set(told.map(([day]) => day)).size).toBe(told.length);
        expect(told.map(([day]) => day)).toEqual(told.map(([day]) => day).sort());
      }),
    );
  });
});
