import { describe, expect } from 'vitest';
import { noteLook } from '../../../lambdas/adapters/daily-store.ts';
import { createDocument } from '../../../lambdas/adapters/document-store.ts';
import type { NewDigestAlert } from '../../../lambdas/core/alert/claim.ts';
import { aDocument, USER } from '../../support/books.ts';
import { it } from '../../support/fixtures.ts';

const week: NewDigestAlert = {
  ...{ kind: 'digest', userId: USER, claimedAt: '2026-11-16T09:00:00.000Z', claimedBy: 'daily-2026-11-16' },
  ...{ period: 'week', periodStart: '2026-11-09', periodEnd: '2026-11-15' },
};

describe('deliver-alerts, with a digest', () => {
  it('mails the summary and leaves the phone in peace', async ({ table, books }) => {
    books.time.nowMs = Date.parse('2026-11-16T09:00:00Z');
    await books.plan(
      [
        { category: 'groceries', limitMinor: 10_000 },
        { category: 'dining', period: 'week', limitMinor: 5_000 },
      ],
      '01',
      { digest: ['weekly'] },
      [
        { protocol: 'email', address: 'alice@example.com' },
        { protocol: 'sms', address: '+12025550123' },
      ],
    );
    for (const [documentId, date, category, amountMinor] of [
      ['before', '2026-11-08', 'groceries', 1_000],
      ['monday', '2026-11-09', 'groceries', 2_000],
      ['sunday', '2026-11-15', 'dining', 1_500],
      ['after', '2026-11-16', 'dining', 100],
    ] as const) {
      await books.drop({ documentId, amountMinor });
      await books.record({ documentId, date, category, amountMinor });
    }
    await createDocument(table, aDocument({ documentId: 'unclear' }), {
      ...{ status: 'needs_review', run: 1, updatedAt: '2026-11-15T12:00:00.000Z' },
    });
    await noteLook(books.outbox, { userId: USER, timeZone: 'UTC' }, '2026-11-16', () => [week]);

    await books.deliverAll(await books.unsentWindows());

    expect(books.published.map(({ protocol }) => protocol)).toEqual(['email']);
    expect(books.published[0]?.subject).toMatch(/^Your week, Nov 9 - 15, 2026$/);
    expect(books.published[0]?.text.split('\n\n')[1]?.split('\n').slice(1)).toEqual([
      'Spent: 35.00 USD, 2 receipts',
      'Where it went:',
      '  groceries      [####################] 20.00 USD',
      '  dining         [###############-----] 15.00 USD',
      'Your budgets:',
      expect.stringMatching(/^ {2}Dining, Nov 9\s–\s15, 2026: 15\.00 of 50\.00 USD \(30%\)$/),
      '  Groceries, November 2026: 30.00 of 100.00 USD (30%), 14 days to go',
      '1 document waits for you',
    ]);
  });
});
