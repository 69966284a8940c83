import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { codeCacheOf } from './code-cache.ts';
import { runScript } from './run-script.ts';
import { realNow, shiftTime } from './shifted-time.ts';
import type { ErrorDocument, InvocationMessage, WorkerAnswer, WorkerStart } from './worker-messages.ts';

/**
 * The thread's side of an invocation: loads the bundle once, then runs its handler for one event after the other with
 * Lambda's context object. https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html
 */

type Handler = (event: unknown, context: unknown) => unknown;
type Exports = Readonly<Record<string, unknown>>;

const { handler: named, functionArn, codeFolder } = workerData as WorkerStart;
const port = parentPort;
if (!port) throw new Error('expected to run in a worker thread, got the main thread');

const say = (answer: WorkerAnswer) => port.postMessage(answer);

load()
  .then((handler) => {
    port.on('message', (message: InvocationMessage) => {
      void invoke(handler, message).then(say).then(keepOnce);
    });
    say({ kind: 'ready' });
  })
  .catch((error) => say({ kind: 'broken', error: loadError(error) }));

/** What a thread compiled for its first event is what the next one needs for its own. */
let keepCode: (() => void) | undefined;

function keepOnce(): void {
  keepCode?.();
  keepCode = undefined;
}

/** V8 gives back the code of scripts; an ES module is compiled in each thread. */
async function loadModule(): Promise<Exports> {
  if (codeFolder === undefined || !named.url.endsWith('.cjs')) return import(named.url) as Promise<Exports>;
  const file = fileURLToPath(named.url);
  const script = runScript(file, codeCacheOf(file, codeFolder));
  keepCode = script.keepCode;
  return script.exports as Exports;
}

async function load(): Promise<Handler> {
  const module = await loadModule();
  // Of a CommonJS module Node finds some exports by their names, and all of them in the default one.
  const handler = module[named.exportName] ?? (module.default as Exports | undefined)?.[named.exportName];
  if (typeof handler !== 'function') {
    const message = `${named.name} is undefined or not exported`;
    throw Object.assign(new Error(message), { name: 'Runtime.HandlerNotFound' });
  }
  return handler as Handler;
}

async function invoke(handler: Handler, message: InvocationMessage): Promise<WorkerAnswer> {
  process.env._X_AMZN_TRACE_ID = message.traceHeader;
  shiftTime(message.clockOffsetMs);
  try {
    const result = await handler(JSON.parse(message.event), contextOf(message));
    return { kind: 'result', payload: JSON.stringify(result) ?? 'null' };
  } catch (error) {
    return { kind: 'error', error: errorDocument(error) };
  }
}

function contextOf({ requestId, deadlineMs }: InvocationMessage) {
  return {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: '$LATEST',
    invokedFunctionArn: functionArn,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    getRemainingTimeInMillis: () => Math.max(0, deadlineMs - realNow()),
  };
}

function errorDocument(error: unknown): ErrorDocument {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: String(error.stack ?? '').split('\n') };
}

/** Lambda names the two ways in which a module cannot even be read. */
function loadError(error: unknown): ErrorDocument {
  const document = errorDocument(error);
  const code = (error as { code?: string } | null)?.code;
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') {
    return { ...document, errorType: 'Runtime.ImportModuleError', errorMessage: `Error: ${document.errorMessage}` };
  }
  if (error instanceof SyntaxError) {
    const errorMessage = `SyntaxError: ${document.errorMessage}`;
    return { ...document, errorType: 'Runtime.UserCodeSyntaxError', errorMessage };
  }
  return document;
}
