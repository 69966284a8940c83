import type { JsonObject } from '../http/service.ts';
import { checkedRequest, type DynaliteOperation } from './dynalite.ts';
import { nullMember, validationException } from './errors.ts';
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
  assertExpressions(input as JsonObject);
  const request = checkedRequest(operation, input, store);
  assertTags(request.Tags);
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
/** dynalite's parser tries each level in several ways: with every one more it takes about three times as long. */
const MOST_PARENTHESES = 6;

function assertExpressions(input: JsonObject): void {
  for (const name of EXPRESSIONS) {
    const expression = input[name];
    if (typeof expression !== 'string') continue;
    if (Buffer.byteLength(expression) > LARGEST_EXPRESSION_BYTES) {
      throw validationException(`Invalid ${name}: Expression size has exceeded the maximum allowed size;`);
    }
    if (depthOf(expression) > MOST_PARENTHESES) {
      throw validationException(`Invalid ${name}: expected parentheses at most ${MOST_PARENTHESES} deep, got more;`);
    }
  }
}

function depthOf(expression: string): number {
  let [depth, deepest] = [0, 0];
  for (const character of expression) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** dynalite stores tags as they come, and throws where nobody can catch it over one without a key. */
function assertTags(tags: unknown): void {
  if (!Array.isArray(tags)) return;
  for (const [index, tag] of (tags as JsonObject[]).entries()) {
    for (const member of ['Key', 'Value'] as const) {
      if (typeof tag?.[member] === 'string') continue;
      const place = `tags.${index + 1}.member.${member.toLowerCase()}`;
      throw nullMember(place);
    }
  }
}

function putItems(operation: DynaliteOperation, request: Request): AttributeMap[] {
  if (operation === 'PutItem') return [request.Item];
  if (operation !== 'BatchWriteItem') return [];
  const writes = Object.values(request.RequestItems as Record<string, JsonObject[]>).flat();
  return writes.flatMap(({ PutRequest }) => (PutRequest ? [(PutRequest as JsonObject).Item as AttributeMap] : []));
}
