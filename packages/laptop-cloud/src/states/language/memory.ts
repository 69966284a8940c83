import type { JsonObject } from '../../http/service.ts';

/**
 * What the machine's current state keeps over a restart, by {@link StateRun.key}: the token it waits with, the map run
 * it began. It is forgotten when the machine goes on to its next state.
 */
export interface Memory {
  recall(key: string): JsonObject | undefined;
  /** Resolves when it is on disk; undefined forgets the key and all that stands below it, parted by a slash. */
  remember(key: string, value: JsonObject | undefined): Promise<void>;
}

/** A memory that lasts as long as the process. */
export function createMemory(): Memory {
  const values = new Map<string, JsonObject>();
  return {
    recall: (key) => values.get(key),
    async remember(key, value) {
      applyMemory(values, key, value);
    },
  };
}

/** Sets a key, or forgets it and all below it. */
export function applyMemory(values: Map<string, JsonObject>, key: string, value: JsonObject | undefined): void {
  if (value !== undefined) {
    values.set(key, value);
    return;
  }
  for (const known of [...values.keys()]) if (known === key || known.startsWith(`${key}/`)) values.delete(known);
}

/** Where the output of a branch or iteration is kept that a redrive shall not run again. */
export const partKey = (key: string, index: number): string => `${key}/${index}`;
