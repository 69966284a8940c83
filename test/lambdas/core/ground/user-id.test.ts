import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SpendwireError } from '../../../../lambdas/core/ground/errors.ts';
import { isName, normalizeName, parseUserId } from '../../../../lambdas/core/ground/user-id.ts';
import { anyText } from '../../../support/any-text.ts';

describe('parseUserId', () => {
  it.each([
    ['alice', 'alice'],
    ['Alice', 'alice'],
    ['A.B_c-9', 'a.b_c-9'],
    ['7', '7'],
    ['a'.repeat(40), 'a'.repeat(40)],
  ])('reads %j as %j', (segment, expected) => {
    expect(parseUserId(segment)).toBe(expected);
  });

  it.each([
    '',
    ' alice',
    'alice smith',
    '-alice',
    '.',
    '..',
    '_a',
    'a'.repeat(41),
    'zoë',
    '%61lice',
    'a\n',
    '日本',
  ])('fails on %j', (segment) => {
    expect(() => parseUserId(segment)).toThrow(expect.objectContaining({ name: 'BadUserNameError', kind: 'rejected' }));
  });

  it('fails with a spelling that would do', () => {
    expect(() => parseUserId('Zoë Müller')).toThrow('drop the file again under "zoe-muller"');
    expect(() => parseUserId('日本')).toThrow('such as "alice"');
  });

  it('suggests only names that it takes itself, whatever was typed', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 60 }), (segment) => {
        const message = messageOf(() => parseUserId(segment));
        fc.pre(message !== undefined);
        const suggested = /(?:under|such as) "([^"]*)"$/.exec(message as string)?.[1] as string;
        expect(parseUserId(suggested)).toBe(suggested);
      }),
    );
  });

  it('gives a name that reads as itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9._-]{0,39}$/), (segment) => {
        const name = parseUserId(segment);
        expect(isName(name)).toBe(true);
        expect(parseUserId(name)).toBe(name);
      }),
    );
  });
});

describe('normalizeName', () => {
  it('makes one name of the composed and the decomposed spelling', () => {
    expect(normalizeName('Zoe\u0308')).toBe(normalizeName('ZO\u00cb'));
  });
});

function messageOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(SpendwireError);
    return (error as Error).message;
  }
}
