import { describe, expect, it } from 'vitest';
import { readOptions, UsageError } from '../../laptop/cli-options.ts';

describe('the options', () => {
  it('default to the data folder here, port 4566 and the samples', () => {
    expect(readOptions([])).toEqual({
      dataDirectory: './spendwire-data',
      port: 4566,
      empty: false,
      once: false,
      help: false,
    });
  });

  it.each([
    [['--port', 'x']],
    [['--port', '70000']],
    [['--prot', '1']],
    [['stray']],
  ])('fail on %j with what was expected', (args) => {
    expect(() => readOptions(args)).toThrow(UsageError);
  });
});
