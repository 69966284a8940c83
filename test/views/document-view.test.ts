import { describe, expect, it } from 'vitest';
import { money } from '../../lambdas/core/ground/money.ts';
import { type DocumentView, describeDocument, reasonsOf } from '../../views/document-view.ts';
import { aDocument } from '../support/books.ts';

const rejected = (details: Partial<DocumentView>): DocumentView => ({
  ...aDocument({ documentId: 'd1' }),
  status: 'rejected',
  updatedAt: '2026-11-20T12:00:00.000Z',
  reason: 'there is no such document',
  ...details,
});

describe('reasonsOf', () => {
  it('names each mistake in a file', () => {
    expect(reasonsOf(rejected({ validationErrors: ['line 1: expected a total'] }))).toEqual([
      'line 1: expected a total',
    ]);
  });

  it('gives the reason where there is no mistake to name', () => {
    expect(reasonsOf(rejected({ validationErrors: [] }))).toEqual(['there is no such document']);
  });
});

describe('describeDocument', () => {
  it('tells what is missing of the items, and what was charged beside them', () => {
    const lines = describeDocument(
      rejected({
        status: 'completed',
        workflow: 'ingest-receipt',
        tip: money(800, 'USD'),
        discount: money(-200, 'USD'),
        itemsRemark: '4 items read, 29.61 of the subtotal missing',
      }),
    );

    expect(lines.join('\n')).toContain('tip 8.00 USD, discount -2.00 USD');
    expect(lines.join('\n')).toContain('4 items read, 29.61 of the subtotal missing');
  });

  it('says of a category that it was proposed by Amazon Bedrock', () => {
    const told = (categoryBy: 'bedrock' | 'rule') =>
      describeDocument(rejected({ status: 'completed', workflow: 'ingest-receipt', categoryBy })).join('\n');

    expect(told('bedrock')).toContain('the category is proposed by Amazon Bedrock');
    expect(told('rule')).not.toContain('Bedrock');
  });

  const booked = { status: 'completed', workflow: 'ingest-receipt', vendor: 'Bill Smith' } as const;

  it('shows a vendor that is not sure as such, with who else it may be', () => {
    const read = (over: Partial<DocumentView>) => describeDocument(rejected({ ...booked, ...over }))[0];

    expect(read({})).toMatch(/Bill Smith(?!\?)/);
    expect(read({ isVendorUnsure: true })).toMatch(/Bill Smith\?(?! \(or)/);
    expect(read({ isVendorUnsure: true, vendorRunnerUp: 'Green Basket' })).toContain('Bill Smith? (or Green Basket)');
  });

  it('says when it is to be paid, or that it was', () => {
    const read = (over: Partial<DocumentView>) =>
      describeDocument(rejected({ ...booked, total: money(26_482, 'USD'), dueOn: '2026-11-23', ...over })).join('\n');

    expect(read({})).toContain('due 2026-11-23');
    expect(read({ amountDue: money(6_482, 'USD') })).toContain('due 2026-11-23, 64.82 USD of it');
    expect(read({ amountDue: money(0, 'USD') })).not.toContain('due');
    expect(read({ isPaid: true })).toMatch(/paid(?! )/);
    expect(read({ isPaid: true, paidOn: '2026-11-20' })).toContain('paid 2026-11-20');
  });

  it('says how to settle what waits for a person', () => {
    const lines = describeDocument(rejected({ status: 'needs_review', userId: 'alice' }));

    expect(lines.join('\n')).toContain('in corrections/alice/d1.yaml');
  });
});
