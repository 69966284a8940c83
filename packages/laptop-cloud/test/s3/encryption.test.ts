import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bucketArn, type LaptopCloud, localArn, startLaptopCloud } from '../../src/index.ts';

const Bucket = 'bucket';
const KEY = localArn('kms', 'key/1234abcd-12ab-34cd-56ef-1234567890ab');
const encrypted = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: KEY } as const;
const reads = { actions: ['s3:GetObject', 's3:PutObject', 's3:ListBucket'], resources: [`${bucketArn(Bucket)}*`] };

let dataDirectory: string;
let cloud: LaptopCloud;
let client: S3Client;
beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'laptop-cloud-'));
  const functions = [
    { name: 'without', bundleDirectory: join(dataDirectory, 'none'), grants: [reads] },
    {
      name: 'with',
      bundleDirectory: join(dataDirectory, 'none'),
      grants: [reads, { actions: ['kms:Decrypt'], resources: [KEY] }],
    },
  ];
  cloud = await startLaptopCloud({ functions }, { dataDirectory, port: 0 });
  client = new S3Client({ ...cloud.clientConfig, forcePathStyle: true });
  await client.send(new PutObjectCommand({ Bucket, Key: 'a.txt', Body: 'secret', ...encrypted }));
});
afterAll(async () => {
  client.destroy();
  await cloud.close();
  await rm(dataDirectory, { recursive: true, force: true });
});

/** Reads as a function, whose calls a machine's integrations make in the same way. */
const readAs = (name: string, Key = 'a.txt') =>
  cloud.s3.operations['GetObject']?.({ Bucket, Key }, { accessKeyId: name });

describe('objects under a key of KMS', () => {
  it('say so, and which key it is', async () => {
    const get = await client.send(new GetObjectCommand({ Bucket, Key: 'a.txt' }));

    expect(get).toMatchObject(encrypted);
    expect(await get.Body?.transformToString()).toBe('secret');
    expect(await client.send(new HeadObjectCommand({ Bucket, Key: 'a.txt' }))).toMatchObject(encrypted);
  });

  it('are read by whoever was granted kms:Decrypt on the key, and by nobody else', async () => {
    expect(await readAs('with')).toMatchObject({ Body: 'secret' });
    await expect(readAs('without')).rejects.toMatchObject({
      code: 'AccessDenied',
      status: 403,
      message: expect.stringContaining(`without is not authorized to perform kms:Decrypt on resource ${KEY}`),
    });
  });

  it('tell their head without the key', async () => {
    const head = cloud.s3.operations['HeadObject']?.({ Bucket, Key: 'a.txt' }, { accessKeyId: 'without' });

    expect(await head).toMatchObject({ SSEKMSKeyId: KEY });
  });

  it('are read without a grant when the key is the one that S3 manages', async () => {
    const Key = 'managed.txt';
    await client.send(new PutObjectCommand({ Bucket, Key, Body: 'plain', ServerSideEncryption: 'aws:kms' }));

    expect(await readAs('without', Key)).toMatchObject({ Body: 'plain' });
  });

  it('come of uploads in parts, and of copies that ask for it', async () => {
    const Key = 'parts.txt';
    const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key, ...encrypted }));
    const { ETag } = await client.send(
      new UploadPartCommand({ Bucket, Key, UploadId, PartNumber: 1, Body: Buffer.from('part') }),
    );
    const Parts = [{ ETag, PartNumber: 1 }];
    await client.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }));
    await client.send(new CopyObjectCommand({ Bucket, Key: 'plain-copy.txt', CopySource: `${Bucket}/a.txt` }));
    const CopySource = `${Bucket}/plain-copy.txt`;
    await client.send(new CopyObjectCommand({ Bucket, Key: 'copy.txt', CopySource, ...encrypted }));

    await expect(readAs('without', Key)).rejects.toMatchObject({ code: 'AccessDenied' });
    expect(await readAs('without', 'plain-copy.txt')).toMatchObject({ Body: 'secret' });
    await expect(readAs('without', 'copy.txt')).rejects.toMatchObject({ code: 'AccessDenied' });
  });

  it('cannot be read by Textract for a caller without the key, which it says by its own name', async () => {
    const start = cloud.textract.operations['StartExpenseAnalysis']?.(
      { DocumentLocation: { S3Object: { Bucket, Name: 'a.txt' } } },
      { accessKeyId: 'without' },
    );

    await expect(start).rejects.toMatchObject({ code: 'InvalidS3ObjectException' });
  });

  it('refuses an algorithm that S3 has not, and a key without one', async () => {
    const put = (over: object) => client.send(new PutObjectCommand({ Bucket, Key: 'b.txt', Body: 'b', ...over }));

    await expect(put({ ServerSideEncryption: 'rot13' })).rejects.toMatchObject({ name: 'InvalidArgument' });
    await expect(put({ SSEKMSKeyId: KEY })).rejects.toMatchObject({ name: 'InvalidArgument' });
  });
});
