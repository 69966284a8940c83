import type { Clock } from '../../clock.ts';
import type { Json, JsonObject } from '../../http/service.ts';
import { StatesError } from './states-error.ts';

/** An event as GetExecutionHistory gives it; `timestamp` is seconds since the epoch. */
export type HistoryEvent = {
  readonly timestamp: number;
  readonly type: string;
  readonly id: number;
  readonly previousEventId: number;
} & JsonObject;

/** The most events that one execution may have; AWS ends it there. */
export const HISTORY_LIMIT = 25_000;

/**
 * One line of events that follow each other: the execution's own, a Parallel branch's, or a Map iteration's. It knows
 * which event comes before the next one.
 */
export class HistoryThread {
  constructor(public last: number) {}

  /** A branch that starts where this line stands. */
  fork(): HistoryThread {
    return new HistoryThread(this.last);
  }
}

/**
 * Numbers the events of one execution and hands each to the journal.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html
 */
export class History {
  #lastId: number;
  readonly #clock: Clock;
  readonly #record: (event: HistoryEvent) => void;

  constructor(clock: Clock, record: (event: HistoryEvent) => void, lastId = 0) {
    this.#clock = clock;
    this.#record = record;
    this.#lastId = lastId;
  }

  get lastId(): number {
    return this.#lastId;
  }

  /** Appends an event to a line and moves the line on to it. */
  append(thread: HistoryThread, type: string, details: JsonObject | undefined): number {
    const id = this.appendAside(thread, type, details);
    thread.last = id;
    return id;
  }

  /** Appends an event that the next one does not follow, as AWS does with `MapIterationFailed` and others. */
  appendAside(thread: { readonly last: number }, type: string, details: JsonObject | undefined): number {
    if (this.#lastId >= HISTORY_LIMIT - 1 && !type.startsWith('Execution')) {
      throw new StatesError(
        'States.Runtime',
        `The execution reached the maximum number of history events (${HISTORY_LIMIT}).`,
      );
    }
    this.#lastId += 1;
    this.#record({
      timestamp: this.#clock.now() / 1000,
      type,
      id: this.#lastId,
      previousEventId: thread.last,
      ...(details ? { [detailsName(type)]: details } : {}),
    } as HistoryEvent);
    return this.#lastId;
  }
}

/** `PassStateEntered` keeps its details in `stateEnteredEventDetails`, all others under their own name. */
export function detailsName(type: string): string {
  const shared = /^[A-Z][a-z]+(State(?:Entered|Exited))$/.exec(type)?.[1] ?? type;
  return `${shared.charAt(0).toLowerCase()}${shared.slice(1)}EventDetails`;
}

/** The mark that AWS sets beside each text that it may cut; ours are always whole. */
export const untruncated: Json = { truncated: false };

/** Error and cause of an event, each left out where there is none. */
export const errorDetails = ({ error, causeText }: StatesError): JsonObject => ({
  ...(error === undefined ? {} : { error }),
  ...(causeText === undefined ? {} : { cause: causeText }),
});
