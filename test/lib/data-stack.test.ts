import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { readInstallation } from '../../lib/installation.ts';
import { DataStack } from '../../lib/stacks/data-stack.ts';
import { settings, table } from '../../lib/topology.ts';
import { type ReadableResource, readableResources } from './readable-template.ts';
import { cdkContext } from './synthesised-app.ts';

const stack = new DataStack(new App({ analyticsReporting: false, context: cdkContext }), 'SpendwireData', {
  installation: readInstallation({ tryGetContext: () => undefined }),
});
const resources = readableResources([Template.fromStack(stack).toJSON() as never]);
const at = (logicalId: string): ReadableResource => {
  const found = resources.find((resource) => resource.logicalId === logicalId);
  if (!found) throw new RangeError(`expected ${logicalId}, got ${resources.map((r) => r.logicalId).join(', ')}`);
  return found;
};
const bucket = () => at('DocumentsDCDDF95A');
const ledger = () => at('Ledger0B0DA0A5');

describe('DataStack', () => {
  it('keeps the logical ids of bucket and table, because others would be new and empty ones', () => {
    expect(bucket().type).toBe('AWS::S3::Bucket');
    expect(ledger().type).toBe('AWS::DynamoDB::Table');
  });

  it('gives no physical names, because a change of what CloudFormation must replace would then fail', () => {
    expect(bucket().properties.BucketName).toBeUndefined();
    expect(ledger().properties.TableName).toBeUndefined();
  });

  it('keeps buckets with their policies and the table when the stack goes, and protects the stack', () => {
    const kept = resources.filter(({ type }) =>
      ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy', 'AWS::DynamoDB::Table'].includes(type),
    );

    expect(kept).toHaveLength(5);
    for (const { path, deletionPolicy, updateReplacePolicy } of kept) {
      expect([path, deletionPolicy, updateReplacePolicy]).toEqual([path, 'Retain', 'Retain']);
    }
    expect(stack.terminationProtection).toBe(true);
  });
});

describe('DocumentBucket', () => {
  it('is private, encrypted and versioned', () => {
    expect(bucket().properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      VersioningConfiguration: { Status: 'Enabled' },
    });
  });

  it('refuses requests without TLS', () => {
    const policies = resources.filter(({ type }) => type === 'AWS::S3::BucketPolicy');

    expect(policies).toHaveLength(2);
    for (const { properties } of policies) {
      expect(properties.PolicyDocument.Statement).toContainEqual(
        expect.objectContaining({
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: 's3:*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      );
    }
  });

  it('tells EventBridge of every change, without a Lambda that says so', () => {
    expect(bucket().properties.NotificationConfiguration).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
    expect(resources.map(({ type }) => type)).not.toContain('AWS::Lambda::Function');
  });

  it('ages documents and artifacts, and never a plan, a correction or a rate', () => {
    const { Rules, TransitionDefaultMinimumObjectSize } = bucket().properties.LifecycleConfiguration;

    expect(TransitionDefaultMinimumObjectSize).toBe('all_storage_classes_128K');

    expect(Rules.map(({ Prefix }: { Prefix: string }) => Prefix)).toEqual([
      'receipts/',
      'statements/',
      'uploads/',
      'artifacts/',
    ]);
    for (const rule of Rules) {
      expect(rule).toMatchObject({
        Status: 'Enabled',
        Transitions: [{ StorageClass: 'GLACIER_IR', TransitionInDays: settings.archiveAfterDays }],
        ExpirationInDays: settings.expireAfterDays,
        NoncurrentVersionExpiration: { NoncurrentDays: 30 },
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
      });
    }
  });

  it('records who read what', () => {
    expect(bucket().properties.LoggingConfiguration.DestinationBucketName).toMatch(/AccessLogs/);
  });
});

describe('LedgerTable', () => {
  it('has the declared keys, index and expiry', () => {
    const key = (name: string, type: string) => ({ AttributeName: name, KeyType: type });

    expect(ledger().properties).toMatchObject({
      KeySchema: [key(table.partitionKey, 'HASH'), key(table.sortKey, 'RANGE')],
      GlobalSecondaryIndexes: [
        {
          IndexName: table.index.name,
          KeySchema: [key(table.index.partitionKey, 'HASH'), key(table.index.sortKey, 'RANGE')],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
      TimeToLiveSpecification: { AttributeName: table.timeToLiveAttribute, Enabled: true },
    });
  });

  it('is paid by request, can be restored to any moment and refuses its deletion', () => {
    expect(ledger().properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
    });
  });
});
