import { describe, expect } from 'vitest';
import { findDocumentsByStatus } from '../../../lambdas/adapters/document-search.ts';
import {
  createDocument,
  findPending,
  putOutcome,
  readDocument,
  readOutcome,
  reopenDocument,
} from '../../../lambdas/adapters/document-store.ts';
import { closeDocument } from '../../../lambdas/adapters/outcome-store.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import type { DocumentOutcome } from '../../../lambdas/core/document/document.ts';
import { aDocument } from '../../support/books.ts';
import { it } from '../../support/fixtures.ts';

const PENDING: DocumentOutcome = { status: 'pending', run: 1, updatedAt: '2026-11-20T11:00:00.000Z' };
const first = { ...aDocument({ documentId: 'doc' }), turnAt: '2026-11-20T12:00:00.000Z' };
const second = aDocument({ documentId: 'doc', run: 2 });

describe('createDocument', () => {
  it('writes a document once, and the first turn stays', async ({ table }) => {
    expect(await createDocument(table, first, PENDING)).toBe(true);
    expect(await createDocument(table, { ...first, turnAt: '2026-11-21T00:00:00.000Z' }, PENDING)).toBe(false);

    expect(await readDocument(table, 'doc')).toMatchObject(first);
    expect(await readOutcome(table, 'doc')).toMatchObject(PENDING);
  });
});

describe('reopenDocument', () => {
  it('opens a further run once, with its own name and turn', async ({ table }) => {
    await createDocument(table, first, PENDING);

    expect(await reopenDocument(table, second, { ...PENDING, run: 2 })).toBe(true);
    expect(await reopenDocument(table, second, { ...PENDING, run: 2 })).toBe(false);

    const document = await readDocument(table, 'doc');
    expect(document).toMatchObject({ run: 2, executionName: 'alice-doc-r2', userId: 'alice' });
    expect(document?.turnAt).toBeUndefined();
  });

  it('gives back a document without a person as it was given', async ({ table }) => {
    const { userId: _, ...nobody } = first;
    await createDocument(table, nobody, PENDING);
    await reopenDocument(table, { ...nobody, run: 2 }, { ...PENDING, run: 2 });

    expect(await readDocument(table, 'doc')).not.toHaveProperty('userId');
  });

  it('finds the person that an older layout had not named before', async ({ table }) => {
    const { userId: _, ...nobody } = first;
    await createDocument(table, nobody, PENDING);
    await reopenDocument(table, second, { ...PENDING, run: 2 });

    expect(await readDocument(table, 'doc')).toMatchObject({ userId: 'alice' });
  });

  it('opens nothing that was never there', async ({ table }) => {
    expect(await reopenDocument(table, second, { ...PENDING, run: 2 })).toBe(false);
    expect(await readOutcome(table, 'doc')).toBeUndefined();
  });
});

describe('findPending', () => {
  it('finds a document until it is closed, also one without a person', async ({ table, outbox }) => {
    const { userId: _, ...nobody } = aDocument({ documentId: 'nobody' });
    await createDocument(table, first, PENDING);
    await createDocument(table, nobody, PENDING);
    expect((await findPending(table)).map(({ documentId }) => documentId).sort()).toEqual(['doc', 'nobody']);

    await closeDocument(outbox, { documentId: 'doc', outcome: { ...PENDING, status: 'completed' } });

    expect((await findPending(table)).map(({ documentId }) => documentId)).toEqual(['nobody']);
  });
});

describe('findPending before an instant', () => {
  const until = (deadlineAt: string) => ({ ...PENDING, deadlineAt });
  const found = async (table: Table, before: string) =>
    (await findPending(table, before, 500)).map(({ documentId }) => documentId).sort();

  it('finds what is overdue in the quarter of the day that is not over, and in all before', async ({ table }) => {
    await createDocument(table, aDocument({ documentId: 'yesterday' }), until('2026-11-19T12:00:00.000Z'));
    await createDocument(table, aDocument({ documentId: 'just-over' }), until('2026-11-20T13:59:59.999Z'));
    await createDocument(table, aDocument({ documentId: 'has-time' }), until('2026-11-20T14:00:00.001Z'));
    await createDocument(table, aDocument({ documentId: 'waits' }), until('2026-11-21T12:00:00.000Z'));

    expect(await found(table, '2026-11-20T14:00:00.000Z')).toEqual(['just-over', 'yesterday']);
    expect(await found(table, '2026-11-20T14:00:00.002Z')).toEqual(['has-time', 'just-over', 'yesterday']);
  });

  it('is told for one person, in whatever quarters of whatever days they lie', async ({ table }) => {
    const days = [
      '2026-11-20T13:00:00.000Z',
      '2026-11-20T17:59:59.999Z',
      '2026-11-20T18:00:00.000Z',
      '2026-12-01T00:00:00.000Z',
    ];
    for (const [index, deadlineAt] of days.entries()) {
      for (const userId of ['al', 'alice', 'alice2']) {
        await createDocument(table, { ...aDocument({ documentId: `${userId}-${index}` }), userId }, until(deadlineAt));
      }
    }

    expect((await findDocumentsByStatus(table, 'alice', 'pending')).sort()).toEqual(
      days.map((_, index) => `alice-${index}`),
    );
  });
});

describe('putOutcome', () => {
  const isListed = (status: DocumentOutcome['status'], code?: DocumentOutcome['code']) => {
    const write = putOutcome('doc', 'alice', { status, run: 1, updatedAt: '', ...(code ? { code } : {}) });
    return 'put' in write && 'GSI1PK' in write.put;
  };

  it('lists by status what needs somebody, and neither what is settled nor what its person ignores', () => {
    expect(isListed('needs_review', 'TotalUnreadableError')).toBe(true);
    expect(isListed('rejected', 'EmptyFileError')).toBe(true);
    expect(isListed('completed')).toBe(false);
    expect(isListed('duplicate')).toBe(false);
    expect(isListed('ignored')).toBe(false);
  });
});
