import { describe, expect, it } from 'vitest';
import { dayToLookAt } from '../../../../lambdas/core/person/look-ahead.ts';

describe('dayToLookAt', () => {
  it.each([
    ['UTC', '2026-11-20T07:59:59Z', undefined],
    ['UTC', '2026-11-20T08:00:00Z', '2026-11-20'],
    ['UTC', '2026-11-20T23:59:59Z', '2026-11-20'],
    ['America/New_York', '2026-11-20T12:59:59Z', undefined],
    ['America/New_York', '2026-11-20T13:00:00Z', '2026-11-20'],
    ['America/New_York', '2026-11-21T04:59:59Z', '2026-11-20'],
    ['Asia/Kathmandu', '2026-11-20T02:14:59Z', undefined],
    ['Asia/Kathmandu', '2026-11-20T02:15:00Z', '2026-11-20'],
    ['Pacific/Auckland', '2026-11-19T19:00:00Z', '2026-11-20'],
    // The clocks went back in the night.
    ['America/New_York', '2026-11-01T12:59:59Z', undefined],
    ['America/New_York', '2026-11-01T13:00:00Z', '2026-11-01'],
  ])('in %s at %s is %s', (timeZone, instant, day) => {
    expect(dayToLookAt({ timeZone }, Date.parse(instant))).toBe(day);
  });
});
