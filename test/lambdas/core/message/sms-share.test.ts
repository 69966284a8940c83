import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../lambdas/core/alert/alert.ts';
import { roomAtMs, shareOf } from '../../../../lambdas/core/message/sms-share.ts';

const HOUR_MS = 3_600_000;
const KINDS = ['exceeded', 'threshold', 'due', 'forecast'] as const;
type Kind = (typeof KINDS)[number];

/**
 * Sends each text as soon as there is room for it, what presses most first.
 *
 * @param wanted What is to be told, and when from, in minutes.
 * @returns When each text went, in milliseconds.
 */
function sendAll(wanted: readonly { readonly kind: Kind; readonly fromMs: number }[]) {
  const sent: { readonly kind: Kind; readonly fromMs: number; readonly atMs: number }[] = [];
  let left = [...wanted];
  for (let nowMs = 0; left.length > 0; nowMs += 60_000) {
    const due = left.filter(({ fromMs }) => fromMs <= nowMs).sort((a, b) => shareOf([b]) - shareOf([a]));
    for (const each of due) {
      const recent = sent.map(({ atMs }) => atMs).filter((atMs) => atMs > nowMs - HOUR_MS);
      if (roomAtMs(shareOf([each]), recent) === undefined) {
        sent.push({ ...each, atMs: nowMs });
        left = left.filter((other) => other !== each);
      }
    }
  }
  return sent;
}

const wishes = fc.array(
  fc.record({ kind: fc.constantFrom(...KINDS), fromMs: fc.nat({ max: 180 }).map((minutes) => minutes * 60_000) }),
  { maxLength: 25 },
);

describe('the texts of an hour', () => {
  it('are five at most, three of them forecasts, and four without what is exceeded', () => {
    fc.assert(
      fc.property(wishes, (wanted) => {
        const sent = sendAll(wanted);
        for (const { atMs } of sent) {
          const within = sent.filter((other) => other.atMs > atMs - HOUR_MS && other.atMs <= atMs);
          expect(within.length).toBeLessThanOrEqual(5);
          expect(within.filter(({ kind }) => kind === 'forecast').length).toBeLessThanOrEqual(3);
          expect(within.filter(({ kind }) => kind !== 'exceeded').length).toBeLessThanOrEqual(4);
        }
      }),
    );
  });

  it('tell at once that a limit is exceeded, unless four others that were exceeded came before in the hour', () => {
    fc.assert(
      fc.property(wishes, (wanted) => {
        const sent = sendAll(wanted);
        const exceeded = sent.filter(({ kind }) => kind === 'exceeded');
        for (const one of exceeded) {
          const before = exceeded.filter(
            (other) => other !== one && other.atMs > one.fromMs - HOUR_MS && other.atMs <= one.atMs,
          );
          if (before.length === 0) expect(one.atMs).toBe(one.fromMs);
        }
      }),
    );
  });

  it('leave nothing unsaid: there is room again an hour after the text that is in the way', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: HOUR_MS }), { maxLength: 8 }), fc.constantFrom(...KINDS), (times, kind) => {
        const sentMs = [...times].sort((a, b) => a - b);
        const share = shareOf([{ kind } as Pick<Alert, 'kind'>]);
        const roomMs = roomAtMs(share, sentMs);
        const counted = sentMs.filter((atMs) => roomMs !== undefined && atMs > roomMs - HOUR_MS);

        if (roomMs === undefined) expect(sentMs.length).toBeLessThan(share);
        else expect(roomAtMs(share, counted)).toBeUndefined();
      }),
    );
  });

  it('go by the most pressing of what they tell', () => {
    expect(shareOf([{ kind: 'forecast' }, { kind: 'exceeded' }])).toBe(5);
    expect(shareOf([{ kind: 'forecast' }, { kind: 'due' }])).toBe(4);
    expect(shareOf([{ kind: 'forecast' }])).toBe(3);
  });
});
