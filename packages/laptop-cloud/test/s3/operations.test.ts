import { describe, expect } from 'vitest';
import type { JsonObject } from '../../src/http/service.ts';
import { it as base } from './fixtures.ts';
import { Bucket } from './storage.ts';

const it = base.extend('call', ({ storage }) => (operation: string, input: JsonObject): Promise<JsonObject> => {
  const run = storage.service.operations[operation];
  if (!run) throw new Error(`expected the operation ${operation}`);
  return run({ Bucket, ...input }, {});
});

describe('operations in process', () => {
  it('write JSON and read it back as text', async ({ call }) => {
    const put = await call('PutObject', { Key: 'a.json', Body: { total: 5 }, Metadata: { user: 'alice' } });

    const got = await call('GetObject', { Key: 'a.json' });

    expect(got).toMatchObject({
      Body: '{"total":5}',
      VersionId: put.VersionId,
      Metadata: { user: 'alice' },
      ContentLength: 11,
    });
  });

  it('list in pages', async ({ call }) => {
    for (const name of ['1', '2', '3']) await call('PutObject', { Key: `list/${name}`, Body: name });

    const first = await call('ListObjectsV2', { Prefix: 'list/', MaxKeys: 2 });
    const second = await call('ListObjectsV2', {
      Prefix: 'list/',
      ContinuationToken: first.NextContinuationToken ?? null,
    });

    expect([first, second].map(({ Contents }) => (Contents as JsonObject[]).map(({ Key }) => Key))).toEqual([
      ['list/1', 'list/2'],
      ['list/3'],
    ]);
  });

  it('fail with the codes of S3', async ({ storage, call }) => {
    await expect(call('GetObject', { Key: 'absent' })).rejects.toMatchObject({ code: 'NoSuchKey', status: 404 });
    await expect(call('GetObject', { Bucket: 'other', Key: 'a.json' })).rejects.toMatchObject({ code: 'NoSuchBucket' });
    await expect(storage.service.read('absent')).rejects.toMatchObject({ name: 'ServiceError', code: 'NoSuchKey' });
    await expect(storage.service.read('a.json', 'no-such-version')).rejects.toMatchObject({ code: 'NoSuchVersion' });
  });
});
