import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloudDeclaration } from 'laptop-cloud';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSpend } from '../../lambdas/adapters/budget-store.ts';
import { readPerson } from '../../lambdas/adapters/person-store.ts';
import { documentIdOf } from '../../lambdas/core/document/document-id.ts';
import { projectRoot } from '../../lib/bundle.ts';
import { viewDocument } from '../../views/document-view.ts';
import { openCloud, type TestCloud } from './open-cloud.ts';
import { printReceipt } from './printed-receipt.ts';

/** As it is in the first minutes of a deployment, and while the pipeline is away: nobody takes the bucket's events. */
const withoutRules = (declared: CloudDeclaration): CloudDeclaration => ({ ...declared, rules: [] });

let dataDirectory: string;
let stage: TestCloud;
beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'spendwire-'));
});
afterAll(async () => {
  await stage.close();
  await rm(dataDirectory, { recursive: true, force: true });
});

const drop = ({ cloud }: TestCloud, key: string, amount: string) =>
  printReceipt({ vendor: `Shop ${amount}`, date: 'November 18, 2026', items: [['Goods', amount]], total: amount }).then(
    async (pdf) => (await cloud.s3.write(key, pdf)).versionId,
  );
const remove = ({ cloud }: TestCloud, Key: string) =>
  cloud.s3.operations['DeleteObject']?.({ Bucket: cloud.bucketName, Key }, {});
/** No XML holds it as it is. */
const MISSED = 'receipts/alice/missed + 100%\u0001.pdf';
const document = ({ cloud, table }: TestCloud, key: string, versionId: string) =>
  viewDocument(table, documentIdOf(cloud.bucketName, key, versionId));

/** Runs the look as the clock does once a day, and tells how its execution ended. */
async function look({ cloud }: TestCloud): Promise<{ status: unknown; cause: unknown }> {
  const { StartExecution, DescribeExecution } = cloud.states.operations;
  const started = await StartExecution?.({ stateMachineArn: cloud.values['FindMissingArn'] ?? '' }, {});
  await cloud.idle();
  const { status, cause } = (await DescribeExecution?.({ executionArn: started?.['executionArn'] ?? '' }, {})) ?? {};
  return { status, cause };
}

const spentBy = async ({ table }: TestCloud, userId: string) =>
  (await readSpend(table, userId, '2026-01-01', '2026-12-31')).reduce((sum, { amountMinor }) => sum + amountMinor, 0);

it('finds what was uploaded and deleted while nobody listened, each receipt of a key once, and nothing the second time', async () => {
  const plan = await readFile(join(projectRoot, 'events/samples/budgets/alice.yaml'));
  stage = await openCloud('2026-11-20T12:00:00Z', 1000, {}, { dataDirectory });
  const bob = (await stage.cloud.s3.write('budgets/bob.yaml', plan)).versionId;
  await stage.cloud.idle();
  await stage.close();

  stage = await openCloud('2026-11-21T12:00:00Z', 1000, {}, { dataDirectory, change: withoutRules });
  const missed = await drop(stage, MISSED, '21.00');
  const replaced = await drop(stage, 'receipts/alice/twice.pdf', '32.00');
  const latest = await drop(stage, 'receipts/alice/twice.pdf', '43.00');
  const gone = await drop(stage, 'receipts/alice/gone.pdf', '54.00');
  await remove(stage, 'receipts/alice/gone.pdf');
  const misplaced = await drop(stage, 'recipts/alice/lunch.pdf', '65.00');
  await remove(stage, 'budgets/bob.yaml');
  await stage.cloud.s3.write('budgets/dave.yaml', Buffer.from(plan.toString().replace('name: Alice', 'name: Dave')));
  await stage.cloud.idle();
  await stage.close();

  stage = await openCloud('2026-11-21T13:00:00Z', 1000, {}, { dataDirectory });
  await stage.cloud.idle();
  expect(await document(stage, MISSED, missed)).toBeUndefined();

  expect(await look(stage)).toEqual({
    status: 'FAILED',
    cause: expect.stringContaining('6 uploads or deletions had no document: started now; the first: budgets/dave.yaml'),
  });

  for (const [key, versionId] of [
    [MISSED, missed],
    ['receipts/alice/twice.pdf', replaced],
    ['receipts/alice/twice.pdf', latest],
  ] as const) {
    expect(await document(stage, key, versionId), key).toMatchObject({ status: 'completed', run: 1 });
  }
  expect(await document(stage, 'recipts/alice/lunch.pdf', misplaced)).toMatchObject({ code: 'UnknownPrefixError' });
  expect(await document(stage, 'receipts/alice/gone.pdf', gone)).toBeUndefined();
  expect(await document(stage, 'budgets/bob.yaml', bob)).toMatchObject({ run: 1 });
  expect(await readPerson(stage.table, 'bob')).toMatchObject({ isActive: false });
  expect(await readPerson(stage.table, 'dave')).toMatchObject({ isActive: true, name: 'Dave' });
  expect(await spentBy(stage, 'alice')).toBe(2100 + 3200 + 4300);

  expect(await look(stage)).toEqual({ status: 'SUCCEEDED', cause: undefined });
  expect(await spentBy(stage, 'alice')).toBe(2100 + 3200 + 4300);
}, 300_000);
