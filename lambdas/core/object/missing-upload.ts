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
 * The versions that should have a document by now, of keys that are listed whole, each key's the newest first: key by key, the
 * oldest first.
 */
export function dueVersions(versions: readonly ListedVersion[], nowMs: number): ListedVersion[] {
  const byKey = new Map<string, ListedVersion[]>();
  for (const version of versions) {
    const ofKey = byKey.get(version.key);
    if (ofKey) ofKey.push(version);
    else byKey.set(version.key, [version]);
  }
  return [...byKey.values()].flatMap((ofKey) =>
    standing(ofKey)
      .filter((version) => !version.isDeletion && isSettled(version, nowMs) && isForUs(version))
      .toReversed(),
  );
}

/**
 * What a key still stands for: each receipt that was written under it, for a scanner may give all of them one name. Of plans,
 * rates and corrections the latest alone, for an older file must not have the last word. What its person deleted nobody waits
 * for.
 */
function standing(ofKey: readonly ListedVersion[]): readonly ListedVersion[] {
  const latest = ofKey.filter(({ isLatest }) => isLatest);
  if (latest.some(({ isDeletion }) => isDeletion)) return [];
  return ofKey[0]?.key.startsWith('receipts/') ? ofKey : latest;
}

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
