import { describe, expect, it } from 'vitest';
import { tallyOf } from './tally.ts';

describe('tallyOf', () => {
  it('reads the counts of a run through its colours', () => {
    const line =
      '\u001b[2m      Tests \u001b[22m \u001b[1m\u001b[31m2 failed\u001b[39m\u001b[22m | \u001b[32m431 passed\u001b[39m | 3 skipped\u001b[90m (436)\u001b[39m';

    expect(tallyOf(`ok\n${line}\n`)).toEqual({ passed: 431, failed: 2, skipped: 3, warnings: [] });
  });

  it('adds up the runs of several packages', () => {
    const output = ' Test Files  1 passed (1)\n      Tests  10 passed (10)\n\n      Tests  1 failed | 5 passed (6)\n';

    expect(tallyOf(output)).toMatchObject({ passed: 15, failed: 1, skipped: 0 });
  });

  it('names each of the warnings of Node once, whichever process gave it', () => {
    const output =
      '(node:11) [DEP0040] DeprecationWarning: a\n(node:12) [DEP0040] DeprecationWarning: a\n(node:12) b\n';

    expect(tallyOf(output).warnings).toEqual(['[DEP0040] DeprecationWarning: a', 'b']);
  });
});
