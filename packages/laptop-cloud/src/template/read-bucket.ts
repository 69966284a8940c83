import type { Resource } from './reading.ts';
import { NotRun } from './template.ts';

/** `AWS::S3::Bucket`: the first one that is not for access logs; its events all go to EventBridge. */
export function readBucket(resource: Resource): void {
  const { name, reading } = resource;
  if (resource.others('AWS::S3::Bucket').some((other) => logsTo(other) === name)) {
    throw new NotRun('it takes access logs, and none are written');
  }
  if (reading.draft.bucket !== undefined) {
    throw new NotRun(`there is one bucket only, and that is ${reading.draft.bucket}`);
  }
  reading.draft.bucket = name;
  assertEventBridgeOnly(resource);
}

const logsTo = (bucket: Resource): unknown => bucket.object('LoggingConfiguration')?.['DestinationBucketName'];

/** `Custom::S3BucketNotifications`, by which the CDK tells a bucket where its events go. */
export const readBucketNotifications = (resource: Resource): void => assertEventBridgeOnly(resource);

function assertEventBridgeOnly(resource: Resource): void {
  const configured = Object.keys(resource.object('NotificationConfiguration') ?? {});
  const others = configured.filter((key) => key !== 'EventBridgeConfiguration');
  if (others.length > 0) resource.note(`${others.join(', ')}: events of objects go to EventBridge only`);
}
