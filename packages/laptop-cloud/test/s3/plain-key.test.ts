import { join, relative, resolve, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainKey } from '../../src/s3/plain-key.ts';

describe('isPlainKey', () => {
  it.each([
    'receipts/alice/lunch.jpg',
    'a b+c%20&d',
    'ä/漢字/🧾',
    '...',
    '.hidden',
    "it's",
  ])('takes %j as a path', (key) => {
    expect(isPlainKey(key)).toBe(true);
  });

  it.each([
    '',
    '/a',
    'a/',
    'a//b',
    '.',
    '..',
    'a/../b',
    'a/./b',
    'a\\b',
    'a\u0000b',
    'a\nb',
    'x'.repeat(256),
    '\ud800',
  ])('keeps %j out of the folder', (key) => {
    expect(isPlainKey(key)).toBe(false);
  });

  it('never lets a key leave the folder, and each path names its key', () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '/', '//', '\\', '%2e%2e', '~', ' '),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );

    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const key = pieces.join('');
        if (!isPlainKey(key)) return;

        const path = resolve(join('/folder', ...key.split('/')));

        expect(relative('/folder', path).split(sep).join('/')).toBe(key);
      }),
      { numRuns: 500 },
    );
  });
});
