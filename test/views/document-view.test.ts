import { describe, expect, it } from 'vitest';
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
  it('says how to settle what waits for a person', () => {
    const lines = describeDocument(rejected({ status: 'needs_review', userId: 'alice' }));

    expect(lines.join('\n')).toContain('in corrections/alice/d1.yaml');
  });
});
