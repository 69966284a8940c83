import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  AbortMultipartUploadCommand,
  type ChecksumAlgorithm,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetBucketLocationCommand,
  GetBucketPolicyCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  ListPartsCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../src/clock.ts';
import { Bucket, type Storage, startStorage } from './storage.ts';

let storage: Storage;
const clock = new VirtualClock();
beforeAll(async () => {
  storage = await startStorage({ clock });
});
afterAll(() => storage.close());

const bytesOf = async (Key: string) =>
  Buffer.from(
    (await (await storage.client.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToByteArray()) ?? [],
  );

/** A client whose presigned addresses do not bind the body to a checksum. */
const signing = () => storage.connect({ requestChecksumCalculation: 'WHEN_REQUIRED' });

describe('the bucket', () => {
  it('is the only one', async () => {
    const { Buckets } = await storage.client.send(new ListBucketsCommand({}));
    await storage.client.send(new HeadBucketCommand({ Bucket }));
    const { LocationConstraint } = await storage.client.send(new GetBucketLocationCommand({ Bucket }));

    expect(Buckets?.map(({ Name }) => Name)).toEqual([Bucket]);
    expect(LocationConstraint).toBeFalsy();
    await expect(storage.client.send(new ListObjectsCommand({ Bucket: 'another' }))).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
  });

  it('fails with NotImplemented on what it does not offer, by name', async () => {
    const attempt = storage.client.send(new GetBucketPolicyCommand({ Bucket }));

    await expect(attempt).rejects.toMatchObject({
      name: 'NotImplemented',
      message: expect.stringContaining('?policy'),
    });
  });
});

describe('listing', () => {
  it('gives each key and common prefix exactly once, in order, whatever the page size', async () => {
    const own = await startStorage();
    const keys = ['a', 'a/b', 'a/b/c', 'a/d', 'ab', 'b//c', 'b/c', 'ä/x', '\uffee', '🧾/1', '🧾/2', 'z z/ +%', 'z&<>'];
    for (const key of keys) await own.service.write(key, Buffer.from(key));
    const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('', 'a', 'a/', 'b/', '🧾', 'none'),
        fc.constantFrom('', '/', 'b'),
        async (pageSize, Prefix, Delimiter) => {
          const listed: string[] = [];
          for await (const page of paginateListObjectsV2(
            { client: own.client, pageSize },
            { Bucket, Prefix, Delimiter },
          )) {
            const entries = [
              ...(page.Contents ?? []).map(({ Key }) => Key),
              ...(page.CommonPrefixes ?? []).map((common) => common.Prefix),
            ];
            expect(entries.length).toBeLessThanOrEqual(pageSize);
            listed.push(...entries.map(String).sort(byBytes));
          }

          const expected = keys
            .filter((key) => key.startsWith(Prefix))
            .map((key) => {
              const cut = Delimiter === '' ? -1 : key.indexOf(Delimiter, Prefix.length);
              return cut < 0 ? key : key.slice(0, cut + Delimiter.length);
            });
          expect(listed).toEqual([...new Set(expected)].sort(byBytes));
        },
      ),
      { numRuns: 60 },
    );
    await own.close();
  });

  it('goes on behind a marker in the older form', async () => {
    const own = await startStorage();
    for (const key of ['p/1', 'p/2', 'q']) await own.service.write(key, Buffer.from(key));

    const first = await own.client.send(new ListObjectsCommand({ Bucket, Delimiter: '/', MaxKeys: 1 }));
    const second = await own.client.send(
      new ListObjectsCommand({ Bucket, Delimiter: '/', MaxKeys: 1, Marker: first.NextMarker ?? '' }),
    );

    expect(first).toMatchObject({ IsTruncated: true, NextMarker: 'p/', CommonPrefixes: [{ Prefix: 'p/' }] });
    expect(second).toMatchObject({ IsTruncated: false, Contents: [{ Key: 'q' }] });
    await own.close();
  });
});

describe('multipart uploads', () => {
  const fiveMiB = 5 * 1024 * 1024;

  async function upload(Key: string, parts: readonly Buffer[], algorithm: ChecksumAlgorithm) {
    const { UploadId } = await storage.client.send(
      new CreateMultipartUploadCommand({ Bucket, Key, ChecksumAlgorithm: algorithm, Metadata: { user: 'alice' } }),
    );
    const target = { Bucket, Key, UploadId: String(UploadId) };
    const Parts = [];
    for (const [index, Body] of parts.entries()) {
      const PartNumber = index + 1;
      const part = await storage.client.send(
        new UploadPartCommand({ ...target, PartNumber, Body, ChecksumAlgorithm: algorithm }),
      );
      Parts.push({ PartNumber, ETag: String(part.ETag) });
    }
    return { target, Parts };
  }

  it.each(['CRC32', 'CRC64NVME', 'SHA256'] as const)('join their parts byte for byte with %s', async (algorithm) => {
    const parts = [randomBytes(fiveMiB), randomBytes(fiveMiB + 7), randomBytes(3)];
    const { target, Parts } = await upload(`multipart/${algorithm}`, parts, algorithm);
    const { Parts: listed } = await storage.client.send(new ListPartsCommand(target));

    const result = await storage.client.send(
      new CompleteMultipartUploadCommand({ ...target, MultipartUpload: { Parts } }),
    );

    const digests = parts.map((part) => createHash('md5').update(part).digest());
    const etag = createHash('md5').update(Buffer.concat(digests)).digest('hex');
    expect(listed?.map(({ Size }) => Size)).toEqual(parts.map(({ length }) => length));
    expect(result.ETag).toBe(`"${etag}-3"`);
    expect(Buffer.compare(await bytesOf(target.Key), Buffer.concat(parts))).toBe(0);
    const { Metadata } = await storage.client.send(new HeadObjectCommand({ Bucket, Key: target.Key }));
    expect(Metadata).toEqual({ user: 'alice' });
    expect(storage.events.at(-1)?.detail.reason).toBe('CompleteMultipartUpload');
  });

  it('fail on parts that are too small, unknown or out of order', async () => {
    const { target, Parts } = await upload('multipart/bad', [Buffer.from('a'), Buffer.from('b')], 'CRC32');
    const complete = (parts: typeof Parts) =>
      storage.client.send(new CompleteMultipartUploadCommand({ ...target, MultipartUpload: { Parts: parts } }));

    await expect(complete(Parts)).rejects.toMatchObject({ name: 'EntityTooSmall' });
    await expect(complete([{ PartNumber: 9, ETag: '"x"' }])).rejects.toMatchObject({ name: 'InvalidPart' });
  });

  it('are gone when aborted', async () => {
    const { target } = await upload('multipart/aborted', [Buffer.from('a')], 'CRC32');

    await storage.client.send(new AbortMultipartUploadCommand(target));

    await expect(storage.client.send(new ListPartsCommand(target))).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });
});

describe('presigned addresses', () => {
  it('put and get without further credentials', async () => {
    const key = 'presigned/ä +%.txt';
    const putUrl = await getSignedUrl(signing(), new PutObjectCommand({ Bucket, Key: key }), { expiresIn: 60 });
    const put = await fetch(putUrl, { method: 'PUT', body: 'presigned body' });

    const getUrl = await getSignedUrl(
      signing(),
      new GetObjectCommand({ Bucket, Key: key, ResponseContentType: 'text/plain' }),
    );
    const got = await fetch(getUrl);

    expect(put.status).toBe(200);
    expect([got.status, got.headers.get('content-type'), await got.text()]).toEqual([
      200,
      'text/plain',
      'presigned body',
    ]);
  });

  it.each([
    ['a page', 'text/html', 'attachment'],
    ['a drawing, which may hold scripts', 'image/svg+xml', 'attachment'],
    ['whatever nobody knows', undefined, 'attachment'],
    ['a picture', 'image/png', null],
    ['a PDF', 'application/pdf', null],
  ])('are no page of this port, though they ask to be shown as %s', async (_, ResponseContentType, disposition) => {
    await storage.service.write('dropped', Buffer.from('<script>alert(1)</script>'));
    const ask = new GetObjectCommand({
      Bucket,
      Key: 'dropped',
      ResponseContentDisposition: disposition === null ? undefined : 'inline',
      ResponseContentType,
    });

    const { headers } = await fetch(await getSignedUrl(signing(), ask));

    expect(headers.get('content-disposition')).toBe(disposition);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe('sandbox');
  });

  it('keep the name under which they are to be saved', async () => {
    await storage.service.write('dropped', Buffer.from('a,b'));
    const named = 'attachment; filename="june.csv"';
    const ask = new GetObjectCommand({ Bucket, Key: 'dropped', ResponseContentDisposition: named });

    const { headers } = await fetch(await getSignedUrl(signing(), ask));

    expect(headers.get('content-disposition')).toBe(named);
    const { ContentDisposition } = await storage.client.send(new GetObjectCommand({ Bucket, Key: 'dropped' }));
    expect(ContentDisposition).toBeUndefined();
  });

  it('fail when they were changed', async () => {
    await storage.service.write('secret-a', Buffer.from('a'));
    await storage.service.write('secret-b', Buffer.from('b'));
    const url = await getSignedUrl(signing(), new GetObjectCommand({ Bucket, Key: 'secret-a' }));

    const otherKey = await fetch(url.replace('secret-a', 'secret-b'));
    const longer = await fetch(url.replace('X-Amz-Expires=900', 'X-Amz-Expires=9000'));
    const otherMethod = await fetch(url, { method: 'DELETE' });

    expect([otherKey.status, longer.status, otherMethod.status]).toEqual([403, 403, 403]);
    expect(await otherKey.text()).toContain('<Code>SignatureDoesNotMatch</Code>');
  });

  it('fail after their time', async () => {
    await storage.service.write('timed', Buffer.from('x'));
    const url = await getSignedUrl(signing(), new GetObjectCommand({ Bucket, Key: 'timed' }), { expiresIn: 60 });

    await clock.sleep(120_000);
    const late = await fetch(url);

    expect(late.status).toBe(403);
    expect(await late.text()).toContain('Request has expired');
  });
});

describe('an upload that breaks off', () => {
  it('leaves nothing behind', async () => {
    const url = await getSignedUrl(signing(), new PutObjectCommand({ Bucket, Key: 'broken' }));
    const { hostname, port, pathname, search } = new URL(url);
    const half = request({
      hostname,
      port,
      method: 'PUT',
      path: pathname + search,
      headers: { 'content-length': 1000 },
    });
    half.on('error', () => undefined);
    half.write(Buffer.alloc(500));
    const incoming = join(storage.folder, '..', 'state', 'incoming');
    while ((await readdir(incoming)).length === 0) await sleep(10);

    half.destroy();

    while ((await readdir(incoming)).length > 0) await sleep(10);
    await expect(storage.service.read('broken')).rejects.toMatchObject({ code: 'NoSuchKey' });
  });
});

describe('signatures', () => {
  it('are verified for our own key and taken as they are for others', async () => {
    await storage.service.write('signed', Buffer.from('x'));
    const read = (accessKeyId: string) =>
      storage
        .connect({ credentials: { accessKeyId, secretAccessKey: 'wrong' } })
        .send(new HeadObjectCommand({ Bucket, Key: 'signed' }));

    await expect(read('laptop')).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    expect((await read('someone')).ContentLength).toBe(1);
  });

  it('must be there', async () => {
    const response = await fetch(`${storage.endpoint}/${Bucket}/signed`);

    expect(response.status).toBe(403);
  });
});
