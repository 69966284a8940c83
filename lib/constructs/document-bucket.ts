import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type CfnBucket,
  type IBucket,
  type LifecycleRule,
  ObjectOwnership,
  StorageClass,
  TransitionDefaultMinimumObjectSize,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

export interface DocumentBucketProps {
  /** Days until a document of 128 KB or more moves to Glacier Instant Retrieval, which answers in milliseconds. */
  readonly archiveAfterDays: number;
  /** Days until a document is deleted. */
  readonly expireAfterDays: number;
}

/** Prefixes whose objects age. Plans, rates and corrections never do: they say what holds until somebody changes it. */
const AGEING_PREFIXES = ['receipts/', 'statements/', 'uploads/', 'artifacts/'];

const PRIVATE: BucketProps = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
};

/**
 * The bucket that people drop documents into: private, encrypted, versioned, TLS only, and kept when its stack goes.
 * It tells EventBridge of every change, and a second bucket records for 90 days who read what.
 */
export class DocumentBucket extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string, props: DocumentBucketProps) {
    super(scope, id);
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...PRIVATE,
      lifecycleRules: [{ expiration: Duration.days(90), abortIncompleteMultipartUploadAfter: Duration.days(7) }],
    });
    const bucket = new Bucket(this, 'Resource', {
      ...PRIVATE,
      versioned: true,
      // CDK's interfaces are not written for exactOptionalPropertyTypes, hence `as IBucket`.
      serverAccessLogsBucket: accessLogs as IBucket,
      lifecycleRules: AGEING_PREFIXES.map((prefix) => ageing(prefix, props)),
      // Glacier Instant Retrieval bills less than 128 KB as 128 KB, which would cost more than to stay.
      transitionDefaultMinimumObjectSize: TransitionDefaultMinimumObjectSize.ALL_STORAGE_CLASSES_128_K,
    });
    // Bucket's own eventBridgeEnabled flag deploys a Lambda that writes this very property.
    (bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
    // A bucket that stays without its policy could be read in the clear, and take no more access logs.
    for (const { policy } of [accessLogs, bucket]) policy?.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.bucket = bucket as IBucket;
  }
}

/** A version that was replaced or deleted can be brought back for 30 days. */
const ageing = (prefix: string, { archiveAfterDays, expireAfterDays }: DocumentBucketProps): LifecycleRule => ({
  id: `age-${prefix.replace('/', '')}`,
  prefix,
  transitions: [
    { storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionAfter: Duration.days(archiveAfterDays) },
  ],
  expiration: Duration.days(expireAfterDays),
  noncurrentVersionExpiration: Duration.days(30),
  abortIncompleteMultipartUploadAfter: Duration.days(7),
});
