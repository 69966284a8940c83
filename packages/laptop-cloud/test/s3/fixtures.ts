import {
  GetObjectCommand,
  type GetObjectCommandInput,
  PutObjectCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { Bucket, startStorage } from './storage.ts';

/** A test of one bucket, which is there for its whole file, and the calls that tests make most. */
export const it = test
  .extend('clock', { scope: 'file' }, () => systemClock)
  .extend('storage', { scope: 'file' }, async ({ clock }, { onCleanup }) => {
    const storage = await startStorage({ clock });
    onCleanup(() => storage.close());
    return storage;
  })
  .extend(
    'put',
    { scope: 'file' },
    ({ storage }) =>
      (Key: string, Body: NonNullable<PutObjectCommandInput['Body']>, over: Partial<PutObjectCommandInput> = {}) =>
        storage.client.send(new PutObjectCommand({ Bucket, Key, Body, ...over })),
  )
  .extend(
    'get',
    { scope: 'file' },
    ({ storage }) =>
      (Key: string, over: Partial<GetObjectCommandInput> = {}) =>
        storage.client.send(new GetObjectCommand({ Bucket, Key, ...over })),
  )
  .extend(
    'bytesOf',
    { scope: 'file' },
    ({ get }) =>
      async (Key: string, over: Partial<GetObjectCommandInput> = {}) =>
        Buffer.from((await (await get(Key, over)).Body?.transformToByteArray()) ?? []),
  )
  /** What the sink was told of a key, oldest first. */
  .extend(
    'eventsOf',
    { scope: 'file' },
    ({ storage }) =>
      (key: string) =>
        storage.events.filter(({ detail }) => (detail.object as { key: string }).key === key),
  );
