import * as z from 'zod/mini';
import { documentIdOf } from '../core/document/document-id.ts';
import { someAtOnce } from '../core/ground/some-at-once.ts';
import {
  documentVersionOf,
  dueVersions,
  isSettled,
  type ListedVersion,
  missedEvent,
} from '../core/object/missing-upload.ts';
import type { ObjectSource } from '../core/object/object-source.ts';

const Place = z.object({
  /** The last key that was looked at whole. @default - none was */
  afterKey: z.optional(z.string()),
  /** Of the key behind it the last version that was looked at, the oldest first. @default - none was */
  upTo: z.optional(z.string()),
});
type Place = z.infer<typeof Place>;

/** `afterPerson`: all versions were looked at, and the plans of people up to this one. */
const Cursor = z.union([z.object({ afterPerson: z.string() }), Place]);

interface VersionCursor {
  readonly key: string;
  readonly versionId?: string | undefined;
}

const Look = z.object({
  /** Where the look before left off. @default - at the beginning */
  next: z.optional(Cursor),
  /** Versions looked at so far. */
  versions: z._default(z.int(), 0),
  /** Uploads and deleted plans without a document so far, and those of them that could not be started. */
  found: z._default(z.int(), 0),
  notStarted: z._default(z.int(), 0),
  /** The keys of the first of them. */
  keys: z._default(z.array(z.string()), []),
  /** Why the first was not started. */
  reason: z.optional(z.string()),
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

/** Well within the function's limit, also when each version of the last part has to be started, one after the other. */
const LOOKS_FOR_MS = 30_000;
const PART = 25;
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
          : await lookAtVersions(ports, look, next ?? {}, isInTime);
    } while (look.next !== undefined && isInTime());
    return { ...look, says: describe(look) };
  };

/** Artifacts come first by their name, two for each document, and are passed over instead of looked at. */
const ARTIFACTS = 'artifacts/';
const BEHIND_ARTIFACTS = `${ARTIFACTS}\u{10ffff}`;

/** Looks at some keys, or as many of their versions as there is time for: it goes on behind the last that was looked at. */
async function lookAtVersions(
  ports: FindMissingPorts,
  look: Look,
  place: Place,
  isInTime: () => boolean,
): Promise<Look> {
  const { versions, next } = await listWholeKeys(ports, place.afterKey);
  const all = dueVersions(versions, ports.now());
  const due = all.slice(all.findIndex(({ versionId }) => versionId === place.upTo) + 1);
  let sum = look;
  for (let from = 0; from < due.length; from += PART) {
    const part = due.slice(from, from + PART);
    sum = await startUnknown(ports, sum, part);
    if (!isInTime()) return leaveOff(sum, part.at(-1) as ListedVersion, versions, place);
  }
  const looked = { ...sum, versions: look.versions + versions.length };
  return { ...looked, next: next === undefined ? { afterPerson: '' } : { afterKey: next } };
}

/** A key is listed once more from its newest version: what was looked at of it, the oldest first, is passed over then. */
function leaveOff(look: Look, last: ListedVersion, versions: readonly ListedVersion[], place: Place): Look {
  const passed = versions.filter(({ key }) => byBytes(key, last.key) < 0);
  const afterKey = lastKeyOf(passed) ?? place.afterKey;
  const next = { ...(afterKey === undefined ? {} : { afterKey }), upTo: last.versionId };
  return { ...look, versions: look.versions + passed.length, next };
}

/** A page of versions or as many as it takes to have a key's all, and the key behind which the listing goes on, if it does. */
async function listWholeKeys(
  ports: FindMissingPorts,
  afterKey: string | undefined,
): Promise<{ versions: ListedVersion[]; next?: string }> {
  const listed: ListedVersion[] = [];
  let after: VersionCursor | undefined = afterKey === undefined ? undefined : { key: afterKey };
  for (;;) {
    const page = await ports.listVersions(after);
    listed.push(...page.versions);
    const { next } = page;
    if (next === undefined) return { versions: listed };
    if (next.key.startsWith(ARTIFACTS)) return { versions: listed, next: BEHIND_ARTIFACTS };
    // Where a page ends, its last key may go on.
    const whole = listed.filter(({ key }) => key !== next.key);
    const last = whole
      .map(({ key }) => key)
      .toSorted(byBytes)
      .at(-1);
    if (last !== undefined) return { versions: whole, next: last };
    after = next;
  }
}

/** As S3 lists keys; a page has its deletions apart from its versions. */
const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

const lastKeyOf = (versions: readonly ListedVersion[]): string | undefined =>
  versions
    .map(({ key }) => key)
    .toSorted(byBytes)
    .at(-1);

/** Ends the plans whose file is gone though they are in force; no listing shows a file of which no version is left. */
async function lookAtPlans(
  ports: FindMissingPorts,
  look: Look,
  afterPerson: string,
  isInTime: () => boolean,
): Promise<Look> {
  const everyone = (await ports.findPeople()).toSorted((a, b) => (a.userId < b.userId ? -1 : 1));
  const left = everyone.filter(({ userId }) => userId > afterPerson);
  const there = left.length === 0 ? undefined : await listPlans(ports);
  // What stands in the listing needs no question of its own.
  const people = left.filter(({ plan }) => !there?.has(plan.key));
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

const PLANS = 'budgets/';

/** The keys of all plans that are there, a page of versions in each request. */
async function listPlans({ listVersions }: FindMissingPorts): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  let after: VersionCursor | undefined = { key: PLANS };
  while (after?.key.startsWith(PLANS)) {
    const page: Awaited<ReturnType<FindMissingPorts['listVersions']>> = await listVersions(after);
    for (const { key, isLatest, isDeletion } of page.versions) if (isLatest && !isDeletion) keys.add(key);
    after = page.next;
  }
  return keys;
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
  // The versions of a key start one after the other, as they were written.
  const keys = [...new Set(missing.map(({ key }) => key))];
  const failures = await someAtOnce(STARTS_AT_ONCE, keys, async (ofKey) => {
    const reasons: string[] = [];
    for (const version of missing.filter(({ key }) => key === ofKey)) {
      await ports
        .start(missedEvent(ports.bucket, version))
        .catch((error: unknown) => reasons.push((error as Error).message));
    }
    return reasons;
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
