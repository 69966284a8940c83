import * as z from 'zod';
import { documentIdOf } from '../core/document/document-id.ts';
import { someAtOnce } from '../core/ground/some-at-once.ts';
import {
  documentVersionOf,
  isSettled,
  type ListedVersion,
  missedEvent,
  shouldBeKnown,
} from '../core/object/missing-upload.ts';
import type { ObjectSource } from '../core/object/object-source.ts';

const Cursor = z.union([
  z.object({ after: z.object({ key: z.string(), versionId: z.string().optional() }) }),
  /** All versions were looked at, and the plans of people up to this one. */
  z.object({ afterPerson: z.string() }),
]);
type Cursor = z.infer<typeof Cursor>;
type VersionCursor = Extract<Cursor, { after: unknown }>['after'];

const Look = z.object({
  /** Where the look before left off. @default - at the beginning */
  next: Cursor.optional(),
  /** Versions looked at so far. */
  versions: z.number().int().default(0),
  /** Uploads and deleted plans without a document so far, and those of them that could not be started. */
  found: z.number().int().default(0),
  notStarted: z.number().int().default(0),
  /** The keys of the first of them. */
  keys: z.array(z.string()).default([]),
  /** Why the first was not started. */
  reason: z.string().optional(),
});
type Look = z.infer<typeof Look>;

export interface FindMissingPorts {
  now(): number;
  /** A page of the bucket's versions by key, the newest first. */
  listVersions(after: VersionCursor | undefined): Promise<{ versions: ListedVersion[]; next?: VersionCursor }>;
  /** What a key stands for; undefined when no version of it is left. */
  findLatest(key: string): Promise<ListedVersion | undefined>;
  isKnown(documentId: string): Promise<boolean>;
  /** Everyone with a plan in force. */
  findPeople(): Promise<{ userId: string; plan: ObjectSource }[]>;
  /** Hands an event to `start-workflow`, as the queue does. */
  start(event: object): Promise<void>;
  readonly bucket: string;
}

/** Well within the function's limit, also when each version of the last part has to be started. */
const LOOKS_FOR_MS = 30_000;
const PART = 100;
const READS_AT_ONCE = 25;
const STARTS_AT_ONCE = 5;
const MOST_KEYS = 20;

/**
 * Looks through the bucket for uploads that have no document, because their event was lost or came while nobody listened,
 * and starts each as its event would have; then for plans in force whose file was deleted. Leaves off when its time is over
 * and says where the next look goes on.
 *
 * Safe to run twice, and beside late events: `start-workflow` begins a document once, whoever asks.
 */
export const createHandler =
  (ports: FindMissingPorts) =>
  async (event: unknown): Promise<Look & { says: string }> => {
    const until = ports.now() + LOOKS_FOR_MS;
    const isInTime = () => ports.now() < until;
    let look = Look.parse(event ?? {});
    do {
      const { next } = look;
      look =
        next && 'afterPerson' in next
          ? await lookAtPlans(ports, look, next.afterPerson, isInTime)
          : await lookAtVersions(ports, look, next?.after, isInTime);
    } while (look.next !== undefined && isInTime());
    return { ...look, says: describe(look) };
  };

/** Artifacts come first by their name, two for each document, and are passed over instead of looked at. */
const ARTIFACTS = 'artifacts/';
const BEHIND_ARTIFACTS = `${ARTIFACTS}\u{10ffff}`;

/** Looks at one page, or as much of it as there is time for: it goes on behind the last key that was looked at. */
async function lookAtVersions(
  ports: FindMissingPorts,
  look: Look,
  after: VersionCursor | undefined,
  isInTime: () => boolean,
): Promise<Look> {
  const { versions, next } = await ports.listVersions(after);
  const now = ports.now();
  const due = versions.filter((version) => shouldBeKnown(version, now));
  let sum: Look = { ...look, versions: look.versions + versions.length };
  for (let from = 0; from < due.length; from += PART) {
    const part = due.slice(from, from + PART);
    sum = await startUnknown(ports, sum, part);
    const last = part.at(-1) as ListedVersion;
    if (!isInTime()) return { ...sum, next: { after: { key: last.key } } };
  }
  if (next === undefined) return { ...sum, next: { afterPerson: '' } };
  return { ...sum, next: { after: next.key.startsWith(ARTIFACTS) ? { key: BEHIND_ARTIFACTS } : next } };
}

/** Ends the plans whose file is gone though they are in force; no listing shows a file of which no version is left. */
async function lookAtPlans(
  ports: FindMissingPorts,
  look: Look,
  afterPerson: string,
  isInTime: () => boolean,
): Promise<Look> {
  const everyone = (await ports.findPeople()).toSorted((a, b) => (a.userId < b.userId ? -1 : 1));
  const people = everyone.filter(({ userId }) => userId > afterPerson);
  let sum = look;
  for (let from = 0; from < people.length; from += PART) {
    const part = people.slice(from, from + PART);
    const deletions = await someAtOnce(READS_AT_ONCE, part, ({ plan }) => findDeletion(ports, plan));
    sum = await startUnknown(ports, sum, deletions.flat());
    const last = part.at(-1) as { userId: string };
    if (!isInTime()) return { ...sum, next: { afterPerson: last.userId } };
  }
  const { next: _, ...finished } = sum;
  return finished;
}

async function findDeletion({ findLatest, now }: FindMissingPorts, plan: ObjectSource): Promise<ListedVersion[]> {
  const latest = await findLatest(plan.key);
  if (latest === undefined) {
    // Nobody knows when; the plan in force is what it ended.
    const uploadedAt = new Date(now()).toISOString();
    return [{ ...plan, isLatest: true, isDeletion: true, sizeBytes: 0, uploadedAt }];
  }
  return latest.isDeletion && isSettled(latest, now()) ? [latest] : [];
}

/** What is known has its document, and whatever is to be done about that is somebody else's. One failure keeps no other waiting. */
async function startUnknown(ports: FindMissingPorts, look: Look, due: readonly ListedVersion[]): Promise<Look> {
  const isKnown = await someAtOnce(READS_AT_ONCE, due, (version) => ports.isKnown(idOf(ports.bucket, version)));
  const missing = due.filter((_, index) => !isKnown[index]);
  const failures = await someAtOnce(STARTS_AT_ONCE, missing, async (version) => {
    try {
      await ports.start(missedEvent(ports.bucket, version));
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  });
  const [reason = look.reason] = failures.flat();
  return {
    ...look,
    found: look.found + missing.length,
    notStarted: look.notStarted + failures.flat().length,
    keys: [...look.keys, ...missing.map(({ key }) => key)].slice(0, MOST_KEYS),
    ...(reason === undefined ? {} : { reason: look.reason ?? reason }),
  };
}

const idOf = (bucket: string, version: ListedVersion): string =>
  documentIdOf(bucket, version.key, documentVersionOf(version));

function describe({ found, notStarted, keys, reason, versions }: Look): string {
  if (found === 0) return `nothing is missing among ${versions} versions`;
  const what = `${found} ${found === 1 ? 'upload or deletion' : 'uploads or deletions'} had no document`;
  const left =
    notStarted === 0 ? 'started now' : `${notStarted} could not be started (${(reason ?? '').slice(0, 300)})`;
  return `${what}: ${left}; the first: ${keys[0]}`;
}
