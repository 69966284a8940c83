import type { JsonObject } from '../../../local/http/service.ts';
import { key, TableName } from './database.ts';

/** One request of the contract; the cases run in order, on one table. */
export interface ContractCase {
  readonly name: string;
  readonly operation: string;
  readonly input: JsonObject;
  /** Error code that is expected; absent for success. */
  readonly fails?: string;
  /** Why Amazon's DynamoDB Local answers otherwise than the API reference says, and we do not follow it. */
  readonly localDiffers?: string;
}

const single = (
  operation: string,
  name: string,
  input: JsonObject,
  over: Partial<ContractCase> = {},
): ContractCase => ({
  name,
  operation,
  input: { TableName, ...input },
  ...over,
});
const transaction = (
  name: string,
  TransactItems: JsonObject[],
  over: Partial<ContractCase> = {},
  more: JsonObject = {},
) => ({
  name,
  operation: 'TransactWriteItems',
  input: { TransactItems, ...more },
  ...over,
});

const absent = { ConditionExpression: 'attribute_not_exists(PK)' };
const oldItem = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };
const number = (value: string) => ({ ExpressionAttributeValues: { ':v': { N: value } } });
const put = (id: string, more: JsonObject = {}, attributes: JsonObject = {}): JsonObject => ({
  Put: { TableName, Item: { ...key(id), ...attributes }, ...more },
});
const update = (id: string, UpdateExpression: string, more: JsonObject = number('1')): JsonObject => ({
  Update: { TableName, Key: key(id), UpdateExpression, ...more },
});
const query = (KeyConditionExpression: string, values: JsonObject, more: JsonObject = {}) => ({
  KeyConditionExpression,
  ExpressionAttributeValues: values,
  ...more,
});

const INVALID = 'ValidationException';
const CONDITION = 'ConditionalCheckFailedException';
const CANCELED = 'TransactionCanceledException';
const early = 'refuses the request as a whole; the API reference lists it among the reasons of a cancelled transaction';

/** What the ledger relies on, and the errors around it. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/ */
export const contractCases: readonly ContractCase[] = [
  single('PutItem', 'puts an item', {
    Item: { ...key('a'), n: { N: '5' }, s: { S: 'x' }, GSI1PK: { S: 'g' }, GSI1SK: { S: '1' } },
  }),
  single('GetItem', 'gets it', { Key: key('a') }),
  single('GetItem', 'gets nothing for an unknown key', { Key: key('none') }),
  single('PutItem', 'refuses on a condition', { Item: key('a'), ...absent }, { fails: CONDITION }),
  single(
    'PutItem',
    'refuses and returns the old item',
    { Item: key('a'), ...absent, ...oldItem },
    { fails: CONDITION },
  ),
  single(
    'UpdateItem',
    'refuses an update and returns the old item',
    { Key: key('a'), UpdateExpression: 'SET n = :v', ConditionExpression: 'n = :v', ...number('9'), ...oldItem },
    { fails: CONDITION },
  ),
  single(
    'DeleteItem',
    'refuses a deletion and returns the old item',
    { Key: key('a'), ConditionExpression: 'n = :v', ...number('9'), ...oldItem },
    { fails: CONDITION },
  ),
  single(
    'PutItem',
    'refuses an unknown ReturnValuesOnConditionCheckFailure',
    { Item: key('a'), ReturnValuesOnConditionCheckFailure: 'ALL_NEW' },
    { fails: INVALID },
  ),
  single('PutItem', 'refuses an item without its sort key', { Item: { PK: { S: 'a' } } }, { fails: INVALID }),
  single('PutItem', 'refuses a key of another type', { Item: { PK: { N: '1' }, SK: { S: 'x' } } }, { fails: INVALID }),
  single('PutItem', 'refuses an empty key', { Item: key('') }, { fails: INVALID }),
  single(
    'PutItem',
    'refuses an index key of another type',
    { Item: { ...key('z'), GSI1PK: { N: '1' } } },
    { fails: INVALID },
  ),
  single(
    'PutItem',
    'refuses an empty index key',
    { Item: { ...key('z'), GSI1PK: { S: '' }, GSI1SK: { S: '1' } } },
    { fails: INVALID },
  ),
  single(
    'UpdateItem',
    'refuses an update to an empty index key',
    { Key: key('z'), UpdateExpression: 'SET GSI1PK = :v', ExpressionAttributeValues: { ':v': { S: '' } } },
    { fails: INVALID },
  ),
  single(
    'PutItem',
    'refuses an unknown table',
    { TableName: 'Nowhere', Item: key('a') },
    { fails: 'ResourceNotFoundException' },
  ),
  single(
    'PutItem',
    'refuses values that no expression uses',
    { Item: key('q'), ...absent, ...number('1') },
    { fails: INVALID },
  ),
  single(
    'UpdateItem',
    'refuses an empty update',
    { Key: key('a'), UpdateExpression: '', ...number('1') },
    { fails: INVALID },
  ),
  single(
    'UpdateItem',
    'refuses two updates of one path',
    { Key: key('a'), UpdateExpression: 'SET b = :v, b = :v', ...number('1') },
    { fails: INVALID },
  ),
  single(
    'UpdateItem',
    'refuses to change a key',
    { Key: key('a'), UpdateExpression: 'SET PK = :v', ...number('1') },
    { fails: INVALID },
  ),
  single(
    'UpdateItem',
    'refuses to add to text',
    { Key: key('a'), UpdateExpression: 'ADD s :v', ...number('1') },
    { fails: INVALID },
  ),
  single(
    'UpdateItem',
    'refuses to read what is absent',
    { Key: key('a'), UpdateExpression: 'SET q = q + :v', ...number('1') },
    { fails: INVALID },
  ),
  single('UpdateItem', 'adds to what is absent', {
    Key: key('new'),
    UpdateExpression: 'ADD n :v',
    ...number('1'),
    ReturnValues: 'UPDATED_NEW',
  }),
  single('PutItem', 'returns the item it replaces', { Item: key('new'), ReturnValues: 'ALL_OLD' }),
  transaction('writes four items', [
    put('t1'),
    update('t2', 'ADD n :v'),
    { ConditionCheck: { TableName, Key: key('none'), ...absent } },
    { Delete: { TableName, Key: key('t9') } },
  ]),
  transaction('is cancelled by a condition', [put('t1', absent), put('t3')], { fails: CANCELED }),
  transaction('is cancelled and returns the item', [put('t1', { ...absent, ...oldItem }), put('t3')], {
    fails: CANCELED,
  }),
  single('GetItem', 'has written nothing of a cancelled transaction', { Key: key('t3') }),
  transaction('refuses no items', [], { fails: INVALID }),
  transaction(
    'refuses 101 items',
    Array.from({ length: 101 }, (_, n) => put(`m${n}`)),
    { fails: INVALID },
  ),
  transaction(
    'takes 100 items',
    Array.from({ length: 100 }, (_, n) => put(`m${n}`)),
  ),
  transaction('refuses an item twice', [put('d'), update('d', 'ADD n :v')], { fails: INVALID }),
  transaction('refuses two actions in one', [{ ...put('a'), ...update('b', 'ADD n :v') }], { fails: INVALID }),
  transaction('refuses an item without action', [{}], { fails: INVALID }),
  transaction('refuses an empty update', [update('a', '')], { fails: INVALID }),
  transaction('refuses a check without a condition', [{ ConditionCheck: { TableName, Key: key('a') } }], {
    fails: INVALID,
  }),
  transaction('refuses a broken expression', [put('t1', { ConditionExpression: 'foo(' })], { fails: INVALID }),
  transaction('refuses an unknown table', [{ Put: { TableName: 'Nowhere', Item: key('a') } }], {
    fails: 'ResourceNotFoundException',
  }),
  transaction(
    'is cancelled by a key of another type',
    [{ Put: { TableName, Item: { PK: { N: '1' }, SK: { S: 'x' } } } }, put('t3')],
    { fails: CANCELED },
  ),
  transaction(
    'is cancelled by an index key of another type',
    [put('ix', {}, { GSI1PK: { N: '1' }, GSI1SK: { S: 'x' } })],
    { fails: CANCELED },
  ),
  transaction('is cancelled by adding to text', [update('a', 'ADD s :v'), put('t3')], {
    fails: CANCELED,
    localDiffers: early,
  }),
  transaction('is cancelled by reading what is absent', [update('a', 'SET zz = zz + :v')], {
    fails: CANCELED,
    localDiffers: early,
  }),
  transaction('is cancelled by a path that is not there', [update('a', 'SET zz.y = :v')], {
    fails: CANCELED,
    localDiffers: early,
  }),
  transaction('is done under a token', [update('token', 'ADD n :v')], {}, { ClientRequestToken: 'one' }),
  transaction('is not done again under its token', [update('token', 'ADD n :v')], {}, { ClientRequestToken: 'one' }),
  single('GetItem', 'counted the token once', { Key: key('token') }),
  transaction(
    'refuses another request under the token',
    [put('other')],
    { fails: 'IdempotentParameterMismatchException' },
    { ClientRequestToken: 'one' },
  ),
  transaction(
    'refuses a token of 37 characters',
    [put('other')],
    { fails: INVALID },
    { ClientRequestToken: 'x'.repeat(37) },
  ),
  transaction('refuses an item above 400 KB', [put('big', {}, { s: { S: 'x'.repeat(410 * 1024) } })], {
    fails: INVALID,
  }),
  transaction(
    'costs two units an item',
    [put('c1'), update('c2', 'ADD n :v')],
    { localDiffers: 'counts 2 for both; a transactional write of up to 1 KB costs 2 for each item' },
    { ReturnConsumedCapacity: 'TOTAL' },
  ),
  ...Array.from({ length: 12 }, (_, n) =>
    single('PutItem', `fills the page with ${n}`, {
      Item: { ...key('page', String(n).padStart(2, '0')), GSI1PK: { S: 'page' }, GSI1SK: { S: String(50 - n) } },
    }),
  ),
  single('Query', 'reads the first page', query('PK = :p', { ':p': { S: 'page' } }, { Limit: 5 })),
  single(
    'Query',
    'reads the next page',
    query('PK = :p', { ':p': { S: 'page' } }, { Limit: 5, ExclusiveStartKey: key('page', '04') }),
  ),
  single(
    'Query',
    'reads a range backwards',
    query(
      'PK = :p AND SK BETWEEN :a AND :b',
      { ':p': { S: 'page' }, ':a': { S: '03' }, ':b': { S: '07' } },
      { ScanIndexForward: false },
    ),
  ),
  single(
    'Query',
    'counts by prefix',
    query('PK = :p AND begins_with(SK, :a)', { ':p': { S: 'page' }, ':a': { S: '1' } }, { Select: 'COUNT' }),
  ),
  single(
    'Query',
    'reads an index in its order',
    query('GSI1PK = :p', { ':p': { S: 'page' } }, { IndexName: 'GSI1', Limit: 7 }),
  ),
  single(
    'Query',
    'refuses a consistent read of an index',
    query('GSI1PK = :p', { ':p': { S: 'page' } }, { IndexName: 'GSI1', ConsistentRead: true }),
    { fails: INVALID },
  ),
  single('Query', 'refuses an unknown index', query('GSI1PK = :p', { ':p': { S: 'page' } }, { IndexName: 'NONE' }), {
    fails: INVALID,
  }),
  {
    name: 'reads three items at once',
    operation: 'TransactGetItems',
    input: {
      TransactItems: [
        { Get: { TableName, Key: key('a') } },
        { Get: { TableName, Key: key('none') } },
        { Get: { TableName, Key: key('t1'), ProjectionExpression: 'SK' } },
      ],
    },
  },
  {
    name: 'refuses to read an item twice',
    operation: 'TransactGetItems',
    input: { TransactItems: [{ Get: { TableName, Key: key('a') } }, { Get: { TableName, Key: key('a') } }] },
    fails: INVALID,
  },
  single('DescribeTimeToLive', 'has no time to live at first', {}),
  single(
    'UpdateTimeToLive',
    'refuses to disable what is disabled',
    { TimeToLiveSpecification: { AttributeName: 'e', Enabled: false } },
    { fails: INVALID },
  ),
  single('UpdateTimeToLive', 'enables time to live', {
    TimeToLiveSpecification: { AttributeName: 'e', Enabled: true },
  }),
  single(
    'UpdateTimeToLive',
    'refuses to enable what is enabled',
    { TimeToLiveSpecification: { AttributeName: 'e', Enabled: true } },
    { fails: INVALID },
  ),
  single('DescribeTimeToLive', 'has time to live now', {}),
  {
    name: 'writes a batch',
    operation: 'BatchWriteItem',
    input: {
      RequestItems: { [TableName]: [{ PutRequest: { Item: key('bw') } }, { DeleteRequest: { Key: key('a') } }] },
    },
  },
  {
    name: 'refuses a key twice in a batch',
    operation: 'BatchWriteItem',
    input: {
      RequestItems: { [TableName]: [{ PutRequest: { Item: key('bw') } }, { DeleteRequest: { Key: key('bw') } }] },
    },
    fails: INVALID,
  },
  single('Scan', 'counts everything', { Select: 'COUNT' }),
];
