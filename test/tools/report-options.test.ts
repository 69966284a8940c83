import { describe, expect, it } from 'vitest';
import { UsageError } from '../../laptop/cli-options.ts';
import { openPlace } from '../../tools/place.ts';
import { readReportOptions } from '../../tools/report-options.ts';

describe('readReportOptions', () => {
  it('takes a month, or two days', () => {
    expect(readReportOptions(['--user', 'alice', '--month', '2028-02'])).toMatchObject({
      user: 'alice',
      period: { start: '2028-02-01', end: '2028-02-29' },
      format: 'text',
    });
    expect(readReportOptions(['--from', '2026-01-01', '--to', '2026-12-31']).period).toEqual({
      start: '2026-01-01',
      end: '2026-12-31',
    });
  });

  it.each([
    [['--month', '2026-13'], 'expected YYYY-MM'],
    [['--month', '2026-11', '--from', '2026-11-01'], 'got both'],
    [['--from', '2026-11-01'], '--from and --to together'],
    [['--from', '2026-11-31', '--to', '2026-12-01'], 'expected YYYY-MM-DD'],
    [['--from', '2026-12-01', '--to', '2026-11-01'], '--from before --to'],
    [['--format', 'xml'], 'expected text, json, csv'],
    [['--status', 'done'], 'expected pending, completed'],
    [['--category', '!'], 'expected a category'],
    [['--usr', 'alice'], '--help'],
  ])('fails on %j with what was expected', (args, expected) => {
    expect(() => readReportOptions(args)).toThrow(UsageError);
    expect(() => readReportOptions(args)).toThrow(expected);
  });
});

describe('openPlace', () => {
  it('fails on a laptop and a deployed table at once, and on a port that is none', () => {
    expect(() => openPlace({ port: '4566', table: 'ledger' })).toThrow('got both');
    expect(() => openPlace({ port: 'x' })).toThrow('expected a port');
  });
});
