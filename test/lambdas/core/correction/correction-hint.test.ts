import { describe, expect, it } from 'vitest';
import { correctionHint } from '../../../../lambdas/core/correction/correction-hint.ts';
import { describeLikelyDuplicate } from '../../../../lambdas/core/ledger/likeness.ts';

describe('correctionHint', () => {
  it('says what to state, and in which file', () => {
    expect(correctionHint('alice', 'abc')).toBe(
      'or state what is right, such as total: "12.34", or ignore: true to leave it out, in corrections/alice/abc.yaml',
    );
  });

  it('is left out where the reason says what to state', () => {
    const reason = describeLikelyDuplicate('alice', 'abc', { documentId: 'first', key: 'receipts/alice/lunch.jpg' });

    expect(correctionHint('alice', 'abc', reason)).toBeUndefined();
  });
});
