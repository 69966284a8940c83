import { describe, expect, it } from 'vitest';
import { UsageError } from '../../laptop/cli-options.ts';
import { readReplayOptions } from '../../tools/replay-options.ts';

describe('readReplayOptions', () => {
  it('takes a file, a document, or the receipts of a person that match', () => {
    expect(readReplayOptions(['receipts/alice/lunch.jpg', '--reread'])).toEqual({
      what: { object: 'receipts/alice/lunch.jpg' },
      reread: true,
    });
    expect(readReplayOptions(['--document', 'abc', '--port', '1234'])).toEqual({
      what: { documentId: 'abc' },
      reread: false,
      port: '1234',
    });
    expect(readReplayOptions(['--user', 'alice', '--status', 'needs_review', '--from', '2026-11-01']).what).toEqual({
      who: { user: 'alice' },
      status: 'needs_review',
      from: '2026-11-01',
    });
  });

  it('takes what was missed, of all people, and for the first time only', () => {
    expect(readReplayOptions(['--missing'])).toEqual({ what: { missing: true }, reread: false });
    expect(readReplayOptions(['--missing', '--table', 'T', '--function', 'Find'])).toMatchObject({ function: 'Find' });
  });

  it('takes a deployed installation by its table and function', () => {
    expect(readReplayOptions(['a.jpg', '--table', 'T', '--function', 'Pipeline-Start_1'])).toMatchObject({
      table: 'T',
      function: 'Pipeline-Start_1',
    });
  });

  it.each([
    [[], 'expected one of'],
    [['a.jpg', 'b.jpg'], 'expected one of'],
    [['a.jpg', '--user', 'alice'], 'expected one of'],
    [['--missing', '--user', 'alice'], 'expected one of'],
    [['--missing', '--reread'], 'leave it out with --missing'],
    [['--missing', '--from', '2026-11-01'], 'name one with --user'],
    [['a.jpg', '--status', 'failed'], 'name one with --user'],
    [['--user', 'alice', '--status', 'pending'], 'expected completed, needs_review'],
    [['--user', 'alice', '--from', '2026-11-31'], '--from: expected YYYY-MM-DD'],
    [['--user', 'alice', '--from', '2026-12-01', '--to', '2026-11-01'], '--from before --to'],
    [['a.jpg', '--table', 'T'], '--table and --function together'],
    [['a.jpg', '--table', 'T', '--function', 'arn:aws:x'], "a function's name"],
    [['--usr', 'alice'], '--help'],
  ])('fails on %j with what was expected', (args, expected) => {
    expect(() => readReplayOptions(args)).toThrow(UsageError);
    expect(() => readReplayOptions(args)).toThrow(expected);
  });
});
