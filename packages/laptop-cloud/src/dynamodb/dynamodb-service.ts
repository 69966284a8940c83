import type { Clock } from '../clock.ts';
import type { Caller, Json, JsonObject, Operation, OperationService } from '../http/service.ts';
import { type DynaliteOperation, dynaliteOperations, openStore, perform } from './dynalite.ts';
import { nullMember } from './errors.ts';
import { handleJson } from './handle-json.ts';
import { IdempotencyTokens } from './idempotency-tokens.ts';
import { ItemLocks } from './item-locks.ts';
import { batchGetItem, getItem } from './key-reads.ts';
import { parseRequest } from './parse-request.ts';
import { type SingleWrite, writeBatch, writeItem } from './single-writes.ts';
import { createTable, deleteTable, finishInterruptedCreations, listTables } from './table-states.ts';
import { TimeToLive } from './time-to-live.ts';
import { transactGetItems } from './transact-get.ts';
import { transactWriteItems } from './transact-write.ts';

export interface DynamoDbOptions {
  /**
   * Folder of the database; one process at a time.
   *
   * @default - kept in memory
   */
  readonly directory?: string;
  readonly clock: Clock;
  /** Told of every call that has ended. */
  onCall?(call: DynamoDbCall): void;
}

/** One call as it was made and answered. */
export interface DynamoDbCall {
  readonly caller: Caller;
  readonly operation: string;
  readonly input: JsonObject;
  /** Absent when it ended with an error, such as a condition that did not hold. */
  readonly output?: JsonObject;
}

export interface DynamoDbService extends OperationService {
  /** Deletes items whose time to live has passed, and old request tokens. Resolves to the number of items. */
  sweepExpired(): Promise<number>;
  /** Waits for writes under way and closes the database. */
  close(): Promise<void>;
}

/**
 * DynamoDB on dynalite, plus what dynalite lacks: transactions, time to live, the old item on a failed condition, and
 * writes that are atomic with their index entries, also when the process is killed.
 *
 * @throws Error when another process has the folder open.
 */
export async function createDynamoDbService(options: DynamoDbOptions): Promise<DynamoDbService> {
  const { directory, clock, onCall } = options;
  const store = await openStore(directory);
  await finishInterruptedCreations(store);
  const locks = new ItemLocks();
  const tokens = new IdempotencyTokens(store, clock);
  const timeToLive = new TimeToLive(store, locks, clock);

  const plain = (operation: DynaliteOperation) => async (input: JsonObject) =>
    perform(operation, parseRequest(operation, input, store), store);
  const single = (operation: SingleWrite) => (input: JsonObject) => writeItem(operation, input, store, locks);
  const own: Record<string, (input: JsonObject) => Promise<JsonObject>> = {
    GetItem: (input) => getItem(input, store),
    BatchGetItem: (input) => batchGetItem(input, store),
    PutItem: single('PutItem'),
    UpdateItem: single('UpdateItem'),
    DeleteItem: single('DeleteItem'),
    BatchWriteItem: (input) => writeBatch(input, store, locks),
    TransactWriteItems: (input) => transactWriteItems(input, store, locks, tokens),
    TransactGetItems: (input) => transactGetItems(input, store, locks),
    UpdateTimeToLive: (input) => timeToLive.update(input),
    DescribeTimeToLive: (input) => timeToLive.describe(input),
    CreateTable: (input) => createTable(input, store),
    ListTables: (input) => listTables(input, store),
    DeleteTable: async (input) => {
      const result = await deleteTable(input, store);
      await timeToLive.forget(input);
      return result;
    },
  };
  const all = { ...Object.fromEntries(dynaliteOperations.map((operation) => [operation, plain(operation)])), ...own };
  const operations = Object.fromEntries(
    Object.entries(all).map(([name, run]) => [name, onCall ? told(name, isolated(run), onCall) : isolated(run)]),
  );

  return {
    signingName: 'dynamodb',
    operations,
    handle: (request, response, caller) => handleJson(request, response, caller, operations),
    async sweepExpired() {
      await tokens.forgetExpired();
      return timeToLive.sweep();
    },
    close: () => store.db.close(),
  };
}

/** dynalite changes its input and answers with objects that have no prototype; callers see neither. */
function isolated(run: (input: JsonObject) => Promise<JsonObject>): Operation {
  return async (input) => JSON.parse(JSON.stringify(await run(withoutNulls(input) as JsonObject))) as JsonObject;
}

/**
 * A copy in which a member that is null is left out, as Amazon reads it. dynalite's actions take for granted that a list
 * has no holes, and throw where nobody can catch it.
 *
 * @param path Of the value in Amazon's words, such as `tags.2.member`.
 * @throws ServiceError `ValidationException` for a list with null in it.
 */
function withoutNulls(value: Json, path = ''): Json {
  if (Array.isArray(value)) {
    return value.map((element, index) => {
      const place = `${path}.${index + 1}.member`;
      if (element !== null) return withoutNulls(element, place);
      throw nullMember(place);
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  return Object.fromEntries(
    members.map(([name, member]) => {
      const place = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
      return [name, withoutNulls(member, path === '' ? place : `${path}.${place}`)];
    }),
  );
}

/** The same operation; each call of it is told once it has ended, however it did. */
function told(operation: string, run: Operation, onCall: (call: DynamoDbCall) => void): Operation {
  return async (input, caller) => {
    let output: JsonObject | undefined;
    try {
      output = await run(input, caller);
      return output;
    } finally {
      onCall({ caller, operation, input, ...(output ? { output } : {}) });
    }
  };
}
