import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readCause } from '../../../lambdas/adapters/cause.ts';
import { createDocument } from '../../../lambdas/adapters/document-store.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import type { WorkflowName } from '../../../lambdas/core/document/document.ts';
import { aDocument } from '../../support/books.ts';
import { openTables } from '../../support/local-table.ts';

let tables: Awaited<ReturnType<typeof openTables>>;
let table: Table;
beforeAll(async () => {
  tables = await openTables();
});
beforeEach(async () => {
  table = await tables.fresh();
});
afterAll(() => tables.close());

describe('what set an alert off', () => {
  it.each<[WorkflowName, string, object]>([
    ['apply-plan', 'a change of the plan', { kind: 'plan' }],
    ['apply-rates', 'new exchange rates', { kind: 'rates' }],
    ['ingest-receipt', 'a receipt, also one whose total cannot be read any more', { kind: 'expense' }],
  ])('is for %s %s', async (workflow, _what, cause) => {
    const document = { ...aDocument({ documentId: 'doc' }), workflow };
    await createDocument(table, document, { status: 'pending', run: 1, updatedAt: document.uploadedAt });

    expect(await readCause(table, 'doc')).toEqual(cause);
  });
});
