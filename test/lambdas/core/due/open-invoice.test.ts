import { describe, expect, it } from 'vitest';
import { type DueFacts, dueDayOf, openInvoicesOf } from '../../../../lambdas/core/due/open-invoice.ts';
import { money } from '../../../../lambdas/core/ground/money.ts';

const INVOICE = { dueOn: '2026-11-23', total: money(26_482, 'USD'), vendor: 'City Power' };
const open = (over: DueFacts & { isVendorUnsure?: boolean } = {}) =>
  openInvoicesOf('alice', 'doc', { ...INVOICE, ...over });

describe('openInvoicesOf', () => {
  it('is the total to be paid by the day that is known', () => {
    expect(open()).toEqual([
      {
        ...{ userId: 'alice', documentId: 'doc', vendor: 'City Power' },
        ...{ dueOn: '2026-11-23', amountDue: money(26_482, 'USD') },
      },
    ]);
  });

  it('is what is left after a prepayment', () => {
    expect(open({ amountDue: money(6_482, 'USD') })).toMatchObject([{ amountDue: money(6_482, 'USD') }]);
  });

  it('shows a vendor that is not sure as such', () => {
    expect(open({ isVendorUnsure: true })).toMatchObject([{ vendor: 'City Power?' }]);
  });

  const instalments = [
    { dueOn: '2026-11-23', amountDue: money(20_000, 'USD') },
    { dueOn: '2026-12-23', amountDue: money(6_482, 'USD') },
  ];

  it('are one for each instalment, with its own amount', () => {
    expect(open({ instalments })).toMatchObject([
      { dueOn: '2026-11-23', amountDue: money(20_000, 'USD'), instalment: { number: 1, of: 2 } },
      { dueOn: '2026-12-23', amountDue: money(6_482, 'USD'), instalment: { number: 2, of: 2 } },
    ]);
  });

  it('is no instalment where only one has a day', () => {
    expect(open({ instalments: instalments.slice(0, 1) })).toEqual([
      { userId: 'alice', documentId: 'doc', vendor: 'City Power', ...instalments[0] },
    ]);
  });

  it.each<[string, DueFacts]>([
    ['has no due day', { dueOn: undefined }],
    ['has no amount', { total: undefined }],
    ['is paid', { isPaid: true }],
    ['is paid, with all its instalments', { isPaid: true, instalments }],
    ['leaves nothing to be paid', { amountDue: money(0, 'USD') }],
    ['is paid beyond its total', { amountDue: money(-1, 'USD') }],
    ['is a credit note', { total: money(-26_482, 'USD') }],
    ['is a credit note, whatever is said to be due', { total: money(-1, 'USD'), amountDue: money(1, 'USD') }],
  ])('is nothing where a document %s', (_, facts) => {
    expect(open(facts)).toEqual([]);
  });
});

describe('dueDayOf', () => {
  it('is known before the amount is', () => {
    expect(dueDayOf({ dueOn: '2026-11-23' })).toBe('2026-11-23');
  });
});
