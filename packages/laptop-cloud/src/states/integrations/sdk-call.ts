import { randomUUID } from 'node:crypto';
import { account } from '../../account.ts';
import { type Json, type JsonObject, type OperationService, ServiceError } from '../../http/service.ts';
import type { TaskCall } from '../language/flow-run.ts';
import { StatesError } from '../language/states-error.ts';
import { clientFailure, displayName, sdkErrorName } from './service-names.ts';
import { inSpan } from './task-span.ts';

/** Finds a service by the name that `aws-sdk:{name}` uses. */
export type FindService = (name: string) => OperationService | undefined;

/** camelCase, as definitions write an action, in the API reference's spelling. */
export const operationName = (action: string): string => `${action.charAt(0).toUpperCase()}${action.slice(1)}`;

/** `arn:aws:states:::aws-sdk:{service}:{action}`: the operation's input and output as the API reference gives them. */
export function callSdk(find: FindService, service: string, action: string, call: TaskCall): Promise<Json> {
  return callOperation(find, service, action, call.arguments as JsonObject, call).catch((error: unknown) => {
    if (!(error instanceof ServiceError)) throw clientFailure(displayName(service), error);
    const { code, message, status } = error;
    throw new StatesError(
      sdkErrorName(service, code),
      `${message} (Service: ${displayName(service)}, Status Code: ${status}, Request ID: ${randomUUID()})`,
    );
  });
}

/**
 * Calls one operation inside a span of its own.
 *
 * @throws ServiceError as the service answers it.
 */
export function callOperation(
  find: FindService,
  service: string,
  action: string,
  input: JsonObject,
  call: TaskCall,
): Promise<JsonObject> {
  const name = operationName(action);
  const operation = find(service)?.operations[name];
  if (!operation) throw new StatesError('States.Runtime', `the laptop cloud has no operation ${service}:${action}`);
  const fields = { namespace: 'aws', aws: { operation: name, region: account.region } } as const;
  return inSpan(call.span, displayName(service), fields, ({ traceHeader }) =>
    operation(input, {
      accessKeyId: call.context.StateMachine.Name,
      ...(traceHeader === undefined ? {} : { traceHeader }),
    }),
  );
}
