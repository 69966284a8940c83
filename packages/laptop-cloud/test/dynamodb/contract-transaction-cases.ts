import {
  absent,
  CANCELED,
  type ContractCase,
  early,
  INVALID,
  oldItem,
  put,
  single,
  transaction,
  update,
} from './contract-case.ts';
import { key, TableName } from './database.ts';

/** Transactions that write; they build on what the single items left. */
export const transactionCases: readonly ContractCase[] = [
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
];
