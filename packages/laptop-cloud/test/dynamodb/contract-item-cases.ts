import { absent, CONDITION, type ContractCase, INVALID, number, oldItem, single } from './contract-case.ts';
import { key } from './database.ts';

/** A text of so many bytes, two a letter. */
const letters = (bytes: number) => ({ S: 'é'.repeat(bytes / 2) + 'x'.repeat(bytes % 2) });

/** Single items: conditions, updates, and what is refused. */
export const itemCases: readonly ContractCase[] = [
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
  single('PutItem', 'puts a list', { Item: { ...key('list'), t: { L: ['a', 'b', 'c', 'd'].map((S) => ({ S })) } } }),
  single('UpdateItem', 'names elements by where they stood before', {
    Key: key('list'),
    UpdateExpression: 'REMOVE t[0], t[1] SET t[2] = :v, u = t',
    ...number('1'),
    ReturnValues: 'ALL_NEW',
  }),
  single('UpdateItem', 'keeps what was read when it adds', {
    Key: key('list'),
    UpdateExpression: 'SET w = t[1], x = t[0] ADD t[0] :v',
    ...number('1'),
    ReturnValues: 'ALL_NEW',
  }),
  single('UpdateItem', 'has no attributes to return', {
    Key: key('list'),
    UpdateExpression: 'REMOVE u',
    ReturnValues: 'UPDATED_NEW',
  }),
  single('PutItem', 'puts an item of 400 KB', { Item: { ...key('k'), v: letters(409_586) } }),
  single('PutItem', 'refuses a byte more', { Item: { ...key('k'), v: letters(409_587) } }, { fails: INVALID }),
  single(
    'UpdateItem',
    'refuses an update to more than 400 KB',
    { Key: key('k'), UpdateExpression: 'SET n = :v', ...number('1') },
    { fails: INVALID },
  ),
  single('DeleteItem', 'deletes it', { Key: key('k') }),
  single('GetItem', 'refuses a key that is too long', { Key: key('é'.repeat(1025)) }, { fails: INVALID }),
];
