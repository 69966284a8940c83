import { routeObject } from './object-route.ts';

/** One version of an object, or a mark that it was deleted, as the bucket lists it. */
export interface ListedVersion {
  readonly key: string;
  readonly versionId: string;
  /** Whether it is what the key stands for now. */
  readonly isLatest: boolean;
  readonly isDeletion: boolean;
  readonly sizeBytes: number;
  /** When it was written, ISO 8601 in UTC. */
  readonly uploadedAt: string;
}

/** An event is mostly here within seconds; what is older has had time to be tried again, and is not looked for in vain. */
const SETTLED_AFTER_MS = 15 * 60_000;

/** Whether the event of a change would have been worked on by now. */
export const isSettled = ({ uploadedAt }: Pick<ListedVersion, 'uploadedAt'>, nowMs: number): boolean =>
  nowMs - Date.parse(uploadedAt) > SETTLED_AFTER_MS;

/**
 * Whether a version should have a document by now. Only what a key stands for counts: what was replaced or deleted meanwhile
 * nobody waits for, and an older file must not have the last word.
 */
export const shouldBeKnown = (version: ListedVersion, nowMs: number): boolean =>
  version.isLatest && !version.isDeletion && isSettled(version, nowMs) && isForUs(version);

/** Artifacts and folders start nothing; what is at a wrong place is rejected, and so has a document as well. */
const isForUs = ({ key, sizeBytes }: ListedVersion): boolean =>
  routeObject({ key, sizeBytes, deleted: false }, { byDefault: '' }).to !== 'nowhere';

const eventIdOf = (versionId: string): string => `missed-${versionId}`;

/** By what the document of a missed event is told from others of its key: as `start-workflow` does, which no listing gives a sequencer. */
export const documentVersionOf = ({ versionId, isDeletion }: ListedVersion): string =>
  isDeletion ? `deleted#${eventIdOf(versionId)}` : versionId;

/**
 * The event that should have come, in S3's own form, so that what takes it sees no difference. It has no sequencer, which no
 * listing tells: the time decides which of two is newer.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
export const missedEvent = (bucket: string, { key, versionId, sizeBytes, uploadedAt, isDeletion }: ListedVersion) => ({
  id: eventIdOf(versionId),
  time: uploadedAt,
  'detail-type': isDeletion ? 'Object Deleted' : 'Object Created',
  detail: { bucket: { name: bucket }, object: { key, size: sizeBytes, 'version-id': versionId } },
});
