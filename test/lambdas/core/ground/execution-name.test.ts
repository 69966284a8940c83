import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentIdOf } from '../../../../lambdas/core/document/document-id.ts';
import { executionName } from '../../../../lambdas/core/ground/execution-name.ts';
import { anyText } from '../../../support/any-text.ts';

const ID = 'abcdefghijklmnopqrstuvwxyz';

describe('executionName', () => {
  it.each([
    ['alice', 'receipts/alice/lunch.jpg', `alice-lunch-${ID}-r1`],
    ['alice', 'receipts/alice/Café Zürich (2).pdf', `alice-Cafe-Zurich-2-${ID}-r1`],
    ['alice', 'receipts/alice/.hidden', `alice-hidden-${ID}-r1`],
    ['alice', 'receipts/alice/archive.tar.gz', `alice-archive-tar-${ID}-r1`],
    ['alice', 'receipts/alice/レシート.jpg', `alice-${ID}-r1`],
    [undefined, 'lunch.jpg', `lunch-${ID}-r1`],
    ['a'.repeat(40), `receipts/a/${'b'.repeat(200)}.jpg`, `${'a'.repeat(20)}-${'b'.repeat(24)}-${ID}-r1`],
  ])('of %j and %j is readable', (userId, key, expected) => {
    expect(executionName(userId, key, ID, 1)).toBe(expected);
  });

  it('is always a name that Step Functions takes', () => {
    fc.assert(
      fc.property(
        fc.option(anyText(), { nil: undefined }),
        anyText({ maxLength: 1024 }),
        fc.integer({ min: 1, max: 999_999 }),
        (userId, key, run) => {
          expect(executionName(userId, key, documentIdOf('bucket', key, 'v'), run)).toMatch(/^[0-9A-Za-z_-]{1,80}$/);
        },
      ),
    );
  });

  it('differs between runs and between documents of one file name', () => {
    const name = (id: string, run: number) => executionName('alice', 'receipts/alice/lunch.jpg', id, run);

    expect(new Set([name(ID, 1), name(ID, 2), name('z'.repeat(26), 1)]).size).toBe(3);
  });
});
