import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { CopyObjectCommand, GetObjectCommand, HeadObjectCommand, NoSuchKey } from '@aws-sdk/client-s3';
import { describe, expect } from 'vitest';
import { ServiceError } from '../../src/http/service.ts';
import { it } from './fixtures.ts';
import { Bucket, startStorage } from './storage.ts';

const sizes = [
  ['a small body', 5],
  ['an empty body', 0],
  ['20 MB', 20 * 1024 * 1024],
] as const;
const algorithms = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const;

describe('PutObject and GetObject', () => {
  it.for(sizes)('give back %s byte for byte, also in the folder', async ([_, size], { storage, put, bytesOf }) => {
    const body = randomBytes(size);

    const { VersionId, ETag } = await put(`sizes/${size}.bin`, body);

    expect(Buffer.compare(await bytesOf(`sizes/${size}.bin`), body)).toBe(0);
    expect(Buffer.compare(await readFile(join(storage.folder, 'sizes', `${size}.bin`)), body)).toBe(0);
    const head = await storage.client.send(new HeadObjectCommand({ Bucket, Key: `sizes/${size}.bin` }));
    expect(head).toMatchObject({ ContentLength: size, VersionId, ETag });
  });

  it.for(sizes)('take %s as a stream with a trailing checksum', async ([_, size], { put, bytesOf }) => {
    const body = randomBytes(size);
    const pieces = Readable.from(
      Array.from({ length: Math.ceil(size / 65_000) }, (_, n) => body.subarray(n * 65_000, (n + 1) * 65_000)),
    );

    await put(`streams/${size}.bin`, pieces, { ContentLength: size, ChecksumAlgorithm: 'CRC32C' });

    expect(Buffer.compare(await bytesOf(`streams/${size}.bin`), body)).toBe(0);
  });

  it.for(algorithms)('verify and return a %s checksum', async (algorithm, { put, get }) => {
    const Key = `checksums/${algorithm}`;

    const result = await put(Key, 'hello', { ChecksumAlgorithm: algorithm });

    const { Body, ...read } = await get(Key, { ChecksumMode: 'ENABLED' });
    expect(await Body?.transformToString()).toBe('hello');
    const name = `Checksum${algorithm}` as const;
    expect(result[name]).toMatch(/^[A-Za-z0-9+/]+=*$/);
    expect(read[name]).toBe(result[name]);
  });

  it('fail with BadDigest on a wrong checksum or MD5, and store nothing', async ({ put, get }) => {
    await expect(put('bad', 'hello', { ChecksumSHA256: 'AAAA' })).rejects.toMatchObject({ name: 'BadDigest' });
    await expect(put('bad', 'hello', { ContentMD5: '1B2M2Y8AsgTpgAmY7PhCfg==' })).rejects.toMatchObject({
      name: 'BadDigest',
    });

    await expect(get('bad')).rejects.toBeInstanceOf(NoSuchKey);
  });

  it('keep metadata and content headers', async ({ put, get }) => {
    await put('meta', 'x', {
      Metadata: { user: 'alice', note: 'a b' },
      ContentType: 'image/jpeg',
      CacheControl: 'no-cache',
      ContentDisposition: 'inline',
    });

    expect(await get('meta')).toMatchObject({
      Metadata: { user: 'alice', note: 'a b' },
      ContentType: 'image/jpeg',
      CacheControl: 'no-cache',
      ContentDisposition: 'inline',
    });
  });

  it('keep every version readable by its id', async ({ storage, put, bytesOf }) => {
    const first = await put('versions.txt', 'first');
    const second = await put('versions.txt', 'second');

    expect(first.VersionId).not.toBe(second.VersionId);
    expect((await bytesOf('versions.txt')).toString()).toBe('second');
    expect((await bytesOf('versions.txt', { VersionId: first.VersionId })).toString()).toBe('first');
    expect(await readFile(join(storage.folder, 'versions.txt'), 'utf8')).toBe('second');
  });

  it('make a new version of equal content', async ({ put }) => {
    const first = await put('same.txt', 'same');
    const second = await put('same.txt', 'same');

    expect(first.ETag).toBe(second.ETag);
    expect(first.VersionId).not.toBe(second.VersionId);
  });

  it.for([
    ['bytes=0-3', 'abcd', 'bytes 0-3/10'],
    ['bytes=7-', 'hij', 'bytes 7-9/10'],
    ['bytes=-2', 'ij', 'bytes 8-9/10'],
    ['bytes=5-100', 'fghij', 'bytes 5-9/10'],
  ] as const)('answer the range %s', async ([Range, text, ContentRange], { put, get }) => {
    await put('range.txt', 'abcdefghij');

    const result = await get('range.txt', { Range });

    expect(await result.Body?.transformToString()).toBe(text);
    expect(result.ContentRange).toBe(ContentRange);
  });

  it('fail with InvalidRange behind the end', async ({ put, get }) => {
    await put('range.txt', 'abcdefghij');

    await expect(get('range.txt', { Range: 'bytes=10-' })).rejects.toMatchObject({ name: 'InvalidRange' });
  });

  it('honour conditions on reading and writing', async ({ put, get, bytesOf }) => {
    const { ETag } = await put('conditions.txt', 'one');

    await expect(get('conditions.txt', { IfMatch: '"other"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(get('conditions.txt', { IfNoneMatch: ETag })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 304 },
    });
    await expect(put('conditions.txt', 'two', { IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    await expect(put('conditions.txt', 'two', { IfMatch: '"other"' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    await put('conditions.txt', 'two', { IfMatch: ETag });
    expect((await bytesOf('conditions.txt')).toString()).toBe('two');
  });

  it('let exactly one of ten concurrent creations win', async ({ put }) => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => put('race.txt', String(n), { IfNoneMatch: '*' })),
    );

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('copy an object with its metadata', async ({ storage, put, get, eventsOf }) => {
    await put('copy/from ä+%.txt', 'copied', { Metadata: { user: 'bob' } });

    await storage.client.send(
      new CopyObjectCommand({
        Bucket,
        Key: 'copy/to.txt',
        CopySource: `${Bucket}/${encodeURIComponent('copy/from ä+%.txt')}`,
      }),
    );

    const result = await get('copy/to.txt');
    expect(await result.Body?.transformToString()).toBe('copied');
    expect(result.Metadata).toEqual({ user: 'bob' });
    expect(eventsOf('copy/to.txt')[0]?.detail.reason).toBe('CopyObject');
  });
});

describe('an object that is not there', () => {
  it('is not told of to a caller that may not list the bucket', async () => {
    const strict = await startStorage({
      assertMayList: () => {
        throw new ServiceError('AccessDenied', 'may not list', 403);
      },
    });
    await strict.service.write('there.txt', Buffer.from('x'));
    const [VersionId, Key] = ['0'.repeat(32), 'there.txt'];

    const there = await strict.client.send(new GetObjectCommand({ Bucket, Key }));
    const refused = await Promise.allSettled([
      strict.client.send(new GetObjectCommand({ Bucket, Key: 'absent.txt' })),
      strict.client.send(new GetObjectCommand({ Bucket, Key, VersionId })),
      strict.client.send(new HeadObjectCommand({ Bucket, Key: 'absent.txt' })),
    ]);

    expect(await there.Body?.transformToString()).toBe('x');
    expect(refused).toMatchObject([
      { reason: { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } } },
      { reason: { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } } },
      { reason: { $metadata: { httpStatusCode: 403 } } },
    ]);
    await strict.close();
  });
});
