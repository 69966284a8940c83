import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../src/clock.ts';

const START = Date.parse('2026-11-20T12:00:00Z');

describe('VirtualClock', () => {
  it.each([
    { isAlone: true },
    { isAlone: false },
  ])('jumps from one sleeper to the next (alone: $isAlone)', async (options) => {
    const clock = new VirtualClock(START, options);
    const woken: string[] = [];

    await Promise.all(
      [30, 10, 20].map((days) => clock.sleep(days * 86_400_000).then(() => void woken.push(`${days} days`))),
    );

    expect(woken).toEqual(['10 days', '20 days', '30 days']);
    expect(clock.now()).toBeGreaterThanOrEqual(START + 30 * 86_400_000);
  });

  it('stands still while work is busy, and lets a sleeper that was aborted go', async () => {
    const clock = new VirtualClock(START, { isAlone: true });
    const stop = new AbortController();
    const refused = clock.sleep(1000, stop.signal).catch((reason: unknown) => reason);
    const slept = clock.sleep(5000).then(() => clock.now());

    await clock.busy(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(clock.now()).toBe(START);
      stop.abort('no longer needed');
    });

    expect(await refused).toBe('no longer needed');
    expect(await slept).toBe(START + 5000);
  });

  it('when it is alone, shows the very instant that somebody slept for', async () => {
    const clock = new VirtualClock(START, { isAlone: true });
    const instants: number[] = [];

    await Promise.all(
      Array.from({ length: 1000 }, async (_, index) => {
        await clock.sleep(index);
        instants.push(clock.now() - START);
      }),
    );

    expect(instants).toEqual(Array.from({ length: 1000 }, (_, index) => index));
  });
});
