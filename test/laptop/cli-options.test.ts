import { describe, expect, it } from 'vitest';
import { readOptions, UsageError } from '../../laptop/cli-options.ts';

describe('the options', () => {
  it('default to the data folder here, port 4566 and the samples', () => {
    expect(readOptions([])).toEqual({
      dataDirectory: './spendwire-data',
      port: 4566,
      defaultUser: '',
      maxPages: 50,
      empty: false,
      once: false,
      help: false,
    });
  });

  it('name a person for receipts without one', () => {
    expect(readOptions(['--default-user', 'Alice'])).toMatchObject({ defaultUser: 'alice' });
  });

  it('set how many pages are read unasked', () => {
    expect(readOptions(['--max-pages', '3000'])).toMatchObject({ maxPages: 3000 });
  });

  it.each([
    [['--max-pages', '0']],
    [['--max-pages', '3001']],
    [['--max-pages', '2.5']],
    [['--max-pages', '']],
    [['--port', 'x']],
    [['--port', '70000']],
    [['--prot', '1']],
    [['stray']],
    [['--default-user', 'al ice']],
  ])('fail on %j with what was expected', (args) => {
    expect(() => readOptions(args)).toThrow(UsageError);
  });
});
