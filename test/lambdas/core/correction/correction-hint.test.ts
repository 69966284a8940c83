import { describe, expect, it } from 'vitest';
import { correctionHint } from '../../../../lambdas/core/correction/correction-hint.ts';
import { describeLikelyDuplicate, findLikelySame } from '../../../../lambdas/core/ledger/likely-duplicate.ts';

const WAITING = { userId: 'alice', documentId: 'abc' };

describe('correctionHint', () => {
  it('says what to state, and in which file', () => {
    expect(correctionHint(WAITING)).toBe(
      'or state what is right, such as total: "12.34", or ignore: true to leave it out, in corrections/alice/abc.yaml',
    );
  });

  it('names what was printed, to choose from', () => {
    expect(correctionHint({ ...WAITING, choices: ['total: "54.00"', 'total: "57.20"'] })).toBe(
      'or state what is right, total: "54.00" or total: "57.20", or ignore: true to leave it out, in corrections/alice/abc.yaml',
    );
  });

  it('is left out where the reason says what to state', () => {
    const traits = { totalMinor: 1, vendor: 'cafe', itemsMinor: [], timesOfDay: [], taxIds: [], numbers: [], head: [] };
    const likely = findLikelySame(traits, [{ documentId: 'first', key: 'receipts/alice/lunch.jpg', ...traits }]);
    const reason = likely && describeLikelyDuplicate('alice', 'abc', likely);

    expect(reason).toBeDefined();
    expect(correctionHint({ ...WAITING, ...(reason === undefined ? {} : { reason }) })).toBeUndefined();
  });
});
