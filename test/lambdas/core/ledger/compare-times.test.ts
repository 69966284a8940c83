import { describe, expect, it } from 'vitest';
import { compareTimes } from '../../../../lambdas/core/ledger/compare-times.ts';

describe('compareTimes', () => {
  it.each([
    ['10:15', '10:15', 'same'],
    ['10:15:07', '10:15', 'same'],
    ['10:15:07', '10:15:07', 'same'],
    ['10:15:07', '10:15:41', 'near'],
    ['10:15', '10:17', 'near'],
    ['13:05', '18:05', 'near'],
    ['02:05', '14:05', 'near'],
    ['10:15', '10:19', 'different'],
    ['10:15', '14:20', 'different'],
  ])('compares %s with %s: %s', (one, other, expected) => {
    expect(compareTimes([one], [other])).toBe(expected);
    expect(compareTimes([other], [one])).toBe(expected);
  });

  it('asks for one time that both tell, and knows nothing without', () => {
    expect(compareTimes(['10:15', '11:40'], ['09:00', '11:40'])).toBe('same');
    expect(compareTimes(['10:15'], [])).toBe('unknown');
  });
});
