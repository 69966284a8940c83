import { describe, expect, it } from 'vitest';
import { readOptions } from '../../src/command/options.ts';

describe('readOptions', () => {
  it('takes a file, and the folder and port of everyday where none are given', () => {
    expect(readOptions(['a.template.json'])).toEqual({
      files: ['a.template.json'],
      dataDirectory: './laptop-cloud-data',
      port: 4566,
    });
    expect(readOptions(['library.mjs', '--data', 'here', '--port', '0'])).toEqual({
      files: ['library.mjs'],
      dataDirectory: 'here',
      port: 0,
    });
  });

  it('takes the templates of several stacks', () => {
    expect(readOptions(['a.template.json', 'b.template.json'])?.files).toEqual(['a.template.json', 'b.template.json']);
  });

  it('is nothing to run when help is asked for', () => {
    expect(readOptions(['--help'])).toBeUndefined();
  });

  it.each([
    ['no file', [], 'expected templates or one module'],
    ['two modules', ['a.mjs', 'b.mjs'], 'expected templates or one module'],
    ['a port that cannot be', ['a', '--port', '70000'], 'expected a port from 0 to 65535 after --port, got "70000"'],
    ['an unknown option', ['a', '--fast'], "Unknown option '--fast'"],
  ])('fails on %s', (_, args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});
