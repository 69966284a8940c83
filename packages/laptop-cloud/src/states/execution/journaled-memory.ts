import type { Clock } from '../../clock.ts';
import type { JsonObject } from '../../http/service.ts';
import { applyMemory, type Memory } from '../language/memory.ts';
import type { JournalWriter } from './journal.ts';

export interface JournaledMemory extends Memory {
  /** Forgets everything: the machine went on to its next state. */
  clear(): void;
}

/** A memory that an execution's file holds, beginning with what an earlier process left there. */
export function journaledMemory(
  before: ReadonlyMap<string, JsonObject>,
  journal: JournalWriter,
  clock: Clock,
): JournaledMemory {
  const values = new Map(before);
  return {
    recall: (key) => values.get(key),
    async remember(key, value) {
      // Most states remember nothing, and then there is nothing to forget.
      if (value === undefined && values.size === 0) return;
      applyMemory(values, key, value);
      journal.append({ kind: 'memory', key, ...(value === undefined ? {} : { value }) });
      if (value !== undefined) await clock.busy(() => journal.flushed());
    },
    clear: () => values.clear(),
  };
}
