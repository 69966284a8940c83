import { randomUUID } from 'node:crypto';
import { type Json, type JsonObject, ServiceError } from '../../http/service.ts';
import type { FunctionResult, InvokeFunction } from '../../lambda/invocation.ts';
import type { TaskCall } from '../language/flow-run.ts';
import { StatesError } from '../language/states-error.ts';
import { responseMetadata } from './response-metadata.ts';
import { clientFailure } from './service-names.ts';
import { inSpan } from './task-span.ts';

/** `arn:aws:states:::lambda:invoke`: the function's answer as `Payload`, with the call's metadata around it. */
export async function callLambdaInvoke(invoke: InvokeFunction, call: TaskCall, nowMs: number): Promise<Json> {
  const { FunctionName, Payload = {}, ...others } = call.arguments as JsonObject;
  const unsupported = Object.keys(others).filter(
    (name) => name !== 'InvocationType' || others[name] !== 'RequestResponse',
  );
  if (typeof FunctionName !== 'string' || unsupported.length > 0) {
    const got =
      typeof FunctionName === 'string' ? unsupported.join(', ') : `FunctionName ${JSON.stringify(FunctionName)}`;
    throw new StatesError('States.Runtime', `lambda:invoke takes FunctionName (text) and Payload here, got ${got}`);
  }
  const payload = await invokeTraced(invoke, FunctionName, Payload, call);
  return {
    ExecutedVersion: '$LATEST',
    Payload: payload,
    ...responseMetadata(JSON.stringify(payload), 'application/json', nowMs, { 'X-Amz-Executed-Version': '$LATEST' }),
    StatusCode: 200,
  };
}

/** A function named by its plain ARN: the result is what it returned. */
export const callFunction = (invoke: InvokeFunction, arn: string, call: TaskCall): Promise<Json> =>
  invokeTraced(invoke, arn, call.arguments, call);

async function invokeTraced(invoke: InvokeFunction, name: string, payload: Json, call: TaskCall): Promise<Json> {
  const fields = { namespace: 'aws', aws: { operation: 'Invoke', function_name: name.split(':').at(-1) } } as const;
  return inSpan(call.span, 'Lambda', fields, async ({ traceHeader }) => {
    const principal = call.context.StateMachine.Name;
    const options = { signal: call.signal, principal, ...(traceHeader === undefined ? {} : { traceHeader }) };
    return payloadOf(await invoke(name, payload, options).catch(throwServiceFailure));
  });
}

/** The error that a function threw: its type is the name, the whole document the cause. */
function payloadOf(result: FunctionResult): Json {
  if (result.ok) return result.payload;
  throw new StatesError(result.payload.errorType, JSON.stringify(result.payload));
}

function throwServiceFailure(error: unknown): never {
  if (!(error instanceof ServiceError)) throw clientFailure('Lambda', error);
  const { code, message, status } = error;
  const exception = code.endsWith('Exception') ? code : `${code}Exception`;
  throw new StatesError(
    `Lambda.${exception}`,
    `${message} (Service: AWSLambda; Status Code: ${status}; Error Code: ${code}; Request ID: ${randomUUID()}; Proxy: null)`,
  );
}
