import type { Clock } from '../../clock.ts';
import type { Json, JsonObject } from '../../http/service.ts';
import type { InvokeFunction } from '../../lambda/invocation.ts';
import type { TaskCall } from '../language/flow-run.ts';
import { StatesError } from '../language/states-error.ts';
import { callFunction, callLambdaInvoke } from './lambda.ts';
import { type AwaitExecution, awaitNested } from './nested-execution.ts';
import { callOptimised, optimisedNames, optimisedService } from './optimised-call.ts';
import type { TaskResource } from './resource.ts';
import { callSdk, type FindService, operationName } from './sdk-call.ts';

export interface Resources {
  readonly clock: Clock;
  readonly invokeFunction: InvokeFunction;
  readonly service: FindService;
  readonly executionEnded: AwaitExecution;
  performActivity(activityArn: string, call: TaskCall): Promise<Json>;
}

type Integration = Extract<TaskResource, { readonly kind: 'integration' }>;

/** Hands a Task's call to whatever its resource names, and waits for whoever answers it. */
export function createTaskCaller(resources: Resources): (call: TaskCall) => Promise<Json> {
  const { clock, invokeFunction } = resources;
  return async (call) => {
    const { resource } = call;
    if (resource.kind === 'activity') return resources.performActivity(resource.arn, call);
    if (resource.kind === 'function') return clock.busy(() => callFunction(invokeFunction, resource.arn, call));
    if (resource.pattern === 'request') return clock.busy(() => request(resources, resource, call));
    return requestOnceAndWait(resources, resource, call);
  };
}

/** A request that an earlier process made is not made again; its answer is still awaited. */
async function requestOnceAndWait(resources: Resources, resource: Integration, call: TaskCall): Promise<Json> {
  const { ticket } = call;
  if (!ticket) throw new StatesError('States.Runtime', 'a task that is answered later needs a token');
  const submission =
    ticket.submission ??
    (await resources.clock.busy(async () => {
      await ticket.begin();
      const output = await request(resources, resource, call);
      await ticket.submitted(output);
      return output;
    }));
  call.submitted(submission);
  if (resource.pattern === 'waitForTaskToken') return ticket.answered();
  const { ExecutionArn = '' } = submission as JsonObject;
  const isParsed = resource.resource.endsWith(':2');
  // As recorded, whoever has the token may also answer in place of the nested execution.
  return Promise.race([awaitNested(resources, String(ExecutionArn), isParsed, call), ticket.answered()]);
}

function request({ clock, invokeFunction, service }: Resources, resource: Integration, call: TaskCall): Promise<Json> {
  const { resourceType, action, isSdk } = resource;
  if (isSdk) return callSdk(service, resource.service, action, call);
  if (resourceType === 'lambda') return callLambdaInvoke(invokeFunction, call, clock.now());
  return callOptimised(service, resourceType, action, call, clock.now());
}

/** Why a definition may not use a resource here; undefined when it may. */
export function unsupportedResource(resource: TaskResource, find: FindService): string | undefined {
  if (resource.kind !== 'integration') return undefined;
  const { resourceType, action, pattern, isSdk } = resource;
  if (pattern === 'sync' && `${resourceType}:${action}` !== 'states:startExecution') {
    return `the pattern .sync is supported for states:startExecution, got ${resourceType}:${action}`;
  }
  if (!isSdk && resourceType === 'lambda' && action === 'invoke') return undefined;
  const service = isSdk ? resource.service : optimisedService(resourceType, action);
  if (service === undefined) {
    const known = ['lambda:invoke', ...optimisedNames(), 'aws-sdk:…'].join(', ');
    return `expected one of ${known}, got ${resourceType}:${action}`;
  }
  return find(service)?.operations[operationName(action)]
    ? undefined
    : `the laptop cloud has no operation ${operationName(action)} of ${service}`;
}
