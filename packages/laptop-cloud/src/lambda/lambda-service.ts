import { randomUUID } from 'node:crypto';
import { bundleWorker } from '../bundle-worker.ts';
import { type Clock, systemClock } from '../clock.ts';
import { type Json, type Service, ServiceError } from '../http/service.ts';
import type { TraceSink } from '../xray/segment.ts';
import { functionEnvironment, type HostAddresses } from './function-environment.ts';
import { FunctionLog } from './function-log.ts';
import { FunctionPool } from './function-pool.ts';
import { DEFAULT_HANDLER, type FunctionSpec, functionArn, functionNameOf } from './function-spec.ts';
import { FunctionWorker, type WorkerOutcome } from './function-worker.ts';
import { handlerModule } from './handler-module.ts';
import type { FunctionResult, InvokeFunction } from './invocation.ts';
import { beginInvocationTrace } from './invocation-trace.ts';
import { lambdaHandler } from './lambda-handler.ts';

export interface LambdaOptions {
  readonly functions: readonly FunctionSpec[];
  /** What a function's environment says about the laptop cloud. */
  hostAddresses(spec: FunctionSpec): HostAddresses;
  readonly clock: Clock;
  readonly traces: TraceSink;
  /** Resolves when the bundles can be loaded; invocations wait for it. @default - they are there */
  readonly bundled?: Promise<unknown>;
  /** Threads of one function. @default 4 */
  readonly concurrency?: number;
  /** As in the options of a cloud. @default - compiled code is not kept */
  readonly codeFolder?: string;
  /** Where `{function}.log` files are kept. @default - lines are not kept */
  readonly logDirectory?: string;
  onLog?(functionId: string, line: string): void;
  /** Takes an event for a function that nobody waits for, durably. @default - such invocations are refused */
  invokeLater?(functionName: string, payload: Json): Promise<void>;
}

export interface LambdaService extends Service {
  readonly invoke: InvokeFunction;
  /** Ends every thread and writes the last log lines. */
  close(): Promise<void>;
}

/** Lambda's limit for a request and for a response, in bytes. */
export const PAYLOAD_LIMIT_BYTES = 6 * 1024 * 1024;

interface RunningFunction {
  readonly spec: FunctionSpec;
  readonly pool: FunctionPool;
  readonly log: FunctionLog;
}

/** Bundles what runs in each function's thread; a start does so early, while it opens what else there is. */
export const bundleRuntime = (): Promise<string> => bundleWorker('lambda/worker-runtime.ts');

/** Runs bundled functions in threads with Lambda's environment, limits and error documents. */
export async function createLambdaService(options: LambdaOptions): Promise<LambdaService> {
  const runtimeFile = await bundleRuntime();
  const functions = new Map(options.functions.map((spec) => [spec.name, prepare(spec, runtimeFile, options)]));

  const invoke: InvokeFunction = async (functionName, payload, { traceHeader, signal } = {}) => {
    const target = functions.get(functionNameOf(functionName));
    if (!target) throw functionNotFound(functionName);
    const event = requestPayload(payload);
    signal?.throwIfAborted();
    const result = options.clock.busy(async () => {
      await options.bundled;
      return run(target, event, traceHeader, options);
    });
    return signal ? stopWaitingOnAbort(result, signal) : result;
  };

  return {
    signingName: 'lambda',
    invoke,
    handle: lambdaHandler({
      functions: options.functions,
      invoke,
      ...(options.invokeLater ? { invokeLater: options.invokeLater } : {}),
    }),
    async close() {
      await Promise.all([...functions.values()].map(({ pool }) => pool.close()));
      await Promise.all([...functions.values()].map(({ log }) => log.flush()));
    },
  };
}

/** Zero on the machine's own time; a virtual clock is ahead of it by what it has skipped. */
const offsetOf = (clock: Clock): number => (clock === systemClock ? 0 : Math.round(clock.now() - Date.now()));

/** The error for a name that no function has. */
export const functionNotFound = (name: string): ServiceError =>
  new ServiceError('ResourceNotFoundException', `Function not found: ${functionArn(functionNameOf(name))}`, 404);

function prepare(spec: FunctionSpec, runtimeFile: string, options: LambdaOptions): RunningFunction {
  const log = new FunctionLog(spec.name, {
    ...(options.logDirectory === undefined ? {} : { directory: options.logDirectory }),
    onLine: (line) => options.onLog?.(spec.id, line),
  });
  const pool = new FunctionPool({
    size: options.concurrency ?? 4,
    createWorker: () =>
      new FunctionWorker({
        runtimeFile,
        start: {
          handler: handlerModule(spec.bundleDirectory, spec.handler ?? DEFAULT_HANDLER),
          functionArn: functionArn(spec.name),
          codeFolder: options.codeFolder,
        },
        environment: functionEnvironment(spec, options.hostAddresses(spec)),
        timeoutSeconds: spec.timeoutSeconds,
        memoryMb: spec.memoryMb,
        onOutput: (output) => log.follow(output),
      }),
  });
  return { spec, pool, log };
}

async function run(
  { spec, pool, log }: RunningFunction,
  event: string,
  callerHeader: string | undefined,
  { clock, traces }: LambdaOptions,
): Promise<FunctionResult> {
  const requestId = randomUUID();
  const trace = beginInvocationTrace(traces, spec, { requestId, startMs: clock.now(), callerHeader });
  const result = resultOf(
    await pool.run({ requestId, event, traceHeader: trace.header, clockOffsetMs: offsetOf(clock) }),
  );
  if (!result.ok) log.add(JSON.stringify({ level: 'ERROR', requestId, ...result.payload }));
  trace.finish(result, clock.now());
  return result;
}

function resultOf(outcome: WorkerOutcome): FunctionResult {
  if ('error' in outcome) return { ok: false, functionError: 'Unhandled', payload: outcome.error };
  if (Buffer.byteLength(outcome.payload) <= PAYLOAD_LIMIT_BYTES)
    return { ok: true, payload: JSON.parse(outcome.payload) };
  const errorMessage = `Response payload size exceeded maximum allowed payload size (${PAYLOAD_LIMIT_BYTES} bytes).`;
  return {
    ok: false,
    functionError: 'Unhandled',
    payload: { errorType: 'Function.ResponseSizeTooLarge', errorMessage },
  };
}

function requestPayload(payload: Json): string {
  const event = JSON.stringify(payload);
  if (Buffer.byteLength(event) <= PAYLOAD_LIMIT_BYTES) return event;
  const message = `Request must be smaller than ${PAYLOAD_LIMIT_BYTES} bytes for the InvokeFunction operation`;
  throw new ServiceError('RequestEntityTooLargeException', message, 413);
}

function stopWaitingOnAbort<T>(result: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
