import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { restOfWait, systemClock, VirtualClock } from '../src/clock.ts';

const START = Date.parse('2026-11-20T12:00:00Z');

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe('the machine’s own time', () => {
  /** Who sleeps from START on for ten minutes, and what the clock shows as they wake. */
  function sleepers() {
    vi.useFakeTimers({ now: START });
    onTestFinished(() => void vi.useRealTimers());
    const woken: Record<string, number> = {};
    void systemClock.sleep(10 * MINUTE_MS).then(() => (woken.sleep = Date.now()));
    void systemClock.sleepUntil(START + 10 * MINUTE_MS).then(() => (woken.sleepUntil = Date.now()));
    return woken;
  }

  it('lets ten minutes pass', async () => {
    const woken = sleepers();

    await vi.advanceTimersByTimeAsync(10 * MINUTE_MS - 1);
    expect(woken).toEqual({});
    await vi.advanceTimersByTimeAsync(1);

    expect(woken).toEqual({ sleep: START + 10 * MINUTE_MS, sleepUntil: START + 10 * MINUTE_MS });
  });

  it('holds nobody longer when it is set back by a month', async () => {
    const woken = sleepers();

    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    vi.setSystemTime(START - 30 * DAY_MS);
    await vi.advanceTimersByTimeAsync(9 * MINUTE_MS);

    expect(Object.keys(woken).sort()).toEqual(['sleep', 'sleepUntil']);
  });

  it('wakes who waits for an instant that it jumps over, as after a night asleep, and nobody who waits for some minutes', async () => {
    const woken = sleepers();

    vi.setSystemTime(START + DAY_MS);
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    expect(Object.keys(woken)).toEqual(['sleepUntil']);
    await vi.advanceTimersByTimeAsync(9 * MINUTE_MS);

    expect(Object.keys(woken)).toEqual(['sleepUntil', 'sleep']);
  });
});

describe('a wait that was begun by a clock that was wrong', () => {
  it.each([
    { title: 'begun in time', fromMs: START - MINUTE_MS, rest: 9 * MINUTE_MS },
    { title: 'long over', fromMs: START - DAY_MS, rest: 10 * MINUTE_MS - DAY_MS },
    { title: 'begun in the future', fromMs: START + 30 * DAY_MS, rest: 10 * MINUTE_MS },
  ])('$title: lasts as long as it was meant to', ({ fromMs, rest }) => {
    expect(restOfWait({ fromMs, untilMs: fromMs + 10 * MINUTE_MS }, START)).toBe(rest);
  });
});

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
