import { describe, expect, it } from 'vitest';
import { batchesOf, worldDocuments } from '../../../bench/world/documents.ts';
import { kinds } from '../../../bench/world/kinds/all.ts';

const drawn = (count: number, seed = 11, names?: readonly string[]) =>
  worldDocuments({ seed, count, today: '2026-11-29', ...(names && { kinds: names }) });
const told = (documents: ReturnType<typeof drawn>) => documents.map(({ draw: _, ...rest }) => rest);

describe('the documents of a seed', () => {
  it('are the same whenever they are drawn, and the first ones whatever the count', () => {
    expect(told(drawn(40))).toEqual(told(drawn(40)));
    expect(told(drawn(15))).toEqual(told(drawn(40)).slice(0, 15));
  });

  it('are others for another seed', () => {
    expect(told(drawn(5, 12))).not.toEqual(told(drawn(5, 11)));
  });

  it('have the same bytes, as PDF, photo and scan', async () => {
    for (const name of ['invoice', 'retaken', 'scan']) {
      const [first, again] = await Promise.all([drawn(1, 5, [name]), drawn(1, 5, [name])].map(([one]) => one?.draw()));
      expect(first?.length).toBeGreaterThan(1000);
      expect(again?.equals(first ?? Buffer.of())).toBe(true);
    }
  });

  it('hold every kind, at least thirty countries and all three media', () => {
    const documents = drawn(600);
    expect(new Set(documents.map(({ kind }) => kind)).size).toBe(kinds.length);
    expect(kinds.length).toBeGreaterThanOrEqual(20);
    expect(new Set(documents.map(({ country }) => country)).size).toBeGreaterThanOrEqual(30);
    expect(new Set(documents.map(({ medium }) => medium))).toEqual(new Set(['pdf', 'photo', 'scan']));
    expect(new Set(documents.map(({ file }) => file)).size).toBe(documents.length);
  });

  it('lie before the day they are drawn for', () => {
    for (const { truth } of drawn(200)) expect(truth.purchasedOn < '2026-11-29').toBe(true);
  });
});

describe('a pair', () => {
  it('of pictures of one paper has one truth, one person and two pictures', async () => {
    const [first, again] = drawn(2, 3, ['retaken']);
    const { duplicateOf, ...truth } = again?.truth ?? {};
    expect(duplicateOf).toBe(first?.file);
    expect(truth).toEqual(first?.truth);
    expect(again?.person).toEqual(first?.person);
    expect((await again?.draw())?.equals((await first?.draw()) ?? Buffer.of())).toBe(false);
  });

  it('of purchases that look alike has two truths of one sum and two papers', async () => {
    const [first, second] = drawn(2, 3, ['twins']);
    expect(second?.truth).toEqual(first?.truth);
    expect(second?.truth.duplicateOf).toBeUndefined();
    expect((await second?.draw())?.equals((await first?.draw()) ?? Buffer.of())).toBe(false);
  });
});

describe('batches', () => {
  it('hold every document once, and both of a pair together', () => {
    const documents = drawn(9, 3, ['twins']);
    expect(batchesOf(documents, 3).map(({ length }) => length)).toEqual([4, 4, 1]);
    expect(batchesOf(documents, 3).flat()).toEqual(documents);
    expect(batchesOf([], 3)).toEqual([]);
  });
});
