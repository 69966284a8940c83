import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorNames } from '../../../../lambdas/core/ground/errors.ts';
import { routeObject } from '../../../../lambdas/core/object/object-route.ts';
import { anyText } from '../../../support/any-text.ts';

const MEGABYTE = 1024 * 1024;
const route = (key: string, over: { sizeBytes?: number; deleted?: boolean; user?: string; byDefault?: string } = {}) =>
  routeObject(
    { key, sizeBytes: over.sizeBytes ?? 1000, deleted: over.deleted ?? false },
    { byDefault: over.byDefault ?? '', ...(over.user === undefined ? {} : { fromMetadata: over.user }) },
  );

describe('routeObject', () => {
  it.each([
    ['receipts/alice/lunch.jpg', 'ingest-receipt'],
    ['receipts/ALICE/2026/11/lunch.jpg', 'ingest-receipt'],
    ['receipts/alice/50% off + more/..', 'ingest-receipt'],
    ['budgets/alice.yaml', 'apply-plan'],
    ['budgets/Alice.YML', 'apply-plan'],
    ['budgets/alice.json', 'apply-plan'],
  ])('sends %j to %s for alice', (key, to) => {
    expect(route(key)).toEqual({ to, userId: 'alice' });
  });

  it.each([
    'corrections/Alice/abc234.yaml',
    'corrections/alice/ABC234.YML',
    'corrections/alice/abc234.json',
  ])('sends %j to the document that it corrects', (key) => {
    expect(route(key)).toEqual({ to: 'apply-correction', userId: 'alice', target: 'abc234' });
  });

  it.each(['rates/ecb.csv', 'rates/eurofxref-hist (1).CSV'])('sends %j to everybody, not to a person', (key) => {
    expect(route(key)).toEqual({ to: 'apply-rates' });
  });

  it('takes exchange rates up to 4 MB and not one byte more', () => {
    expect(route('rates/ecb.csv', { sizeBytes: 4 * MEGABYTE }).to).toBe('apply-rates');
    expect(route('rates/ecb.csv', { sizeBytes: 4 * MEGABYTE + 1 })).toMatchObject({ code: 'FileTooLargeError' });
  });

  it.each(['receipts/', 'receipts/alice/', 'anything/at/all/'])('ignores the folder %j', (key) => {
    expect(route(key, { sizeBytes: 0 })).toEqual({ to: 'nowhere' });
  });

  it('ignores what we write ourselves', () => {
    expect(route('artifacts/analysis/x.json')).toEqual({ to: 'nowhere' });
  });

  it.each([
    ['lunch.jpg', 'UnknownPrefixError', 'root of the bucket'],
    ['recepits/alice/lunch.jpg', 'UnknownPrefixError', 'did you mean "receipts/"'],
    ['Receipts/alice/lunch.jpg', 'UnknownPrefixError', 'did you mean "receipts/"'],
    ['photos/alice/lunch.jpg', 'UnknownPrefixError', 'nothing reads the prefix "photos/"'],
    ['/receipts/alice/lunch.jpg', 'UnknownPrefixError', 'nothing reads the prefix "/"'],
    ['budgets/alice.txt', 'UnknownPrefixError', 'budgets/{user}.yaml'],
    ['budgets/alice/plan.yaml', 'UnknownPrefixError', 'budgets/{user}.yaml'],
    ['budgets/alice smith.yaml', 'BadUserNameError', 'under "alice-smith"'],
    ['receipts/../lunch.jpg', 'BadUserNameError', 'the user name ".."'],
    ['receipts//lunch.jpg', 'BadUserNameError', 'the user name ""'],
    ['receipts/lunch.jpg', 'UserUnknownError', 'set the object metadata "user"'],
    ['corrections/abc234.yaml', 'UnknownPrefixError', 'corrections/{user}/{documentId}.yaml'],
    ['corrections/alice/abc234.txt', 'UnknownPrefixError', 'corrections/{user}/{documentId}.yaml'],
    ['statements/alice/bank.csv', 'NotSupportedYetError', 'cannot be imported yet'],
    ['rates/eurofxref-hist.zip', 'UnknownPrefixError', 'rates/{name}.csv'],
    ['rates/alice/ecb.csv', 'UnknownPrefixError', 'rates/{name}.csv'],
    ['rates/.csv', 'UnknownPrefixError', 'rates/{name}.csv'],
    ['rate/ecb.csv', 'UnknownPrefixError', 'did you mean "rates/"'],
  ])('rejects %j as %s', (key, code, reason) => {
    expect(route(key)).toMatchObject({ to: 'reject-object', code, reason: expect.stringContaining(reason) });
  });

  it.each([
    'constructor/x.jpg',
    'toString/alice/x.jpg',
    '__proto__/x',
  ])('rejects %j with a reason in words, although every object has such a property', (key) => {
    expect(route(key)).toMatchObject({ code: 'UnknownPrefixError', reason: expect.stringMatching(/^nothing reads/) });
  });

  it('keeps the person that a rejected key names, so that it can be told', () => {
    expect(route('recepits/Alice/lunch.jpg')).toMatchObject({ userId: 'alice' });
    expect(route('statements/alice/bank.csv')).toMatchObject({ userId: 'alice' });
    expect(route('budgets/alice.txt')).toMatchObject({ userId: 'alice' });
    expect(route('budgets/alice/plan.yaml')).toMatchObject({ userId: 'alice' });
    expect(route('budgets/alice smith.txt')).not.toHaveProperty('userId');
    expect(route('receipts/alice/lunch.jpg', { sizeBytes: 0 })).toMatchObject({
      code: 'EmptyFileError',
      userId: 'alice',
    });
  });

  it.each([
    ['receipts/alice/a.jpg', 10 * MEGABYTE],
    ['receipts/alice/a', 10 * MEGABYTE],
    ['receipts/alice/a.PDF', 500 * MEGABYTE],
    ['receipts/alice/a.tif', 500 * MEGABYTE],
    ['budgets/alice.yaml', MEGABYTE / 4],
    ['corrections/alice/abc234.yaml', MEGABYTE / 64],
  ])('takes %j up to %d bytes and not one more', (key, limit) => {
    expect(route(key, { sizeBytes: limit }).to).not.toBe('reject-object');
    expect(route(key, { sizeBytes: limit + 1 })).toMatchObject({ code: 'FileTooLargeError', userId: 'alice' });
  });

  describe('for the older layout', () => {
    it('takes the user of the metadata, then the default', () => {
      expect(route('receipts/lunch_1.jpg', { user: 'Bob', byDefault: 'alice' })).toEqual({
        to: 'ingest-receipt',
        userId: 'bob',
      });
      expect(route('receipts/lunch_1.jpg', { byDefault: 'alice' })).toEqual({ to: 'ingest-receipt', userId: 'alice' });
      expect(route('receipts/lunch_1.jpg', { user: '', byDefault: 'alice' })).toMatchObject({ userId: 'alice' });
    });

    it('rejects a user that cannot be one', () => {
      expect(route('receipts/lunch_1.jpg', { user: 'Bob Smith' })).toMatchObject({ code: 'BadUserNameError' });
    });
  });

  describe('for a deletion', () => {
    it('ends the plan, whose event has no size', () => {
      expect(route('budgets/alice.yaml', { deleted: true, sizeBytes: 0 })).toEqual({
        to: 'apply-plan',
        userId: 'alice',
      });
    });

    it('says nothing about a rejected file that is cleared away', () => {
      expect(route('budgets/alice.txt', { deleted: true })).toEqual({ to: 'nowhere' });
      expect(route('budgets/alice smith.yaml', { deleted: true })).toEqual({ to: 'nowhere' });
    });
  });

  it('takes any key there is, and loses none: a workflow, or a rejection with a name and a reason', () => {
    const segment = fc.oneof(
      fc.constantFrom(
        'receipts',
        'budgets',
        'statements',
        'corrections',
        'rates',
        'alice',
        '..',
        '',
        'a.yaml',
        'constructor',
      ),
      anyText({ maxLength: 20 }),
    );
    const key = fc.array(segment, { minLength: 1, maxLength: 5 }).map((segments) => segments.join('/'));
    fc.assert(
      fc.property(
        key,
        fc.nat({ max: 600 * MEGABYTE }),
        fc.option(fc.string(), { nil: undefined }),
        (text, sizeBytes, user) => {
          const { to, ...rest } = route(text, { sizeBytes, ...(user === undefined ? {} : { user }) });

          const isIgnored = text.startsWith('artifacts/') || (text.endsWith('/') && sizeBytes === 0);
          expect(to === 'nowhere').toBe(isIgnored);
          if (to !== 'reject-object') return;
          const { code, reason } = rest as { code: string; reason: unknown };
          expect(errorNames).toContain(code);
          expect(reason).toEqual(expect.stringMatching(/\S/));
        },
      ),
      { numRuns: 500 },
    );
  });
});
