import { describe, expect } from 'vitest';
import { readCause } from '../../../lambdas/adapters/cause.ts';
import { createDocument } from '../../../lambdas/adapters/document-store.ts';
import type { WorkflowName } from '../../../lambdas/core/document/document.ts';
import { money } from '../../../lambdas/core/ground/money.ts';
import { aDocument } from '../../support/books.ts';
import { it } from '../../support/fixtures.ts';

describe('what set an alert off', () => {
  it.for<[WorkflowName, string, object]>([
    ['apply-plan', 'a change of the plan', { kind: 'plan' }],
    ['apply-rates', 'new exchange rates', { kind: 'rates' }],
    ['ingest-receipt', 'a receipt, also one whose total cannot be read any more', { kind: 'expense' }],
  ])('is for %s %s', async ([workflow, _what, cause], { table }) => {
    const document = { ...aDocument({ documentId: 'doc' }), workflow };
    await createDocument(table, document, { status: 'pending', run: 1, updatedAt: document.uploadedAt });

    expect(await readCause(table, 'doc')).toEqual(cause);
  });

  it('is with the day on which an invoice is to be paid, and with what of it where that is not the total', async ({
    books,
    table,
  }) => {
    const book = async (run: number, facts: Readonly<Record<string, unknown>>) => {
      await books.drop({ documentId: 'doc', run, amountMinor: 4_320 });
      await books.record({ documentId: 'doc', run, amountMinor: 4_320, facts: { dueOn: '2026-11-23', ...facts } });
      return readCause(table, 'doc');
    };
    const expense = { kind: 'expense', vendor: 'Green Basket', total: money(4_320, 'USD') };

    expect(await book(1, {})).toEqual({ ...expense, dueOn: '2026-11-23' });
    const amountDue = money(1_320, 'USD');
    expect(await book(2, { amountDue })).toEqual({ ...expense, dueOn: '2026-11-23', amountDue });
    expect(await book(3, { isPaid: true })).toEqual(expense);
  });
});
