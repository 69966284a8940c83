import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { CloudDeclaration } from 'laptop-cloud';
import { localArn } from 'laptop-cloud/account';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SpendwireCloudOptions } from '../../laptop/cloud.ts';
import { projectRoot } from '../../lib/bundle.ts';
import { viewDocument } from '../../views/document-view.ts';
import { pdfOfPages } from '../support/pdf-of-pages.ts';
import { openCloud, type TestCloud } from './open-cloud.ts';
import { printReceipt } from './printed-receipt.ts';

const KEY_ARN = localArn('kms', 'key/1234abcd-12ab-34cd-56ef-1234567890ab');
const PHOTO = 'receipts/alice/gas.jpg';
const PRINT = 'receipts/alice/lunch.pdf';
const PLAN = 'budgets/alice.yaml';
const CREDIT_NOTE = 'events/samples/receipts/17-hotel-credit-note.xml';

async function open({ settings = {}, ...over }: Pick<SpendwireCloudOptions, 'change' | 'settings'>) {
  const stage = await openCloud(undefined, undefined, settings, over);
  onTestFinished(() => stage.close());
  return stage;
}

/** Drops a plan as it is, then a photo, a PDF, and a second plan under a key of the person's own. */
async function dropEncrypted({ cloud }: TestCloud): Promise<void> {
  const client = new S3Client({ ...cloud.clientConfig, forcePathStyle: true });
  onTestFinished(() => client.destroy());
  const put = async (Key: string, Body: Buffer) => {
    const encryption = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: KEY_ARN } as const;
    await client.send(new PutObjectCommand({ Bucket: cloud.bucketName, Key, Body, ...encryption }));
  };
  const plan = await readFile(join(projectRoot, 'events/samples/budgets/alice.yaml'));
  await cloud.s3.write(PLAN, plan);
  await cloud.idle();
  await put(PHOTO, await readFile(join(projectRoot, 'events/samples/receipts/04-gas-station.jpg')));
  await put(
    PRINT,
    await printReceipt({
      vendor: 'CORNER CAFE',
      date: 'November 18, 2026',
      items: [['LUNCH', '12.00']],
      total: '12.00',
    }),
  );
  await put('budgets/bob.yaml', plan);
  await cloud.idle();
}

async function standing({ table, documentIds }: TestCloud, key: string) {
  return viewDocument(table, (await documentIds(key)).at(-1) ?? '');
}

/** Executions of a machine that failed, which is what rings its alarm. */
async function failures({ cloud }: TestCloud, machine: string): Promise<number> {
  const request = { stateMachineArn: cloud.values[machine] ?? '', statusFilter: 'FAILED' };
  const { executions = [] } = (await cloud.states.operations['ListExecutions']?.(request, {})) ?? {};
  return (executions as unknown[]).length;
}

/** What the metric of refused documents counts. */
const A_REFUSAL = { message: 'done', status: 'failed' };

async function linesOf({ cloud }: TestCloud, functionName: string): Promise<unknown[]> {
  const text = await readFile(join(cloud.folder.logs, `${functionName}.log`), 'utf8');
  return text.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
}

describe('a file under a KMS key', { timeout: 300_000 }, () => {
  it('has failed with the name of its key and of the setting, and an alarm, where none is set', async () => {
    const stage = await open({});
    await dropEncrypted(stage);

    for (const key of [PHOTO, PRINT, 'budgets/bob.yaml']) {
      expect(await standing(stage, key), key).toMatchObject({
        status: 'failed',
        code: 'AccessLostError',
        reason: expect.stringMatching(new RegExp(`${KEY_ARN}.*uploadKeyArn`)),
      });
    }
    expect(await failures(stage, 'IngestReceiptArn')).toBe(2);
    expect(await failures(stage, 'ApplyPlanArn')).toBe(1);
    expect(await linesOf(stage, 'record-outcome')).toContainEqual(expect.objectContaining(A_REFUSAL));
    expect(stage.messages.map(({ body }) => body).join('\n')).toContain('the file is kept');
  });

  it('is read like any other where the setting names the key', async () => {
    const stage = await open({ settings: { uploadKeyArn: KEY_ARN } });
    await dropEncrypted(stage);

    for (const key of [PHOTO, PRINT, 'budgets/bob.yaml']) {
      expect(await standing(stage, key), key).toMatchObject({ status: 'completed' });
    }
    const used = stage.cloud.usedPermissions().filter(({ action }) => action.startsWith('kms:'));
    expect([...new Set(used.map(({ action }) => action))]).toEqual(['kms:Decrypt']);
    expect(used.map(({ principal }) => principal)).toContain('ingest-receipt');
    const actions = stage.cloud.usedPermissions().map(({ action }) => action);
    expect(actions).toContain('textract:StartExpenseAnalysis');
  });
});

describe('lost access to the bucket', { timeout: 300_000 }, () => {
  const withoutReading = (declared: CloudDeclaration): CloudDeclaration => ({
    ...declared,
    machines: (declared.machines ?? []).map((machine) => ({
      ...machine,
      grants: (machine.grants ?? []).filter(({ actions }) => !actions.includes('s3:GetObjectVersion')),
    })),
  });

  /** The machine and every other function may read as before. */
  const withoutLooking = (declared: CloudDeclaration): CloudDeclaration => ({
    ...declared,
    functions: (declared.functions ?? []).map((declaredFunction) =>
      declaredFunction.name === 'start-workflow'
        ? {
            ...declaredFunction,
            grants: (declaredFunction.grants ?? []).filter(({ actions }) => !actions.includes('s3:GetObjectVersion')),
          }
        : declaredFunction,
    ),
  });

  it('fails a receipt and rings the alarm', async () => {
    const stage = await open({ change: withoutReading });
    await stage.cloud.s3.write(PHOTO, await readFile(join(projectRoot, 'events/samples/receipts/04-gas-station.jpg')));
    await stage.cloud.idle();

    expect(await standing(stage, PHOTO)).toMatchObject({
      status: 'failed',
      code: 'AccessLostError',
      reason: expect.stringContaining("look at the role, the bucket's policy, the KMS key and the region"),
    });
    expect(await failures(stage, 'IngestReceiptArn')).toBe(1);
  });

  it('fails what the function that looks at files first may not look at, and pays for no page of it', async () => {
    const stage = await open({ change: withoutLooking });
    const { cloud } = stage;
    const files = new Map([
      ['receipts/alice/hotel.xml', await readFile(join(projectRoot, CREDIT_NOTE))],
      ['receipts/alice/book.pdf', pdfOfPages(60)],
    ]);
    for (const [key, body] of files) await cloud.s3.write(key, body);
    await cloud.idle();

    for (const key of files.keys()) {
      expect(await standing(stage, key), key).toMatchObject({
        status: 'failed',
        code: 'AccessLostError',
        reason: expect.stringContaining("look at the role, the bucket's policy, the KMS key and the region"),
      });
    }
    expect(await failures(stage, 'IngestReceiptArn')).toBe(2);
    expect(cloud.usedPermissions().filter(({ action }) => action.startsWith('textract:'))).toEqual([]);
  });

  it('still rejects a file that was deleted before it was read', async () => {
    const stage = await open({ settings: { turnsPerSecond: 0.0001 } });
    const { cloud, clock } = stage;
    const body = await readFile(join(projectRoot, 'events/samples/receipts/04-gas-station.jpg'));
    await clock.busy(async () => {
      const { versionId } = await cloud.s3.write(PHOTO, body);
      await cloud.s3.operations['DeleteObject']?.({ Bucket: cloud.bucketName, Key: PHOTO, VersionId: versionId }, {});
    });
    await cloud.idle();

    expect(await standing(stage, PHOTO)).toMatchObject({ status: 'rejected', code: 'ObjectGoneError' });
    expect(await failures(stage, 'IngestReceiptArn')).toBe(0);
  });
});
