import type { Clock } from '../../clock.ts';
import type { Json } from '../../http/service.ts';
import type { InvokeFunction } from '../../lambda/invocation.ts';
import type { TaskCall } from '../language/flow-run.ts';
import { StatesError } from '../language/states-error.ts';
import { callFunction, callLambdaInvoke } from './lambda.ts';
import type { TaskResource } from './resource.ts';
import { callSdk, type FindService, operationName } from './sdk-call.ts';
import { callSnsPublish } from './sns-publish.ts';

export interface Resources {
  readonly clock: Clock;
  readonly invokeFunction: InvokeFunction;
  readonly service: FindService;
}

/** Hands a Task's call to whatever its resource names. */
export function createTaskCaller({ clock, invokeFunction, service }: Resources): (call: TaskCall) => Promise<Json> {
  return async (call) => {
    const { resource } = call;
    if (resource.kind === 'function') return callFunction(invokeFunction, resource.arn, call);
    if (resource.kind === 'integration' && resource.pattern === 'request') {
      if (resource.isSdk) return callSdk(service, resource.service, resource.action, call);
      if (resource.resourceType === 'lambda') return callLambdaInvoke(invokeFunction, call, clock.now());
      if (resource.resourceType === 'sns') return callSnsPublish(service, call, clock.now());
    }
    throw new StatesError('States.Runtime', 'the resource is not supported here');
  };
}

/** Why a definition may not use a resource here; undefined when it may. */
export function unsupportedResource(resource: TaskResource, service: FindService): string | undefined {
  if (resource.kind === 'function') return undefined;
  if (resource.kind === 'activity') return 'activities are not supported';
  const { resourceType, action, pattern, isSdk } = resource;
  if (pattern !== 'request') return `the pattern .${pattern} is not supported`;
  if (!isSdk) {
    const known =
      resource.resource === 'invoke' ? resourceType === 'lambda' : resourceType === 'sns' && action === 'publish';
    return known ? undefined : `expected lambda:invoke, sns:publish or aws-sdk:…, got ${resourceType}:${action}`;
  }
  return service(resource.service)?.operations[operationName(action)]
    ? undefined
    : `the local cloud has no operation ${operationName(action)} of ${resource.service}`;
}
