import type { Json, JsonObject } from '../http/service.ts';
import type { DynaliteOperation } from './dynalite.ts';
import { nullMember, validationException } from './errors.ts';
import { itemBytes } from './item-limits.ts';
import { parseRequest } from './parse-request.ts';
import { returnsOldItem } from './single-writes.ts';
import type { AttributeMap, Request, Store } from './store.ts';

const LIMIT = 100;
/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const LARGEST_PAYLOAD_BYTES = 4 * 1024 * 1024;

/** One write of a transaction, checked by itself but not yet against its table. */
export interface TransactAction {
  readonly kind: 'Put' | 'Update' | 'Delete' | 'ConditionCheck';
  /** What dynalite runs for it; a check runs as a deletion whose writes are thrown away. */
  readonly operation: DynaliteOperation;
  readonly request: Request;
  readonly returnsOldItem: boolean;
}

const OPERATIONS = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'DeleteItem',
} as const;
const EXPRESSIONS: Partial<Record<TransactAction['kind'], string>> = {
  Update: 'UpdateExpression',
  ConditionCheck: 'ConditionExpression',
};

/**
 * Reads the `TransactItems` of a TransactWriteItems request.
 *
 * @throws ServiceError `ValidationException` for none or more than 100 items, more than 4 MB, an item with no or several
 *   actions, a missing expression, or anything wrong inside one action.
 */
export function parseTransactWrite(input: JsonObject, store: Store): TransactAction[] {
  const items = transactItems(input);
  const actions = items.map((item, index) => {
    const [kind, action] = onlyAction(item);
    const expression = EXPRESSIONS[kind];
    if (expression && action[expression] === undefined) {
      const path = `transactItems.${index + 1}.member.${lowerFirst(kind)}.${lowerFirst(expression)}`;
      throw nullMember(path);
    }
    const { ReturnConsumedCapacity } = input;
    return {
      kind,
      operation: OPERATIONS[kind],
      returnsOldItem: returnsOldItem(action.ReturnValuesOnConditionCheckFailure),
      request: parseRequest(
        OPERATIONS[kind],
        { ...action, ...(ReturnConsumedCapacity ? { ReturnConsumedCapacity } : {}) },
        store,
      ),
    };
  });
  // Each action is well formed by now.
  const bytes = items.reduce((sum, item) => sum + payloadBytes(onlyAction(item)[1]), 0);
  if (bytes <= LARGEST_PAYLOAD_BYTES) return actions;
  throw validationException(`Transaction payload size cannot exceed 4MB. Payload Size: ${bytes}`);
}

/** As DynamoDB Local counts it: an item or key, and the expressions with the values given for them. */
function payloadBytes({ Item, Key, ExpressionAttributeValues, UpdateExpression, ConditionExpression }: JsonObject) {
  const values = Object.values((ExpressionAttributeValues ?? {}) as AttributeMap);
  return (
    itemBytes((Item ?? Key) as AttributeMap) +
    values.reduce((sum, value) => sum + itemBytes({ '': value }), 0) +
    Buffer.byteLength(`${UpdateExpression ?? ''}${ConditionExpression ?? ''}`)
  );
}

/** @throws ServiceError `ValidationException` when there are none or more than 100. */
export function transactItems(input: JsonObject): JsonObject[] {
  const items = input.TransactItems;
  const problem = (constraint: string) =>
    validationException(
      `1 validation error detected: Value '${shortened(items)}' at 'transactItems' failed to satisfy constraint: ${constraint}`,
    );
  if (!Array.isArray(items)) throw problem('Member must not be null');
  if (items.length === 0) throw problem('Member must have length greater than or equal to 1');
  if (items.length > LIMIT) throw problem(`Member must have length less than or equal to ${LIMIT}`);
  const missing = items.findIndex((item) => item === null || typeof item !== 'object' || Array.isArray(item));
  if (missing < 0) return items as JsonObject[];
  throw validationException(
    `1 validation error detected: Value '${shortened(items[missing])}' at 'transactItems.${missing + 1}.member' failed to satisfy constraint: Member must not be null`,
  );
}

/** @throws ServiceError `ValidationException` when two actions are about the same item. */
export function assertNoItemTwice(keys: readonly string[]): void {
  if (new Set(keys).size === keys.length) return;
  throw validationException('Transaction request cannot include multiple operations on one item');
}

function onlyAction(item: JsonObject): [TransactAction['kind'], JsonObject] {
  const actions = Object.entries(item).filter(([, action]) => action !== null);
  const [kind, action] = actions[0] ?? [];
  if (actions.length !== 1 || !kind || !Object.hasOwn(OPERATIONS, kind) || typeof action !== 'object') {
    throw validationException('TransactItems can only contain one of Check, Put, Update or Delete');
  }
  return [kind as TransactAction['kind'], action as JsonObject];
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const shortened = (value: Json | undefined): string => (JSON.stringify(value) ?? 'null').slice(0, 200);
