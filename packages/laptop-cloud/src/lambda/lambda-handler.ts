import type { IncomingMessage, ServerResponse } from 'node:http';
import { decodeUri } from '../http/decode-uri.ts';
import { assertDepth, sendJson, sendJsonError } from '../http/json-service.ts';
import { type Caller, type Json, readBody, type Service, ServiceError } from '../http/service.ts';
import { DEFAULT_HANDLER, type FunctionSpec, functionArn, functionNameOf } from './function-spec.ts';
import type { InvokeFunction } from './invocation.ts';

export interface LambdaHandlerOptions {
  readonly functions: readonly FunctionSpec[];
  readonly invoke: InvokeFunction;
  invokeLater?(functionName: string, payload: Json): Promise<void>;
}

const CONTENT_TYPE = 'application/json';
const INVOCATION_TYPES: ReadonlySet<string> = new Set(['RequestResponse', 'Event', 'DryRun']);
const ROUTE = /^\/2015-03-31\/functions(?:\/([^/?]+)(?:\/(invocations|configuration))?)?\/?(?:\?.*)?$/;

/**
 * Lambda's REST API, as far as it makes sense here: Invoke, ListFunctions, GetFunction, GetFunctionConfiguration.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export function lambdaHandler(options: LambdaHandlerOptions): Service['handle'] {
  return async (request, response, caller) => {
    try {
      await route(request, response, caller, options);
    } catch (error) {
      sendJsonError(response, error, CONTENT_TYPE);
    }
  };
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  caller: Caller,
  options: LambdaHandlerOptions,
): Promise<void> {
  const [matched, encodedName, resource] = ROUTE.exec(request.url ?? '') ?? [];
  const name = decodeUri(encodedName ?? '');
  if (matched && request.method === 'POST' && resource === 'invocations') {
    return invoke(request, response, caller, name, options);
  }
  if (!matched || request.method !== 'GET') {
    throw new ServiceError(
      'UnknownOperationException',
      `the laptop cloud does not serve ${request.method} ${request.url}; served are invoke, list and get`,
      404,
    );
  }
  if (name === '') return sendJson(response, 200, { Functions: options.functions.map(configurationOf) }, CONTENT_TYPE);
  const configuration = configurationOf(find(options.functions, name));
  sendJson(response, 200, resource ? configuration : { Configuration: configuration }, CONTENT_TYPE);
}

async function invoke(
  request: IncomingMessage,
  response: ServerResponse,
  { traceHeader }: Caller,
  name: string,
  options: LambdaHandlerOptions,
): Promise<void> {
  find(options.functions, name);
  const type = String(request.headers['x-amz-invocation-type'] ?? 'RequestResponse');
  if (!INVOCATION_TYPES.has(type)) {
    const expected = [...INVOCATION_TYPES].join(', ');
    throw new ServiceError(
      'InvalidParameterValueException',
      `expected an invocation type of ${expected}, got "${type}"`,
    );
  }
  const payload = parsePayload(await readBody(request));
  if (type === 'DryRun') return void response.writeHead(204).end();
  if (type === 'Event') {
    if (!options.invokeLater) throw new ServiceError('InvalidParameterValueException', 'Event is not served here');
    await options.invokeLater(functionNameOf(name), payload);
    return void response.writeHead(202).end();
  }
  const result = await options.invoke(name, payload, traceHeader ? { traceHeader } : {});
  response.setHeader('x-amz-executed-version', '$LATEST');
  if (!result.ok) response.setHeader('x-amz-function-error', result.functionError);
  sendJson(response, 200, result.payload, CONTENT_TYPE);
}

function parsePayload(body: Buffer): Json {
  if (body.length === 0) return {};
  assertDepth(body);
  try {
    return JSON.parse(body.toString('utf8')) as Json;
  } catch (error) {
    const message = `Could not parse request body into json: ${(error as Error).message}`;
    throw new ServiceError('InvalidRequestContentException', message);
  }
}

function find(functions: readonly FunctionSpec[], nameOrArn: string): FunctionSpec {
  const name = functionNameOf(nameOrArn);
  const found = functions.find((spec) => spec.name === name);
  if (!found) throw new ServiceError('ResourceNotFoundException', `Function not found: ${functionArn(name)}`, 404);
  return found;
}

const configurationOf = (spec: FunctionSpec) => ({
  FunctionName: spec.name,
  FunctionArn: functionArn(spec.name),
  Runtime: `nodejs${process.versions.node.split('.')[0]}.x`,
  Handler: spec.handler ?? DEFAULT_HANDLER,
  Description: spec.description,
  Timeout: spec.timeoutSeconds,
  MemorySize: spec.memoryMb,
  Version: '$LATEST',
  PackageType: 'Zip',
  State: 'Active',
  LastUpdateStatus: 'Successful',
  TracingConfig: { Mode: 'Active' },
  Environment: { Variables: spec.environment },
});
