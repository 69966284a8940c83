import { describe, expect, it } from 'vitest';
import { SettableClock } from '../src/settable-clock.ts';

const DAY_MS = 86_400_000;

describe('SettableClock', () => {
  it('runs on from the time that it is set to, until it goes on with the machine’s own', () => {
    const clock = new SettableClock();
    const christmas = Date.parse('2025-12-25T12:00:00Z');

    clock.set(christmas);
    const thatDay = clock.now();
    clock.reset();

    expect(thatDay - christmas).toBeGreaterThanOrEqual(0);
    expect(thatDay - christmas).toBeLessThan(DAY_MS);
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(DAY_MS);
  });

  it('wakes who waits for an instant that is past once it is set, and nobody who lets a day pass', async () => {
    const clock = new SettableClock();
    clock.set(Date.now() - 30 * DAY_MS);
    const stop = new AbortController();
    const waiting = clock.sleepUntil(clock.now() + DAY_MS);
    const passing = clock.sleep(DAY_MS, stop.signal).catch(() => 'still asleep');

    clock.reset();

    await expect(waiting).resolves.toBeUndefined();
    await new Promise((resolve) => setTimeout(resolve, 20));
    stop.abort(new Error('enough'));
    expect(await passing).toBe('still asleep');
  });

  it('holds nobody longer when it is set back', async () => {
    const clock = new SettableClock();
    const sleeping = Promise.all([clock.sleep(20), clock.sleepUntil(clock.now() + 20)]);

    clock.set(Date.now() - 30 * DAY_MS);

    await expect(sleeping).resolves.toHaveLength(2);
  });

  it('lets who is aborted go with the reason, also after it was set', async () => {
    const clock = new SettableClock();
    const stop = new AbortController();
    const sleeping = clock.sleep(DAY_MS, stop.signal);

    clock.set(Date.now() - 30 * DAY_MS);
    stop.abort(new Error('enough'));

    await expect(sleeping).rejects.toThrow('enough');
  });
});
