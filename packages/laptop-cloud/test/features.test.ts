import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  InvokeCommand,
  LambdaClient,
  ListFunctionsCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaptopCloud, startLaptopCloud } from '../src/cloud.ts';
import type { OperationService } from '../src/http/service.ts';
import { servedRequests } from '../src/s3/api/routes.ts';

const features = readFileSync(new URL('../FEATURES.md', import.meta.url), 'utf8');

/** The operations that FEATURES.md names for a room. */
const told = (room: string): string[] => {
  const row = features.split('\n').find((line) => line.startsWith(`| ${room} |`)) ?? '';
  return (row.split('|')[2] ?? '')
    .replace(/ \([^)]*\)/g, '')
    .split(',')
    .map((name) => name.trim())
    .sort();
};

/** Which kind of request each of S3's operations is; two that differ by a parameter or a header share one. */
const S3_REQUESTS: Readonly<Record<string, string>> = {
  HeadBucket: 'bucket HEAD',
  CreateBucket: 'bucket PUT',
  GetBucketLocation: 'bucket GET location',
  GetBucketVersioning: 'bucket GET versioning',
  ListObjects: 'bucket GET',
  ListObjectsV2: 'bucket GET',
  ListObjectVersions: 'bucket GET versions',
  ListMultipartUploads: 'bucket GET uploads',
  DeleteObjects: 'bucket POST delete',
  GetObject: 'object GET',
  HeadObject: 'object HEAD',
  PutObject: 'object PUT',
  CopyObject: 'object PUT',
  DeleteObject: 'object DELETE',
  GetObjectAttributes: 'object GET attributes',
  GetObjectTagging: 'object GET tagging',
  PutObjectTagging: 'object PUT tagging',
  DeleteObjectTagging: 'object DELETE tagging',
  CreateMultipartUpload: 'object POST uploads',
  UploadPart: 'object PUT uploadId',
  UploadPartCopy: 'object PUT uploadId',
  ListParts: 'object GET uploadId',
  CompleteMultipartUpload: 'object POST uploadId',
  AbortMultipartUpload: 'object DELETE uploadId',
};

describe('FEATURES.md', () => {
  let cloud: LaptopCloud;
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'laptop-cloud-'));
    await writeFile(join(directory, 'index.mjs'), 'export const handler = async () => 1;');
    const functions = [{ name: 'one', bundleDirectory: directory }];
    cloud = await startLaptopCloud({ functions }, { dataDirectory: join(directory, 'data'), port: 0 });
  });
  afterAll(async () => {
    await cloud.close();
    await rm(directory, { recursive: true });
  });

  it.each<[string, (cloud: LaptopCloud) => OperationService]>([
    ['DynamoDB', ({ dynamodb }) => dynamodb],
    ['Step Functions', ({ states }) => states],
    ['Textract', ({ textract }) => textract],
    ['SNS', ({ sns }) => sns],
    ['SQS', ({ events }) => events.sqs],
    ['EventBridge', ({ events }) => events.eventbridge],
    ['X-Ray', ({ xray }) => xray],
  ])('names the operations of %s, all of them and no other', (room, roomOf) => {
    expect(told(room)).toEqual(Object.keys(roomOf(cloud).operations).sort());
  });

  it('names the operations of S3, all of them and no other', () => {
    // The one that is about no bucket.
    const named = told('S3').filter((operation) => operation !== 'ListBuckets');

    expect(named).toEqual(Object.keys(S3_REQUESTS).sort());
    expect([...new Set(Object.values(S3_REQUESTS))].sort()).toEqual([...servedRequests].sort());
  });

  it('names operations of Lambda that are served', async () => {
    const client = new LambdaClient(cloud.clientConfig);
    const FunctionName = 'one';
    const requests = {
      Invoke: () => client.send(new InvokeCommand({ FunctionName })),
      ListFunctions: () => client.send(new ListFunctionsCommand({})),
      GetFunction: () => client.send(new GetFunctionCommand({ FunctionName })),
      GetFunctionConfiguration: () => client.send(new GetFunctionConfigurationCommand({ FunctionName })),
    };

    expect(told('Lambda')).toEqual(Object.keys(requests).sort());
    for (const request of Object.values(requests)) await request();
    client.destroy();
  });
});
