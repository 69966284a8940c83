import { describe, expect, it } from 'vitest';
import type { SegmentDocument } from '../../src/xray/segment.ts';
import { buildTraceTree, type TraceNode } from '../../src/xray/trace-tree.ts';

const outline = (nodes: readonly TraceNode[]): unknown[] =>
  nodes.map(({ document, children }) => (children.length > 0 ? [document.name, outline(children)] : document.name));

describe('buildTraceTree', () => {
  it('joins segments and subsegments, nested or sent apart, in order of start', () => {
    const tree = buildTraceTree([
      document('write', { parent_id: 'function', type: 'subsegment', start_time: 5 }),
      document('function', { parent_id: 'task', origin: 'AWS::Lambda::Function', start_time: 3 }),
      document('machine', {
        start_time: 1,
        subsegments: [
          { id: 'later', name: 'later', start_time: 6 },
          { id: 'state', name: 'state', start_time: 2, subsegments: [{ id: 'task', name: 'task', start_time: 2 }] },
        ],
      }),
      document('read', { parent_id: 'function', type: 'subsegment', start_time: 4 }),
    ]);

    expect(outline(tree)).toEqual([['machine', [['state', [['task', [['function', ['read', 'write']]]]]], 'later']]]);
  });

  it('replaces a document in progress by its final form, whichever comes first', () => {
    const begun = document('state', { in_progress: true });
    const ended = document('state', { end_time: 9 });

    expect(buildTraceTree([begun, ended])[0]?.document.end_time).toBe(9);
    expect(buildTraceTree([ended, begun])[0]?.document.end_time).toBe(9);
  });

  it('puts what has no parent in the trace at the top', () => {
    expect(outline(buildTraceTree([document('orphan', { parent_id: 'unknown' })]))).toEqual(['orphan']);
  });
});

const document = (id: string, overrides: Partial<SegmentDocument> = {}): SegmentDocument => ({
  trace_id: '1-65f0a1b2-0123456789abcdef01234567',
  id,
  name: id,
  start_time: 1,
  ...overrides,
});
