import { describe, expect, it } from 'vitest';
import { dueDaysAhead, dueDaysToTell, firstOpenDueDay } from '../../../../lambdas/core/due/due-days.ts';

describe('due days', () => {
  it('are told from three days before to two weeks after, over the ends of months and years', () => {
    expect(dueDaysToTell('2026-11-20')).toEqual({ start: '2026-11-06', end: '2026-11-23' });
    expect(dueDaysToTell('2027-01-01')).toEqual({ start: '2026-12-18', end: '2027-01-04' });
  });

  it('stand in a summary from today to two weeks ahead', () => {
    expect(dueDaysAhead('2028-02-20')).toEqual({ start: '2028-02-20', end: '2028-03-05' });
  });

  it('count as open as long as they would be told', () => {
    expect(firstOpenDueDay('2026-11-20')).toBe('2026-11-06');
  });
});
