import type { Machine } from './definition.ts';

/**
 * The part of a machine that an execution runs: all of it, or, for a child execution of a distributed Map, the processor
 * that stands at its place.
 */
export function flowAt(machine: Machine, place: readonly string[] | undefined): Machine {
  if (!place) return machine;
  const part = place.reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], machine);
  const { StartAt, States } = part as Machine;
  return { StartAt, States };
}
