import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calendarDay,
  daysBetween,
  daysLeft,
  describePeriod,
  monthOf,
  PERIOD_UNITS,
  type PeriodRule,
  periodAfter,
  periodBefore,
  periodOf,
  weekdayOf,
} from '../../../../lambdas/core/budget/period.ts';
import { addDays, type CalendarDate, daysInMonth } from '../../../../lambdas/core/ground/calendar-date.ts';

const day = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const rule: fc.Arbitrary<PeriodRule> = fc.oneof(
  fc.constantFrom(...PERIOD_UNITS).map((period) => ({ period })),
  fc.integer({ min: 1, max: 7 }).map((startDay) => ({ period: 'week' as const, startDay })),
  fc.integer({ min: 1, max: 31 }).map((startDay) => ({ period: 'month' as const, startDay })),
);
const dayAfter = (date: string) => addDays(date as CalendarDate, 1);

describe('periodOf', () => {
  it.each([
    [{ period: 'week' }, '2026-11-20', '2026-11-16', '2026-11-22'],
    [{ period: 'week' }, '2026-11-16', '2026-11-16', '2026-11-22'],
    [{ period: 'week', startDay: 7 }, '2026-11-20', '2026-11-15', '2026-11-21'],
    [{ period: 'week', startDay: 6 }, '2026-11-20', '2026-11-14', '2026-11-20'],
    [{ period: 'week', startDay: 5 }, '2026-11-20', '2026-11-20', '2026-11-26'],
    [{ period: 'week' }, '2027-01-01', '2026-12-28', '2027-01-03'],
    [{ period: 'month' }, '2026-11-20', '2026-11-01', '2026-11-30'],
    [{ period: 'month', startDay: 25 }, '2026-11-24', '2026-10-25', '2026-11-24'],
    [{ period: 'month', startDay: 25 }, '2026-11-25', '2026-11-25', '2026-12-24'],
    [{ period: 'month', startDay: 25 }, '2027-01-01', '2026-12-25', '2027-01-24'],
    // Where a month has no 31st, its last day begins the period.
    [{ period: 'month', startDay: 31 }, '2026-11-29', '2026-10-31', '2026-11-29'],
    [{ period: 'month', startDay: 31 }, '2026-11-30', '2026-11-30', '2026-12-30'],
    [{ period: 'month', startDay: 31 }, '2027-02-27', '2027-01-31', '2027-02-27'],
    [{ period: 'month', startDay: 31 }, '2027-02-28', '2027-02-28', '2027-03-30'],
    [{ period: 'month', startDay: 30 }, '2028-02-28', '2028-01-30', '2028-02-28'],
    [{ period: 'month', startDay: 30 }, '2028-02-29', '2028-02-29', '2028-03-29'],
    [{ period: 'quarter' }, '2026-11-20', '2026-10-01', '2026-12-31'],
    [{ period: 'quarter' }, '2028-02-29', '2028-01-01', '2028-03-31'],
    [{ period: 'year' }, '2026-11-20', '2026-01-01', '2026-12-31'],
  ] as const)('%j on %s is %s to %s', (of, date, start, end) => {
    expect(periodOf(of, date)).toEqual({ start, end });
  });

  it('tiles the calendar: each day lies in its period, and the next one begins the day after', () => {
    fc.assert(
      fc.property(rule, day, (of, date) => {
        const period = periodOf(of, date);
        const next = periodAfter(of, period);

        expect(period.start <= date && date <= period.end).toBe(true);
        expect(next.start).toBe(dayAfter(period.end));
        expect(periodBefore(of, next)).toEqual(period);
      }),
    );
  });

  it('is the same for every day of a period', () => {
    fc.assert(
      fc.property(rule, day, (of, date) => {
        const { start, end } = periodOf(of, date);
        for (let at: string = start; at <= end; at = dayAfter(at)) expect(periodOf(of, at)).toEqual({ start, end });
      }),
      { numRuns: 30 },
    );
  });

  it('lasts as long as it says, and begins on the day that the rule names', () => {
    fc.assert(
      fc.property(rule, day, (of, date) => {
        const { start, end } = periodOf(of, date);
        const days = daysBetween(start, end) + 1;
        const [shortest, longest] = { week: [7, 7], month: [28, 31], quarter: [90, 92], year: [365, 366] }[of.period];
        expect(days >= (shortest ?? 0) && days <= (longest ?? 0)).toBe(true);
        const [year, month, first] = start.split('-').map(Number) as [number, number, number];
        const { startDay = 1 } = of;
        if (of.period === 'week') expect(weekdayOf(start)).toBe(startDay);
        else expect(first).toBe(Math.min(startDay, daysInMonth(year, month)));
      }),
    );
  });
});

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

describe('describePeriod', () => {
  it.each([
    [{ period: 'month' }, 'en-US', 'November 2026'],
    [{ period: 'month' }, 'fr-FR', 'novembre 2026'],
    [{ period: 'year' }, 'de-DE', '2026'],
    [{ period: 'quarter' }, 'en-US', 'Oct – Dec 2026'],
    [{ period: 'week' }, 'en-US', 'Nov 16 – 22, 2026'],
    [{ period: 'week' }, 'de-DE', '16.–22. Nov. 2026'],
    [{ period: 'month', startDay: 25 }, 'en-US', 'Oct 25 – Nov 24, 2026'],
  ] as const)('%j in %s is %s', (of, locale, expected) => {
    expect(describePeriod(of, periodOf(of, '2026-11-20'), locale).replace(/\s/g, ' ')).toBe(expected);
  });
});
