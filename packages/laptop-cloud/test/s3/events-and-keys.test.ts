import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect } from 'vitest';
import { it } from './fixtures.ts';
import { Bucket, startStorage } from './storage.ts';

describe('events', () => {
  it('say what was created, as EventBridge gives it', async ({ put, eventsOf }) => {
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

  it('of one key come in the order of their sequencers', async ({ put, eventsOf }) => {
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

  it('fail above 1024 bytes', async ({ put }) => {
    await expect(put('k'.repeat(1025), 'x')).rejects.toMatchObject({ name: 'KeyTooLongError' });
  });
});
