import { rm } from 'node:fs/promises';
import type { Clock } from '../clock.ts';
import type { EventBridgeEvent, EventSink } from '../events/event.ts';
import type { BucketFolder } from './bucket-folder.ts';
import { KeyQueue } from './key-queue.ts';
import type { ObjectCatalog } from './object-catalog.ts';
import { type Origin, objectCreated, objectDeleted } from './object-event.ts';
import type {
  DeleteMarker,
  ObjectAttributes,
  ObjectChecksum,
  ObjectTags,
  ObjectVersion,
  StoredObject,
} from './object-version.ts';
import { Sequencer } from './sequencer.ts';
import { newVersionId, type VersionFiles } from './version-files.ts';

/** Older versions of a key beyond this many are removed for good, oldest first and without an event. */
export const KEPT_NONCURRENT_VERSIONS = 20;

/** Bytes that have arrived, to become a version. The file at `path` is taken over. */
export interface NewContent extends ObjectAttributes {
  readonly path: string;
  readonly sizeBytes: number;
  readonly etag: string;
  readonly checksum?: ObjectChecksum;
  readonly partSizes?: readonly number[];
}

export interface BucketParts {
  readonly name: string;
  readonly catalog: ObjectCatalog;
  readonly files: VersionFiles;
  readonly folder: BucketFolder;
  readonly clock: Clock;
  readonly events: EventSink;
}

/**
 * Changes of one bucket. Each goes through the same steps: bytes in place, journal, index, folder, event, and is done
 * when the sink has taken the event. After a crash {@link Bucket.recover} carries the last steps out.
 */
export class Bucket {
  readonly name: string;
  readonly catalog: ObjectCatalog;
  readonly files: VersionFiles;
  readonly folder: BucketFolder;
  readonly clock: Clock;
  readonly #events: EventSink;
  readonly #queue = new KeyQueue();
  readonly #sequencer: Sequencer;

  constructor({ name, catalog, files, folder, clock, events }: BucketParts) {
    this.name = name;
    this.catalog = catalog;
    this.files = files;
    this.folder = folder;
    this.clock = clock;
    this.#events = events;
    const sequencers = [...catalog.index.allVersions()].map(({ sequencer }) => sequencer);
    const owed = catalog.owedEvents().map(({ detail }) => String((detail.object as Record<string, string>).sequencer));
    this.#sequencer = new Sequencer(clock, latest([...sequencers, ...owed]));
  }

  /**
   * Makes bytes the current version of a key.
   *
   * @param condition Throws when the version that is current at that moment must not be replaced.
   */
  put(
    key: string,
    content: NewContent,
    origin: Origin,
    condition?: (current: StoredObject | undefined) => void,
  ): Promise<StoredObject> {
    return this.inTurn(key, async () => {
      const { path, ...rest } = content;
      const version: StoredObject = { kind: 'object', ...rest, ...this.#stamp(key) };
      try {
        condition?.(this.currentObject(key));
        await this.files.keep(path, version.versionId);
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
      const event = await this.#add(version, origin);
      await this.#showCurrent(key);
      await this.#announce(event);
      await this.#prune(key);
      return version;
    });
  }

  /** Makes a file of the folder the current version; its bytes have been copied. Only inside {@link inTurn}. */
  async adopt(key: string, content: NewContent, fingerprint: string, origin: Origin): Promise<void> {
    const { path, ...rest } = content;
    const version: StoredObject = { kind: 'object', ...rest, ...this.#stamp(key), fingerprint };
    await this.files.keep(path, version.versionId);
    this.folder.names.add(key);
    await this.#announce(await this.#add(version, origin));
    await this.#prune(key);
  }

  /** Hides the object behind a delete marker, also when there is none, as S3 does. */
  delete(key: string, origin: Origin): Promise<DeleteMarker> {
    return this.inTurn(key, () => this.addMarker(key, origin));
  }

  /** Only inside {@link inTurn}. */
  async addMarker(key: string, origin: Origin): Promise<DeleteMarker> {
    const marker: DeleteMarker = { kind: 'marker', ...this.#stamp(key) };
    const event = objectDeleted(this.name, marker, origin, 'Delete Marker Created');
    await this.catalog.add(marker, event);
    await this.#showCurrent(key);
    await this.#announce(event);
    await this.#prune(key);
    return marker;
  }

  /** Removes one version for good; the one before it becomes current. Resolves to undefined when there is none. */
  deleteVersion(key: string, versionId: string, origin: Origin): Promise<ObjectVersion | undefined> {
    return this.inTurn(key, async () => {
      const version = this.catalog.index.find(key, versionId);
      if (!version) return undefined;
      const { sequencer, lastModifiedMs } = this.#stamp(key);
      const event = objectDeleted(this.name, { ...version, sequencer, lastModifiedMs }, origin, 'Permanently Deleted');
      const known = this.#fingerprints(key);
      await this.catalog.remove(version, event);
      await this.#showCurrent(key, known);
      await this.files.remove(versionId);
      await this.#announce(event);
      return version;
    });
  }

  /** Gives a version other tags; its content and its event stay as they are. Does nothing to one that is gone. */
  retag(key: string, versionId: string, tags: ObjectTags): Promise<void> {
    return this.inTurn(key, async () => {
      const version = this.catalog.index.find(key, versionId);
      if (version?.kind === 'object') await this.catalog.replace({ ...version, tags });
    });
  }

  /** The object of a key, unless it is deleted. */
  currentObject(key: string): StoredObject | undefined {
    const current = this.catalog.index.current(key);
    return current?.kind === 'object' ? current : undefined;
  }

  /** Runs work while no other change of the key is under way. */
  inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    return this.#queue.run(key, work);
  }

  /**
   * Finishes what a crash cut off: shows the current version in the folder and sends the events still owed.
   *
   * @param folderIsNew Whether the folder was missing: it is filled again, and nothing counts as deleted.
   */
  async recover(folderIsNew: boolean): Promise<void> {
    const shown = new Set<string>();
    for (const version of this.catalog.index.allVersions()) {
      if (version.kind === 'object' && version.fingerprint) shown.add(version.key);
    }
    for (const key of shown) {
      this.folder.names.add(key);
      if (folderIsNew) await this.inTurn(key, () => this.#showCurrent(key));
    }
    for (const event of this.catalog.owedEvents()) {
      const { key } = event.detail.object as { key: string };
      await this.inTurn(key, async () => {
        await this.#showCurrent(key);
        await this.#announce(event);
      });
    }
  }

  async close(): Promise<void> {
    await this.#queue.idle();
    await this.catalog.close();
  }

  #stamp(key: string) {
    return {
      key,
      versionId: newVersionId(),
      sequencer: this.#sequencer.next(),
      lastModifiedMs: this.clock.now(),
    };
  }

  async #add(version: StoredObject, origin: Origin): Promise<EventBridgeEvent> {
    const event = objectCreated(this.name, version, origin);
    await this.catalog.add(version, event);
    return event;
  }

  /**
   * Makes the folder show the current version.
   *
   * @param known Fingerprints of this key's files that came from us or were uploaded; any other file was dropped and
   *   is left for the scan.
   */
  async #showCurrent(key: string, known = this.#fingerprints(key)): Promise<void> {
    const current = this.currentObject(key);
    const onDisk = await this.folder.fingerprint(key);
    if (onDisk !== undefined && (onDisk === current?.fingerprint || !known.has(onDisk))) return;
    const staged = current && (await this.folder.stage(key, this.files.pathOf(current.versionId)));
    if (staged) {
      await this.catalog.replace({ ...current, fingerprint: staged.fingerprint });
      await this.folder.publish(key, staged);
    } else if (onDisk !== undefined) {
      await this.folder.remove(key, onDisk);
    }
  }

  #fingerprints(key: string): ReadonlySet<string> {
    return new Set(
      this.catalog.index
        .versions(key)
        .flatMap((version) => (version.kind === 'object' && version.fingerprint ? [version.fingerprint] : [])),
    );
  }

  async #prune(key: string): Promise<void> {
    const excess = this.catalog.index.versions(key).slice(0, -1 - KEPT_NONCURRENT_VERSIONS);
    for (const version of excess) {
      await this.catalog.remove(version);
      await this.files.remove(version.versionId);
    }
  }

  async #announce(event: EventBridgeEvent): Promise<void> {
    await this.#events(event);
    await this.catalog.announced(event.id);
  }
}

const latest = (sequencers: readonly string[]): string =>
  sequencers.reduce((greatest, sequencer) => (sequencer > greatest ? sequencer : greatest), '');
