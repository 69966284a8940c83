import { describe, expect, it } from 'vitest';
import type { WorldDocument } from '../../../bench/world/documents.ts';
import { judge, type Outcome } from '../../../bench/world/outcome.ts';
import { aDocument, asked, booked } from './papers.ts';

const judged = (documents: readonly WorldDocument[], ...outcomes: readonly Outcome[]) =>
  judge(documents, new Map(documents.map(({ file }, index) => [file, outcomes[index] ?? asked]))).map(
    ({ silent, isRight }) => ({ silent, isRight }),
  );

const one = (outcome: Outcome, truth = {}) => judged([aDocument('a.pdf', truth)], outcome)[0];
const right = { silent: [], isRight: true };
const waiting = { silent: [], isRight: false };
const wrong = (...silent: string[]) => ({ silent, isRight: false });

describe('what became of a document', () => {
  it('is right when sum, currency and day are', () => {
    expect(one(booked())).toEqual(right);
  });

  it.each([
    ['another sum', booked('450.00 EUR'), 'money'],
    ['a refund as spending', booked('-12.50 EUR'), 'money'],
    ['another currency', booked('12.50 USD'), 'currency'],
    ['another day', booked('12.50 EUR', '2026-08-11'), 'date'],
  ])('is silently wrong with %s', (_, outcome, what) => {
    expect(one(outcome)).toEqual(wrong(what));
  });

  it('is wrong in all that is missing', () => {
    expect(one({ status: 'completed', reasons: [] })).toEqual(wrong('money', 'currency', 'date'));
  });

  it('is never silent when a person is asked, refused or lost', () => {
    for (const status of ['needs_review', 'rejected', 'failed', 'lost'] as const) {
      expect(one({ ...booked('450.00 USD'), status, reasons: ['?'] })).toEqual(waiting);
    }
    expect(judge([aDocument('a.pdf')], new Map())[0]?.outcome.status).toBe('lost');
  });

  it('may be asked about when it is old, but only with all that stands there', () => {
    expect(one({ ...booked(), status: 'needs_review' }, { isOld: true })).toEqual(right);
    expect(one({ ...booked(), status: 'needs_review' })).toEqual(waiting);
    expect(one({ ...booked('450.00 EUR'), status: 'needs_review' }, { isOld: true })).toEqual(waiting);
    expect(one(booked('12.50 EUR', '2006-11-08'), { isOld: true })).toEqual(wrong('date'));
  });

  it('is right in either of two currencies that are printed, each with its own sum', () => {
    const beside = { amountMinor: 1340, currency: 'CHF' };
    expect(one(booked('13.40 CHF'), { beside })).toEqual(right);
    expect(one(booked('12.50 CHF'), { beside })).toEqual(wrong('money'));
    expect(one(booked('13.40 GBP'), { beside })).toEqual(wrong('currency'));
  });

  it('compares whole units as they are', () => {
    expect(one(booked('1450 JPY'), { total: { amountMinor: 1450, currency: 'JPY' } })).toEqual(right);
    expect(one(booked('1.250 KWD'), { total: { amountMinor: 1250, currency: 'KWD' } })).toEqual(right);
  });
});

describe('two pictures of one paper', () => {
  const pair = [aDocument('a.jpg'), aDocument('a-again.jpg', { duplicateOf: 'a.jpg' })];

  it('are wrong money when both are booked', () => {
    expect(judged(pair, booked(), booked())).toEqual([right, wrong('money')]);
  });

  it('are right when either is booked and the other is not', () => {
    expect(judged(pair, booked(), { ...asked, status: 'duplicate' })).toEqual([right, right]);
    expect(judged(pair, { ...asked, status: 'duplicate' }, booked())).toEqual([right, right]);
    expect(judged(pair, booked(), asked)).toEqual([right, waiting]);
  });

  it('are wrong money when neither is booked', () => {
    const dropped: Outcome = { ...asked, status: 'duplicate' };
    expect(judged(pair, dropped, dropped)).toEqual([wrong('money'), wrong('money')]);
  });
});

describe('two purchases that look alike', () => {
  const twins = [aDocument('a.pdf'), aDocument('a-second.pdf')];

  it('are right when both are booked', () => {
    expect(judged(twins, booked(), booked())).toEqual([right, right]);
  });

  it('are wrong money when the second is dropped as a picture of the first', () => {
    expect(judged(twins, booked(), { ...asked, status: 'duplicate' })).toEqual([right, wrong('money')]);
  });
});
