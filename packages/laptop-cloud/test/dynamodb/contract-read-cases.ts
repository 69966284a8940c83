import { type ContractCase, INVALID, query, single } from './contract-case.ts';
import { key, TableName } from './database.ts';

/** Queries and pages, transactional reads, time to live, batches. */
export const readCases: readonly ContractCase[] = [
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
