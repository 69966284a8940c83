import { describe, expect, it } from 'vitest';
import { missesAsCsv } from '../../../bench/accuracy/misses.ts';
import { printReport, printSilentWrong, report } from '../../../bench/accuracy/report.ts';
import { changesSince, toSavedRun } from '../../../bench/accuracy/saved-run.ts';
import { isRight, type Scored } from '../../../bench/accuracy/scoring.ts';
import type { Field } from '../../../bench/accuracy/truth.ts';
import { shareOf } from '../../../bench/accuracy/wilson.ts';

const booked = (name: string, status: string, wrong: readonly Field[]): Scored => ({
  name,
  status,
  answers: (['total', 'currency', 'date', 'vendor'] as const).map((field) => ({
    field,
    expected: 'as printed',
    isRight: !wrong.includes(field),
  })),
});

const scored = (name: string, status: string, found: string | undefined, expected = '12.00'): Scored => ({
  name,
  status,
  answers: [
    { field: 'total', expected, ...(found !== undefined && { found }), isRight: isRight('total', expected, found) },
  ],
});

describe('shareOf', () => {
  it('gives the interval of Wilson', () => {
    const { share, low, high } = shareOf(222, 234);

    expect([share, low, high].map((value) => value.toFixed(3))).toEqual(['0.949', '0.913', '0.970']);
  });

  it('knows nothing of nothing', () => {
    expect(shareOf(0, 0)).toMatchObject({ low: 0, high: 1 });
  });
});

describe('isRight', () => {
  it.each([
    ['total', '12.00', '12', true],
    ['total', '12.00', '12.01', false],
    ['date', '2024-03-05', '2024-05-03', false],
    ['vendor', 'INDAH GIFT & HOME DECO', 'Indah Gift & Home Deco Sdn Bhd', true],
    ['vendor', 'INDAH', '', false],
    ['invoiceNumber', 'INV/2023/08', 'INV-2023-08', true],
    ['invoiceNumber', '12345', '1234', false],
  ] as const)('of %s "%s" and "%s" is %s', (field, expected, found, right) => {
    expect(isRight(field, expected, found)).toBe(right);
  });
});

describe('report', () => {
  const run = [
    scored('1', 'completed', '12.00'),
    scored('2', 'completed', '13.00'),
    scored('3', 'needs_review', undefined),
  ];

  it('counts what is right, what waits, and what is right of the rest', () => {
    const figures = report(run);

    expect(figures.fields.total).toMatchObject({ right: 1, of: 3 });
    expect(figures.toReview).toMatchObject({ right: 1, of: 3 });
    expect(figures.rightAmongCompleted).toMatchObject({ right: 1, of: 2 });
    expect(printReport(figures)).toContain('1/3    0.333');
  });

  it('counts as silently wrong what was booked with another total, currency or day', () => {
    const figures = report([
      booked('1', 'completed', ['total', 'currency']),
      booked('2', 'completed', ['date']),
      booked('3', 'completed', ['vendor']),
      booked('4', 'needs_review', ['total', 'date']),
      booked('5', 'duplicate', ['total']),
    ]);

    expect(figures.silentWrong).toEqual({ documents: 2, total: 1, currency: 1, date: 1 });
    expect(printSilentWrong(figures)).toBe('silent wrong: 2 of 5 documents; total 1, currency 1, date 1');
  });

  it('says what was silently wrong in an earlier run, where that was counted', () => {
    const [now, earlier] = [report([booked('1', 'completed', ['date'])]), report([booked('1', 'completed', [])])];

    expect(printSilentWrong(now, earlier)).toBe(
      'silent wrong: 1 (before 0) of 1 documents; total 0 (before 0), currency 0 (before 0), date 1 (before 0)',
    );
    expect(printSilentWrong(now, {})).toBe('silent wrong: 1 of 1 documents; total 0, currency 0, date 1');
  });

  it('is compared with an earlier run by document and field', () => {
    const earlier = toSavedRun(report(run), run);
    const later = [scored('1', 'completed', '12.50'), scored('2', 'completed', '12.00'), run[2] as Scored];

    expect(changesSince(earlier, toSavedRun(report(later), later))).toEqual([
      'now wrong: 1 total: "12.00" became "12.50"',
      'now right: 2 total: "13.00" became "12.00"',
    ]);
  });
});

describe('missesAsCsv', () => {
  it('has a row for each wrong field, with cells that a spreadsheet reads', () => {
    const csv = missesAsCsv([scored('a,b', 'completed', '13.00'), scored('c', 'completed', '12.00')]);

    expect(csv.split('\r\n')).toEqual([
      'name,status,field,expected,found,candidates,evidence,reasons',
      '"a,b",completed,total,12.00,13.00,,,',
      '',
    ]);
  });
});
