import type { Clock } from '../../clock.ts';
import type { Json, JsonObject } from '../../http/service.ts';
import type { TaskResource } from '../integrations/resource.ts';
import type { ContextObject, Variables } from './context-object.ts';
import type { Flow, State } from './definition.ts';
import type { History, HistoryThread } from './history.ts';
import type { MapRuns } from './map-run.ts';
import type { Memory } from './memory.ts';
import type { Ticket, TokenDesk } from './task-tokens.ts';

/** What a Task hands over. Answers with the task's result or throws a StatesError. */
export interface TaskCall {
  readonly resource: TaskResource;
  readonly arguments: Json;
  readonly span: Span;
  readonly context: ContextObject;
  /** Aborted when the task timed out, its branch was cancelled or the execution stopped. */
  readonly signal: AbortSignal;
  /** Of a task that is answered later: a callback, a nested execution or an activity. */
  readonly ticket?: Ticket;
  /** Writes that an activity's worker took the task. */
  started(workerName: string | undefined): void;
  /** Writes that the request was made, whose answer follows later. */
  submitted(output: Json): void;
}

/** One piece of work in a trace. */
export interface Span {
  /** `Root=…;Parent=…;Sampled=…` for whoever is called from here. */
  readonly traceHeader: string | undefined;
  child(name: string, fields?: SpanFields): Span;
  end(failure?: { readonly error?: string | undefined; readonly causeText?: string | undefined }): void;
}

export interface SpanFields {
  readonly namespace?: 'aws' | 'remote';
  readonly aws?: Readonly<Record<string, unknown>>;
}

/** Resolves when the work with an id is over; undefined when none is under way. */
export type WorkUnderWay = (id: string) => Promise<unknown> | undefined;

/** What the interpreter stands on; the same for every state of an execution. */
export interface Engine {
  readonly clock: Clock;
  readonly history: History;
  /** From 0 to below 1, for jitter. */
  readonly random: () => number;
  /** What the state that runs now has to remember over a restart. */
  readonly memory: Memory;
  readonly tokens: TokenDesk;
  readonly mapRuns: MapRuns;
  callTask(call: TaskCall): Promise<Json>;
  /** Whether an activity is there for a Task to wait for. */
  hasActivity(arn: string): boolean;
  /** Work under way, by its id, whose end is also the end of a Wait that knows the id. @default - a Wait has its time */
  readonly workUnderWay?: WorkUnderWay | undefined;
  /** Told what a state made of its fields, by the names that TestState gives them. */
  inspect?(data: JsonObject): void;
  runFlow(flow: Flow, input: Json, run: FlowRun): Promise<Json>;
}

/** From when until when a Wait was to last, in epoch milliseconds. */
export interface BegunWait {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Remembers when an interrupted Wait ends, so that it is not started anew. */
export interface WaitDeadline {
  /** The wait that an earlier process began in the state now running, once. */
  take(): BegunWait | undefined;
  set(wait: BegunWait): void;
}

/** A line of states that run one after another: the machine, a branch or an iteration. */
export interface FlowRun {
  /** Where the flow stands in the machine, the same when it runs again; empty for the machine itself. */
  readonly path: string;
  /** Where its definition stands in the machine's, for a Map that runs its processor as executions of their own. */
  readonly place: readonly string[];
  readonly engine: Engine;
  readonly thread: HistoryThread;
  readonly signal: AbortSignal;
  readonly span: Span;
  readonly context: ContextObject;
  /** Variables in scope; outer ones are copied in, so that what is assigned here stays here. */
  variables: Variables;
  /** Only of the machine itself: nested waits start anew after a restart. */
  readonly waitDeadline?: WaitDeadline;
  /** The state that runs now; tells which `…StateAborted` event to write. */
  currentType?: State['Type'];
}

/** One state while it runs. */
export interface StateRun<S extends State = State> {
  readonly name: string;
  /** Tells this state's run from all others since the machine's last checkpoint. */
  readonly key: string;
  readonly state: S;
  readonly input: Json;
  readonly flow: FlowRun;
  readonly span: Span;
  /** Id of the `…StateEntered` event, and of the event before it. */
  readonly enteredEventId: number;
  readonly previousEventId: number;
  context: ContextObject;
}

/** How a state ended: its output and the next state's name, undefined at the end of the flow. */
export interface Outcome {
  readonly output: Json;
  readonly next: string | undefined;
}
