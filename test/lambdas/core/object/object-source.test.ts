import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNewerSource, type ObjectSource } from '../../../../lambdas/core/object/object-source.ts';

const aSource = (over: Partial<ObjectSource> = {}): ObjectSource => ({
  key: 'budgets/alice.yaml',
  versionId: 'v1',
  sequencer: '0055AED6DCD90281E5',
  uploadedAt: '2026-11-01T00:00:00.000Z',
  ...over,
});

describe('isNewerSource', () => {
  it('takes the first there is', () => {
    expect(isNewerSource(aSource(), undefined)).toBe(true);
  });

  it.each([
    ['0055AED6DCD90281E6', '0055AED6DCD90281E5', true],
    ['0055AED6DCD90281E5', '0055AED6DCD90281E5', false],
    ['0055AED6DCD90281E5', '0055AED6DCD90281E6', false],
    ['0055AED6DCD90281E501', '0055AED6DCD90281E5', true],
    ['0055AED6DCD90281E500', '0055AED6DCD90281E5', false],
    ['0055AED6DCD90281E5', '0055AED6DCD90281E500', false],
    ['1', '0FFFFFFFFF', true],
  ])('pads sequencers on the right: %s after %s is %s', (candidate, current, expected) => {
    expect(isNewerSource(aSource({ sequencer: candidate }), aSource({ sequencer: current }))).toBe(expected);
  });

  it('trusts the sequencer more than the time within one key', () => {
    const later = aSource({ sequencer: '02', uploadedAt: '2026-10-01T00:00:00.000Z' });

    expect(isNewerSource(later, aSource({ sequencer: '01' }))).toBe(true);
  });

  it('never takes either of two events of one key for newer than the other', () => {
    const sequencer = fc.stringMatching(/^[0-9A-F]{1,20}$/);
    fc.assert(
      fc.property(sequencer, sequencer, (one, other) => {
        const [a, b] = [aSource({ sequencer: one }), aSource({ sequencer: other })];
        expect(isNewerSource(a, b) && isNewerSource(b, a)).toBe(false);
      }),
    );
  });

  describe('across two keys', () => {
    const json = (uploadedAt: string) => aSource({ key: 'budgets/alice.json', sequencer: '00', uploadedAt });

    it('compares the time, because sequencers mean nothing there', () => {
      expect(isNewerSource(json('2026-11-01T00:00:01.000Z'), aSource())).toBe(true);
      expect(isNewerSource(json('2026-10-31T23:59:59.000Z'), aSource())).toBe(false);
    });

    it('takes an upload of the same second: a renamed plan is a deletion and an upload at once', () => {
      expect(isNewerSource(json('2026-11-01T00:00:00.000Z'), aSource())).toBe(true);
    });
  });

  it('compares the time when the event never arrived and a replay has no sequencer', () => {
    const replayed = (uploadedAt: string) => aSource({ sequencer: '', uploadedAt });

    expect(isNewerSource(replayed('2026-11-02T00:00:00.000Z'), aSource())).toBe(true);
    expect(isNewerSource(replayed('2026-10-30T00:00:00.000Z'), aSource())).toBe(false);
  });
});
