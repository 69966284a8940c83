import { describe, expect, it } from 'vitest';
import { readHostileOptions, USUAL_SEED } from './options.ts';

describe('readHostileOptions', () => {
  it('takes the usual seed where none is named', () => {
    expect(readHostileOptions([])).toEqual({ seed: USUAL_SEED });
    expect(readHostileOptions(['--seed', '42', '--out', 'table.json'])).toEqual({ seed: 42, out: 'table.json' });
  });

  it.each([['--seed', 'x'], ['--seed', '-1'], ['--sed', '1'], ['stray']])('fails on %j %j', (...args) => {
    expect(() => readHostileOptions(args)).toThrow();
  });
});
