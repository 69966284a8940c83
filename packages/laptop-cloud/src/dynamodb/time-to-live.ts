import type { Clock } from '../clock.ts';
import type { JsonObject } from '../http/service.ts';
import { ServiceError } from '../http/service.ts';
import { findTable, perform } from './dynalite.ts';
import { validationException } from './errors.ts';
import type { ItemLocks } from './item-locks.ts';
import { parseRequest } from './parse-request.ts';
import { writeItem } from './single-writes.ts';
import type { Store } from './store.ts';

const PREFIX = 'time-to-live~';
const FIVE_YEARS_SECONDS = 5 * 365 * 24 * 60 * 60;
const PAGE_SIZE = 1000;

/**
 * The tables' TTL settings, kept on disk, and the deletion of what has expired.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html
 */
export class TimeToLive {
  readonly #store: Store;
  readonly #locks: ItemLocks;
  readonly #clock: Clock;

  constructor(store: Store, locks: ItemLocks, clock: Clock) {
    this.#store = store;
    this.#locks = locks;
    this.#clock = clock;
  }

  /** Takes effect at once; DynamoDB may need an hour. */
  async update(input: JsonObject): Promise<JsonObject> {
    const { TableName, TimeToLiveSpecification } = input;
    const { AttributeName, Enabled } = (TimeToLiveSpecification ?? {}) as JsonObject;
    if (typeof TableName !== 'string' || typeof AttributeName !== 'string' || typeof Enabled !== 'boolean') {
      throw validationException(
        `expected TableName and TimeToLiveSpecification with AttributeName and Enabled, got ${JSON.stringify(input)}`,
      );
    }
    await findTable(this.#store, TableName);
    const current = await this.#attribute(TableName);
    if (Enabled === (current !== undefined)) {
      throw validationException(`TimeToLive is already ${Enabled ? 'enabled' : 'disabled'}`);
    }
    if (current !== undefined && current !== AttributeName) {
      throw validationException(
        `TimeToLive is active on a different AttributeName: current AttributeName is ${current}`,
      );
    }
    if (Enabled) await this.#store.db.put(PREFIX + TableName, AttributeName);
    else await this.forget(input);
    return { TimeToLiveSpecification: { AttributeName, Enabled } };
  }

  async describe({ TableName }: JsonObject): Promise<JsonObject> {
    await findTable(this.#store, String(TableName));
    const attribute = await this.#attribute(String(TableName));
    return {
      TimeToLiveDescription: attribute
        ? { TimeToLiveStatus: 'ENABLED', AttributeName: attribute }
        : { TimeToLiveStatus: 'DISABLED' },
    };
  }

  /** A table of the same name that is created later starts without the setting. */
  async forget({ TableName }: JsonObject): Promise<void> {
    await this.#store.db.batch([{ type: 'del', key: PREFIX + String(TableName) }]);
  }

  /**
   * Deletes what has expired by the clock; like DynamoDB it leaves values older than five years alone.
   *
   * @returns How many items were deleted.
   */
  async sweep(): Promise<number> {
    let deleted = 0;
    for await (const [key, attribute] of this.#store.db.iterator({ gte: PREFIX, lt: `${PREFIX}\xff` })) {
      if (typeof attribute === 'string') deleted += await this.#sweepTable(key.slice(PREFIX.length), attribute);
    }
    return deleted;
  }

  async #attribute(tableName: string): Promise<string | undefined> {
    return ((await this.#store.db.get(PREFIX + tableName)) as string | null | undefined) ?? undefined;
  }

  async #sweepTable(tableName: string, attribute: string): Promise<number> {
    const { KeySchema } = await findTable(this.#store, tableName);
    const now = Math.floor(this.#clock.now() / 1000);
    const expired: JsonObject = {
      TableName: tableName,
      FilterExpression: '#expires BETWEEN :oldest AND :now',
      ExpressionAttributeNames: { '#expires': attribute },
      ExpressionAttributeValues: { ':oldest': { N: String(now - FIVE_YEARS_SECONDS) }, ':now': { N: String(now) } },
      Limit: PAGE_SIZE,
    };
    let deleted = 0;
    let ExclusiveStartKey: JsonObject | undefined;
    do {
      const scan = structuredClone({ ...expired, ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}) });
      const page = await perform('Scan', parseRequest('Scan', scan, this.#store), this.#store);
      for (const item of page.Items as JsonObject[]) {
        const Key = Object.fromEntries(
          KeySchema.map(({ AttributeName }) => [AttributeName, item[AttributeName] ?? null]),
        );
        if (await this.#deleteUnchanged(tableName, Key, attribute, item)) deleted += 1;
      }
      ExclusiveStartKey = page.LastEvaluatedKey as JsonObject | undefined;
    } while (ExclusiveStartKey);
    return deleted;
  }

  /** An item that was given a longer life since it was read, or is in a transaction, stays. */
  async #deleteUnchanged(TableName: string, Key: JsonObject, attribute: string, item: JsonObject): Promise<boolean> {
    const request = structuredClone({
      TableName,
      Key,
      ConditionExpression: '#expires = :seen',
      ExpressionAttributeNames: { '#expires': attribute },
      ExpressionAttributeValues: { ':seen': item[attribute] ?? null },
    });
    try {
      await writeItem('DeleteItem', request, this.#store, this.#locks);
      return true;
    } catch (error) {
      const expected = ['ConditionalCheckFailedException', 'TransactionConflictException'];
      if (error instanceof ServiceError && expected.includes(error.code)) return false;
      throw error;
    }
  }
}
