import { randomUUID } from 'node:crypto';
import { account } from '../account.ts';
import type { EventBridgeEvent } from '../events/event.ts';
import type { ObjectVersion } from './object-version.ts';

/** Who changed an object and how, for the event. */
export interface Origin {
  /** `PutObject`, `CopyObject`, `CompleteMultipartUpload`, `DeleteObject` … */
  readonly reason: string;
  readonly requestId: string;
  readonly sourceIpAddress: string;
}

/** 16 characters, as S3's request ids. */
export const newRequestId = (): string => randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase();

/** A change that came through the folder or from within the process. */
export const localOrigin = (reason: string): Origin => ({
  reason,
  requestId: newRequestId(),
  sourceIpAddress: '127.0.0.1',
});

/**
 * `Object Created` as S3 sends it to EventBridge. The key is as it is, not encoded.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
export function objectCreated(bucket: string, version: ObjectVersion, origin: Origin): EventBridgeEvent {
  return objectEvent(bucket, 'Object Created', version, origin, {});
}

/** `Object Deleted`: by a delete marker, or one version for good. */
export function objectDeleted(
  bucket: string,
  version: ObjectVersion,
  origin: Origin,
  deletionType: 'Delete Marker Created' | 'Permanently Deleted',
): EventBridgeEvent {
  return objectEvent(bucket, 'Object Deleted', version, origin, { 'deletion-type': deletionType });
}

function objectEvent(
  bucket: string,
  detailType: string,
  version: ObjectVersion,
  origin: Origin,
  more: Record<string, string>,
): EventBridgeEvent {
  const { key, versionId, sequencer } = version;
  const content =
    version.kind === 'object' && detailType === 'Object Created'
      ? { size: version.sizeBytes, etag: version.etag }
      : version.kind === 'object'
        ? { etag: version.etag }
        : {};
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': detailType,
    source: 'aws.s3',
    account: account.id,
    time: `${new Date(version.lastModifiedMs).toISOString().slice(0, 19)}Z`,
    region: account.region,
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: { key, ...content, 'version-id': versionId, sequencer },
      'request-id': origin.requestId,
      requester: account.id,
      'source-ip-address': origin.sourceIpAddress,
      reason: origin.reason,
      ...more,
    },
  };
}
