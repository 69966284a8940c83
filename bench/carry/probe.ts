import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchWriteItemCommand, DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { type Budget, covers } from '../../lambdas/core/budget/budget.ts';
import type { DailySpend } from '../../lambdas/core/budget/spend.ts';
import { buildAt } from '../against/build-at.ts';
import { type TableUse, tapTable, useOf } from '../against/tapped-table.ts';

/** What checks asked of the table. */
export interface CarryUse {
  /** The first check, which keeps nothing yet. */
  readonly first: TableUse;
  /** A check of a receipt of today, like the one before. */
  readonly steady: TableUse;
  /** The check of a receipt of years ago. */
  readonly late: TableUse;
  /** By budget, at the end. */
  readonly reached: Readonly<Record<string, readonly string[]>>;
}

const [root = '', count = '100'] = process.argv.slice(2);
const CATEGORIES = ['total', 'groceries', 'dining', 'fuel', 'health'];
const YEARS_DAYS = 3650;
const MONTHS = 120;
/** Near enough to each other that a cent which is carried otherwise may show. */
const PERCENTS = Array.from({ length: 20 }, (_, index) => 5 * (index + 1));
const DAY_MS = 24 * 3600_000;
const nowMs = Date.now();
const dayAgo = (days: number): string => new Date(nowMs - days * DAY_MS).toISOString().slice(0, 10);

const { startCloud, load } = await buildAt(root);
type Keys = typeof import('../../lambdas/adapters/ledger-keys.ts');
const { personKey, budgetKey, spendKey, stateKey } = await load<Keys>('lambdas/adapters/ledger-keys.ts');
const { book } = await load<typeof import('../../lambdas/adapters/ledger.ts')>('lambdas/adapters/ledger.ts');
const { createDocument } = await load<typeof import('../../lambdas/adapters/document-store.ts')>(
  'lambdas/adapters/document-store.ts',
);

const dataDirectory = await mkdtemp(join(tmpdir(), 'spendwire-carry-'));
const cloud = await startCloud({ dataDirectory, port: 0, periodicWork: false });
const client = new DynamoDBClient(cloud.clientConfig as DynamoDBClientConfig);
const table = { client, name: cloud.tableName };

async function write(items: readonly object[]): Promise<void> {
  for (let from = 0; from < items.length; from += 25) {
    const requests = items.slice(from, from + 25).map((item) => ({ PutRequest: { Item: marshall(item) } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table.name]: requests } }));
  }
}

/** A person, the budgets, and what was spent: a day's sum for each expense, spread over the years. */
function booksOf(expenses: number): object[] {
  const plan = {
    key: 'budgets/alice.yaml',
    versionId: 'v',
    sequencer: '01',
    uploadedAt: new Date(nowMs).toISOString(),
  };
  const person = { userId: 'alice', name: 'Alice', locale: 'en-US', timeZone: 'UTC', currency: 'USD', isActive: true };
  const spent = new Map<string, DailySpend>();
  for (let index = 0; index < expenses; index += 1) {
    const date = dayAgo(Math.floor((index * YEARS_DAYS) / expenses));
    const category = [...CATEGORIES.slice(1), 'household'][index % 5] as string;
    const key = spendKey('alice', date, category, 'USD');
    const amountMinor = (spent.get(key.SK)?.amountMinor ?? 0) + 100 + (index % 900);
    spent.set(key.SK, { ...key, ...{ date, category, currency: 'USD', amountMinor } });
  }
  // As much as is spent on average, so that what is carried decides what is reached.
  const limitOf = (category: string) =>
    Math.round(
      [...spent.values()].reduce((sum, day) => sum + (covers({ category }, day.category) ? day.amountMinor : 0), 0) /
        MONTHS,
    );
  const budgets = CATEGORIES.map(
    (category): Budget => ({
      ...{ category, period: 'month', currency: 'USD', since: dayAgo(YEARS_DAYS), thresholds: PERCENTS },
      ...{ limits: [{ limitMinor: limitOf(category) }], rollover: { mode: 'both' } },
    }),
  );
  return [
    { ...personKey('alice'), ...person, plan },
    ...budgets.map((budget) => ({ ...budgetKey('alice', budget.category, 'month'), userId: 'alice', ...budget })),
    ...spent.values(),
  ];
}

const tapped = tapTable(cloud.dynamodb as unknown as Parameters<typeof tapTable>[0]);
const name = Object.values(cloud.values).find((value) => /function:.*check-budgets$/.test(value)) ?? '';

/** Books a receipt as the build does, and checks it. */
async function receipt(documentId: string, date: string): Promise<TableUse> {
  const [userId, run] = ['alice', 1];
  const uploadedAt = new Date(nowMs).toISOString();
  const file = { bucket: 'b', key: `receipts/alice/${documentId}.jpg`, versionId: 'v', object: 'x', sizeBytes: 1 };
  const execution = { run, executionName: documentId, traceId: '1-0-0' };
  await createDocument(
    table,
    { ...file, ...execution, documentId, userId, workflow: 'ingest-receipt', uploadedAt },
    { status: 'pending', run, updatedAt: uploadedAt },
  );
  const { affected } = await book(
    { table, now: Date.now, windowSeconds: 30 },
    {
      ...{ documentId, run, userId, contentHash: `hash-${documentId}` },
      allocations: [{ date, category: 'groceries', currency: 'USD', amountMinor: 1_000 }],
      facts: { purchasedOn: date, category: 'groceries' } as Parameters<typeof book>[1]['facts'],
      outcome: { status: 'completed', updatedAt: uploadedAt },
    },
  );
  return check(documentId, affected);
}

async function check(documentId: string, affected: unknown): Promise<TableUse> {
  tapped();
  await cloud.lambda.invoke(name, { userId: 'alice', documentId, run: 1, affected } as never);
  return useOf(tapped().filter(({ by }) => by === 'CheckBudgets'));
}

await write(booksOf(Number(count)));
const first = await check('plan', 'all');
// Once more: what the first one has kept is there, as on any day after.
await check('plan', 'all');
const steady = await check('plan', 'all');
const late = await receipt('late', dayAgo(2000));
const { queryItems } = await load<typeof import('../../lambdas/adapters/table.ts')>('lambdas/adapters/table.ts');
const states = await queryItems<{ budgetId: string; reached: string[] }>(table, personKey('alice').PK, {
  prefix: stateKey('alice', '', '').SK.slice(0, -1),
});
const use: CarryUse = {
  first,
  steady,
  late,
  reached: Object.fromEntries(states.map(({ budgetId, reached }) => [budgetId, reached])),
};
client.destroy();
await cloud.close();
await rm(dataDirectory, { recursive: true, force: true });
console.log(JSON.stringify(use));
process.exit();
