import { compilePattern } from 'laptop-cloud/events/event-pattern';
import { describe, expect, it } from 'vitest';
import { substitute } from '../../lib/placeholders.ts';
import { rules } from '../../lib/topology.ts';

describe('the rule for objects', () => {
  it("takes the bucket's events and leaves out what the project writes itself", () => {
    const rule = compilePattern(substitute(rules.ObjectEvents.pattern, { BucketName: 'b' }));
    const event = (type: string, key: string, reason = 'PutObject', bucket = 'b') => ({
      source: 'aws.s3',
      'detail-type': type,
      detail: { bucket: { name: bucket }, object: { key }, reason },
    });

    expect(rule(event('Object Created', 'receipts/alice/x.jpg'))).toBe(true);
    expect(rule(event('Object Created', 'artifacts/x.json'))).toBe(false);
    expect(rule(event('Object Created', 'receipts/x.jpg', 'PutObject', 'other'))).toBe(false);
    expect(rule(event('Object Deleted', 'budgets/alice.yaml', 'DeleteObject'))).toBe(true);
    expect(rule(event('Object Deleted', 'budgets/alice.yaml', 'Lifecycle Expiration'))).toBe(false);
    expect(rule(event('Object Deleted', 'receipts/x.jpg', 'DeleteObject'))).toBe(false);
  });
});
