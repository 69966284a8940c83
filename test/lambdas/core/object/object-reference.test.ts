import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatObjectReference, parseObjectReference } from '../../../../lambdas/core/object/object-reference.ts';
import { anyText } from '../../../support/any-text.ts';

describe('parseObjectReference', () => {
  it.each([
    ['s3://other/receipts/alice/lunch.jpg', { bucket: 'other', key: 'receipts/alice/lunch.jpg' }],
    ['receipts/alice/lunch.jpg', { bucket: 'ours', key: 'receipts/alice/lunch.jpg' }],
    ['lunch_20261119.jpg', { bucket: 'ours', key: 'receipts/lunch_20261119.jpg' }],
    ['receipts/a/50%25 off+x.jpg', { bucket: 'ours', key: 'receipts/a/50%25 off+x.jpg' }],
    ['s3://other//x', { bucket: 'other', key: '/x' }],
    ['s3://other/../x', { bucket: 'other', key: '../x' }],
  ])('reads %j', (text, expected) => {
    expect(parseObjectReference(text, 'ours')[0]).toEqual(expected);
  });

  it('takes a key that lacks its prefix for a receipt, after the key as it stands', () => {
    expect(parseObjectReference('alice/lunch.jpg', 'ours').map(({ key }) => key)).toEqual([
      'alice/lunch.jpg',
      'receipts/alice/lunch.jpg',
    ]);
  });

  it.each(['', 's3://', 's3://bucket', 's3://bucket/', 's3:///key'])('fails on %j', (text) => {
    expect(() => parseObjectReference(text, 'ours')).toThrow(RangeError);
  });

  it('reads back every key as it was written, also with line breaks, percent signs and slashes', () => {
    fc.assert(
      fc.property(anyText({ minLength: 1 }), (key) => {
        const reference = { bucket: 'bucket', key };
        expect(parseObjectReference(formatObjectReference(reference), 'ours')).toEqual([reference]);
      }),
    );
  });
});
