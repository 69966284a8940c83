import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDay, daysLeft, describeMonth, monthOf } from '../../../../lambdas/core/budget/period.ts';

const day = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('monthOf', () => {
  it.each([
    ['2026-11-10', '2026-11-01', '2026-11-30'],
    ['2026-12-31', '2026-12-01', '2026-12-31'],
    ['2026-02-01', '2026-02-01', '2026-02-28'],
    ['2028-02-29', '2028-02-01', '2028-02-29'],
    ['2000-02-10', '2000-02-01', '2000-02-29'],
  ])('of %s is %s to %s', (date, start, end) => {
    expect(monthOf(date)).toEqual({ start, end });
  });

  it('holds the day, and the day after its end is a first', () => {
    fc.assert(
      fc.property(day, (date) => {
        const { start, end } = monthOf(date);
        expect(start <= date && date <= end).toBe(true);
        expect(new Date(Date.parse(end) + 86_400_000).toISOString().slice(8, 10)).toBe('01');
      }),
    );
  });
});

describe('daysLeft', () => {
  const november = monthOf('2026-11-10');

  it.each([
    ['2026-11-01', 29],
    ['2026-11-29', 1],
    ['2026-11-30', 0],
    ['2026-10-31', undefined],
    ['2026-12-01', undefined],
  ])('on %s is %s', (today, expected) => {
    expect(daysLeft(november, today)).toBe(expected);
  });
});

describe('calendarDay', () => {
  const instant = Date.parse('2026-11-30T23:30:00Z');

  it.each([
    ['UTC', '2026-11-30'],
    ['Europe/Berlin', '2026-12-01'],
    ['America/Los_Angeles', '2026-11-30'],
    ['Pacific/Kiritimati', '2026-12-01'],
  ])('in %s is %s', (timeZone, expected) => {
    expect(calendarDay(instant, timeZone)).toBe(expected);
  });
});

describe('describeMonth', () => {
  it.each([
    ['en-US', 'November 2026'],
    ['de-DE', 'November 2026'],
    ['fr-FR', 'novembre 2026'],
  ])('in %s is %s', (locale, expected) => {
    expect(describeMonth(monthOf('2026-11-10'), locale)).toBe(expected);
  });
});
