import { describe, expect, it } from 'vitest';
import type { DocumentOutcome, DocumentRecord } from '../../../../lambdas/core/document/document.ts';
import { judgeCorrection } from '../../../../lambdas/core/document/judge-correction.ts';
import type { ObjectSource } from '../../../../lambdas/core/object/object-source.ts';
import { aDocument } from '../../../support/books.ts';

const aSource = (sequencer: string): ObjectSource => ({
  key: 'corrections/alice/doc.yaml',
  versionId: `v${sequencer}`,
  sequencer,
  uploadedAt: '2026-11-20T12:00:00.000Z',
});
const CORRECTION = { userId: 'alice', target: 'doc', says: { total: '12.34' }, from: aSource('02') };

function judge(
  over: {
    document?: Partial<DocumentRecord>;
    outcome?: Partial<DocumentOutcome>;
    isRead?: boolean;
    countsElsewhere?: string;
  } = {},
) {
  const document = { ...aDocument({ documentId: 'doc' }), ...over.document };
  const outcome = { status: 'completed', run: 1, updatedAt: '', ...over.outcome } as const;
  return judgeCorrection(CORRECTION, {
    document,
    outcome,
    isRead: over.isRead ?? true,
    countsElsewhere: over.countsElsewhere,
  });
}
const stored = (sequencer: string, total: string) => ({
  correction: { says: { total }, from: aSource(sequencer), run: 2 },
});

describe('judgeCorrection', () => {
  it.each([
    'completed',
    'needs_review',
    'failed',
    'ignored',
    'rejected',
  ] as const)('takes one of a document that is %s', (status) => {
    expect(judge({ outcome: { status } })).toBe('applies');
  });

  it('replaces an older file, and yields to a newer one', () => {
    expect(judge({ document: stored('01', '1.00') })).toBe('applies');
    expect(judge({ document: stored('03', '1.00') })).toBe('superseded');
  });

  it('knows itself, also while the run that it opened is under way', () => {
    expect(judge({ document: stored('02', '12.34'), outcome: { status: 'pending' } })).toBe('applied');
  });

  it('changes nothing where the same is stated already', () => {
    expect(judge({ document: stored('01', '12.34') })).toBe('unchanged');
  });

  it('fails for a document that is not there, that is another person’s, or no receipt, in the same words', () => {
    const nothing = { document: undefined, outcome: undefined, isRead: false, countsElsewhere: undefined };
    const unknown = () => judgeCorrection(CORRECTION, nothing);

    expect(unknown).toThrow('alice has no receipt with the document id "doc"');
    expect(() => judge({ document: { userId: 'bob' } })).toThrow('alice has no receipt with the document id "doc"');
    expect(() => judge({ document: { workflow: 'apply-plan' } })).toThrow('alice has no receipt');
  });

  it('fails for a document under way in a way that may pass', () => {
    expect(() => judge({ outcome: { status: 'pending' } })).toThrow(expect.objectContaining({ kind: 'transient' }));
  });

  it('fails for a copy, and names the one to correct', () => {
    const outcome = { status: 'duplicate', duplicateOf: 'first' } as const;

    expect(() => judge({ outcome, countsElsewhere: 'first' })).toThrow('corrections/alice/first.yaml');
    expect(() => judge({ outcome, countsElsewhere: 'third' })).toThrow('corrections/alice/third.yaml');
  });

  it('takes one of a copy once nothing else with its bytes counts', () => {
    expect(judge({ outcome: { status: 'duplicate', duplicateOf: 'first' } })).toBe('applies');
  });

  it('fails for a file that was never read, and says what to do', () => {
    expect(() => judge({ isRead: false, outcome: { status: 'rejected' } })).toThrow('drop its file again');
  });
});
