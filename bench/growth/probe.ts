import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import type * as Keys from '../../lambdas/adapters/ledger-keys.ts';
import type * as Outbox from '../../lambdas/adapters/outbox.ts';
import type * as Tables from '../../lambdas/adapters/table.ts';
import type { ReportRequest } from '../../views/report/read-report.ts';
import type { Report } from '../../views/report/report.ts';
import { buildAt } from '../against/build-at.ts';
import { tapTable, useOf } from '../against/tapped-table.ts';
import { dayBefore, makeItems, REVIEWED_DAYS_AGO, type Size, writeItems } from './books.ts';
import type { Used } from './used.ts';

/**
 * What one build asks of the table for each question, in books of one size. Arguments: the root of the build, and a size as
 * JSON. Prints JSON.
 */
const [root = '', asked = '{}'] = process.argv.slice(2);
const size = JSON.parse(asked) as Size & { readonly claims: number };
const nowMs = Date.now();
const build = await buildAt(root);
const keys = await build.load<typeof Keys>('lambdas/adapters/ledger-keys.ts');
const { claimWrites } = await build.load<typeof Outbox>('lambdas/adapters/outbox.ts');
const { transact } = await build.load<typeof Tables>('lambdas/adapters/table.ts');
const { readReport } = await build.load<{ readReport(table: Tables.Table, request: ReportRequest): Promise<Report> }>(
  'views/report/read-report.ts',
);
const { readFacts } = await build.load<{ readFacts(surgery: object, userId: string): Promise<unknown> }>(
  'views/doctor/read-facts.ts',
);

const plan = (name: string, further = '') => `name: ${name}
locale: en-US
timeZone: UTC
currency: USD
contacts:
  - email: ${name}@example.com
budgets:
${['total', 'groceries', 'dining', 'fuel', 'health'].map((category) => `  - category: ${category}\n    limit: "90000.00"\n    period: month\n${further}`).join('')}`;

const dataDirectory = await mkdtemp(join(tmpdir(), 'spendwire-growth-'));
const cloud = await build.startCloud({ dataDirectory, port: 0, periodicWork: false });
const client = new DynamoDBClient(cloud.clientConfig);
const sns = new SNSClient(cloud.clientConfig);
const table = { client, name: cloud.tableName };
await cloud.functionsReady;
await cloud.s3.write('budgets/alice.yaml', Buffer.from(plan('alice')));
await cloud.s3.write('budgets/bob.yaml', Buffer.from(plan('bob', '    rollover: both\n')));
await cloud.idle();

const books = makeItems(keys as unknown as Parameters<typeof makeItems>[0], size, nowMs);
const claimed = Array.from({ length: size.claims }, (_, index) =>
  books.documentOf('alice', `claimed-${index}`, new Date(nowMs).toISOString(), 'rejected'),
);
await writeItems(table, [
  ...books.booksOf('alice'),
  ...books.booksOf('bob'),
  ...books.pending(),
  ...books.people(),
  ...claimed.flat(),
]);
await makeOld('bob');
const delivery = await claimAll();
for (const userId of ['alice', 'bob']) await noteLooked(userId);

const noted = tapTable(cloud.dynamodb as unknown as Parameters<typeof tapTable>[0]);
const used: Record<string, Used> = {};
const call = async (name: string, input: object) => {
  const { ok, payload } = await cloud.lambda.invoke(name, input as never);
  if (!ok) throw new Error(`expected ${name} to succeed, got ${JSON.stringify(payload)}`);
};
const before = { start: dayBefore(nowMs, REVIEWED_DAYS_AGO), end: dayBefore(nowMs, REVIEWED_DAYS_AGO - 10) };
const always = { start: dayBefore(nowMs, 3650), end: dayBefore(nowMs, 0) };
const report = (over: Partial<ReportRequest>) => readReport(table, { userId: 'alice', now: nowMs, ...over });
const check = (userId: string) =>
  call('check-budgets', { userId, affected: 'all', documentId: `${userId}-00000000`, run: 1 });
const surgery = { table, sns, quotas: undefined, isLaptop: true, now: () => nowMs };

await measure('report of a month', () => report({}));
await measure('report --status needs_review', () => report({ period: before, status: 'needs_review' }));
await measure('report --status completed, a month', () => report({ status: 'completed' }));
await measure('report --status completed, ten years', () => report({ period: always, status: 'completed' }));
await measure('doctor', () => readFacts(surgery, 'alice'));
await measure('check', () => check('alice'));
await measure('check with rollover, ten years', () => check('bob'));
await measure('sweep', () => call('sweep', {}));
await measure('find-due-people', () => call('find-due-people', {}));
await measure('deliver', () => call('deliver-alerts', delivery), 'once');

client.destroy();
sns.destroy();
await cloud.close();
await rm(dataDirectory, { recursive: true, force: true });
console.log(JSON.stringify(used));
process.exit();

/** The second time, when code and connections are warm, unless it can be done once only. */
async function measure(question: string, work: () => Promise<unknown>, times: 'once' | 'twice' = 'twice') {
  if (times === 'twice') await work();
  noted();
  const began = performance.now();
  await work();
  const { requests, items, readUnits } = useOf(noted());
  used[question] = { requests, items, readUnits, ms: Math.round(performance.now() - began) };
}

/** As if the plan had been in force for ten years. */
async function makeOld(userId: string): Promise<void> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'PK = :person AND begins_with(SK, :budget)',
      ExpressionAttributeValues: { ':person': { S: keys.personKey(userId).PK }, ':budget': { S: keys.BUDGET } },
    }),
  );
  for (const { PK, SK } of Items as Record<string, { S: string }>[]) {
    await client.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: { PK: PK as never, SK: SK as never },
        UpdateExpression: 'SET since = :since',
        ExpressionAttributeValues: { ':since': { S: dayBefore(nowMs, 3650) } },
      }),
    );
  }
}

/** All in one window, which is over. */
async function claimAll(): Promise<object> {
  const outbox = { table, windowSeconds: 1, now: () => nowMs - 60_000 };
  let window: { windowId: string; closesAt: string } | undefined;
  for (let index = 0; index < size.claims; index += 1) {
    const alert = {
      ...({ kind: 'attention', userId: 'alice', documentId: `claimed-${index}`, run: 1, status: 'rejected' } as const),
      ...{ key: `receipts/alice/claimed-${index}.jpg`, reason: 'for the measure', claimedBy: `claimed-${index}-r1` },
      claimedAt: new Date(nowMs - 60_000).toISOString(),
    };
    const { writes, claimedIn } = await claimWrites(outbox, { alerts: [alert], person: { timeZone: 'UTC' } });
    await transact(table, writes);
    window = claimedIn;
  }
  return { userId: 'alice', windowId: window?.windowId, closesAt: window?.closesAt, name: `alice-${window?.windowId}` };
}

/** Whom the clock has looked at is no part of what the look ahead is asked. */
async function noteLooked(userId: string): Promise<void> {
  await cloud.lambda.invoke('claim-digests', { userId, schedule: dayBefore(nowMs, 0) } as never);
}
