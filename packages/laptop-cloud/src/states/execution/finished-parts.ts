import type { Json, JsonObject } from '../../http/service.ts';
import type { Flow, State } from '../language/definition.ts';
import type { HistoryEvent } from '../language/history.ts';

/**
 * The branches or iterations of a failed Parallel or inline Map that had come to their end, by index, with their outputs
 * as JSON. A redrive does not run them again.
 *
 * @param events The history since the state was entered.
 */
export function finishedParts(
  name: string,
  state: State | undefined,
  events: readonly HistoryEvent[],
): Map<number, Json> {
  if (state?.Type === 'Map') return finishedIterations(name, sinceLast(events, 'MapStateStarted'));
  if (state?.Type === 'Parallel') return finishedBranches(state.Branches, sinceLast(events, 'ParallelStateStarted'));
  return new Map();
}

/** Earlier attempts that were retried do not count. */
function sinceLast(events: readonly HistoryEvent[], type: string): readonly HistoryEvent[] {
  return events.slice(events.findLastIndex((event) => event.type === type) + 1);
}

/** The success of an iteration follows the exit of its last state. */
function finishedIterations(name: string, events: readonly HistoryEvent[]): Map<number, Json> {
  const parts = new Map<number, Json>();
  for (const { type, previousEventId, ...details } of events) {
    const { name: of, index } = (details.mapIterationSucceededEventDetails ?? {}) as JsonObject;
    if (type !== 'MapIterationSucceeded' || of !== name) continue;
    const exit = events.find(({ id }) => id === previousEventId);
    const output = exit && outputOf(exit);
    if (output !== undefined) parts.set(Number(index), output);
  }
  return parts;
}

/** A branch is over with the exit of one of its own states that no other state follows. */
function finishedBranches(branches: readonly Flow[], events: readonly HistoryEvent[]): Map<number, Json> {
  const parts = new Map<number, Json>();
  for (const exit of events) {
    const { name } = (exit.stateExitedEventDetails ?? {}) as JsonObject;
    const index = branches.findIndex(({ States }) => Object.hasOwn(States, String(name)));
    const isFollowed = events.some(
      ({ type, previousEventId }) => type.endsWith('StateEntered') && previousEventId === exit.id,
    );
    const output = outputOf(exit);
    if (index >= 0 && !isFollowed && output !== undefined) parts.set(index, output);
  }
  return parts;
}

function outputOf(event: HistoryEvent): Json | undefined {
  const { output } = (event.stateExitedEventDetails ?? {}) as JsonObject;
  return typeof output === 'string' ? (JSON.parse(output) as Json) : undefined;
}
