import type { Json, JsonObject } from '../../http/service.ts';
import { batchItems } from './batch-items.ts';
import { BranchCancelled, childSignal, ServiceClosed } from './cancellation.ts';
import { completeState, nextOf } from './complete-state.ts';
import type { MapState } from './definition.ts';
import type { Outcome, StateRun } from './flow-run.ts';
import { errorDetails } from './history.ts';
import type { ChildEnd, MapRun, MapRunLimits } from './map-run.ts';
import { fillNumber } from './number-range.ts';
import { readItems } from './read-items.ts';
import { asStatesError, StatesError } from './states-error.ts';
import { evaluationError, fillTemplate } from './template.ts';
import { writeResults } from './write-results.ts';

/** How many child executions run at once when the Map sets no number. */
const LARGEST_CONCURRENCY = 1000;

/** Runs its processor once per item or batch, each as an execution of its own; so many failures are tolerated. */
export async function runDistributedMap(run: StateRun<MapState>): Promise<Outcome> {
  const { state, flow, key } = run;
  const { engine, thread } = flow;
  const given = state.ItemReader ? undefined : await givenItems(run);
  const limits = await mapRunLimits(run);
  // The items that a reader gives are not known yet, and AWS tells 0 of them.
  engine.history.append(thread, 'MapStateStarted', { length: given?.length ?? 0 });

  const executionArn = flow.context.Execution.Id;
  const known = engine.memory.recall(key)?.mapRunArn;
  const mapRunArn = typeof known === 'string' ? known : engine.mapRuns.issue(executionArn, state.Label);
  await engine.memory.remember(key, { mapRunArn });
  const place = [...flow.place, 'States', run.name, 'ItemProcessor'];
  const mapRun = await engine.mapRuns.begin({ mapRunArn, executionArn, place, limits });
  engine.history.append(thread, 'MapRunStarted', { mapRunArn });
  const startedAt = thread.last;
  const result = await resultOf(run, mapRun, given);
  engine.history.append(thread, 'MapRunSucceeded', undefined);
  engine.history.appendAside(thread, 'MapStateSucceeded', undefined);
  // As recorded since November 2024; before, the exit followed the run's success.
  thread.last = startedAt;
  return completeState(run, state, { next: nextOf(state), output: result, scope: { result } });
}

/** The numbers that a distributed Map sets, zero where it sets none. */
export async function mapRunLimits(run: StateRun<MapState>): Promise<MapRunLimits> {
  const limits = {
    maxConcurrency: await number(run, 'MaxConcurrency'),
    toleratedFailureCount: await number(run, 'ToleratedFailureCount'),
    toleratedFailurePercentage: await number(run, 'ToleratedFailurePercentage'),
  };
  run.flow.engine.inspect?.({
    maxConcurrency: limits.maxConcurrency,
    ...(run.state.ToleratedFailureCount === undefined ? {} : { toleratedFailureCount: limits.toleratedFailureCount }),
    ...(run.state.ToleratedFailurePercentage === undefined
      ? {}
      : { toleratedFailurePercentage: limits.toleratedFailurePercentage }),
  });
  return limits;
}

/** Whether so many of all items failed that the run fails. Where no number is set, one failure is too many. */
export function isOverTolerance(limits: MapRunLimits, failedCount: number, itemCount: number): boolean {
  const { toleratedFailureCount: count, toleratedFailurePercentage: percentage } = limits;
  if (count === 0 && percentage === 0) return failedCount > 0;
  if (count > 0 && failedCount > count) return true;
  return percentage > 0 && (failedCount * 100) / itemCount > percentage;
}

/** What a run fails with whose failures are over its tolerance. */
export const overTolerance = (): StatesError =>
  new StatesError('States.ExceedToleratedFailureThreshold', 'The specified tolerated failure threshold was exceeded');

type Limit = 'MaxConcurrency' | 'ToleratedFailureCount' | 'ToleratedFailurePercentage';

const number = (run: StateRun<MapState>, field: Limit): Promise<number> =>
  fillNumber(run, run.state[field] ?? 0, field);

async function givenItems(run: StateRun<MapState>): Promise<Json[]> {
  const { Items } = run.state;
  const items = Items === undefined ? run.input : await fillTemplate(run, Items, 'Items');
  if (Array.isArray(items)) return items;
  if (items !== null && typeof items === 'object') {
    return Object.entries(items).map(([Key, Value]) => ({ Key, Value }));
  }
  throw evaluationError(run, `Map state input must be an array but was: ${JSON.stringify(items)}`);
}

async function resultOf(run: StateRun<MapState>, mapRun: MapRun, given: Json[] | undefined): Promise<Json> {
  const { state, flow } = run;
  const { history } = flow.engine;
  try {
    const items = given ?? (state.ItemReader ? await readItems(run, state.ItemReader) : []);
    const ends = await runChildren(run, mapRun, await selected(run, items));
    const result = await writeResults(run, mapRun.mapRunArn, ends);
    await mapRun.ended('SUCCEEDED');
    return result;
  } catch (thrown) {
    if (flow.signal.aborted) {
      if (!(flow.signal.reason instanceof ServiceClosed)) await mapRun.ended('ABORTED');
      throw flow.signal.reason;
    }
    const error = asStatesError(thrown);
    await mapRun.ended('FAILED');
    if (error.error !== 'States.QueryEvaluationError') {
      history.append(flow.thread, 'MapRunFailed', errorDetails(error));
    }
    throw error;
  }
}

async function selected(run: StateRun<MapState>, items: readonly Json[]): Promise<Json[]> {
  const { ItemSelector } = run.state;
  if (ItemSelector === undefined) return [...items];
  const inputs: Json[] = [];
  for (const [Index, Value] of items.entries()) {
    const context = { ...run.context, Map: { Item: { Index, Value } } };
    inputs.push(await fillTemplate(run, ItemSelector, 'ItemSelector', { context }));
  }
  run.flow.engine.inspect?.({ afterItemSelector: inputs });
  return inputs;
}

async function runChildren(run: StateRun<MapState>, mapRun: MapRun, inputs: Json[]): Promise<ChildEnd[]> {
  const batches = await batchesOf(run, inputs);
  await mapRun.planned(inputs.length, batches.length);
  const group = childSignal(run.flow.signal);
  const ends = new Map<number, ChildEnd>();
  let failedCount = 0;
  let failure: { readonly error: unknown } | undefined;
  const fail = (error: unknown) => {
    failure ??= { error };
    group.abort(new BranchCancelled());
  };
  const runOne = async (index: number): Promise<void> => {
    const batch = batches[index];
    if (!batch) return;
    const end = await mapRun.child(index, batch.input, batch.itemCount, group.signal);
    ends.set(index, end);
    if (end.status !== 'SUCCEEDED') failedCount += batch.itemCount;
    if (isOverTolerance(mapRun.limits, failedCount, inputs.length)) fail(overTolerance());
  };

  const running = new Set<Promise<void>>();
  for (let index = 0; index < batches.length && !group.signal.aborted; index += 1) {
    const child: Promise<void> = runOne(index)
      .catch(fail)
      .finally(() => running.delete(child));
    running.add(child);
    while (running.size >= (mapRun.limits.maxConcurrency || LARGEST_CONCURRENCY)) await Promise.race(running);
  }
  await Promise.all(running);
  group.release();
  if (run.flow.signal.aborted) throw run.flow.signal.reason;
  if (failure) throw failure.error;
  return [...ends].sort(([a], [b]) => a - b).map(([, end]) => end);
}

async function batchesOf(run: StateRun<MapState>, inputs: readonly Json[]) {
  const { ItemBatcher } = run.state;
  if (!ItemBatcher) return inputs.map((input) => ({ input, itemCount: 1 }));
  const filled = (await fillTemplate(run, { ...ItemBatcher } as JsonObject, 'ItemBatcher')) as JsonObject;
  const limit = (value: Json | undefined) => (value === undefined ? undefined : Number(value));
  return batchItems(inputs, {
    items: limit(filled.MaxItemsPerBatch),
    bytes: limit(filled.MaxInputBytesPerBatch),
    batchInput: filled.BatchInput,
  });
}
