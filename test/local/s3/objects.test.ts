import { randomBytes } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  type GetObjectCommandInput,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  NoSuchKey,
  PutObjectCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bucket, type Storage, startStorage } from './storage.ts';

let storage: Storage;
beforeAll(async () => {
  storage = await startStorage();
});
afterAll(() => storage.close());

const put = (
  Key: string,
  Body: NonNullable<PutObjectCommandInput['Body']>,
  over: Partial<PutObjectCommandInput> = {},
) => storage.client.send(new PutObjectCommand({ Bucket, Key, Body, ...over }));
const get = (Key: string, over: Partial<GetObjectCommandInput> = {}) =>
  storage.client.send(new GetObjectCommand({ Bucket, Key, ...over }));
const bytesOf = async (Key: string, over: Partial<GetObjectCommandInput> = {}) =>
  Buffer.from((await (await get(Key, over)).Body?.transformToByteArray()) ?? []);
const eventsOf = (key: string) => storage.events.filter(({ detail }) => (detail.object as { key: string }).key === key);

const sizes = [
  ['a small body', 5],
  ['an empty body', 0],
  ['20 MB', 20 * 1024 * 1024],
] as const;
const algorithms = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const;

describe('PutObject and GetObject', () => {
  it.each(sizes)('give back %s byte for byte, also in the folder', async (_, size) => {
    const body = randomBytes(size);

    const { VersionId, ETag } = await put(`sizes/${size}.bin`, body);

    expect(Buffer.compare(await bytesOf(`sizes/${size}.bin`), body)).toBe(0);
    expect(Buffer.compare(await readFile(join(storage.folder, 'sizes', `${size}.bin`)), body)).toBe(0);
    const head = await storage.client.send(new HeadObjectCommand({ Bucket, Key: `sizes/${size}.bin` }));
    expect(head).toMatchObject({ ContentLength: size, VersionId, ETag });
  });

  it.each(sizes)('take %s as a stream with a trailing checksum', async (_, size) => {
    const body = randomBytes(size);
    const pieces = Readable.from(
      Array.from({ length: Math.ceil(size / 65_000) }, (_, n) => body.subarray(n * 65_000, (n + 1) * 65_000)),
    );

    await put(`streams/${size}.bin`, pieces, { ContentLength: size, ChecksumAlgorithm: 'CRC32C' });

    expect(Buffer.compare(await bytesOf(`streams/${size}.bin`), body)).toBe(0);
  });

  it.each(algorithms)('verify and return a %s checksum', async (algorithm) => {
    const Key = `checksums/${algorithm}`;

    const result = await put(Key, 'hello', { ChecksumAlgorithm: algorithm });

    const { Body, ...read } = await get(Key, { ChecksumMode: 'ENABLED' });
    expect(await Body?.transformToString()).toBe('hello');
    const name = `Checksum${algorithm}` as const;
    expect(result[name]).toMatch(/^[A-Za-z0-9+/]+=*$/);
    expect(read[name]).toBe(result[name]);
  });

  it('fail with BadDigest on a wrong checksum or MD5, and store nothing', async () => {
    await expect(put('bad', 'hello', { ChecksumSHA256: 'AAAA' })).rejects.toMatchObject({ name: 'BadDigest' });
    await expect(put('bad', 'hello', { ContentMD5: '1B2M2Y8AsgTpgAmY7PhCfg==' })).rejects.toMatchObject({
      name: 'BadDigest',
    });

    await expect(get('bad')).rejects.toBeInstanceOf(NoSuchKey);
  });

  it('keep metadata and content headers', async () => {
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

  it('keep every version readable by its id', async () => {
    const first = await put('versions.txt', 'first');
    const second = await put('versions.txt', 'second');

    expect(first.VersionId).not.toBe(second.VersionId);
    expect((await bytesOf('versions.txt')).toString()).toBe('second');
    expect((await bytesOf('versions.txt', { VersionId: first.VersionId })).toString()).toBe('first');
    expect(await readFile(join(storage.folder, 'versions.txt'), 'utf8')).toBe('second');
  });

  it('make a new version of equal content', async () => {
    const first = await put('same.txt', 'same');
    const second = await put('same.txt', 'same');

    expect(first.ETag).toBe(second.ETag);
    expect(first.VersionId).not.toBe(second.VersionId);
  });

  it.each([
    ['bytes=0-3', 'abcd', 'bytes 0-3/10'],
    ['bytes=7-', 'hij', 'bytes 7-9/10'],
    ['bytes=-2', 'ij', 'bytes 8-9/10'],
    ['bytes=5-100', 'fghij', 'bytes 5-9/10'],
  ])('answer the range %s', async (Range, text, ContentRange) => {
    await put('range.txt', 'abcdefghij');

    const result = await get('range.txt', { Range });

    expect(await result.Body?.transformToString()).toBe(text);
    expect(result.ContentRange).toBe(ContentRange);
  });

  it('fail with InvalidRange behind the end', async () => {
    await put('range.txt', 'abcdefghij');

    await expect(get('range.txt', { Range: 'bytes=10-' })).rejects.toMatchObject({ name: 'InvalidRange' });
  });

  it('honour conditions on reading and writing', async () => {
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

  it('let exactly one of ten concurrent creations win', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => put('race.txt', String(n), { IfNoneMatch: '*' })),
    );

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('copy an object with its metadata', async () => {
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

describe('deletion', () => {
  it('leaves a marker, keeps the version, and takes the file out of the folder', async () => {
    const { VersionId } = await put('gone.txt', 'here');

    const marker = await storage.client.send(new DeleteObjectCommand({ Bucket, Key: 'gone.txt' }));

    expect(marker.DeleteMarker).toBe(true);
    await expect(get('gone.txt')).rejects.toBeInstanceOf(NoSuchKey);
    expect((await bytesOf('gone.txt', { VersionId })).toString()).toBe('here');
    await expect(stat(join(storage.folder, 'gone.txt'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(eventsOf('gone.txt').at(-1)).toMatchObject({
      'detail-type': 'Object Deleted',
      detail: {
        object: { key: 'gone.txt', 'version-id': marker.VersionId },
        reason: 'DeleteObject',
        'deletion-type': 'Delete Marker Created',
      },
    });
  });

  it('of the marker brings the object back, in the folder too', async () => {
    await put('back.txt', 'here');
    const { VersionId } = await storage.client.send(new DeleteObjectCommand({ Bucket, Key: 'back.txt' }));

    await storage.client.send(new DeleteObjectCommand({ Bucket, Key: 'back.txt', VersionId }));

    expect((await bytesOf('back.txt')).toString()).toBe('here');
    expect(await readFile(join(storage.folder, 'back.txt'), 'utf8')).toBe('here');
  });

  it('of many keys at once reports each', async () => {
    const keys = ['many/<a>&.txt', 'many/ b ', 'many/ü.txt'];
    await Promise.all(keys.map((key) => put(key, 'x')));

    const { Deleted } = await storage.client.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects: keys.map((Key) => ({ Key })) } }),
    );

    expect(Deleted?.map(({ Key }) => Key)).toEqual(keys);
    const { KeyCount } = await storage.client.send(new ListObjectsV2Command({ Bucket, Prefix: 'many/' }));
    expect(KeyCount).toBe(0);
  });

  it('is seen in the list of versions', async () => {
    await put('history.txt', '1');
    await put('history.txt', '2');
    await storage.client.send(new DeleteObjectCommand({ Bucket, Key: 'history.txt' }));

    const result = await storage.client.send(new ListObjectVersionsCommand({ Bucket, Prefix: 'history.txt' }));

    expect(result.Versions?.map(({ IsLatest, Size }) => [IsLatest, Size])).toEqual([
      [false, 1],
      [false, 1],
    ]);
    expect(result.DeleteMarkers?.map(({ IsLatest }) => IsLatest)).toEqual([true]);
  });
});

describe('events', () => {
  it('say what was created, as EventBridge gives it', async () => {
    const { VersionId } = await put('events/ü +%.jpg', 'hello');

    const [event] = eventsOf('events/ü +%.jpg');

    expect(event).toEqual({
      version: '0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      'detail-type': 'Object Created',
      source: 'aws.s3',
      account: '000000000000',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      region: 'us-east-1',
      resources: [`arn:aws:s3:::${Bucket}`],
      detail: {
        version: '0',
        bucket: { name: Bucket },
        object: {
          key: 'events/ü +%.jpg',
          size: 5,
          etag: '5d41402abc4b2a76b9719d911017c592',
          'version-id': VersionId,
          sequencer: expect.stringMatching(/^[0-9a-f]{16}$/),
        },
        'request-id': expect.stringMatching(/^[0-9A-F]{16}$/),
        requester: '000000000000',
        'source-ip-address': '127.0.0.1',
        reason: 'PutObject',
      },
    });
  });

  it('of one key come in the order of their sequencers', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => put('sequence.txt', String(n))));

    const sequencers = eventsOf('sequence.txt').map(({ detail }) => (detail.object as { sequencer: string }).sequencer);

    expect(sequencers).toHaveLength(20);
    expect(sequencers).toEqual([...new Set(sequencers)].sort());
  });
});

describe('keys', () => {
  const strange = [
    '../outside.txt',
    'a/../../b.txt',
    './dot',
    'double//slash',
    '/leading',
    'trailing/',
    'back\\slash',
    'tab\tkey',
    '.DS_Store',
    'photo.part',
    `${'long'.repeat(64)}.jpg`,
    '..',
    'Case.txt',
    'case.txt',
    'caf\u00e9.txt',
    'cafe\u0301.txt',
    'spaces and + & % ü 漢字 🧾.jpg',
    'tree',
    'tree/leaf',
    'quote\'"<>.txt',
    'percent%2Fencoded',
    '~tilde!()*',
  ];

  it('of every kind come back as they are, and none leaves the folder', async () => {
    const own = await startStorage();
    for (const key of strange)
      await own.client.send(new PutObjectCommand({ Bucket, Key: key, Body: `body of ${key}` }));

    for (const key of strange) {
      const { Body } = await own.client.send(new GetObjectCommand({ Bucket, Key: key }));
      expect(await Body?.transformToString()).toBe(`body of ${key}`);
    }
    const listed = await own.client.send(new ListObjectsV2Command({ Bucket, EncodingType: 'url' }));
    const keys = listed.Contents?.map(({ Key }) => decodeURIComponent(String(Key)));
    expect(keys).toEqual([...strange].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    expect((await readdir(join(own.folder, '..'))).sort()).toEqual(['bucket', 'state']);
    expect((await readdir(own.folder)).sort()).toEqual(
      [
        'Case.txt',
        'caf\u00e9.txt',
        'percent%2Fencoded',
        'quote\'"<>.txt',
        'spaces and + & % ü 漢字 🧾.jpg',
        'tree',
        '~tilde!()*',
      ].sort(),
    );
    await own.close();
  });

  it('fail above 1024 bytes', async () => {
    await expect(put('k'.repeat(1025), 'x')).rejects.toMatchObject({ name: 'KeyTooLongError' });
  });
});
