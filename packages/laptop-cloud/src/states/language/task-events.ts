import type { Json, JsonObject } from '../../http/service.ts';
import type { TaskResource } from '../integrations/resource.ts';
import { errorDetails, untruncated } from './history.ts';
import type { StatesError } from './states-error.ts';

/** A history event's type and details. */
export type EventParts = readonly [type: string, details: JsonObject | undefined];

/** In seconds; undefined where the state sets none. */
export interface TaskLimits {
  readonly timeout: number | undefined;
  readonly heartbeat: number | undefined;
}

/** The events of one Task attempt; a function by its ARN has names of its own. */
export interface TaskEvents {
  scheduled(parameters: Json, limits: TaskLimits, roleArn?: string): EventParts;
  started(workerName?: string): EventParts;
  submitted(outputText: string): EventParts;
  succeeded(outputText: string): EventParts;
  /** @param wasSubmitted Whether the request that a callback or `.sync` begins with had been made. */
  failed(error: StatesError, wasSubmitted: boolean): EventParts;
  /** Named in the cause when the result is too large. */
  readonly origin: string;
}

/** Picks the events that AWS writes for a resource. */
export function taskEvents(resource: TaskResource, region: string): TaskEvents {
  if (resource.kind === 'integration') return integrationEvents(resource.resourceType, resource.resource, region);
  return functionEvents(resource.arn, resource.kind === 'function' ? 'LambdaFunction' : 'Activity');
}

function integrationEvents(resourceType: string, resource: string, region: string): TaskEvents {
  const names = { resourceType, resource };
  return {
    origin: resourceType,
    scheduled: (parameters, limits, roleArn) => [
      'TaskScheduled',
      { ...names, region, parameters: JSON.stringify(parameters), ...seconds(limits), ...credentials(roleArn) },
    ],
    started: () => ['TaskStarted', names],
    submitted: (output) => ['TaskSubmitted', { ...names, output, outputDetails: untruncated }],
    succeeded: (output) => ['TaskSucceeded', { ...names, output, outputDetails: untruncated }],
    failed: (error, wasSubmitted) => [
      wasSubmitted ? `Task${ending(error)}` : 'TaskSubmitFailed',
      { ...names, ...errorDetails(error) },
    ],
  };
}

function functionEvents(resource: string, prefix: 'LambdaFunction' | 'Activity'): TaskEvents {
  return {
    origin: resource,
    scheduled: (input, limits, roleArn) => [
      `${prefix}Scheduled`,
      {
        resource,
        input: JSON.stringify(input),
        inputDetails: untruncated,
        ...seconds(limits),
        ...credentials(roleArn),
      },
    ],
    started: (workerName) => [`${prefix}Started`, workerName === undefined ? undefined : { workerName }],
    submitted: (output) => [`${prefix}Submitted`, { output, outputDetails: untruncated }],
    succeeded: (output) => [`${prefix}Succeeded`, { output, outputDetails: untruncated }],
    failed: (error) => [`${prefix}${ending(error)}`, errorDetails(error)],
  };
}

const seconds = ({ timeout, heartbeat }: TaskLimits): JsonObject => ({
  ...(timeout === undefined ? {} : { timeoutInSeconds: timeout }),
  ...(heartbeat === undefined ? {} : { heartbeatInSeconds: heartbeat }),
});

const credentials = (roleArn: string | undefined): JsonObject =>
  roleArn === undefined ? {} : { taskCredentials: { roleArn } };

const ending = ({ error }: StatesError): 'TimedOut' | 'Failed' => (error === 'States.Timeout' ? 'TimedOut' : 'Failed');
