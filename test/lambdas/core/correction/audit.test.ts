import { describe, expect, it } from 'vitest';
import { type AuditEntry, withEntry } from '../../../../lambdas/core/correction/audit.ts';
import { money } from '../../../../lambdas/core/ground/money.ts';

const NOTE = {
  at: '2026-11-20T12:00:00.000Z',
  by: 's3://bucket/corrections/alice/doc.yaml',
  says: { total: '1.00', why: 'torn' },
};

describe('withEntry', () => {
  it('tells who stated what, why, and what stood there before', () => {
    expect(withEntry([], { total: money(500, 'USD'), category: 'fuel' }, 'completed', NOTE)).toEqual([
      {
        at: NOTE.at,
        by: NOTE.by,
        before: { status: 'completed', total: money(500, 'USD'), category: 'fuel' },
        after: { total: '1.00' },
        why: 'torn',
      },
    ]);
  });

  it('tells that the category before was a proposal', () => {
    const [entry] = withEntry([], { category: 'beauty', categoryBy: 'bedrock' }, 'completed', NOTE);

    expect(entry?.before).toEqual({ status: 'completed', category: 'beauty', categoryBy: 'bedrock' });
  });

  it('tells that it was paid before', () => {
    const [entry] = withEntry([], { isPaid: true, paidOn: '2026-11-19' }, 'completed', NOTE);

    expect(entry?.before).toEqual({ status: 'completed', isPaid: true, paidOn: '2026-11-19' });
  });

  it('keeps the newest fifty', () => {
    let trail: AuditEntry[] = [];
    for (let number = 1; number <= 60; number++)
      trail = withEntry(trail, {}, undefined, { ...NOTE, at: String(number) });

    expect(trail).toHaveLength(50);
    expect(trail.at(-1)?.at).toBe('60');
  });
});
