import fc from 'fast-check';
import type { JsonObject } from '../../src/http/service.ts';
import { key, TableName } from './database.ts';

/** A request that both databases get. */
export interface AnyRequest {
  readonly operation: string;
  readonly input: JsonObject;
}

const IDS = ['a', 'b', 'c', 'd'];
const id = fc.constantFrom(...IDS);
const small = fc.integer({ min: -3, max: 3 }).map((value) => ({ N: String(value) }));
const attribute = fc.constantFrom('n', 's', 'set', 'm', 'items');
const value: fc.Arbitrary<JsonObject> = fc.oneof(
  small,
  fc.constantFrom('x', 'y').map((S) => ({ S })),
  fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1 }).map((SS) => ({ SS })),
  small.map((n) => ({ M: { n } })),
  fc.array(small, { maxLength: 4 }).map((L) => ({ L })),
  fc.constant({ NULL: true }),
);

const conditions = [
  'attribute_exists(PK)',
  'attribute_not_exists(PK)',
  'n > :v',
  'n = :v OR attribute_not_exists(n)',
  'attribute_type(n, :type) AND n BETWEEN :v AND :w',
  'contains(#set, :text) OR begins_with(s, :text)',
  'size(#set) >= :v',
  'NOT m.n = :v',
  'n IN (:v, :w)',
];
const updates = [
  'SET n = :v',
  'SET n = if_not_exists(n, :v) + :w',
  'SET n = n - :w',
  'SET m = :map REMOVE s',
  'SET m.n = :v',
  'ADD n :v',
  'ADD #set :texts',
  'DELETE #set :texts',
  'REMOVE n, m',
  'SET GSI1PK = :text, GSI1SK = :text ADD n :w',
  'REMOVE GSI1PK',
  'REMOVE #items[0], #items[2]',
  'REMOVE #items[1] SET #items[2] = :v ADD #items[0] :w',
  'SET m = #items REMOVE #items[0]',
  'SET m = n ADD n :w',
];

/** Only the names and values that the expressions use: others are refused. */
function used(texts: readonly string[], values: JsonObject): JsonObject {
  const all = texts.join(' ');
  const given = Object.entries(values).filter(([name]) => new RegExp(`${name}\\b`).test(all));
  const names = ['set', 'items'].filter((name) => all.includes(`#${name}`)).map((name) => [`#${name}`, name]);
  return {
    ...(given.length > 0 ? { ExpressionAttributeValues: Object.fromEntries(given) } : {}),
    ...(names.length > 0 ? { ExpressionAttributeNames: Object.fromEntries(names) } : {}),
  };
}

const values = fc.record({
  ':v': small,
  ':w': small,
  ':text': fc.constantFrom({ S: 'x' }, { S: 'y' }),
  ':type': fc.constant({ S: 'N' }),
  ':texts': fc.constantFrom(['x'], ['y', 'z']).map((SS) => ({ SS: [...SS] })),
  ':map': small.map((n) => ({ M: { n } })),
});
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const guarded = fc.record({
  condition: maybe(fc.constantFrom(...conditions)),
  values,
  old: fc.constantFrom('NONE', 'ALL_OLD'),
});

type Guarded = { condition: string | undefined; values: JsonObject; old: string };
const guard = ({ condition, values: given, old }: Guarded, ...others: string[]): JsonObject => ({
  ...(condition ? { ConditionExpression: condition, ReturnValuesOnConditionCheckFailure: old } : {}),
  ...used([...others, condition ?? ''], given),
});

const write: fc.Arbitrary<{ kind: 'Put' | 'Update' | 'Delete'; input: JsonObject }> = fc.oneof(
  fc.tuple(id, fc.dictionary(attribute, value, { maxKeys: 3 }), guarded).map(([name, attributes, rest]) => ({
    kind: 'Put' as const,
    input: { TableName, Item: { ...key(name), ...attributes }, ...guard(rest) },
  })),
  fc.tuple(id, fc.constantFrom(...updates), guarded).map(([name, UpdateExpression, rest]) => ({
    kind: 'Update' as const,
    input: { TableName, Key: key(name), UpdateExpression, ...guard(rest, UpdateExpression) },
  })),
  fc.tuple(id, guarded).map(([name, rest]) => ({
    kind: 'Delete' as const,
    input: { TableName, Key: key(name), ...guard(rest) },
  })),
);

const single = fc
  .tuple(write, fc.constantFrom('NONE', 'ALL_OLD'))
  .map(
    ([{ kind, input }, ReturnValues]): AnyRequest => ({ operation: `${kind}Item`, input: { ...input, ReturnValues } }),
  );

const transaction = fc.uniqueArray(write, { minLength: 1, maxLength: 4, selector: ({ input }) => idOf(input) }).map(
  (writes): AnyRequest => ({
    operation: 'TransactWriteItems',
    input: { TransactItems: writes.map(({ kind, input }) => ({ [kind]: input })) },
  }),
);

const read: fc.Arbitrary<AnyRequest> = fc.oneof(
  id.map((name) => ({ operation: 'GetItem', input: { TableName, Key: key(name), ConsistentRead: true } })),
  fc
    .record({ Limit: fc.integer({ min: 1, max: 4 }), ScanIndexForward: fc.boolean(), text: fc.constantFrom('x', 'y') })
    .map(({ text, ...page }) => ({
      operation: 'Query',
      input: {
        TableName,
        IndexName: 'GSI1',
        KeyConditionExpression: 'GSI1PK = :text',
        ExpressionAttributeValues: { ':text': { S: text } },
        ...page,
      },
    })),
  fc
    .record({ FilterExpression: fc.constantFrom(...conditions), values })
    .map(({ FilterExpression, values: given }) => ({
      operation: 'Scan',
      input: { TableName, FilterExpression, Select: 'COUNT', ...used([FilterExpression], given) },
    })),
);

/** A write, a transaction or a read about a few items, each of which may be there or not, or be of another kind. */
export const anyRequest: fc.Arbitrary<AnyRequest> = fc.oneof(single, transaction, read);

/** Requests that leave nothing of what {@link anyRequest} may have written. */
export const cleanUp: readonly AnyRequest[] = IDS.map((name) => ({
  operation: 'DeleteItem',
  input: { TableName, Key: key(name) },
}));

const idOf = ({ Key, Item }: JsonObject): string => JSON.stringify(((Item ?? Key) as JsonObject)['PK']);
