import { randomUUID } from 'node:crypto';
import { type Json, type JsonObject, ServiceError } from '../../http/service.ts';
import type { TaskCall } from '../language/flow-run.ts';
import { StatesError } from '../language/states-error.ts';
import { responseMetadata } from './response-metadata.ts';
import { callOperation, type FindService } from './sdk-call.ts';
import { clientFailure } from './service-names.ts';

/** How one of Step Functions' own integrations differs from the plain SDK call it stands for. */
interface OptimisedService {
  /** The service's name in `aws-sdk:`. */
  readonly service: string;
  readonly actions: readonly string[];
  /** In error names: `SQS.QueueDoesNotExistException`. */
  readonly errorPrefix: string;
  /** In causes. */
  readonly serviceName: string;
  readonly contentType: string;
  /** Fields that the service takes as text, and a definition may give as JSON. */
  readonly textFields?: readonly string[];
}

const JSON_1_0 = 'application/x-amz-json-1.0';
const JSON_1_1 = 'application/x-amz-json-1.1';

/** By the name that resources use. https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html */
const SERVICES: Readonly<Record<string, OptimisedService>> = {
  sns: {
    service: 'sns',
    actions: ['publish'],
    errorPrefix: 'SNS',
    serviceName: 'AmazonSNS',
    contentType: 'text/xml',
    textFields: ['Message'],
  },
  sqs: {
    service: 'sqs',
    actions: ['sendMessage'],
    errorPrefix: 'SQS',
    serviceName: 'AmazonSQS',
    contentType: JSON_1_0,
    textFields: ['MessageBody'],
  },
  states: {
    service: 'sfn',
    actions: ['startExecution'],
    errorPrefix: 'StepFunctions',
    serviceName: 'AWSStepFunctions',
    contentType: JSON_1_0,
    textFields: ['Input'],
  },
  events: {
    service: 'eventbridge',
    actions: ['putEvents'],
    errorPrefix: 'EventBridge',
    serviceName: 'AmazonEventBridge',
    contentType: JSON_1_1,
  },
  dynamodb: {
    service: 'dynamodb',
    actions: ['getItem', 'putItem', 'updateItem', 'deleteItem'],
    errorPrefix: 'DynamoDB',
    serviceName: 'AmazonDynamoDBv2',
    contentType: JSON_1_0,
  },
};

/** The service's name in `aws-sdk:` when this is one of the integrations with a shape of their own. */
export function optimisedService(resourceType: string, action: string): string | undefined {
  const found = SERVICES[resourceType];
  return found?.actions.includes(action) ? found.service : undefined;
}

/** The optimised integrations that there are, for messages: `sns:publish`. */
export const optimisedNames = (): string[] =>
  Object.entries(SERVICES).flatMap(([name, { actions }]) => actions.map((action) => `${name}:${action}`));

/** Calls a service as its optimised integration does: the answer has the call's metadata beside it. */
export async function callOptimised(
  find: FindService,
  resourceType: string,
  action: string,
  call: TaskCall,
  nowMs: number,
): Promise<JsonObject> {
  const found = SERVICES[resourceType];
  if (!found) throw new StatesError('States.Runtime', `the resource ${resourceType}:${action} is not supported here`);
  const input = asTexts(call.arguments as JsonObject, found, action);
  try {
    const answer = shaped(await callOperation(find, found.service, action, input, call));
    return { ...answer, ...responseMetadata(JSON.stringify(answer), found.contentType, nowMs) };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw clientFailure(found.errorPrefix, error);
    const { code, message, status } = error;
    const exception = code.endsWith('Exception') ? code : `${code}Exception`;
    throw new StatesError(
      `${found.errorPrefix}.${exception}`,
      `${message} (Service: ${found.serviceName}; Status Code: ${status}; Error Code: ${code}; Request ID: ${randomUUID()}; Proxy: null)`,
    );
  }
}

function asTexts(given: JsonObject, { textFields = [] }: OptimisedService, action: string): JsonObject {
  const input = Object.entries(given).map(([name, value]) => [
    // StartExecution's parameters begin with a small letter, those of its integration with a capital one.
    action === 'startExecution' ? lowerFirst(name) : name,
    textFields.includes(name) && typeof value !== 'string' ? JSON.stringify(value) : value,
  ]);
  const filled = Object.fromEntries(input) as JsonObject;
  if (action !== 'putEvents' || !Array.isArray(filled.Entries)) return filled;
  return { ...filled, Entries: filled.Entries.map(withTextDetail) };
}

function withTextDetail(entry: Json): Json {
  if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) return entry;
  const { Detail } = entry;
  return Detail === undefined || typeof Detail === 'string' ? entry : { ...entry, Detail: JSON.stringify(Detail) };
}

/** Step Functions' own answers get the spelling of all others; their instants become milliseconds. */
export function shaped(answer: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [
      `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      /^(start|stop|redrive)Date$/.test(name) && typeof value === 'number' ? Math.round(value * 1000) : value,
    ]),
  );
}

const lowerFirst = (name: string): string => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
