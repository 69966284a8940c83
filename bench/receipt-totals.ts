import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { documentIndex } from '../lambdas/adapters/ledger-keys.ts';
import { queryIndex } from '../lambdas/adapters/table.ts';
import { formatDecimal } from '../lambdas/core/money.ts';
import { VirtualClock } from '../local/clock.ts';
import { startCloud } from '../local/cloud.ts';
import { type DocumentView, viewDocument } from '../views/document-view.ts';

/**
 * How many totals are right when receipts go through the whole pipeline: a folder with `img/*.jpg` and `key/*.json`
 * (`{"total": "9.00"}`) is dropped into the bucket, and the table is read.
 *
 *     npx tsx bench/receipt-totals.ts --data ../shared/data/sroie-dev [--now 2018-12-31T12:00:00Z]
 */
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
const { values } = parseArgs({
  options: { data: { type: 'string' }, now: { type: 'string', default: '2018-12-31T12:00:00Z' } },
});
if (values.data === undefined) throw new Error('expected --data DIR, a folder with img/ and key/');
const folder = values.data;
const names = (await readdir(join(folder, 'img'))).map((file) => file.replace(/\.jpg$/, '')).sort();
const data = await mkdtemp(join(tmpdir(), 'spendwire-bench-'));
const started = performance.now();
const cloud = await startCloud({
  dataDirectory: data,
  port: 0,
  clock: new VirtualClock(Date.parse(values.now)),
  periodicWork: false,
  settings: { turnsPerSecond: 1000 },
});
for (const name of names)
  await cloud.s3.write(`receipts/bench/${name}.jpg`, await readFile(join(folder, 'img', `${name}.jpg`)));
await cloud.idle();

const table = { client: new DynamoDBClient(cloud.clientConfig), name: cloud.tableName };
const documents = await queryIndex<{ documentId: string }>(table, documentIndex('bench', '', '').GSI1PK, '\uffff');
const views = (await Promise.all(documents.map(({ documentId }) => viewDocument(table, documentId)))) as DocumentView[];
const digits = (text: string) => text.replace(/[^\d.]/g, '');
const scored = await Promise.all(
  names.map(async (name) => {
    const { total: printed } = JSON.parse(await readFile(join(folder, 'key', `${name}.json`), 'utf8')) as {
      total: string;
    };
    const view = views.find(({ key }) => key.endsWith(`/${name}.jpg`));
    const read = view?.total ? formatDecimal(view.total).replace('-', '') : undefined;
    const isRight = read !== undefined && Number(digits(printed)).toFixed(2) === read;
    return { name, status: view?.status, printed, read, isRight };
  }),
);
const count = (test: (entry: (typeof scored)[number]) => boolean) => scored.filter(test).length;
const completed = count(({ status }) => status === 'completed');
console.log(
  JSON.stringify(
    {
      data: folder,
      receipts: names.length,
      totalRight: count(({ isRight }) => isRight),
      share: Number((count(({ isRight }) => isRight) / names.length).toFixed(3)),
      completed,
      completedAndRight: count(({ status, isRight }) => status === 'completed' && isRight),
      needsReview: count(({ status }) => status === 'needs_review'),
      seconds: Number(((performance.now() - started) / 1000).toFixed(1)),
      misses: scored.filter(({ isRight }) => !isRight),
    },
    null,
    2,
  ),
);
table.client.destroy();
await cloud.close();
await rm(data, { recursive: true, force: true });
process.exit();
