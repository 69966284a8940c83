import type { Clock } from '../../clock.ts';
import { parseJsonText } from '../../http/json-service.ts';
import type { Json, JsonObject } from '../../http/service.ts';
import { abortable, ServiceClosed } from '../language/cancellation.ts';
import type { TaskCall } from '../language/flow-run.ts';
import { StatesError } from '../language/states-error.ts';
import { shaped } from './optimised-call.ts';
import { callOperation, type FindService } from './sdk-call.ts';

/** Resolves when an execution is over. */
export type AwaitExecution = (executionArn: string) => Promise<void>;

/** What it takes to wait for another execution. */
interface Nesting {
  readonly clock: Clock;
  readonly service: FindService;
  readonly executionEnded: AwaitExecution;
}

/**
 * Waits for the execution that a `.sync` task started, and stops it when the task itself is stopped or timed out.
 *
 * @param isParsed Whether input and output are given as JSON (`.sync:2`) or as text (`.sync`).
 * @throws StatesError `States.TaskFailed` with the execution's description when it did not succeed.
 */
export async function awaitNested(
  { clock, service, executionEnded }: Nesting,
  executionArn: string,
  isParsed: boolean,
  call: TaskCall,
): Promise<Json> {
  try {
    await abortable(executionEnded(executionArn), call.signal);
  } catch (error) {
    if (call.signal.aborted && !(call.signal.reason instanceof ServiceClosed)) {
      await callOperation(service, 'sfn', 'stopExecution', { executionArn }, call).catch(() => undefined);
    }
    throw error;
  }
  const described = await clock.busy(() => callOperation(service, 'sfn', 'describeExecution', { executionArn }, call));
  const { InputDetails: _, OutputDetails: __, TraceHeader: ___, ...description } = shaped(described);
  const result: JsonObject = {
    ...description,
    InputDetails: { Included: true },
    ...(description.Output === undefined ? {} : { OutputDetails: { Included: true } }),
  };
  if (description.Status !== 'SUCCEEDED') throw new StatesError('States.TaskFailed', JSON.stringify(result));
  return isParsed ? { ...result, ...parsed(result, 'Input'), ...parsed(result, 'Output') } : result;
}

function parsed(description: JsonObject, field: 'Input' | 'Output'): JsonObject {
  const text = description[field];
  return typeof text === 'string' ? { [field]: parseJsonText(text) } : {};
}
