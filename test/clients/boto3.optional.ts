import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';
import {
  clientEnvironment,
  expectMainJob,
  type Findings,
  isThere,
  PLAN,
  RECEIPT,
  RECEIPT_KEY,
  run,
  withClient,
} from './main-job.ts';

/** Another one than the first on the path: `PYTHON=/usr/bin/python3 npm run test:clients`. */
const program = process.env['PYTHON'] ?? 'python3';
const isInstalled = await isThere(program, '-c', 'import boto3');
if (!isInstalled) console.info(`left out: the main job with boto3, which "${program}" does not have`);

const script = fileURLToPath(new URL('./main_job.py', import.meta.url));

describe.skipIf(!isInstalled)('boto3', () => {
  it('drives the main job alone, from the upload to the trace', { timeout: 180_000 }, async () => {
    const findings = await withClient(async (cloud, folder) => {
      const machines = ['ApplyPlan', 'IngestReceipt', 'DeliverAlerts'].map((id) => cloud.values[`${id}Arn`] ?? '');
      const places = [cloud.endpoint, cloud.bucketName, cloud.tableName, ...machines];
      const files = [PLAN, RECEIPT, RECEIPT_KEY, join(folder, 'copy.jpg')];
      return JSON.parse(await run(program, [script, ...places, ...files], clientEnvironment(folder))) as Findings;
    });

    expectMainJob(findings, (await stat(RECEIPT)).size);
  });
});
