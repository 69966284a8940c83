import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/http/service.ts';
import { anyRequest, cleanUp } from './any-request.ts';
import { createLedger, type Database, startDatabase } from './database.ts';
import { type DynamoDbLocal, dynamoDbLocalJar, startDynamoDbLocal } from './dynamodb-local.ts';
import { comparable, send } from './reference.ts';

if (!dynamoDbLocalJar) console.info('left out: random requests against DynamoDB Local, which needs Java and its jar');

describe.skipIf(!dynamoDbLocalJar)('against DynamoDB Local', () => {
  let reference: DynamoDbLocal;
  let database: Database;
  let endpoint: string;
  beforeAll(async () => {
    reference = await startDynamoDbLocal(String(dynamoDbLocalJar));
    const client = new DynamoDBClient({
      endpoint: reference.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    await createLedger(client);
    client.destroy();
    database = await startDatabase();
    await createLedger(database.client);
    const { protocol, hostname, port } = await database.client.config.endpoint!();
    endpoint = `${protocol}//${hostname}:${port}/`;
  });
  afterAll(async () => {
    reference?.close();
    await database?.close();
  });

  it('gives the same answer to every one of a row of random requests', async () => {
    const property = fc.asyncProperty(fc.array(anyRequest, { minLength: 5, maxLength: 25 }), async (requests) => {
      for (const { operation, input } of [...cleanUp, ...requests]) {
        const [ours, theirs] = await Promise.all(
          [endpoint, reference.endpoint].map(async (address) => outcomeOf(await send(address, operation, input))),
        );
        expect(ours, `${operation} ${JSON.stringify(input)}`).toEqual(theirs);
      }
    });
    await fc.assert(property, { numRuns: Number(process.env['RUNS'] ?? 60) });
  });
});

/** A set has no order; DynamoDB Local sorts it, we keep it as it was written. */
function sorted(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).map(([name, part]) => [
    name,
    isSet(name, part) ? [...part].sort() : sorted(part),
  ]);
  return Object.fromEntries(entries) as JsonObject;
}

const isSet = (name: string, value: Json): value is Json[] => ['SS', 'NS', 'BS'].includes(name) && Array.isArray(value);

/**
 * Two differences of DynamoDB Local are left aside: it tells the capacity of some requests that have not asked for it,
 * and it refuses a transaction as a whole where the API reference has it cancelled with the reason `ValidationError`.
 */
function outcomeOf(answer: JsonObject): JsonObject {
  const { ConsumedCapacity: _capacity, ...outcome } = sorted(comparable(answer)) as JsonObject;
  const reasons = (outcome.reasons ?? []) as JsonObject[];
  return reasons.some(({ Code }) => Code === 'ValidationError')
    ? { status: 400, code: 'ValidationException' }
    : outcome;
}
