import { describe, expect } from 'vitest';
import type { JsonObject } from '../../src/http/service.ts';
import { key, TableName } from './database.ts';
import { it as databaseTest } from './fixtures.ts';
import { codeOf, send } from './reference.ts';

const it = databaseTest.extend('ask', { scope: 'file' }, async ({ client }) => {
  const { protocol, hostname, port } = await client.config.endpoint!();
  return (operation: string, input: JsonObject) => send(`${protocol}//${hostname}:${port}/`, operation, input);
});

const LIMIT = 409_600;
const PUT = 'Item size has exceeded the maximum allowed size';
const UPDATE = 'Item size to update has exceeded the maximum allowed size';
const DEEP =
  'Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit';
const LONG_HASH =
  'One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes';
const LONG_RANGE =
  'One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes';
const LONG_INDEX = (name: string, most: number) =>
  `One or more parameter values were invalid: Size limit exceeded for Index Key ${name} Actual Size: ${most + 2} bytes Max Size: ${most} bytes IndexName: GSI1`;
const OVERFLOW = 'Number overflow. Attempting to store a number with magnitude larger than supported range';
const DIGITS = 'Attempting to store more than 38 significant digits in a Number';

/** So many bytes, two a letter. */
const text = (bytes: number) => ({ S: 'é'.repeat(bytes / 2) + 'x'.repeat(bytes % 2) });
const key2 = (PK: JsonObject, SK: JsonObject = { S: 's' }) => ({ PK, SK });
/** Names and values of a key: `PK`, `SK`, an id of one letter and `METADATA`. */
const KEY_BYTES = 13;
/** An item of just so many bytes. */
const itemOf = (bytes: number): JsonObject => ({ ...key('a'), v: text(bytes - KEY_BYTES - 1) });
const nested = (levels: number): JsonObject => (levels === 1 ? { S: 'leaf' } : { L: [nested(levels - 1)] });
const put = (Item: JsonObject) => ({ TableName, Item });
const set = (path: string, value: JsonObject) => ({
  TableName,
  Key: key('a'),
  UpdateExpression: `SET ${path} = :v`,
  ExpressionAttributeValues: { ':v': value },
});
const add = (sum: string, value: string) => ({
  TableName,
  Key: key('a'),
  UpdateExpression: sum,
  ExpressionAttributeValues: { ':v': { N: value } },
});

/** An update expression of so many bytes. */
const remove = (bytes: number) => `REMOVE ${'x'.repeat(bytes - 'REMOVE '.length)}`;

type Case = [what: string, operation: string, input: JsonObject, message: string | undefined, before?: JsonObject];

const sizes: Case[] = [
  ['an item of 400 KB', 'PutItem', put(itemOf(LIMIT)), undefined],
  ['a byte more', 'PutItem', put(itemOf(LIMIT + 1)), PUT],
  ['600,000 bytes in half as many letters', 'PutItem', put({ ...key('a'), v: text(600_000) }), PUT],
  [
    'too much by the letters of a name',
    'PutItem',
    put({ ...key('a'), [text(300).S]: text(LIMIT - KEY_BYTES - 298) }),
    PUT,
  ],
  [
    'names and texts inside others',
    'PutItem',
    put({ ...key('a'), v: { M: { é: { L: [{ SS: ['é', text(LIMIT - 25).S] }] } } } }),
    PUT,
  ],
  ['a put whatever its condition', 'PutItem', { ...put(itemOf(LIMIT + 1)), ConditionExpression: 'nothing = PK' }, PUT],
  ['an update to 400 KB', 'UpdateItem', set('w', text(200_000)), undefined, itemOf(LIMIT - 200_001)],
  ['an update to a byte more', 'UpdateItem', set('w', text(200_000)), UPDATE, itemOf(LIMIT - 200_000)],
  ['an update of a new item', 'UpdateItem', set('w', text(LIMIT)), UPDATE],
  [
    'an update of old form',
    'UpdateItem',
    { TableName, Key: key('a'), AttributeUpdates: { w: { Action: 'PUT', Value: text(200_000) } } },
    UPDATE,
    itemOf(LIMIT - 200_000),
  ],
  [
    'one item of a batch',
    'BatchWriteItem',
    {
      RequestItems: { [TableName]: [{ PutRequest: { Item: key('b') } }, { PutRequest: { Item: itemOf(LIMIT + 1) } }] },
    },
    PUT,
  ],
  ['one put of a transaction', 'TransactWriteItems', { TransactItems: [{ Put: put(itemOf(LIMIT + 1)) }] }, PUT],
  [
    'a transaction of 4 MB in base64',
    'TransactWriteItems',
    { TransactItems: many((v) => ({ B: Buffer.alloc(v).toString('base64') }), 350_000) },
    undefined,
  ],
  [
    'a transaction of more than 4 MB',
    'TransactWriteItems',
    { TransactItems: many(text, 381_300) },
    'Transaction payload size cannot exceed 4MB. Payload Size: 4194454',
  ],
];

function many(value: (bytes: number) => JsonObject, bytes: number): JsonObject[] {
  return Array.from({ length: 11 }, (_, n) => ({ Put: put({ ...key(String.fromCharCode(98 + n)), v: value(bytes) }) }));
}

const others: Case[] = [
  ['a value 32 levels deep', 'PutItem', put({ ...key('a'), v: nested(32) }), undefined],
  ['a level more', 'PutItem', put({ ...key('a'), v: nested(33) }), DEEP],
  ['a level more by maps', 'PutItem', put({ ...key('a'), v: { M: { m: nested(32) } } }), DEEP],
  [
    'a level more by an update',
    'UpdateItem',
    set('v.m', nested(32)),
    'Nesting Levels have exceeded supported limits',
    { ...key('a'), v: { M: {} } },
  ],
  ['an expression of 4 KB', 'UpdateItem', { TableName, Key: key('a'), UpdateExpression: remove(4096) }, undefined],
  [
    'a longer expression',
    'UpdateItem',
    { TableName, Key: key('a'), UpdateExpression: remove(4097) },
    'Invalid UpdateExpression: Expression size has exceeded the maximum allowed size;',
  ],
  ['a partition key of 2048 bytes', 'PutItem', put(key2(text(2048))), undefined],
  ['a longer one', 'PutItem', put(key2(text(2050))), LONG_HASH],
  ['a longer one to read', 'GetItem', { TableName, Key: key2(text(2050)) }, LONG_HASH],
  ['a longer one to delete', 'DeleteItem', { TableName, Key: key2(text(2050)) }, LONG_HASH],
  ['many to read', 'BatchGetItem', { RequestItems: { [TableName]: { Keys: [key2(text(2050))] } } }, LONG_HASH],
  ['a sort key of 1024 bytes', 'PutItem', put(key2({ S: 'p' }, text(1024))), undefined],
  ['a longer sort key', 'UpdateItem', { TableName, Key: key2({ S: 'p' }, text(1026)) }, LONG_RANGE],
  ['a key of an index', 'PutItem', put({ ...key('a'), GSI1PK: text(2050) }), LONG_INDEX('GSI1PK', 2048)],
  ['a sort key of an index', 'UpdateItem', set('GSI1SK', text(1026)), LONG_INDEX('GSI1SK', 1024)],
  ['a number of 38 digits', 'PutItem', put({ ...key('a'), n: { N: '1'.repeat(38) } }), undefined],
  ['39 digits', 'PutItem', put({ ...key('a'), n: { N: '1'.repeat(39) } }), DIGITS],
  ['a sum of 39', 'UpdateItem', add('ADD n :v', '0.1'), DIGITS, { ...key('a'), n: { N: '9'.repeat(38) } }],
  ['a difference', 'UpdateItem', add('SET n = n - :v', '0.1'), DIGITS, { ...key('a'), n: { N: '9'.repeat(38) } }],
  ['a sum that is round', 'UpdateItem', add('ADD n :v', '1'), undefined, { ...key('a'), n: { N: '9'.repeat(38) } }],
  [
    'a sum out of the range',
    'UpdateItem',
    add('SET n = n + :v', '9e125'),
    OVERFLOW,
    { ...key('a'), n: { N: '9e125' } },
  ],
];

describe('the limits of an item', () => {
  it.for([...sizes, ...others])('%s: %s', async ([_what, operation, input, message, before], { ask }) => {
    await ask('DeleteItem', { TableName, Key: key('a') });
    if (before) await ask('PutItem', put(before));

    const answer = await ask(operation, input);

    expect([codeOf(answer), answer.message]).toEqual(
      message === undefined ? [undefined, undefined] : ['ValidationException', message],
    );
  });

  it('cancel a transaction whose update would pass them, and leave everything as it was', async ({ ask, read }) => {
    const item = itemOf(LIMIT - 200_000);
    await ask('PutItem', put(item));

    const answer = await ask('TransactWriteItems', {
      TransactItems: [{ Put: put(key('other')) }, { Update: set('w', text(200_000)) }],
    });

    expect(codeOf(answer)).toBe('TransactionCanceledException');
    expect(answer.CancellationReasons).toEqual([{ Code: 'None' }, { Code: 'ValidationError', Message: UPDATE }]);
    expect(await read('other')).toBeUndefined();
    expect(await read('a')).toEqual(item);
  });

  it('keep a failed batch from writing anything', async ({ ask, read }) => {
    const writes = [key('whole'), itemOf(LIMIT + 1)].map((Item) => ({ PutRequest: { Item } }));

    await ask('BatchWriteItem', { RequestItems: { [TableName]: writes } });

    expect(await read('whole')).toBeUndefined();
  });
});
