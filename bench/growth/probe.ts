import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
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
 * JSON. Prints JSON; a question for which the build has no function is absent.
 */
const [root = '', asked = '{}'] = process.argv.slice(2);
const size = JSON.parse(asked) as Size & { readonly claims: number };
const nowMs = Date.now();
const build = await buildAt(root);
const keys = await build.load<typeof Keys>('lambdas/adapters/ledger-keys.ts');
const { claimWrites } = await build.load<typeof Outbox>('lambdas/adapters/outbox.ts');
const { getItem, transact, updateItem } = await build.load<typeof Tables>('lambdas/adapters/table.ts');
const { readReport } = await build.load<{ readReport(table: Tables.Table, request: ReportRequest): Promise<Report> }>(
  'views/report/read-report.ts',
);
const { readFacts } = await build.load<{ readFacts(surgery: object, userId: string): Promise<unknown> }>(
  'views/doctor/read-facts.ts',
);

const CATEGORIES = ['total', 'groceries', 'dining', 'fuel', 'health'];
const plan = (name: string, further = '') => `name: ${name}
locale: en-US
timeZone: UTC
currency: USD
contacts:
  - email: ${name}@example.com
budgets:
${CATEGORIES.map((category) => `  - category: ${category}\n    limit: "90000.00"\n    period: month\n${further}`).join('')}`;

/** Whose alerts are delivered has no other books: what is to be told of them grows. */
const PEOPLE = { alice: plan('alice'), bob: plan('bob', '    rollover: both\n'), carol: plan('carol') };

const dataDirectory = await mkdtemp(join(tmpdir(), 'spendwire-growth-'));
const cloud = await build.startCloud({ dataDirectory, port: 0, periodicWork: false });
const client = new DynamoDBClient(cloud.clientConfig);
const sns = new SNSClient(cloud.clientConfig);
const table = { client, name: cloud.tableName };
await cloud.functionsReady;
for (const [userId, text] of Object.entries(PEOPLE)) {
  await cloud.s3.write(`budgets/${userId}.yaml`, Buffer.from(text));
}
await cloud.idle();

const books = makeItems(keys as unknown as Parameters<typeof makeItems>[0], size, nowMs);
const claimed = Array.from({ length: size.claims }, (_, index) =>
  books.documentOf('carol', `claimed-${index}`, new Date(nowMs).toISOString(), 'rejected'),
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
for (const userId of Object.keys(PEOPLE)) await noteLooked(userId);

const noted = tapTable(cloud.dynamodb as unknown as Parameters<typeof tapTable>[0]);
const used: Record<string, Used> = {};
const before = { start: dayBefore(nowMs, REVIEWED_DAYS_AGO), end: dayBefore(nowMs, REVIEWED_DAYS_AGO - 10) };
const always = { start: dayBefore(nowMs, 3650), end: dayBefore(nowMs, 0) };
const lately = { start: dayBefore(nowMs, 30), end: dayBefore(nowMs, 1) };
const report = async (over: Partial<ReportRequest>) => {
  const { expenses, documents = [], attention } = await readReport(table, { userId: 'alice', now: nowMs, ...over });
  return expenses.length + documents.length + attention.length;
};
const check = async (userId: string) => {
  await call('check-budgets', { userId, affected: 'all', documentId: `${userId}-00000000`, run: 1 });
  return 1;
};
const surgery = { table, sns, quotas: undefined, isLaptop: true, now: () => nowMs };

await measure('report of 30 days', () => report({ period: lately }));
await measure('report --status needs_review', () => report({ period: before, status: 'needs_review' }));
await measure('report --status completed, 30 days', () => report({ period: lately, status: 'completed' }));
await measure('report --status completed, ten years', () => report({ period: always, status: 'completed' }));
await measure('report --status pending', () => report({ period: lately, status: 'pending' }));
await measure('doctor', async () => {
  await readFacts(surgery, 'alice');
  return 1;
});
await measure('check', () => check('alice'));
await measure('check with rollover, ten years', () => check('bob'));
await measureFunction('sweep', async () => 1 + Number((await call('sweep', {}))['closed']));
await measureFunction('find-due-people', async () => 1 + (await namedBy('find-due-people')));
await measureFunction('find-people', () => namedBy('find-people'));
await measure('deliver', () => call('deliver-alerts', delivery).then(() => size.claims), 'once');

client.destroy();
sns.destroy();
await cloud.close();
await rm(dataDirectory, { recursive: true, force: true });
console.log(JSON.stringify(used));
process.exit();

/**
 * The second time, when code and connections are warm, unless it can be done once only.
 *
 * @param ask Resolves with how many things the answer tells.
 */
async function measure(question: string, ask: () => Promise<number>, times: 'once' | 'twice' = 'twice') {
  if (times === 'twice') await ask();
  noted();
  const began = performance.now();
  const told = await ask();
  const ms = Math.round(performance.now() - began);
  const { requests, items, readUnits } = useOf(noted());
  used[question] = { told, requests, items, readUnits, ms };
}

/** By the name of a function. */
async function measureFunction(name: string, ask: () => Promise<number>) {
  if (existsSync(join(root, 'lambdas', name))) await measure(name, ask);
}

async function call(name: string, input: object): Promise<Record<string, unknown>> {
  const { ok, payload } = await cloud.lambda.invoke(name, input as never);
  if (!ok) throw new Error(`expected ${name} to succeed, got ${JSON.stringify(payload)}`);
  return payload as Record<string, unknown>;
}

/** How many people a function names on all its pages. */
async function namedBy(name: string): Promise<number> {
  let named = 0;
  let after: unknown = '';
  while (after !== undefined) {
    const { people, next } = await call(name, { after });
    named += (people as unknown[]).length;
    after = next;
  }
  return named;
}

/** As if the plan had been in force for ten years. */
async function makeOld(userId: string): Promise<void> {
  const since = { text: 'SET since = :since', values: { ':since': dayBefore(nowMs, 3650) } };
  for (const category of CATEGORIES) await updateItem(table, keys.budgetKey(userId, category, 'month'), since);
}

/** All in one window, which is over. */
async function claimAll(): Promise<object> {
  const outbox = { table, windowSeconds: 1, now: () => nowMs - 60_000 };
  for (let index = 0; index < size.claims; index += 1) {
    const alert = {
      ...({ kind: 'attention', userId: 'carol', documentId: `claimed-${index}`, run: 1, status: 'rejected' } as const),
      ...{ key: `receipts/carol/claimed-${index}.jpg`, reason: 'for the measure', claimedBy: `claimed-${index}-r1` },
      claimedAt: new Date(nowMs - 60_000).toISOString(),
    };
    // As either build takes claims, and gives the writes.
    const claims = Object.assign([alert], { alerts: [alert], person: { timeZone: 'UTC' } });
    const made: { readonly writes: readonly Tables.Write[] } | readonly Tables.Write[] = await claimWrites(
      outbox,
      claims,
    );
    await transact(table, 'writes' in made ? made.writes : made);
  }
  const window = await getItem<{ windowId: string; closesAt: string }>(table, keys.windowKey('carol'));
  return { userId: 'carol', windowId: window?.windowId, closesAt: window?.closesAt, name: `carol-${window?.windowId}` };
}

/** Whom the clock has looked at is no part of what the look ahead is asked. */
async function noteLooked(userId: string): Promise<void> {
  await cloud.lambda.invoke('claim-digests', { userId, schedule: dayBefore(nowMs, 0) } as never);
}
