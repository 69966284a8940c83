import { describe, expect } from 'vitest';
import { readCause } from '../../../lambdas/adapters/cause.ts';
import { createDocument } from '../../../lambdas/adapters/document-store.ts';
import type { WorkflowName } from '../../../lambdas/core/document/document.ts';
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
});
