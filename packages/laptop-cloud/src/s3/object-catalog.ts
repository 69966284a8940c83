import { join } from 'node:path';
import type { EventBridgeEvent } from '../events/event.ts';
import { Journal } from '../events/journal.ts';
import { ObjectIndex } from './object-index.ts';
import type { ObjectVersion } from './object-version.ts';

/** What happened, as it stands in the journal. An event is owed from the change that caused it until `announced`. */
type Entry =
  | { readonly do: 'add'; readonly version: ObjectVersion; readonly event?: EventBridgeEvent }
  | { readonly do: 'remove'; readonly key: string; readonly versionId: string; readonly event?: EventBridgeEvent }
  | { readonly do: 'replace'; readonly version: ObjectVersion }
  | { readonly do: 'owe'; readonly event: EventBridgeEvent }
  | { readonly do: 'announced'; readonly eventId: string };

/** The journal is rewritten when more than this many of its lines no longer matter, and more than those that do. */
const STALE_LINES = 1000;

/**
 * The bucket's memory: which versions there are and which events are still owed. A change is in the journal before
 * it is in the index; a process that is killed finds it there.
 */
export class ObjectCatalog {
  readonly index: ObjectIndex;
  readonly #journal: Journal<Entry>;
  readonly #owed: Map<string, EventBridgeEvent>;
  /** Lines of the journal. */
  #lines: number;
  /** Changes that are on their way into the journal, and not in the index yet. */
  #underWay = 0;

  private constructor(journal: Journal<Entry>, entries: readonly Entry[]) {
    const { versions, owed } = replay(entries);
    this.#journal = journal;
    this.#lines = entries.length;
    this.index = ObjectIndex.of(versions.values());
    this.#owed = owed;
  }

  static async open(stateDirectory: string): Promise<ObjectCatalog> {
    const { journal, entries } = await Journal.open<Entry>(join(stateDirectory, 'objects.jsonl'));
    return new ObjectCatalog(journal, entries);
  }

  /** Events whose sink had not taken them when the process ended, oldest first. */
  owedEvents(): EventBridgeEvent[] {
    return [...this.#owed.values()];
  }

  async add(version: ObjectVersion, event: EventBridgeEvent): Promise<void> {
    await this.#change({ do: 'add', version, event }, () => {
      this.#owed.set(event.id, event);
      this.index.add(version);
    });
  }

  async remove(version: ObjectVersion, event?: EventBridgeEvent): Promise<void> {
    const { key, versionId } = version;
    await this.#change({ do: 'remove', key, versionId, ...(event ? { event } : {}) }, () => {
      if (event) this.#owed.set(event.id, event);
      this.index.remove(key, versionId);
    });
  }

  async replace(version: ObjectVersion): Promise<void> {
    await this.#change({ do: 'replace', version }, () => this.index.replace(version));
  }

  async announced(eventId: string): Promise<void> {
    await this.#change({ do: 'announced', eventId }, () => void this.#owed.delete(eventId));
  }

  async close(): Promise<void> {
    await this.#journal.flush();
  }

  async #change(entry: Entry, apply: () => void): Promise<void> {
    this.#underWay += 1;
    try {
      await this.#journal.append(entry);
      this.#lines += 1;
      apply();
    } finally {
      this.#underWay -= 1;
    }
    await this.#compact();
  }

  /** Only while nothing is under way: the new content must hold all that was appended. */
  async #compact(): Promise<void> {
    const needed = this.index.size + this.#owed.size;
    if (this.#underWay > 0 || this.#lines - needed <= Math.max(STALE_LINES, needed)) return;
    this.#lines = needed;
    const additions = [...this.index.allVersions()].map((version): Entry => ({ do: 'add', version }));
    const debts = [...this.#owed.values()].map((event): Entry => ({ do: 'owe', event }));
    await this.#journal.rewrite([...additions, ...debts]);
  }
}

function replay(entries: readonly Entry[]) {
  const versions = new Map<string, ObjectVersion>();
  const owed = new Map<string, EventBridgeEvent>();
  for (const entry of entries) {
    if ('event' in entry && entry.event) owed.set(entry.event.id, entry.event);
    if (entry.do === 'remove') versions.delete(entry.versionId);
    else if (entry.do === 'announced') owed.delete(entry.eventId);
    else if (entry.do !== 'owe') versions.set(entry.version.versionId, entry.version);
  }
  return { versions, owed };
}
