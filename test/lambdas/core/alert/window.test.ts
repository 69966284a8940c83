import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfQuietHours, openedAtOf, windowClosesAt, windowIdOf } from '../../../../lambdas/core/alert/window.ts';

const NEW_YORK = { timeZone: 'America/New_York', quietHours: { from: '22:00', to: '07:00' } };
const at = (instant: string) => Date.parse(instant);
const ends = (instant: string, person: Parameters<typeof endOfQuietHours>[1] = NEW_YORK) => {
  const end = endOfQuietHours(at(instant), person);
  return end === undefined ? undefined : new Date(end).toISOString();
};

describe('endOfQuietHours', () => {
  it.each([
    ['a minute before they begin', '2026-11-20T21:59:00-05:00', undefined],
    ['when they begin', '2026-11-20T22:00:00-05:00', '2026-11-21T12:00:00.000Z'],
    ['before midnight', '2026-11-20T23:30:00-05:00', '2026-11-21T12:00:00.000Z'],
    ['after midnight', '2026-11-21T03:00:00-05:00', '2026-11-21T12:00:00.000Z'],
    ['when they end', '2026-11-21T07:00:00-05:00', undefined],
  ])('is known %s', (_name, instant, end) => {
    expect(ends(instant)).toBe(end);
  });

  it('takes hours within one day, too', () => {
    const nap = { timeZone: 'UTC', quietHours: { from: '12:00', to: '14:30' } };

    expect(ends('2026-11-20T13:00:00Z', nap)).toBe('2026-11-20T14:30:00.000Z');
    expect(ends('2026-11-20T15:00:00Z', nap)).toBeUndefined();
  });

  it('follows the clocks where they change at night', () => {
    const berlin = { ...NEW_YORK, timeZone: 'Europe/Berlin' };

    expect(ends('2026-03-28T23:00:00Z', berlin)).toBe('2026-03-29T05:00:00.000Z');
    expect(ends('2026-10-24T22:00:00Z', berlin)).toBe('2026-10-25T06:00:00.000Z');
  });

  it('lies ahead also in an hour that comes twice', () => {
    const berlin = { timeZone: 'Europe/Berlin', quietHours: { from: '22:00', to: '02:30' } };

    expect(ends('2026-10-25T02:10:00+02:00', berlin)).toBe('2026-10-25T01:30:00.000Z');
    expect(ends('2026-10-25T02:10:00+01:00', berlin)).toBe('2026-10-25T01:30:00.000Z');
  });

  it('is unknown to who has none', () => {
    expect(ends('2026-11-20T03:00:00Z', { timeZone: 'UTC' })).toBeUndefined();
  });

  it('lies ahead, within a day, and outside of the quiet hours', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    const timeZone = fc.constantFrom('UTC', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu');
    const instant = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') });
    fc.assert(
      fc.property(instant, timeZone, time, time, (nowMs, zone, from, to) => {
        const person = { timeZone: zone, quietHours: { from, to } };
        const end = endOfQuietHours(nowMs, person);
        if (end === undefined) return;
        expect(end).toBeGreaterThan(nowMs);
        expect(end - nowMs).toBeLessThanOrEqual(25 * 3_600_000);
        expect(endOfQuietHours(end, person)).toBeUndefined();
      }),
    );
  });
});

describe('windowClosesAt', () => {
  it('is half a minute later by day', () => {
    const noon = at('2026-11-20T12:00:00-05:00');

    expect(windowClosesAt(noon, 30, NEW_YORK)).toBe(noon + 30_000);
  });

  it('waits for the morning when the half minute ends in the quiet hours', () => {
    const evening = at('2026-11-20T21:59:45-05:00');

    expect(new Date(windowClosesAt(evening, 30, NEW_YORK)).toISOString()).toBe('2026-11-21T12:00:00.000Z');
  });
});

describe('the id of a window', () => {
  it('tells when it opened, and may stand in the name of an execution', () => {
    const windowId = windowIdOf('2026-11-20T12:00:00.123Z', 'abc123');

    expect(windowId).toMatch(/^[0-9A-Za-z_-]+$/);
    expect(openedAtOf(windowId)).toBe('2026-11-20T12:00:00.123Z');
  });
});
