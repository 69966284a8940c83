import type { Json, JsonObject, OperationService } from '../../src/http/service.ts';
import { ServiceError } from '../../src/http/service.ts';
import type { FunctionResult, InvokeFunction } from '../../src/lambda/invocation.ts';
import type { Engine, TaskCall } from '../../src/states/language/flow-run.ts';
import { StatesError } from '../../src/states/language/states-error.ts';
import type { LambdaBehaviour, RecordedExecution, TaskReply } from './recording.ts';

type CallTask = Engine['callTask'];

/** Lets Tasks answer what they answered when they were recorded; those without a reply are really called. */
export function replayTasks({ taskReplies = [] }: RecordedExecution): (callTask: CallTask) => CallTask {
  const left = [...taskReplies];
  return (callTask) => async (call) => {
    // Activities are acted out: a worker polls for them.
    if (call.resource.kind === 'activity') return callTask(call);
    const reply = takeReply(left, call);
    if (!reply) return callTask(call);
    if (reply.submittedOutput !== undefined) call.submitted(reply.submittedOutput);
    return outcome(reply);
  };
}

function takeReply(left: TaskReply[], { context }: TaskCall): TaskReply | undefined {
  const item = context.Map?.Item.Index;
  const index = left.findIndex(
    ({ state, mapIteration }) =>
      state === context.State?.Name && (item === undefined || mapIteration === undefined || mapIteration === item),
  );
  return index < 0 ? undefined : left.splice(index, 1)[0];
}

function outcome({ outcome, output, error, cause }: TaskReply): Promise<Json> {
  if (outcome?.endsWith('Succeeded')) return Promise.resolve(output ?? null);
  // Nobody answers: the Task's own time limit has to end it, or whatever else ended it when it was recorded.
  if (outcome === undefined || outcome.endsWith('TimedOut')) return new Promise(() => undefined);
  const text = cause === undefined || typeof cause === 'string' ? cause : JSON.stringify(cause);
  return Promise.reject(new StatesError(error, text));
}

/** Runs the functions that the recorded tests had. */
export function actLambdas(
  { lambdas = {} }: RecordedExecution,
  behaviours: Readonly<Record<string, LambdaBehaviour>>,
): InvokeFunction {
  return async (name, payload): Promise<FunctionResult> => {
    const behaviour = lambdas[name] ?? lambdas[`arn:aws:lambda:us-east-1:000000000000:function:${name}`];
    const { kind, error = 'Exception', message = '', bytes = 0 } = behaviours[behaviour ?? ''] ?? { kind: 'absent' };
    switch (kind) {
      case 'return-event':
        return { ok: true, payload };
      case 'return':
        return { ok: true, payload: `input-event-${typeof payload === 'string' ? payload : pythonText(payload)}` };
      case 'return-large':
        return { ok: true, payload: 'a'.repeat(bytes) };
      case 'sleep':
        return new Promise(() => undefined);
      case 'raise':
        return { ok: false, functionError: 'Unhandled', payload: raised(error, message) };
      default:
        throw new ServiceError('ResourceNotFoundException', `Function not found: ${name}`, 404);
    }
  };
}

/** A value as Python prints it. */
function pythonText(value: Json): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `[${value.map(pythonText).join(', ')}]`;
  if (typeof value === 'number') return String(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `'${key}': ${pythonText(item)}`)
    .join(', ')}}`;
}

/** As the Python of the recorded tests fails. */
const raised = (errorType: string, errorMessage: string) => ({
  errorMessage,
  errorType,
  requestId: '<uuid:1>',
  stackTrace: [
    `  File "/var/task/handler.py", line 2, in handler\n    raise ${errorType}(${JSON.stringify(errorMessage)})\n`,
  ],
});

/** S3 holds what the recorded test put there; other services are there, but only recorded replies answer for them. */
export function outsideServices({ s3 = [] }: RecordedExecution): (name: string) => OperationService | undefined {
  const objects = s3.map(({ bucket, key, body }) => ({ Bucket: bucket, Key: key, Body: body }));
  const find = ({ Bucket, Key }: JsonObject) =>
    objects.find((object) => object.Bucket === Bucket && object.Key === Key);
  const bucket = serviceOf({
    async GetObject(input) {
      const found = find(input);
      if (!found) throw new ServiceError('NoSuchKey', 'The specified key does not exist.', 404);
      return found;
    },
    async PutObject(input) {
      objects.push({ Bucket: String(input.Bucket), Key: String(input.Key), Body: String(input.Body) });
      return {};
    },
    async ListObjectsV2({ Bucket, Prefix = '' }) {
      const inBucket = objects.filter((object) => object.Bucket === Bucket && object.Key.startsWith(String(Prefix)));
      return {
        Contents: inBucket.map(({ Key, Body }) => ({
          Key,
          LastModified: new Date().toISOString(),
          ETag: '"00000000000000000000000000000000"',
          Size: Buffer.byteLength(Body),
          StorageClass: 'STANDARD',
        })),
      };
    },
  });
  const silent = serviceOf(
    new Proxy({} as OperationService['operations'], {
      get: () => async () => {
        throw new ServiceError('InternalFailure', 'the recording holds no reply of this service', 500);
      },
    }),
  );
  return (name) => {
    if (name === 's3') return { ...bucket, operations: { ...bucket.operations } };
    return name === 'sfn' ? undefined : silent;
  };
}

const serviceOf = (operations: OperationService['operations']): OperationService => ({
  signingName: 'recorded',
  operations,
  handle: () => Promise.reject(new Error('nothing is served here')),
});
