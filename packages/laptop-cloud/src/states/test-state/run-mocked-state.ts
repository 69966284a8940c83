import type { Json, JsonObject } from '../../http/service.ts';
import { batchItems } from '../language/batch-items.ts';
import { completeState, nextOf } from '../language/complete-state.ts';
import type { MapState, ParallelState } from '../language/definition.ts';
import { isOverTolerance, mapRunLimits, overTolerance } from '../language/distributed-map.ts';
import type { Outcome, StateRun } from '../language/flow-run.ts';
import { parseItems } from '../language/read-items.ts';
import { StatesError } from '../language/states-error.ts';
import { evaluationError, fillTemplate } from '../language/template.ts';
import type { Mock } from './mock.ts';
import type { StateConfiguration } from './state-configuration.ts';

/** A Map or Parallel whose inner states are not run: its own fields are, then the mock is its result. */
export async function runMockedState(run: StateRun, mock: Mock, configuration: StateConfiguration): Promise<Outcome> {
  const { state } = run;
  if (state.Type === 'Map') await runMapFields({ ...run, state }, configuration);
  if (state.Type === 'Parallel' && state.Arguments !== undefined) await fillTemplate(run, state.Arguments, 'Arguments');
  if (mock.kind === 'error') throw new StatesError(mock.error, mock.cause);
  if (state.Type === 'Map') await refuseFailures({ ...run, state }, mock.result, configuration);
  const { result } = mock;
  return completeState(run, state as MapState | ParallelState, {
    next: nextOf(state as MapState | ParallelState),
    output: result,
    scope: { result },
  });
}

async function runMapFields(run: StateRun<MapState>, configuration: StateConfiguration): Promise<void> {
  const { state, flow } = run;
  const items = await itemsOf(run, configuration);
  await mapRunLimits(run);
  const inputs: Json[] = [];
  for (const [Index, Value] of items.entries()) {
    const context = { ...run.context, Map: { Item: { Index, Value } } };
    inputs.push(
      state.ItemSelector === undefined
        ? Value
        : await fillTemplate(run, state.ItemSelector, 'ItemSelector', { context }),
    );
  }
  if (state.ItemSelector !== undefined) flow.engine.inspect?.({ afterItemSelector: inputs });
  if (state.ItemBatcher) {
    const batcher = (await fillTemplate(run, { ...state.ItemBatcher } as JsonObject, 'ItemBatcher')) as JsonObject;
    const limit = (value: Json | undefined) => (value === undefined ? undefined : Number(value));
    const limits = { items: limit(batcher.MaxItemsPerBatch), bytes: limit(batcher.MaxInputBytesPerBatch) };
    const batches = batchItems(inputs, { ...limits, batchInput: batcher.BatchInput });
    flow.engine.inspect?.({ afterItemBatcher: batches.map(({ input }) => input) });
  }
}

async function itemsOf(run: StateRun<MapState>, { mapItemReaderData }: StateConfiguration): Promise<Json[]> {
  const { ItemReader, Items } = run.state;
  if (ItemReader) {
    const config = ItemReader.ReaderConfig ?? {};
    await fillTemplate(run, ItemReader.Arguments ?? {}, 'ItemReader/Arguments');
    const items = mapItemReaderData === undefined ? [] : parseItems(mapItemReaderData, config);
    if (config.ItemsPointer !== undefined) run.flow.engine.inspect?.({ afterItemsPointer: items });
    return items;
  }
  const items = Items === undefined ? run.input : await fillTemplate(run, Items, 'Items');
  if (Array.isArray(items)) return items;
  throw evaluationError(run, `Map state input must be an array but was: ${JSON.stringify(items)}`);
}

/** As recorded: failed iterations count against a tolerance only where the Map sets one. */
async function refuseFailures(run: StateRun<MapState>, result: Json, configuration: StateConfiguration): Promise<void> {
  const { ToleratedFailureCount, ToleratedFailurePercentage } = run.state;
  if (ToleratedFailureCount === undefined && ToleratedFailurePercentage === undefined) return;
  const failedCount = configuration.mapIterationFailureCount ?? 0;
  const itemCount = Array.isArray(result) ? result.length : failedCount;
  if (isOverTolerance(await mapRunLimits(run), failedCount, itemCount)) throw overTolerance();
}
