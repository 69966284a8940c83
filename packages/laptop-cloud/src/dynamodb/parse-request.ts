import type { JsonObject } from '../http/service.ts';
import { checkedRequest, type DynaliteOperation } from './dynalite.ts';
import { validationException } from './errors.ts';
import { assertPutItem } from './item-limits.ts';
import type { AttributeMap, Request, Store } from './store.ts';
import { orderedSections, type UpdateSection } from './update-sections.ts';

/** What dynalite makes of an update expression. */
interface Updates {
  sections: UpdateSection[];
}

/**
 * Checks a request as DynamoDB does before it looks at any data. The input is used up: dynalite changes it.
 *
 * @throws ServiceError `ValidationException` or `SerializationException`.
 */
export function parseRequest(operation: DynaliteOperation, input: unknown, store: Store): Request {
  assertExpressionSizes(input as JsonObject);
  const request = checkedRequest(operation, input, store);
  for (const item of putItems(operation, request)) assertPutItem(item);
  const updates = request._updates as unknown as Updates | undefined;
  if (updates) updates.sections = orderedSections(updates.sections);
  return request;
}

const EXPRESSIONS = [
  'UpdateExpression',
  'ConditionExpression',
  'FilterExpression',
  'KeyConditionExpression',
  'ProjectionExpression',
];
const LARGEST_EXPRESSION_BYTES = 4096;

function assertExpressionSizes(input: JsonObject): void {
  for (const name of EXPRESSIONS) {
    const expression = input[name];
    if (typeof expression !== 'string' || Buffer.byteLength(expression) <= LARGEST_EXPRESSION_BYTES) continue;
    throw validationException(`Invalid ${name}: Expression size has exceeded the maximum allowed size;`);
  }
}

function putItems(operation: DynaliteOperation, request: Request): AttributeMap[] {
  if (operation === 'PutItem') return [request.Item];
  if (operation !== 'BatchWriteItem') return [];
  const writes = Object.values(request.RequestItems as Record<string, JsonObject[]>).flat();
  return writes.flatMap(({ PutRequest }) => (PutRequest ? [(PutRequest as JsonObject).Item as AttributeMap] : []));
}
