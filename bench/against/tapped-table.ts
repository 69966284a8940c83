/** What a table's room offers in every build: its operations by name, as its port and its callers find them. */
interface TableRoom {
  readonly operations: Record<string, (input: Json, caller: Caller) => Promise<Json>>;
}

type Json = Record<string, unknown>;
type Caller = { readonly accessKeyId?: string };
type Item = Readonly<Record<string, unknown>>;

/** One request to the table. */
export interface TableRequest {
  /** Id of the function; undefined for anybody else. */
  readonly by: string | undefined;
  readonly operation: string;
  /** Items that it gave back. */
  readonly items: number;
  readonly readUnits: number;
  /** With those of the indexes that hold the items. */
  readonly writeUnits: number;
}

/** Sums of some requests. */
export interface TableUse {
  readonly requests: number;
  readonly items: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

/**
 * Listens at the local database of any build, by its operations: every request is noted with the capacity units that
 * DynamoDB would bill. The database tells those of the table; those of the index follow from the items before and after.
 *
 * @returns Gives what was noted since it was last asked.
 */
export function tapTable(room: TableRoom): () => readonly TableRequest[] {
  const { operations } = room;
  const read = operations['GetItem'] as TableRoom['operations'][string];
  const itemAt = async (TableName: unknown, Key: Item): Promise<Item | undefined> =>
    (await read({ TableName, Key, ConsistentRead: true }, {}))['Item'] as Item | undefined;
  let noted: TableRequest[] = [];
  for (const [operation, run] of Object.entries(operations)) {
    if (!OPERATIONS.has(operation)) continue;
    operations[operation] = async (input, caller) => {
      const written = writtenKeys(operation, input);
      const before = await Promise.all(written.map(({ table, key }) => itemAt(table, key)));
      const output = await run({ ...input, ReturnConsumedCapacity: 'TOTAL' }, caller);
      const after = await Promise.all(written.map(({ table, key }) => itemAt(table, key)));
      const units = capacityOf(output);
      const ofIndex = before.reduce((sum, item, index) => sum + indexUnits(item, after[index]), 0);
      const isWrite = WRITES.has(operation);
      noted.push({
        ...{ by: caller.accessKeyId, operation, items: itemsIn(output) },
        ...{ readUnits: isWrite ? 0 : units, writeUnits: isWrite ? units + ofIndex : 0 },
      });
      const { ConsumedCapacity: _, ...rest } = output;
      return rest;
    };
  }
  return () => {
    const all = noted;
    noted = [];
    return all;
  };
}

export const useOf = (requests: readonly TableRequest[]): TableUse => ({
  requests: requests.length,
  items: sum(requests, ({ items }) => items),
  readUnits: sum(requests, ({ readUnits }) => readUnits),
  writeUnits: sum(requests, ({ writeUnits }) => writeUnits),
});

const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);
const OPERATIONS = new Set([...WRITES, 'GetItem', 'BatchGetItem', 'TransactGetItems', 'Query', 'Scan']);

const sum = <T>(all: readonly T[], of: (each: T) => number): number => all.reduce((total, each) => total + of(each), 0);
const listed = (value: unknown): Json[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]) as Json[];

/** A batch and a transaction tell each table's; anything else one alone. */
const capacityOf = ({ ConsumedCapacity }: Json): number =>
  sum(listed(ConsumedCapacity), ({ CapacityUnits }) => Number(CapacityUnits));

function itemsIn({ Item, Items, Responses }: Json): number {
  if (Array.isArray(Responses)) return Responses.filter((each: Json) => each['Item'] !== undefined).length;
  if (Responses) return sum(Object.values(Responses as Record<string, Json[]>), ({ length }) => length);
  return listed(Items ?? Item).length;
}

function writtenKeys(operation: string, input: Json): { table: unknown; key: Item }[] {
  if (operation === 'TransactWriteItems') {
    return listed(input['TransactItems']).flatMap((action) => Object.values(action).map((one) => keyIn(one as Json)));
  }
  if (operation === 'BatchWriteItem') {
    return Object.entries(input['RequestItems'] as Record<string, Json[]>).flatMap(([TableName, requests]) =>
      requests.flatMap((request) => Object.values(request).map((one) => keyIn({ ...(one as Json), TableName }))),
    );
  }
  return WRITES.has(operation) ? [keyIn(input)] : [];
}

function keyIn({ TableName, Key, Item }: Json): { table: unknown; key: Item } {
  const { PK, SK } = (Key ?? Item) as Item;
  return { table: TableName, key: { PK, SK } };
}

/** An index writes an item that it holds whenever the item changes, and twice when it moves in it. */
function indexUnits(before: Item | undefined, after: Item | undefined): number {
  const [from, to] = [before, after].map((item) => (item?.['GSI1PK'] ? item : undefined));
  const place = (item: Item | undefined) => JSON.stringify([item?.['GSI1PK'], item?.['GSI1SK']]);
  if (from && to && place(from) === place(to)) {
    return JSON.stringify(from) === JSON.stringify(to) ? 0 : Math.max(unitsOf(from), unitsOf(to));
  }
  return unitsOf(from) + unitsOf(to);
}

const unitsOf = (item: Item | undefined): number => (item ? Math.ceil(sizeOf(item) / 1024) : 0);

/** By the rules of "DynamoDB item sizes and formats", near enough for a kilobyte. */
const sizeOf = (item: Item): number =>
  sum(Object.entries(item), ([name, value]) => name.length + sizeOfValue(value as Json));

function sizeOfValue(value: Json): number {
  const [[type, content] = ['', '']] = Object.entries(value);
  if (type === 'S') return Buffer.byteLength(String(content));
  if (type === 'N') return Math.ceil(String(content).replace(/[-.]/g, '').length / 2) + 1;
  if (type === 'L') return 3 + sum(content as Json[], (each) => 1 + sizeOfValue(each));
  if (type === 'M') return 3 + sizeOf(content as Item) + Object.keys(content as Item).length;
  return 1;
}
