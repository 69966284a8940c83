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

/** The journal is rewritten at start when more than this many of its lines no longer matter. */
const STALE_LINES = 1000;

/**
 * The bucket's memory: which versions there are and which events are still owed. A change is in the journal before
 * it is in the index; a process that is killed finds it there.
 */
export class ObjectCatalog {
  readonly index: ObjectIndex;
  readonly #journal: Journal<Entry>;
  readonly #owed: Map<string, EventBridgeEvent>;

  private constructor(journal: Journal<Entry>, index: ObjectIndex, owed: Map<string, EventBridgeEvent>) {
    this.#journal = journal;
    this.index = index;
    this.#owed = owed;
  }

  static async open(stateDirectory: string): Promise<ObjectCatalog> {
    const { journal, entries } = await Journal.open<Entry>(join(stateDirectory, 'objects.jsonl'));
    const { versions, owed } = replay(entries);
    const index = ObjectIndex.of(versions.values());
    if (entries.length > versions.size + owed.size + STALE_LINES) {
      const additions = [...versions.values()].map((version): Entry => ({ do: 'add', version }));
      const debts = [...owed.values()].map((event): Entry => ({ do: 'owe', event }));
      await journal.rewrite([...additions, ...debts]);
    }
    return new ObjectCatalog(journal, index, owed);
  }

  /** Events whose sink had not taken them when the process ended, oldest first. */
  owedEvents(): EventBridgeEvent[] {
    return [...this.#owed.values()];
  }

  async add(version: ObjectVersion, event: EventBridgeEvent): Promise<void> {
    await this.#append({ do: 'add', version, event }, event);
    this.index.add(version);
  }

  async remove(version: ObjectVersion, event?: EventBridgeEvent): Promise<void> {
    const { key, versionId } = version;
    await this.#append({ do: 'remove', key, versionId, ...(event ? { event } : {}) }, event);
    this.index.remove(key, versionId);
  }

  async replace(version: ObjectVersion): Promise<void> {
    await this.#append({ do: 'replace', version });
    this.index.replace(version);
  }

  async announced(eventId: string): Promise<void> {
    await this.#append({ do: 'announced', eventId });
    this.#owed.delete(eventId);
  }

  async close(): Promise<void> {
    await this.#journal.flush();
  }

  async #append(entry: Entry, event?: EventBridgeEvent): Promise<void> {
    await this.#journal.append(entry);
    if (event) this.#owed.set(event.id, event);
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
