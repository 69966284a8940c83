/** The version of an object that something came from, and the event that brought it. */
export interface ObjectSource {
  readonly key: string;
  readonly versionId: string;
  /** S3's: hexadecimal, comparable among events of one key after padding on the right. */
  readonly sequencer: string;
  /** ISO 8601 in UTC. */
  readonly uploadedAt: string;
}

/**
 * Whether an event is newer than the one that something came from. Sequencers compare within one key only; across keys
 * (`alice.yaml`, then `alice.json`), and for a replay of an event that never arrived, the event's time decides. It
 * counts whole seconds, so an equal one is taken: a renamed file is a deletion and an upload in the same second.
 */
export function isNewerSource(candidate: ObjectSource, current: ObjectSource | undefined): boolean {
  if (!current) return true;
  const isComparable = candidate.key === current.key && candidate.sequencer !== '' && current.sequencer !== '';
  if (!isComparable) return candidate.uploadedAt >= current.uploadedAt;
  const length = Math.max(candidate.sequencer.length, current.sequencer.length);
  return candidate.sequencer.padEnd(length, '0') > current.sequencer.padEnd(length, '0');
}
