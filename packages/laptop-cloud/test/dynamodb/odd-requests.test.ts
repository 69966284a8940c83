import { beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { createDynamoDbService, type DynamoDbService } from '../../src/dynamodb/dynamodb-service.ts';
import type { Json, JsonObject } from '../../src/http/service.ts';

const TableName = 'books';
const ResourceArn = 'arn:aws:dynamodb:us-east-1:000000000000:table/books';
const schema: JsonObject = {
  KeySchema: [{ AttributeName: 'a', KeyType: 'HASH' }],
  AttributeDefinitions: [{ AttributeName: 'a', AttributeType: 'S' }],
  BillingMode: 'PAY_PER_REQUEST',
};
let database: DynamoDbService;
const call = (name: string, input: JsonObject): Promise<unknown> =>
  database.operations[name]?.(input, {}) ?? Promise.reject(new Error(`there is no operation ${name}`));

beforeAll(async () => {
  database = await createDynamoDbService({ clock: systemClock });
  await call('CreateTable', { TableName, ...schema });
});

describe('a request with values that nobody expects', () => {
  const odd: Json[] = [
    null,
    {},
    [],
    [null],
    [{}],
    'x',
    1,
    true,
    [[]],
    [{ Key: null }],
    [{ Put: {} }],
    [{ Update: {} }],
  ];
  const fields = {
    TagResource: ['Tags', 'ResourceArn'],
    UntagResource: ['TagKeys'],
    UpdateTable: ['GlobalSecondaryIndexUpdates', 'AttributeDefinitions'],
    CreateTable: ['Tags', 'GlobalSecondaryIndexes', 'KeySchema'],
    BatchGetItem: ['RequestItems'],
    BatchWriteItem: ['RequestItems'],
    TransactWriteItems: ['TransactItems'],
    TransactGetItems: ['TransactItems'],
    Query: ['KeyConditions', 'ExclusiveStartKey'],
    Scan: ['ScanFilter', 'ExpressionAttributeNames'],
    PutItem: ['Item', 'Expected'],
    UpdateItem: ['AttributeUpdates', 'Key'],
    DeleteItem: ['Key'],
    GetItem: ['Key', 'AttributesToGet'],
  };

  // What dynalite throws beside its answer would end this process.
  it.each(
    Object.entries(fields).flatMap(([operation, names]) => names.map((field) => ({ operation, field }))),
  )('is answered, and by no failure of ours: $field of $operation', async ({ operation, field }) => {
    for (const [index, value] of odd.entries()) {
      const given =
        operation === 'CreateTable' ? { ...schema, TableName: `t${field}${index}` } : { TableName, ResourceArn };
      const answer = await call(operation, { ...given, [field]: value }).then(
        () => 'taken',
        ({ code }: { code?: string }) => code,
      );
      const refused = /^(taken|(Validation|Serialization|ResourceNotFound|ResourceInUse|AccessDenied)Exception)$/;
      expect(answer, JSON.stringify(value)).toMatch(refused);
    }
  });

  it('says which tag has no key', async () => {
    await expect(call('TagResource', { ResourceArn, Tags: [{ Key: 'a', Value: 'b' }, {}] })).rejects.toMatchObject({
      code: 'ValidationException',
      message: expect.stringContaining("'tags.2.member.key'"),
    });
  });
});

describe('an expression', () => {
  const remove = (ConditionExpression: string) =>
    call('DeleteItem', {
      ...{ TableName, Key: { a: { S: 'x' } }, ConditionExpression },
      ExpressionAttributeValues: { ':b': { S: 'x' } },
    });
  const nested = (levels: number) => `${'(a <> :b AND '.repeat(levels)}a <> :b${')'.repeat(levels)}`;

  it('is taken with six parentheses inside each other, and no more', async () => {
    await expect(remove(nested(6))).resolves.toBeDefined();
    await expect(remove(nested(7))).rejects.toMatchObject({
      code: 'ValidationException',
      message: expect.stringContaining('parentheses at most 6 deep'),
    });
  });
});
