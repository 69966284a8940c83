import { createHash, randomBytes } from 'node:crypto';
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectTaggingCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bucket, type Storage, startStorage } from './storage.ts';

const MIB = 1024 * 1024;
const pieces = [randomBytes(5 * MIB), randomBytes(17)];
const Key = 'statements/alice/in parts.csv';
let storage: Storage;

beforeAll(async () => {
  storage = await startStorage();
  const { client } = storage;
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key, Tagging: 'kind=bank' }));
  const Parts = [];
  for (const [index, Body] of pieces.entries()) {
    const PartNumber = index + 1;
    const { ETag } = await client.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));
    Parts.push({ ETag, PartNumber });
  }
  await client.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }));
  await client.send(new PutObjectCommand({ Bucket, Key: 'whole', Body: 'seven..', Tagging: 'a=1&b=two%20words' }));
});
afterAll(() => storage.close());

describe('reading one part', () => {
  it('gives the bytes that were uploaded under its number', async () => {
    const { client } = storage;

    const second = await client.send(new GetObjectCommand({ Bucket, Key, PartNumber: 2 }));
    const first = await client.send(new HeadObjectCommand({ Bucket, Key, PartNumber: 1 }));

    expect(Buffer.from((await second.Body?.transformToByteArray()) ?? [])).toEqual(pieces[1]);
    expect(second).toMatchObject({ ContentRange: `bytes ${5 * MIB}-${5 * MIB + 16}/${5 * MIB + 17}`, PartsCount: 2 });
    expect(first).toMatchObject({ ContentLength: 5 * MIB, PartsCount: 2 });
  });

  it('takes an object that was uploaded as a whole for its only part', async () => {
    const whole = await storage.client.send(new GetObjectCommand({ Bucket, Key: 'whole', PartNumber: 1 }));

    expect(await whole.Body?.transformToString()).toBe('seven..');
  });

  it('fails for a number that no part has', async () => {
    const read = storage.client.send(new GetObjectCommand({ Bucket, Key, PartNumber: 3 }));

    await expect(read).rejects.toMatchObject({ name: 'InvalidPartNumber', $metadata: { httpStatusCode: 416 } });
  });
});

describe('GetObjectAttributes', () => {
  it('tells size, entity tag and number of parts', async () => {
    const attributes = await storage.client.send(
      new GetObjectAttributesCommand({ Bucket, Key, ObjectAttributes: ['ETag', 'ObjectSize', 'ObjectParts'] }),
    );

    expect(attributes).toMatchObject({ ObjectSize: 5 * MIB + 17, ObjectParts: { TotalPartsCount: 2 } });
    expect(attributes.ETag).toMatch(/^[0-9a-f]{32}-2$/);
    expect(attributes.StorageClass).toBeUndefined();
  });

  it('tells the checksum that the upload came with', async () => {
    await storage.client.send(new PutObjectCommand({ Bucket, Key: 'summed', Body: 'x', ChecksumAlgorithm: 'SHA256' }));

    const { Checksum } = await storage.client.send(
      new GetObjectAttributesCommand({ Bucket, Key: 'summed', ObjectAttributes: ['Checksum'] }),
    );

    expect(Checksum).toEqual({
      ChecksumSHA256: createHash('sha256').update('x').digest('base64'),
      ChecksumType: 'FULL_OBJECT',
    });
  });
});

describe('tags', () => {
  const tagsOf = async (key: string) =>
    (await storage.client.send(new GetObjectTaggingCommand({ Bucket, Key: key }))).TagSet;

  it('come with an upload, whole or in parts, and go along with a copy', async () => {
    await storage.client.send(new CopyObjectCommand({ Bucket, Key: 'copied', CopySource: `${Bucket}/whole` }));

    expect(await tagsOf(Key)).toEqual([{ Key: 'kind', Value: 'bank' }]);
    expect(await tagsOf('copied')).toEqual([
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: 'two words' },
    ]);
  });

  it('are replaced and removed without a new version or an event', async () => {
    await storage.client.send(new PutObjectCommand({ Bucket, Key: 'tagged', Body: 'x' }));
    const events = storage.events.length;

    const TagSet = [{ Key: 'settled', Value: 'yes & no' }];
    await storage.client.send(new PutObjectTaggingCommand({ Bucket, Key: 'tagged', Tagging: { TagSet } }));

    expect(await tagsOf('tagged')).toEqual(TagSet);
    expect((await storage.client.send(new HeadObjectCommand({ Bucket, Key: 'tagged' }))).TagCount).toBe(1);
    await storage.client.send(new DeleteObjectTaggingCommand({ Bucket, Key: 'tagged' }));
    expect(await tagsOf('tagged')).toEqual([]);
    expect(storage.events).toHaveLength(events);
  });

  it('fails for more than ten', async () => {
    const Tagging = Array.from({ length: 11 }, (_, index) => `k${index}=v`).join('&');

    const put = storage.client.send(new PutObjectCommand({ Bucket, Key: 'many', Body: 'x', Tagging }));

    await expect(put).rejects.toMatchObject({ name: 'InvalidTag' });
  });
});
