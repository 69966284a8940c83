import { type AttributeValue, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect } from 'vitest';
import { key, TableName } from './database.ts';
import { it } from './fixtures.ts';

/** Texts and numbers as they are, lists in lists. */
type Plain = string | number | Plain[] | { readonly [name: string]: Plain };

const attribute = (value: Plain): AttributeValue => {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (Array.isArray(value)) return { L: value.map(attribute) };
  return { M: Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, attribute(inner)])) };
};

const values: Record<string, AttributeValue> = { ':v': { S: 'new' }, ':w': { S: 'newer' }, ':n': { N: '5' } };

const used = (expression: string) => {
  const given = Object.entries(values).filter(([name]) => expression.includes(name));
  return given.length > 0 ? { ExpressionAttributeValues: Object.fromEntries(given) } : {};
};

const letters = ['a', 'b', 'c', 'd', 'e'];

/** Expression, attributes before and after, as DynamoDB Local has them too. */
const cases: [expression: string, before: Record<string, Plain>, after: Record<string, Plain>][] = [
  ['REMOVE t[1], t[2]', { t: letters }, { t: ['a', 'd', 'e'] }],
  ['REMOVE t[2], t[1]', { t: letters }, { t: ['a', 'd', 'e'] }],
  ['REMOVE t[4], t[0], t[2]', { t: letters }, { t: ['b', 'd'] }],
  ['REMOVE t[0], t[1], t[2], t[3], t[4]', { t: letters }, { t: [] }],
  ['REMOVE t[1], t[11]', { t: letters }, { t: ['a', 'c', 'd', 'e'] }],
  ['REMOVE t[2], t[10]', { t: [...letters, ...letters, 'z'] }, { t: ['a', 'b', 'd', 'e', ...letters] }],
  ['REMOVE t[0][0], t[0][1]', { t: [['a', 'b', 'c'], 'd'] }, { t: [['c'], 'd'] }],
  ['REMOVE t[0], t[1][0], t[1][2]', { t: ['a', ['b', 'c', 'd']] }, { t: [['c']] }],
  ['REMOVE t[0].m[1], t[0].m[0], t[1]', { t: [{ m: ['a', 'b', 'c'] }, 'd'] }, { t: [{ m: ['c'] }] }],
  ['REMOVE t[1] SET t[3] = :v', { t: letters }, { t: ['a', 'c', 'new', 'e'] }],
  ['SET t[0] = :v REMOVE t[1], t[2] ADD t[3] :n', { t: ['a', 'b', 'c', 1] }, { t: ['new', 6] }],
  ['REMOVE t[0] SET t[1].m = :v', { t: ['a', {}] }, { t: [{ m: 'new' }] }],
  ['SET t[9] = :v, t[7] = :w REMOVE t[0], t[1]', { t: letters }, { t: ['c', 'd', 'e', 'newer', 'new'] }],
  ['REMOVE t[1] SET t[0] = t[1], u = t[2]', { t: ['a', 'b', 'c'] }, { t: ['b', 'c'], u: 'c' }],
  ['SET u = t REMOVE t[0]', { t: ['a', 'b'] }, { t: ['b'], u: ['a', 'b'] }],
  ['SET t[0] = t', { t: ['a', 'b'] }, { t: [['a', 'b'], 'b'] }],
  ['SET t[0] = t[1], t[1] = t[0]', { t: ['a', 'b'] }, { t: ['b', 'a'] }],
  ['SET u = if_not_exists(t[0], :v) ADD t[0] :n', { t: [1] }, { t: [6], u: 1 }],
  ['SET u = list_append(t, t) REMOVE t[0].m', { t: [{ m: 'a' }] }, { t: [{}], u: [{ m: 'a' }, { m: 'a' }] }],
  ['SET u = n ADD n :n', { n: 1 }, { n: 6, u: 1 }],
];

describe('an update of lists', () => {
  it.for(cases)('%s names elements by where they stood before', async ([UpdateExpression, before, after], {
    client,
  }) => {
    const [Item, expected] = [before, after].map((plain) => ({ ...key('lists'), ...attribute(plain).M }));
    await client.send(new PutItemCommand({ TableName, Item }));

    const { Attributes } = await client.send(
      new UpdateItemCommand({
        TableName,
        Key: key('lists'),
        UpdateExpression,
        ...used(UpdateExpression),
        ReturnValues: 'ALL_NEW',
      }),
    );

    expect(Attributes).toEqual(expected);
  });

  it('takes out a set that DELETE leaves empty, and moves nothing that another action names', async ({
    client,
    read,
  }) => {
    const t = { L: [{ SS: ['x'] }, { SS: ['x', 'y'] }, { SS: ['x'] }, { S: 'last' }] };
    await client.send(new PutItemCommand({ TableName, Item: { ...key('sets'), t } }));

    await client.send(
      new UpdateItemCommand({
        TableName,
        Key: key('sets'),
        UpdateExpression: 'DELETE t[0] :x, t[1] :x, t[2] :x SET t[3] = :v',
        ExpressionAttributeValues: { ':x': { SS: ['x'] }, ':v': { S: 'new' } },
      }),
    );

    expect((await read('sets'))?.t).toEqual({ L: [{ SS: ['y'] }, { S: 'new' }] });
  });

  it('does so in a transaction', async ({ client, read, transact }) => {
    const t = attribute(letters);
    await client.send(new PutItemCommand({ TableName, Item: { ...key('together'), t } }));

    await transact({ Update: { TableName, Key: key('together'), UpdateExpression: 'REMOVE t[1], t[2]' } });

    expect((await read('together'))?.t).toEqual(attribute(['a', 'd', 'e']));
  });

  it('returns no attributes where none of those updated is left', async ({ client }) => {
    await client.send(new PutItemCommand({ TableName, Item: { ...key('gone'), t: { S: 'x' } } }));

    const update = { TableName, Key: key('gone'), UpdateExpression: 'REMOVE t', ReturnValues: 'UPDATED_NEW' } as const;
    const answer = await client.send(new UpdateItemCommand(update));

    expect(answer.Attributes).toBeUndefined();
  });
});
