import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  NoSuchKey,
} from '@aws-sdk/client-s3';
import { describe, expect } from 'vitest';
import { it } from './fixtures.ts';
import { Bucket } from './storage.ts';

describe('deletion', () => {
  it('leaves a marker, keeps the version, and takes the file out of the folder', async ({
    storage,
    put,
    get,
    bytesOf,
    eventsOf,
  }) => {
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

  it('of the marker brings the object back, in the folder too', async ({ storage, put, bytesOf }) => {
    await put('back.txt', 'here');
    const { VersionId } = await storage.client.send(new DeleteObjectCommand({ Bucket, Key: 'back.txt' }));

    await storage.client.send(new DeleteObjectCommand({ Bucket, Key: 'back.txt', VersionId }));

    expect((await bytesOf('back.txt')).toString()).toBe('here');
    expect(await readFile(join(storage.folder, 'back.txt'), 'utf8')).toBe('here');
  });

  it('of many keys at once reports each', async ({ storage, put }) => {
    const keys = ['many/<a>&.txt', 'many/ b ', 'many/ü.txt'];
    await Promise.all(keys.map((key) => put(key, 'x')));

    const { Deleted } = await storage.client.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects: keys.map((Key) => ({ Key })) } }),
    );

    expect(Deleted?.map(({ Key }) => Key)).toEqual(keys);
    const { KeyCount } = await storage.client.send(new ListObjectsV2Command({ Bucket, Prefix: 'many/' }));
    expect(KeyCount).toBe(0);
  });

  it('is seen in the list of versions', async ({ storage, put }) => {
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
