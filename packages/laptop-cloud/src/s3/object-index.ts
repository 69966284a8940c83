import { compareKeys } from './key-order.ts';
import type { ObjectVersion } from './object-version.ts';

/** All versions of all keys, in memory: by key, oldest first, and the keys in the order S3 lists them. */
export class ObjectIndex {
  readonly #versions = new Map<string, ObjectVersion[]>();
  #keys: string[] = [];
  #size = 0;

  /** @param versions Those of one key from oldest to newest. */
  static of(versions: Iterable<ObjectVersion>): ObjectIndex {
    const index = new ObjectIndex();
    for (const version of versions) {
      const others = index.#versions.get(version.key);
      if (others) others.push(version);
      else index.#versions.set(version.key, [version]);
      index.#size += 1;
    }
    index.#keys = [...index.#versions.keys()].sort(compareKeys);
    return index;
  }

  /** Oldest first; empty for an unknown key. */
  versions(key: string): readonly ObjectVersion[] {
    return this.#versions.get(key) ?? [];
  }

  current(key: string): ObjectVersion | undefined {
    return this.versions(key).at(-1);
  }

  find(key: string, versionId: string): ObjectVersion | undefined {
    return this.versions(key).find((version) => version.versionId === versionId);
  }

  /** Number of versions of all keys. */
  get size(): number {
    return this.#size;
  }

  /** Keys in listing order that are equal to or after the given one; deleted ones included. */
  *keysFrom(start: string): Generator<string> {
    for (let at = this.#position(start); at < this.#keys.length; at += 1) yield this.#keys[at] as string;
  }

  *allVersions(): Generator<ObjectVersion> {
    for (const versions of this.#versions.values()) yield* versions;
  }

  add(version: ObjectVersion): void {
    const { key } = version;
    this.#size += 1;
    const others = this.#versions.get(key);
    if (others) {
      others.push(version);
      return;
    }
    this.#versions.set(key, [version]);
    this.#keys.splice(this.#position(key), 0, key);
  }

  replace(version: ObjectVersion): void {
    const versions = this.#versions.get(version.key) ?? [];
    const at = versions.findIndex(({ versionId }) => versionId === version.versionId);
    if (at >= 0) versions[at] = version;
  }

  remove(key: string, versionId: string): void {
    const before = this.versions(key);
    const rest = before.filter((version) => version.versionId !== versionId);
    this.#size -= before.length - rest.length;
    if (rest.length > 0) {
      this.#versions.set(key, rest);
      return;
    }
    if (!this.#versions.delete(key)) return;
    this.#keys.splice(this.#position(key), 1);
  }

  /** Where the key stands, or would stand. */
  #position(key: string): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareKeys(this.#keys[middle] as string, key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
