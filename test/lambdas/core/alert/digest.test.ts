import { describe, expect, it } from 'vitest';
import { isDigestDue, periodsJustOver } from '../../../../lambdas/core/alert/digest.ts';

const week = { period: 'week', periodStart: '2026-11-09', periodEnd: '2026-11-15' } as const;
const anne = (uploadedAt: string, timeZone = 'UTC') => ({
  timeZone,
  plan: { key: 'budgets/anne.yaml', versionId: 'v', sequencer: '01', uploadedAt },
});

describe('periodsJustOver', () => {
  it.each([
    ['2026-11-16', week],
    ['2026-11-22', week],
    ['2026-11-23', { period: 'week', periodStart: '2026-11-16', periodEnd: '2026-11-22' }],
    ['2027-01-04', { period: 'week', periodStart: '2026-12-28', periodEnd: '2027-01-03' }],
  ])('on %s is the week from Monday to Sunday before', (today, expected) => {
    expect(periodsJustOver({ digest: ['weekly'] }, today)).toEqual([expected]);
  });

  it('is the calendar month before', () => {
    expect(periodsJustOver({ digest: ['monthly'] }, '2026-03-01')).toEqual([
      { period: 'month', periodStart: '2026-02-01', periodEnd: '2026-02-28' },
    ]);
  });

  it('is nothing for a person who wants no summaries', () => {
    expect(periodsJustOver({}, '2026-11-16')).toEqual([]);
  });
});

describe('isDigestDue', () => {
  it('is said at the first look after the end, and not at the ones after it', () => {
    const person = anne('2026-11-01T00:00:00Z');

    expect(isDigestDue(week, person, '2026-11-15')).toBe(true);
    expect(isDigestDue(week, person, '2026-11-01')).toBe(true);
    expect(isDigestDue(week, person, '2026-11-16')).toBe(false);
  });

  it('is not said of a time before the plan, by the days of where the person lives', () => {
    expect(isDigestDue(week, anne('2026-11-15T12:00:00Z'), undefined)).toBe(true);
    expect(isDigestDue(week, anne('2026-11-16T04:00:00Z'), undefined)).toBe(false);
    expect(isDigestDue(week, anne('2026-11-16T04:00:00Z', 'America/New_York'), undefined)).toBe(true);
  });

  it('is said though the plan was changed since, when the person was looked at during the period', () => {
    expect(isDigestDue(week, anne('2026-11-16T04:00:00Z'), '2026-11-15')).toBe(true);
    expect(isDigestDue(week, anne('2026-11-16T04:00:00Z'), '2026-11-08')).toBe(false);
  });
});
