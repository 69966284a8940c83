import { describe, expect, it } from 'vitest';
import { readInvocation } from '../../../lambdas/start-workflow/object-event.ts';
import { aBatch } from './open-start-workflow.ts';

describe('readInvocation', () => {
  it('reads an event of the bucket as EventBridge delivers it', () => {
    expect(readInvocation(aBatch('receipts/alice/a%2Bb.jpg'))).toEqual([
      {
        kind: 'event',
        eventId: 'event-1',
        uploadedAt: '2026-11-20T11:00:00.000Z',
        deleted: false,
        bucket: 'bucket',
        key: 'receipts/alice/a%2Bb.jpg',
        sizeBytes: 1000,
        version: 'v1',
        versionId: 'v1',
        sequencer: '0055AED6DCD90281E5',
        attempt: 1,
      },
    ]);
  });

  it('tells two deletions of one key apart, and the same one twice not', () => {
    const deletion = (sequencer: string) => {
      const [event] = readInvocation(
        aBatch('budgets/alice.yaml', { type: 'Object Deleted', versionId: null, sequencer }),
      );
      return event?.kind === 'event' ? event.version : undefined;
    };

    expect(deletion('01')).toBe(deletion('01'));
    expect(deletion('01')).not.toBe(deletion('02'));
  });

  it('reads a request to replay', () => {
    expect(readInvocation({ object: 'a.jpg' })).toEqual([{ kind: 'replay', object: 'a.jpg', reread: false }]);
    expect(readInvocation({ object: 'a.jpg', run: 2, reread: true })).toEqual([
      { kind: 'replay', object: 'a.jpg', run: 2, reread: true },
    ]);
  });

  it('reads a request to replay a document by its id', () => {
    expect(readInvocation({ documentId: 'abc', reread: true })).toEqual([
      { kind: 'replay', documentId: 'abc', reread: true },
    ]);
  });

  it.each([
    [{ object: 'a.jpg', run: 0 }, 'run'],
    [{ documentId: 5 }, 'documentId'],
    [{ object: 'a.jpg', run: 20_261_120 }, 'run'],
    [{ object: 5 }, 'object'],
    [{ Records: [] }, 'Records'],
    [{}, 'Records'],
    [null, 'object'],
    [{ Records: [{ body: '{"detail-type":"Object Tagged"}' }] }, 'detail-type'],
    [{ Records: [{ body: 'no json' }] }, 'JSON'],
  ])('fails on %j and says where', (event, where) => {
    expect(() => readInvocation(event)).toThrow(where);
  });
});
