import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { BatchGetTracesCommand, GetTraceSummariesCommand, XRayClient } from '@aws-sdk/client-xray';
import { VirtualClock } from 'laptop-cloud/clock';
import { DataFolderLockedError } from 'laptop-cloud/data-folder';
import { PortInUseError } from 'laptop-cloud/http/gateway';
import type { OutboxMessage } from 'laptop-cloud/sns/message';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type SpendwireCloud, type SpendwireCloudOptions, startCloud } from '../../laptop/cloud.ts';
import { projectRoot } from '../../lib/bundle.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

/** In the month of the samples. */
const NOW_MS = Date.parse('2026-11-20T12:00:00Z');

describe('startCloud', () => {
  it('takes a plan and a receipt from an S3 client to an alert in the outbox, in one trace', async () => {
    const messages: OutboxMessage[] = [];
    const cloud = await start({ onMessage: (message) => messages.push(message) });
    const s3 = new S3Client(cloud.clientConfig);

    await put(
      s3,
      cloud,
      'budgets/alice.yaml',
      'name: Alice\ncurrency: USD\ncontacts:\n  - email: a@example.com\nbudgets:\n  - category: total\n    limit: "20.00"\n',
    );
    await cloud.idle();
    await put(s3, cloud, 'receipts/alice/slip.jpg', await sample('01-grocery-slip.jpg'));
    await cloud.idle();

    const files = await readdir(cloud.folder.outbox);
    expect(messages).toMatchObject([{ protocol: 'email', address: 'a@example.com' }]);
    expect(await readFile(join(cloud.folder.outbox, files[0] ?? ''), 'utf8')).toContain('To: a@example.com');
    expect(await statuses(cloud, 'ingest-receipt')).toEqual(['SUCCEEDED']);
    expect(await segmentNames(cloud)).toEqual(
      expect.arrayContaining(['ingest-receipt', 'read-analysis', 'record-expense', 'deliver-alerts']),
    );
    expect(cloud.usedPermissions()).toContainEqual(
      expect.objectContaining({ principal: 'ingest-receipt', action: 'textract:StartExpenseAnalysis' }),
    );
  });

  it('goes on at the next start with what it had not finished', async () => {
    const dataDirectory = await temporaryDirectory();
    const first = await start({ dataDirectory });
    await first.s3.write('receipts/alice/misspelt.jpg', Buffer.from('not a picture'));
    await first.close();

    const second = await start({ dataDirectory });
    await second.idle();

    expect(await statuses(second, 'ingest-receipt')).not.toContain('RUNNING');
    expect(await documentStatuses(second)).toEqual(['rejected']);
  });

  it('gives up on nothing: no event is left over when it is idle', async () => {
    const cloud = await start();

    await cloud.s3.write('misspelt/alice/x.jpg', Buffer.from('x'));
    await cloud.idle();

    const sqs = new SQSClient(cloud.clientConfig);
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: 'x/ingest-dead-letters', AttributeNames: ['All'] }),
    );
    expect(cloud.events.pending()).toBe(0);
    expect(Attributes?.ApproximateNumberOfMessages).toBe('0');
  });

  it('fails when the folder or the port is in use, and leaves neither locked', async () => {
    const cloud = await start();
    const dataDirectory = await temporaryDirectory();

    const sameFolder = startCloud({ dataDirectory: cloud.folder.root, port: 0 });
    const samePort = startCloud({ dataDirectory, port: cloud.port });

    await expect(sameFolder).rejects.toThrow(DataFolderLockedError);
    await expect(samePort).rejects.toThrow(new PortInUseError(cloud.port));
    expect((await start({ dataDirectory })).port).not.toBe(cloud.port);
  });
});

async function start(options: Partial<SpendwireCloudOptions> = {}): Promise<SpendwireCloud> {
  const cloud = await startCloud({
    dataDirectory: options.dataDirectory ?? (await temporaryDirectory()),
    port: 0,
    clock: new VirtualClock(NOW_MS),
    periodicWork: false,
    textractWorkers: 1,
    ...options,
  });
  onTestFinished(() => cloud.close());
  return cloud;
}

const sample = (name: string) => readFile(join(projectRoot, 'events', 'samples', 'receipts', name));

const put = (s3: S3Client, { bucketName }: SpendwireCloud, key: string, body: string | Buffer) =>
  s3.send(new PutObjectCommand({ Bucket: bucketName, Key: key, Body: body }));

async function statuses(cloud: SpendwireCloud, machine: string): Promise<unknown[]> {
  const stateMachineArn = `arn:aws:states:us-east-1:000000000000:stateMachine:${machine}`;
  const { executions = [] } = await new SFNClient(cloud.clientConfig).send(
    new ListExecutionsCommand({ stateMachineArn }),
  );
  return executions.map(({ status }) => status);
}

async function documentStatuses(cloud: SpendwireCloud): Promise<unknown[]> {
  const { Items = [] } = await new DynamoDBClient(cloud.clientConfig).send(
    new QueryCommand({
      TableName: cloud.tableName,
      IndexName: 'GSI1',
      KeyConditionExpression: 'GSI1PK = :status',
      ExpressionAttributeValues: { ':status': { S: 'STATUS#rejected' } },
    }),
  );
  return Items.map(({ status }) => status?.S);
}

/** Names of the segments in the trace that the receipt's execution belongs to. */
async function segmentNames(cloud: SpendwireCloud): Promise<string[]> {
  const client = new XRayClient(cloud.clientConfig);
  const { TraceSummaries = [] } = await client.send(
    new GetTraceSummariesCommand({
      StartTime: new Date(NOW_MS),
      EndTime: new Date(NOW_MS + 3_600_000),
      FilterExpression: 'annotation.userId = "alice"',
    }),
  );
  const TraceIds = TraceSummaries.map(({ Id = '' }) => Id);
  const { Traces = [] } = await client.send(new BatchGetTracesCommand({ TraceIds }));
  const names = Traces.map(({ Segments = [] }) =>
    Segments.map(({ Document = '{}' }) => (JSON.parse(Document) as { name: string }).name),
  );
  return names.find((found) => found.includes('ingest-receipt')) ?? [];
}
