import type { AlertCause } from '../../../../lambdas/core/alert/alert-cause.ts';
import { percentOf } from '../../../../lambdas/core/budget/threshold.ts';
import { money } from '../../../../lambdas/core/ground/money.ts';
import type { BudgetStanding } from '../../../../lambdas/core/message/budget-standing.ts';
import type { Attention, DueInvoice, MessageContent } from '../../../../lambdas/core/message/message-content.ts';

/** A budget of 400.00 USD at 80 percent or more; pass only what the test is about. */
export function aStanding(spentMinor: number, over: Partial<BudgetStanding> = {}, limitMinor = 40_000): BudgetStanding {
  const percent = percentOf({ spentMinor, limitMinor });
  return {
    label: 'groceries',
    period: 'November 2026',
    periodStart: '2026-11-01',
    periodEnd: '2026-11-30',
    spent: money(spentMinor, 'USD'),
    limit: money(limitMinor, 'USD'),
    carried: money(0, 'USD'),
    triggers: [{ kind: 'threshold', threshold: 80 }],
    ...(percent === undefined ? {} : { percent }),
    isConverted: false,
    daysLeft: 10,
    apart: [],
    ...over,
  };
}

/** What a receipt set off. */
export const RECEIPT = {
  kind: 'expense',
  vendor: 'Green Basket',
  total: money(4_320, 'USD'),
} as const satisfies AlertCause;

/** A document that waits for its person. */
export const anAttention = (over: Partial<Attention> = {}): Attention => ({
  userId: 'alice',
  documentId: 'doc',
  status: 'needs_review',
  key: 'receipts/alice/lunch.jpg',
  reason: 'two totals are printed: 43.20 and 34.20',
  ...over,
});

/** An invoice that falls due in three days. */
export const aDueInvoice = (over: Partial<DueInvoice> = {}): DueInvoice => ({
  userId: 'alice',
  documentId: 'doc',
  dueOn: '2026-11-23',
  amountDue: money(26_482, 'USD'),
  vendor: 'City Power',
  daysLeft: 3,
  ...over,
});

/** A content that says nothing yet. */
export const aContent = (over: Partial<MessageContent> = {}): MessageContent => ({
  name: 'Alice',
  locale: 'en-US',
  budgets: [],
  causes: [RECEIPT],
  topCategories: [],
  attention: [],
  due: [],
  digests: [],
  remarks: [],
  ...over,
});
