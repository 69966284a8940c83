import { describe, expect, it } from 'vitest';
import { wildcardReasons } from '../../../lib/constructs/wildcard-reasons.ts';

describe('wildcardReasons', () => {
  it('gives the reason for a prefix of the bucket', () => {
    const grant = { actions: ['s3:GetObject'], resources: ['${BucketArn}/receipts/*'] };

    expect(wildcardReasons(grant).get('${BucketArn}/receipts/*')).toContain('ends at the prefix');
  });

  it('has none for a wildcard that nobody has thought about, so that the synthesis fails', () => {
    const grant = { actions: ['dynamodb:Query'], resources: ['${TableArn}/index/*'] };

    expect(wildcardReasons(grant)).toEqual(new Map());
  });

  it('has none for "*" when an action among several could name its resource', () => {
    const grant = { actions: ['textract:StartExpenseAnalysis', 's3:GetObject'], resources: ['*'] };

    expect(wildcardReasons(grant)).toEqual(new Map());
  });

  it('does not excuse publishing to any topic by the sandbox, which has no resource', () => {
    expect(wildcardReasons({ actions: ['sns:Publish'], resources: ['*'] })).toEqual(new Map());
    expect(wildcardReasons({ actions: ['sns:ListSMSSandboxPhoneNumbers'], resources: ['*'] }).size).toBe(1);
  });
});
