import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addYears, calendarDateOf, parseCalendarDate } from '../../../../lambdas/core/ground/calendar-date.ts';

describe('calendarDateOf', () => {
  it('knows leap years', () => {
    expect(calendarDateOf(2024, 2, 29)).toBe('2024-02-29');
    expect(calendarDateOf(2023, 2, 29)).toBeUndefined();
    expect(calendarDateOf(2100, 2, 29)).toBeUndefined();
  });

  it.each([
    [2024, 4, 31],
    [2024, 0, 1],
    [2024, 13, 1],
    [2024, 1, 0],
    [24, 1, 1],
  ])('knows no day %i-%i-%i', (year, month, day) => {
    expect(calendarDateOf(year, month, day)).toBeUndefined();
  });
});

describe('parseCalendarDate', () => {
  it.each(['2024-2-1', '01/02/2024', '2023-02-29', ''])('fails on "%s"', (text) => {
    expect(() => parseCalendarDate(text)).toThrow(RangeError);
  });
});

describe('addDays', () => {
  it('agrees with the proleptic calendar of Date on random days', () => {
    const anyDay = fc.date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true });

    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        const later = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + days));

        expect(addDays(parseCalendarDate(day.toISOString().slice(0, 10)), days)).toBe(later.toISOString().slice(0, 10));
      }),
    );
  });
});

describe('addYears', () => {
  it('takes 29 February back to the 28th of a year without it', () => {
    expect(addYears(parseCalendarDate('2024-02-29'), -10)).toBe('2014-02-28');
  });
});
