import { describe, expect, it } from 'vitest';
import { missesAsCsv } from '../../../bench/world/misses.ts';
import { readWorldOptions } from '../../../bench/world/options.ts';
import { judge } from '../../../bench/world/outcome.ts';
import { printSummary, summaryOf } from '../../../bench/world/summary.ts';
import { aDocument, asked, booked } from './papers.ts';

const documents = ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf'].map((file) => aDocument(file));
const judged = judge(
  documents,
  new Map([
    ['a.pdf', booked()],
    ['b.pdf', asked],
    ['c.pdf', booked('12.50 USD', '2026-11-09')],
    ['d.pdf', { ...asked, reasons: ['the total was read as 12.50 EUR, but the "subtotal" is 13.00 EUR'] }],
  ]),
);

describe('the figures of a run', () => {
  it('count each document once, and each field that is silently wrong', () => {
    expect(summaryOf(judged)).toMatchObject({
      documents: 4,
      silentWrong: 1,
      toReview: 2,
      right: 1,
      silent: { money: 0, currency: 1, date: 1 },
      byKind: { till: { documents: 4, silentWrong: 1, toReview: 2, right: 1 } },
    });
  });

  it('put reasons together that differ in numbers and names', () => {
    expect(summaryOf(judged).reasons).toEqual({
      'no total was found': 1,
      'the total was read as 0 XXX, but the … is 0 XXX': 1,
    });
  });

  it('begin with what is silently wrong', () => {
    expect(printSummary(summaryOf(judged)).split('\n')[0]).toBe(
      'silent wrong: 1 (25.0 %) of 4; money 0 (0.0 %), currency 1 (25.0 %), date 1 (25.0 %)',
    );
  });

  it('list the silent ones first, with truth and reading', () => {
    const [, first, ...rest] = missesAsCsv(judged).trimEnd().split('\r\n');
    expect(first).toContain('c.pdf,till,DE,pdf,de-DE,EUR,completed,currency date,');
    expect(first).toContain('Laden Linde · 2026-11-08 · 12.50 EUR,Laden Linde · 2026-11-09 · 12.50 USD');
    expect(rest).toHaveLength(2);
    expect(rest[1]).toContain('""subtotal""');
  });
});

describe('the command line', () => {
  it('measures this build without a project', () => {
    expect(readWorldOptions(['--seed', '7', '--kinds', 'till,refund'])).toMatchObject({
      seed: 7,
      count: 200,
      kinds: ['till', 'refund'],
    });
    expect(readWorldOptions([]).project).toBeUndefined();
  });

  it('names what is wrong', () => {
    expect(() => readWorldOptions(['--kinds', 'till,no-such'])).toThrow('got "no-such"');
    expect(() => readWorldOptions(['--count', 'many'])).toThrow('expected --count from 1 on, got "many"');
  });
});
