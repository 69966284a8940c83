import { onTestFinished } from 'vitest';
import { type Clock, VirtualClock } from '../../src/clock.ts';
import type { EventBridgeEvent } from '../../src/events/event.ts';
import type { Caller, Json, JsonObject, Operation } from '../../src/http/service.ts';
import type { FunctionResult, InvokeFunction } from '../../src/lambda/invocation.ts';
import { createStatesService, type StatesService } from '../../src/states/states-service.ts';
import type { SegmentDocument } from '../../src/xray/segment.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

type FunctionBody = (payload: Json, options: Parameters<InvokeFunction>[2]) => Promise<Json>;

export interface HarnessOptions {
  readonly directory?: string;
  readonly clock?: Clock;
  /** By name; what a body throws becomes Lambda's error document. */
  readonly functions?: Readonly<Record<string, FunctionBody>>;
  /** Services by SDK name, each with its operations. */
  readonly services?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  /** What is under way, by its id. */
  readonly workUnderWay?: (id: string) => Promise<unknown> | undefined;
  readonly onEvent?: (event: EventBridgeEvent) => Promise<void>;
}

/** The room in a folder of its own, with everything it hands out written down. */
export interface Harness {
  readonly states: StatesService;
  readonly directory: string;
  readonly events: EventBridgeEvent[];
  readonly traces: SegmentDocument[];
  call(operation: string, input: JsonObject, caller?: Caller): Promise<JsonObject>;
  /** Creates a machine of these states, in JSONata mode. */
  machine(name: string, definition: JsonObject): Promise<string>;
  /** Starts, waits until nothing runs, and answers DescribeExecution. */
  execute(stateMachineArn: string, input?: Json, name?: string): Promise<JsonObject>;
  history(executionArn: string): Promise<JsonObject[]>;
}

/** Opens a room until the test is over; two may stand on one folder, one after the other. */
export async function openStates(options: HarnessOptions = {}): Promise<Harness> {
  const directory = options.directory ?? (await temporaryDirectory());
  const events: EventBridgeEvent[] = [];
  const traces: SegmentDocument[] = [];
  const states = await createStatesService({
    directory,
    clock: options.clock ?? new VirtualClock(),
    traces: { put: (document) => traces.push(document) },
    events: async (event) => {
      await options.onEvent?.(event);
      events.push(event);
    },
    invokeFunction: invoker(options.functions ?? {}),
    workUnderWay: options.workUnderWay,
    service: (name) => serviceOf(options.services?.[name]),
  });
  onTestFinished(() => states.close());
  const call: Harness['call'] = async (name, input, caller = {}) => {
    const operation = states.operations[name];
    if (!operation) throw new Error(`there is no operation ${name}`);
    return operation(input, caller);
  };
  return {
    states,
    directory,
    events,
    traces,
    call,
    async machine(name, definition) {
      const text = JSON.stringify({ QueryLanguage: 'JSONata', ...definition });
      const created = await call('CreateStateMachine', { name, definition: text, roleArn: 'arn:aws:iam::0:role/r' });
      return String(created.stateMachineArn);
    },
    async execute(stateMachineArn, input = {}, name) {
      const request = { stateMachineArn, input: JSON.stringify(input), ...(name ? { name } : {}) };
      const { executionArn = '' } = await call('StartExecution', request);
      await states.idle();
      return call('DescribeExecution', { executionArn });
    },
    async history(executionArn) {
      const { events: list = [] } = await call('GetExecutionHistory', { executionArn });
      return list as JsonObject[];
    },
  };
}

function serviceOf(operations: Readonly<Record<string, Operation>> | undefined) {
  return operations && { signingName: 'test', operations, handle: () => Promise.reject(new Error('no HTTP here')) };
}

function invoker(functions: Readonly<Record<string, FunctionBody>>): InvokeFunction {
  return async (name, payload, options): Promise<FunctionResult> => {
    const body = functions[name.split(':').at(-1) ?? ''];
    if (!body) throw new Error(`the test has no function ${name}`);
    try {
      return { ok: true, payload: await body(payload, options) };
    } catch (error) {
      const { name: errorType, message: errorMessage } = error as Error;
      return { ok: false, functionError: 'Unhandled', payload: { errorType, errorMessage, trace: [] } };
    }
  };
}

/** A Task that invokes a function of the test. */
export const invokeTask = (name: string, more: JsonObject = {}): JsonObject => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: `arn:aws:lambda:us-east-1:000000000000:function:${name}`, Payload: '{% $states.input %}' },
  ...more,
});
