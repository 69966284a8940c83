import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base32, documentIdOf, shortHash } from '../../../../lambdas/core/document/document-id.ts';
import { anyText } from '../../../support/any-text.ts';

const BITS = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyz234567'].map((letter, value) => [letter, value.toString(2).padStart(5, '0')]),
);

describe('base32', () => {
  // https://www.rfc-editor.org/rfc/rfc4648#section-10, in lower case and without padding
  it.each([
    ['', ''],
    ['f', 'my'],
    ['fo', 'mzxq'],
    ['foo', 'mzxw6'],
    ['foob', 'mzxw6yq'],
    ['fooba', 'mzxw6ytb'],
    ['foobar', 'mzxw6ytboi'],
  ])('writes %j as %j', (text, expected) => {
    expect(base32(Buffer.from(text))).toBe(expected);
  });

  it('keeps every bit', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const expected = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
        const read = [...base32(bytes)].map((letter) => BITS[letter]).join('');
        expect(read.slice(0, expected.length)).toBe(expected);
        expect(read.slice(expected.length)).toMatch(/^0{0,4}$/);
      }),
    );
  });
});

describe('documentIdOf', () => {
  it('is the same for the same version of the same object, for ever', () => {
    expect(documentIdOf('bucket', 'receipts/alice/lunch.jpg', 'v1')).toBe('vwaldk4m7njeacyc2qxumjcfe3');
  });

  it('is 26 characters of base32', () => {
    fc.assert(
      fc.property(anyText(), fc.string(), (key, version) => {
        expect(documentIdOf('bucket', key, version)).toMatch(/^[a-z2-7]{26}$/);
      }),
    );
  });

  it('tells apart whatever differs in bucket, key or version, wherever the border between them lies', () => {
    const parts = fc.tuple(fc.string({ maxLength: 4 }), fc.string({ maxLength: 4 }), fc.string({ maxLength: 4 }));
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        expect(documentIdOf(...one) === documentIdOf(...other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
    expect(documentIdOf('a', 'b', 'cd')).not.toBe(documentIdOf('a', 'bc', 'd'));
  });
});

describe('shortHash', () => {
  it('cuts to the length asked for', () => {
    expect(shortHash('x', 8)).toBe(shortHash('x', 26).slice(0, 8));
  });
});
