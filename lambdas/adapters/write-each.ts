import { optimistically } from '../core/ground/optimistic.ts';
import { someAtOnce } from '../core/ground/some-at-once.ts';
import { deleteItem, putItem, type Table, transact, updateItem, type Write } from './table.ts';

/** Writes that belong together: all are made, or none. */
export type Together = readonly Write[];

/** As many as DynamoDB takes in one transaction. */
const WRITES_A_REQUEST = 100;
const REQUESTS_AT_ONCE = 4;

/**
 * Makes writes of which each, or each few together, stand for themselves, by hundreds: what a condition refuses keeps nothing
 * else from being written. No two are at the same item. One write alone is no transaction, which would cost twice as much.
 *
 * @returns For each whether it was written.
 * @throws SpendwireError `LedgerBusyError` when others were at the same items every time; some may be written by then.
 */
export async function writeEach(table: Table, all: readonly Together[]): Promise<boolean[]> {
  const written = new Set<Together>();
  await someAtOnce(REQUESTS_AT_ONCE, requestsOf(all), async (some) => {
    for (const each of await writeSome(table, some)) written.add(each);
  });
  return all.map((each) => written.has(each));
}

/** What of these was written. A transaction that conditions refuse is made again without what they refused. */
async function writeSome(table: Table, some: readonly Together[]): Promise<readonly Together[]> {
  const refused = await optimistically(() => tryAll(table, some));
  if (refused.size === 0) return some;
  const left = some.filter((each) => !refused.has(each));
  return left.length === 0 ? [] : writeSome(table, left);
}

/** What conditions refuse; where there is any, nothing is written. */
async function tryAll(table: Table, some: readonly Together[]): Promise<ReadonlySet<Together>> {
  const writes = some.flatMap((each) => each.map((write) => ({ each, write })));
  const [only, ...others] = writes;
  if (only && others.length === 0) return new Set((await writeOne(table, only.write)) ? [] : some);
  const result = await transact(
    table,
    writes.map(({ write }) => write),
  );
  return new Set(
    result.written ? [] : result.failed.map(({ index }) => (writes[index] as (typeof writes)[number]).each),
  );
}

function writeOne(table: Table, write: Write): Promise<boolean> {
  if ('remove' in write) return deleteItem(table, write.remove, { text: 'attribute_exists(PK)' });
  return 'put' in write
    ? putItem(table, write.put, write.condition)
    : updateItem(table, write.update, write.set, write.condition);
}

function requestsOf(all: readonly Together[]): (readonly Together[])[] {
  const requests: Together[][] = [];
  let room = 0;
  for (const each of all) {
    if (each.length > room) {
      requests.push([]);
      room = WRITES_A_REQUEST;
    }
    requests.at(-1)?.push(each);
    room -= each.length;
  }
  return requests;
}
