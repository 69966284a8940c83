import { cp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateMultipartUploadCommand, GetObjectCommand, ListMultipartUploadsCommand } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../src/clock.ts';
import { Bucket, type Storage, startStorage } from './storage.ts';

let storage: Storage;
beforeEach(async () => {
  storage = await startStorage();
  await storage.service.watch();
});
afterEach(() => storage.close());

const inFolder = (...path: string[]) => join(storage.folder, ...path);
const told = ({ events } = storage) =>
  events.map((event) => [event['detail-type'], (event.detail.object as { key: string }).key]);
const textOf = async (Key: string, { client } = storage) =>
  (await client.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();

describe('starting again', () => {
  it('uploads what was dropped meanwhile, deletes what is gone, and leaves the rest alone', async () => {
    await Promise.all(['kept.txt', 'gone.txt', 'changed.txt'].map((name) => writeFile(inFolder(name), 'before')));
    await storage.service.settled();
    await storage.stop();
    await rm(inFolder('gone.txt'));
    await writeFile(inFolder('changed.txt'), 'after');
    await writeFile(inFolder('new.txt'), 'new');

    storage = await storage.restart();
    await storage.service.watch();
    await storage.service.settled();

    expect(told().sort()).toEqual([
      ['Object Created', 'changed.txt'],
      ['Object Created', 'new.txt'],
      ['Object Deleted', 'gone.txt'],
    ]);
  });

  it('uploads nothing anew when the folder was restored with its times', async () => {
    await writeFile(inFolder('old.txt'), 'content');
    await utimes(inFolder('old.txt'), 1_700_000_000, 1_700_000_000);
    await storage.service.settled();
    await storage.stop();
    await cp(storage.folder, `${storage.folder}-backup`, { recursive: true, preserveTimestamps: true });
    await rm(storage.folder, { recursive: true });
    await cp(`${storage.folder}-backup`, storage.folder, { recursive: true, preserveTimestamps: true });

    storage = await storage.restart();
    await storage.service.watch();
    await storage.service.settled();

    expect(told()).toEqual([]);
  });

  it('fills a folder that is missing as a whole, instead of deleting every object', async () => {
    await writeFile(inFolder('plan.yaml'), 'limit: 1');
    await storage.service.settled();
    await storage.service.write('receipts/a.txt', Buffer.from('a'));
    await storage.stop();
    await rm(storage.folder, { recursive: true });

    storage = await storage.restart();
    await storage.service.watch();
    await storage.service.settled();

    expect(told()).toEqual([]);
    expect(await readFile(inFolder('plan.yaml'), 'utf8')).toBe('limit: 1');
    expect(await readFile(inFolder('receipts', 'a.txt'), 'utf8')).toBe('a');
  });

  it('keeps objects, metadata and versions', async () => {
    const first = await storage.service.write('kept/a.txt', Buffer.from('one'), { metadata: { user: 'alice' } });
    await storage.service.write('kept/../odd', Buffer.from('odd'));
    await storage.service.write('kept/a.txt', Buffer.from('two'), { metadata: { user: 'bob' } });

    storage = await storage.restart();

    expect(await textOf('kept/a.txt')).toBe('two');
    expect(await textOf('kept/../odd')).toBe('odd');
    const old = await storage.service.read('kept/a.txt', first.versionId);
    expect([old.metadata, (await old.body.toArray()).join('')]).toEqual([{ user: 'alice' }, 'one']);
    expect(told()).toEqual([]);
  });

  it('sends an event again that the sink had not taken, and shows the object in the folder', async () => {
    const refusing = await storage.restart(async () => {
      throw new Error('the queue is full');
    });
    await expect(refusing.service.write('owed.txt', Buffer.from('x'))).rejects.toThrow('the queue is full');
    await rm(join(refusing.folder, 'owed.txt'));

    storage = await refusing.restart();

    expect(told()).toEqual([['Object Created', 'owed.txt']]);
    expect(await readFile(inFolder('owed.txt'), 'utf8')).toBe('x');
    const third = await storage.restart();
    storage = third;
    expect(told()).toEqual([]);
  });

  it('keeps a short memory of what was written over and over', async () => {
    for (let round = 0; round < 700; round += 1) await storage.service.write('again.txt', Buffer.from(String(round)));
    const journal = await readFile(join(storage.folder, '..', 'state', 'objects.jsonl'), 'utf8');

    storage = await storage.restart();

    expect(journal.split('\n').length).toBeLessThan(1500);
    expect(await textOf('again.txt')).toBe('699');
    expect(told()).toEqual([]);
  });

  it('removes uploads in parts that nobody has completed for a week, and no others', async () => {
    const clock = new VirtualClock();
    const first = await startStorage({ clock });
    await first.client.send(new CreateMultipartUploadCommand({ Bucket, Key: 'abandoned' }));
    await clock.sleep(8 * 86_400_000);
    await first.client.send(new CreateMultipartUploadCommand({ Bucket, Key: 'under way' }));

    const second = await first.restart();

    const { Uploads } = await second.client.send(new ListMultipartUploadsCommand({ Bucket }));
    expect(Uploads?.map(({ Key }) => Key)).toEqual(['under way']);
    await second.close();
  });

  it('removes them while it runs, too', async () => {
    const clock = new VirtualClock();
    const running = await startStorage({ clock });
    await running.client.send(new CreateMultipartUploadCommand({ Bucket, Key: 'abandoned' }));
    await clock.sleep(8 * 86_400_000);
    await running.client.send(new CreateMultipartUploadCommand({ Bucket, Key: 'under way' }));

    await running.service.removeAbandonedUploads();

    const { Uploads } = await running.client.send(new ListMultipartUploadsCommand({ Bucket }));
    expect(Uploads?.map(({ Key }) => Key)).toEqual(['under way']);
    await running.close();
  });
});
