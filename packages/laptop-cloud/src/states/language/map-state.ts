import type { Json } from '../../http/service.ts';
import { BranchCancelled } from './cancellation.ts';
import { completeState, nextOf } from './complete-state.ts';
import type { ContextObject } from './context-object.ts';
import type { MapState } from './definition.ts';
import { mapRunLimits, runDistributedMap } from './distributed-map.ts';
import { untilFirstFailure } from './first-failure.ts';
import type { FlowRun, Outcome, StateRun } from './flow-run.ts';
import type { HistoryThread } from './history.ts';
import { partKey } from './memory.ts';
import { StatesError } from './states-error.ts';
import { evaluationError, fillTemplate, fillTyped } from './template.ts';

/** How many iterations of an inline Map run at once when it names no number. */
const INLINE_CONCURRENCY = 40;

/** Runs its processor once per item, so many at a time; the outputs are a list in the items' order. */
export async function runMap(run: StateRun<MapState>): Promise<Outcome> {
  const { state, flow } = run;
  if (isDistributed(state)) return runDistributedMap(run);
  const { engine, thread } = flow;
  const items = await itemsOf(run);
  const { maxConcurrency: concurrency } = await mapRunLimits(run);
  engine.history.append(thread, 'MapStateStarted', { length: items.length });

  const iterations = new Iterations(run, items);
  const laneCount = Math.min(concurrency || INLINE_CONCURRENCY, items.length);
  const lanes = Array.from({ length: laneCount }, () => thread.fork());
  await untilFirstFailure(
    flow.signal,
    lanes.map((lane) => (signal) => iterations.work(lane, signal)),
  );
  engine.history.appendAside(thread, 'MapStateSucceeded', undefined);
  const outputs = iterations.outputs;
  return completeState(run, state, { next: nextOf(state), output: outputs, scope: { result: outputs } });
}

/** Whether a Map runs its processor as executions of their own. */
export const isDistributed = ({ ItemProcessor }: MapState): boolean =>
  ItemProcessor.ProcessorConfig?.Mode === 'DISTRIBUTED';

async function itemsOf(run: StateRun<MapState>): Promise<Json[]> {
  const { Items } = run.state;
  const items = Items === undefined ? run.input : await fillTyped(run, Items, 'Items', 'array');
  if (Array.isArray(items)) return items;
  throw evaluationError(run, `Map state input must be an array but was: ${JSON.stringify(items)}`);
}

/** The items of one Map; lanes take the next one until none is left. */
class Iterations {
  readonly outputs: Json[];
  readonly #run: StateRun<MapState>;
  readonly #items: readonly Json[];
  #next = 0;

  constructor(run: StateRun<MapState>, items: readonly Json[]) {
    this.#run = run;
    this.#items = items;
    this.outputs = items.map(() => null);
  }

  async work(lane: HistoryThread, signal: AbortSignal): Promise<void> {
    while (this.#next < this.#items.length && !signal.aborted) {
      const index = this.#next;
      this.#next += 1;
      await this.#iterate(index, lane, signal);
    }
  }

  async #iterate(index: number, lane: HistoryThread, signal: AbortSignal): Promise<void> {
    const { name, state, flow, span } = this.#run;
    const { engine, variables, thread, place } = flow;
    const done = engine.memory.recall(partKey(this.#run.key, index))?.output;
    if (done !== undefined) {
      this.outputs[index] = done;
      return;
    }
    const details = { name, index };
    const context = this.#contextOf(index);
    const input = await this.#inputOf(index, context);

    engine.history.append(lane, 'MapIterationStarted', details);
    const iteration: FlowRun = {
      engine,
      variables,
      path: `${this.#run.key}/${index}`,
      place: [...place, 'States', name, 'ItemProcessor'],
      thread: lane,
      signal,
      span,
      context,
    };
    try {
      this.outputs[index] = await engine.runFlow(state.ItemProcessor, input, iteration);
      // As recorded: the next iteration of the lane follows what was before this event; the Map's end follows it.
      thread.last = engine.history.appendAside(lane, 'MapIterationSucceeded', details);
    } catch (error) {
      if (error instanceof StatesError) {
        engine.history.appendAside(lane, 'MapIterationFailed', details);
        thread.last = lane.last;
      } else if (error instanceof BranchCancelled) {
        engine.history.appendAside(lane, 'MapIterationAborted', details);
      }
      throw error;
    }
  }

  #contextOf(index: number): ContextObject {
    const { context } = this.#run;
    return { ...context, Map: { Item: { Index: index, Value: this.#items[index] ?? null } } };
  }

  async #inputOf(index: number, context: ContextObject): Promise<Json> {
    const { ItemSelector } = this.#run.state;
    if (ItemSelector === undefined) return this.#items[index] ?? null;
    return fillTemplate(this.#run, ItemSelector, 'ItemSelector', { context });
  }
}
