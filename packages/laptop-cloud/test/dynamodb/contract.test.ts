import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/http/service.ts';
import { contractCases } from './contract-cases.ts';
import { createLedger, type Database, startDatabase } from './database.ts';
import { type DynamoDbLocal, dynamoDbLocalJar, startDynamoDbLocal } from './dynamodb-local.ts';
import { codeOf, comparable, send } from './reference.ts';

let database: Database;
let endpoint: string;
beforeAll(async () => {
  database = await startDatabase();
  await createLedger(database.client);
  const { protocol, hostname, port } = await database.client.config.endpoint!();
  endpoint = `${protocol}//${hostname}:${port}/`;
});
afterAll(() => database.close());

const answers = new Map<string, JsonObject>();

describe('the contract of DynamoDB', () => {
  it.each(contractCases)('$operation $name', async ({ name, operation, input, fails }) => {
    const answer = await send(endpoint, operation, input);

    answers.set(name, answer);
    expect([codeOf(answer), answer['status']]).toEqual(fails ? [fails, 400] : [undefined, 200]);
  });
});

if (!dynamoDbLocalJar) console.info('left out: the comparison with DynamoDB Local, which needs Java and its jar');

describe.skipIf(!dynamoDbLocalJar)('against DynamoDB Local', () => {
  let reference: DynamoDbLocal;
  beforeAll(async () => {
    reference = await startDynamoDbLocal(String(dynamoDbLocalJar));
    const client = new DynamoDBClient({
      endpoint: reference.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    await createLedger(client);
    client.destroy();
  });
  afterAll(() => reference?.close());

  it.each(contractCases)('$operation $name: the same answer', async ({ name, operation, input, localDiffers }) => {
    const ours = comparable(answers.get(name) ?? {});

    const theirs = comparable(await send(reference.endpoint, operation, input));

    if (localDiffers) expect(theirs, `no longer true: DynamoDB Local ${localDiffers}`).not.toEqual(ours);
    else expect(ours).toEqual(theirs);
  });
});
