import { describe, expect, it } from 'vitest';
import { describeLikelyDuplicate, findLikelySame } from '../../../../lambdas/core/ledger/likely-duplicate.ts';
import type { Lookalike, PurchaseTraits } from '../../../../lambdas/core/ledger/likeness.ts';

const traits = (over: Partial<PurchaseTraits> = {}): PurchaseTraits => ({
  totalMinor: 320,
  vendor: 'cafemuller',
  itemsMinor: [],
  timesOfDay: [],
  taxIds: [],
  numbers: [],
  head: [],
  ...over,
});
const booked = (documentId: string, over: Partial<PurchaseTraits> = {}): Lookalike => ({
  documentId,
  key: `receipts/alice/${documentId}.jpg`,
  ...traits(over),
});
const nameless = <Of extends PurchaseTraits>({ vendor: _, ...rest }: Of) => rest;
const told = (ours: PurchaseTraits, ...others: Lookalike[]) => {
  const likely = findLikelySame(ours, others);
  return likely && describeLikelyDuplicate('alice', 'abc', likely);
};

describe('findLikelySame', () => {
  it('finds the one that is likely the same before one that only may be', () => {
    const others = [nameless(booked('nameless')), booked('first'), booked('second')];

    expect(findLikelySame(traits(), others)).toMatchObject({ first: { documentId: 'first' }, verdict: 'same' });
  });

  it('finds none among other purchases', () => {
    expect(
      findLikelySame(traits({ invoiceNumber: 'A-14' }), [booked('first', { invoiceNumber: 'A-12' })]),
    ).toBeUndefined();
  });
});

describe('describeLikelyDuplicate', () => {
  it('says what is booked, and how to settle it', () => {
    expect(told(traits(), booked('first'))).toBe(
      'receipts/alice/first.jpg is booked with the same merchant, day and total, from another file, so this one is not ' +
        'counted; if it is the same purchase, state ignore: true in corrections/alice/abc.yaml, if it is another one, ' +
        'state anything else there, such as its category',
    );
  });

  it('says of a doubt what speaks for it and what against', () => {
    expect(
      told(traits({ timesOfDay: ['10:15'] }), booked('first', { vendor: 'welcome', timesOfDay: ['10:15'] })),
    ).toContain(
      'is booked with the same day and total and may be the same purchase (the same time of day, but another merchant), so',
    );
    expect(told(nameless(traits()), booked('first'))).toContain('and may be the same purchase, so');
  });

  it('says that the total is another one', () => {
    const ours = traits({ invoiceNumber: 'R-4711', totalMinor: 820 });

    expect(told(ours, booked('first', { invoiceNumber: 'R-4711' }))).toContain(
      'is booked with the same merchant and day and may be the same purchase (the same number, but another total), so',
    );
  });
});
