import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import fs, { appendFile, copyFile, mkdir, open, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { temporaryDirectory } from '../temporary-directory.ts';
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

/** Waits for what the notifications bring, without asking for a scan. */
async function untilTold(count: number): Promise<void> {
  while (storage.events.length < count) await sleep(20);
}

describe('dropping a file into the folder', () => {
  it('is an upload, in new subfolders too', async () => {
    await mkdir(inFolder('receipts', 'alice'), { recursive: true });
    await writeFile(inFolder('receipts', 'alice', 'lunch ü+%.txt'), 'soup');

    await untilTold(1);

    expect(told()).toEqual([['Object Created', 'receipts/alice/lunch ü+%.txt']]);
    expect(storage.events[0]?.detail).toMatchObject({ reason: 'PutObject', object: { size: 4 } });
    expect(await textOf('receipts/alice/lunch ü+%.txt')).toBe('soup');
  });

  it.each([
    ['receipt.jpg', 'image/jpeg'],
    ['Invoice.PDF', 'application/pdf'],
    ['plan.yaml', 'text/yaml'],
    ['without-ending', 'binary/octet-stream'],
  ])('tells its content type by its ending: %s', async (name, type) => {
    await writeFile(inFolder(name), 'content');
    await untilTold(1);

    const { ContentType } = await storage.client.send(new GetObjectCommand({ Bucket, Key: name }));
    expect(ContentType).toBe(type);
  });

  it('works for whole folders that are moved in, and out again', async () => {
    const outside = inFolder('..', 'outside');
    await mkdir(join(outside, 'deep'), { recursive: true });
    await Promise.all(['a', 'b', 'deep/c'].map((name) => writeFile(join(outside, name), name)));

    await rename(outside, inFolder('batch'));
    await untilTold(3);
    await rename(inFolder('batch'), outside);
    await untilTold(6);

    expect(told().slice(0, 3).sort()).toEqual(['a', 'b', 'deep/c'].map((name) => ['Object Created', `batch/${name}`]));
    expect(told().slice(3).sort()).toEqual(['a', 'b', 'deep/c'].map((name) => ['Object Deleted', `batch/${name}`]));
  });

  it('lists no folder for it, however many files are in there', async () => {
    await mkdir(inFolder('receipts'));
    await writeFile(inFolder('receipts', 'first.txt'), 'soup');
    await storage.service.settled();
    const listed = vi.spyOn(fs, 'readdir');
    syncBuiltinESMExports();
    onTestFinished(() => {
      listed.mockRestore();
      syncBuiltinESMExports();
    });

    await writeFile(inFolder('receipts', 'second.txt'), 'salad');
    await untilTold(2);
    await storage.client.send(new PutObjectCommand({ Bucket, Key: 'receipts/third.txt', Body: 'tea' }));
    await sleep(1500);

    const inBucket = listed.mock.calls.map(([path]) => String(path)).filter((path) => path.startsWith(storage.folder));
    expect(inBucket).toEqual([]);
    expect(told()).toHaveLength(3);
  });

  it('takes many at once without a warning of the runtime', async () => {
    const warnings: Error[] = [];
    const listen = (warning: Error) => void warnings.push(warning);
    process.on('warning', listen);
    const names = Array.from({ length: 30 }, (_, index) => `${index}.txt`);

    await Promise.all(names.map((name) => writeFile(inFolder(name), name)));
    await untilTold(names.length);

    process.off('warning', listen);
    expect(warnings).toEqual([]);
    expect(
      told()
        .map(([, key]) => key)
        .sort(),
    ).toEqual([...names].sort());
  });

  it('waits until a growing file is whole', async () => {
    const file = await open(inFolder('slow.bin'), 'w');
    for (let piece = 0; piece < 12; piece += 1) {
      await file.write(Buffer.alloc(1000, piece));
      await sleep(60);
    }
    await file.close();

    await untilTold(1);
    await storage.service.settled();

    expect(storage.events).toHaveLength(1);
    expect(storage.events[0]?.detail.object).toMatchObject({ size: 12_000 });
  });

  it.runIf(process.platform === 'linux')('waits for a writer that pauses with the file open', async () => {
    const file = await open(inFolder('paused.bin'), 'w');
    await file.write('first half, ');
    await sleep(1200);
    const before = told();
    await file.write('second half');
    await file.close();

    await untilTold(1);
    await storage.service.settled();

    expect(before).toEqual([]);
    expect(told()).toEqual([['Object Created', 'paused.bin']]);
    expect(await textOf('paused.bin')).toBe('first half, second half');
  });

  it('does not wait for somebody who only reads the file', async () => {
    await writeFile(inFolder('read.txt'), 'read by many');
    const reader = await open(inFolder('read.txt'), 'r');

    await untilTold(1);

    expect(told()).toEqual([['Object Created', 'read.txt']]);
    await reader.close();
  });

  it('takes a file renamed into place once, and never its temporary name', async () => {
    await writeFile(inFolder('photo.jpg.part'), 'half');
    await sleep(400);
    await appendFile(inFolder('photo.jpg.part'), ' and half');
    await rename(inFolder('photo.jpg.part'), inFolder('photo.jpg'));

    await storage.service.settled();

    expect(told()).toEqual([['Object Created', 'photo.jpg']]);
    expect(await textOf('photo.jpg')).toBe('half and half');
  });

  it('takes an empty file as an object, and folders as nothing', async () => {
    await mkdir(inFolder('empty-folder'));
    await writeFile(inFolder('empty.txt'), '');

    await storage.service.settled();

    const { Contents } = await storage.client.send(new ListObjectsV2Command({ Bucket }));
    expect(Contents?.map(({ Key, Size }) => [Key, Size])).toEqual([['empty.txt', 0]]);
  });

  it('ignores what desktops and editors leave', async () => {
    const names = [
      '.DS_Store',
      '._photo.jpg',
      '.~lock.plan.odt#',
      '~$plan.docx',
      'x.crdownload',
      'x.tmp',
      '.x.yaml.swp',
      'x~',
      'Thumbs.db',
    ];
    await Promise.all(names.map((name) => writeFile(inFolder(name), 'x')));
    await writeFile(inFolder('real.txt'), 'x');

    await storage.service.settled();

    expect(told()).toEqual([['Object Created', 'real.txt']]);
  });

  it('of changed content makes a new version, and the old one stays readable', async () => {
    await writeFile(inFolder('plan.yaml'), 'limit: 1');
    await storage.service.settled();
    const [first] = storage.events.map(({ detail }) => detail.object as Record<string, string>);

    await writeFile(inFolder('plan.yaml'), 'limit: 2');
    await storage.service.settled();

    const VersionId = String(first?.['version-id']);
    const old = await storage.client.send(new GetObjectCommand({ Bucket, Key: 'plan.yaml', VersionId }));
    expect(await old.Body?.transformToString()).toBe('limit: 1');
    expect(await textOf('plan.yaml')).toBe('limit: 2');
    expect(told()).toHaveLength(2);
  });

  it('a second time with the same content is a second upload', async () => {
    await writeFile(inFolder('again.txt'), 'same');
    await storage.service.settled();

    await writeFile(inFolder('again.txt'), 'same');
    await storage.service.settled();

    expect(told()).toHaveLength(2);
  });

  it('follows a link to a file of the folder, and none to a folder', async () => {
    await mkdir(inFolder('folder'));
    await writeFile(inFolder('folder', 'linked.txt'), 'linked');

    await symlink(inFolder('folder', 'linked.txt'), inFolder('link.txt'));
    await symlink(inFolder('folder'), inFolder('folder-link'));
    await storage.service.settled();

    expect(told().sort()).toEqual([
      ['Object Created', 'folder/linked.txt'],
      ['Object Created', 'link.txt'],
    ]);
  });
});

describe('what is no file of the folder', () => {
  it('is not taken, and a line says why: a link to the outside, and a pipe', async () => {
    const lines: string[] = [];
    const other = await startStorage({ onFile: (line) => lines.push(line) });
    onTestFinished(() => other.close());
    await other.service.watch();
    const inside = (name: string) => join(other.folder, name);
    const outside = join(other.folder, '..', 'elsewhere');
    await mkdir(outside);
    await writeFile(join(outside, 'secret.txt'), 'secret');
    await writeFile(inside('taken.txt'), 'taken');
    await other.service.settled();

    await symlink(join(outside, 'secret.txt'), inside('link.txt'));
    await symlink(outside, inside('folder-link'));
    await symlink(inside('nothing'), inside('nowhere'));
    await promisify(execFile)('mkfifo', [inside('pipe')]);
    await rm(inside('taken.txt'));
    await symlink(join(outside, 'secret.txt'), inside('taken.txt'));
    await other.service.settled();
    await other.service.settled();

    expect(told(other)).toEqual([
      ['Object Created', 'taken.txt'],
      ['Object Deleted', 'taken.txt'],
    ]);
    const isOut = 'it is a link that leads out of the folder; drop the file itself';
    expect(lines.sort()).toEqual([
      `folder-link is not taken: ${isOut}`,
      `link.txt is not taken: ${isOut}`,
      'nowhere is not taken: it is a link that leads nowhere; drop the file itself',
      'pipe is not taken: it is no file that has an end, such as a pipe or a device; drop a file',
      `taken.txt is not taken: ${isOut}`,
    ]);
  });
});

describe('deleting a file from the folder', () => {
  it('is a delete marker with its event', async () => {
    await writeFile(inFolder('plan.yaml'), 'x');
    await storage.service.settled();

    await rm(inFolder('plan.yaml'));
    await untilTold(2);

    expect(told()[1]).toEqual(['Object Deleted', 'plan.yaml']);
    expect(storage.events[1]?.detail).toMatchObject({ 'deletion-type': 'Delete Marker Created' });
    await expect(textOf('plan.yaml')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('is none when an editor replaces the file in two steps', async () => {
    await writeFile(inFolder('edited.yaml'), 'old');
    await storage.service.settled();

    await rm(inFolder('edited.yaml'));
    await sleep(50);
    await writeFile(inFolder('edited.yaml'), 'new');
    await storage.service.settled();

    expect(told()).toEqual([
      ['Object Created', 'edited.yaml'],
      ['Object Created', 'edited.yaml'],
    ]);
  });
});

describe('the folder and the protocol together', () => {
  it('do not take what was put through the protocol for a drop', async () => {
    await storage.client.send(new PutObjectCommand({ Bucket, Key: 'put/one.txt', Body: 'one' }));
    await storage.client.send(new PutObjectCommand({ Bucket, Key: 'put/two.txt', Body: 'two' }));
    await storage.client.send(new DeleteObjectCommand({ Bucket, Key: 'put/two.txt' }));

    await storage.service.settled();
    await sleep(500);

    expect(told()).toEqual([
      ['Object Created', 'put/one.txt'],
      ['Object Created', 'put/two.txt'],
      ['Object Deleted', 'put/two.txt'],
    ]);
  });
});

describe('a large file', () => {
  it('is uploaded once and whole', async () => {
    const source = inFolder('..', 'large.bin');
    await writeFile(source, Buffer.alloc(30 * 1024 * 1024, 7));

    await copyFile(source, inFolder('large.bin'));
    await storage.service.settled();

    expect(storage.events).toHaveLength(1);
    expect(storage.events[0]?.detail.object).toMatchObject({ size: 30 * 1024 * 1024 });
  });
});

describe('a folder of which nothing is told', () => {
  it('is looked at all the same', async () => {
    await storage.close();
    storage = await startStorage({ lookMs: 200 });
    await storage.service.watch();
    await mkdir(inFolder('receipts', 'bob'), { recursive: true });
    await writeFile(inFolder('receipts', 'bob', 'first.txt'), 'soup');
    await untilTold(1);

    // Removed and made again at once: the new folder is another one than that which is watched.
    await rm(inFolder('receipts', 'bob'), { recursive: true });
    await mkdir(inFolder('receipts', 'bob'));
    await sleep(300);
    await writeFile(inFolder('receipts', 'bob', 'second.txt'), 'salad');

    await untilTold(3);
    expect(told().map(([, key]) => key)).toContain('receipts/bob/second.txt');
  });

  it('is listened to again once a look has found something in it', async () => {
    await storage.close();
    // The looks come when they are told to.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    storage = await startStorage({ lookMs: 60_000 });
    await storage.service.watch();
    await mkdir(inFolder('receipts', 'bob'), { recursive: true });
    await writeFile(inFolder('receipts', 'bob', 'first.txt'), 'soup');
    await untilTold(1);
    for (let time = 0; time < 3; time += 1) {
      await rm(inFolder('receipts', 'bob'), { recursive: true });
      await mkdir(inFolder('receipts', 'bob'));
    }
    await sleep(300);
    await writeFile(inFolder('receipts', 'bob', 'second.txt'), 'salad');
    await sleep(300);
    vi.advanceTimersByTime(60_000);
    await untilTold(3);

    await sleep(500);
    await writeFile(inFolder('receipts', 'bob', 'third.txt'), 'tea');
    await untilTold(4);

    expect(told().map(([, key]) => key)).toContain('receipts/bob/third.txt');
  });

  it('is listened to again as a whole, when it was removed and made again', async () => {
    await storage.close();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    storage = await startStorage({ lookMs: 60_000 });
    await storage.service.watch();
    await rm(storage.folder, { recursive: true });
    await mkdir(inFolder('receipts', 'bob'), { recursive: true });
    await sleep(300);
    await writeFile(inFolder('receipts', 'bob', 'first.txt'), 'soup');
    vi.advanceTimersByTime(60_000);
    await untilTold(1);

    await sleep(500);
    await writeFile(inFolder('receipts', 'bob', 'second.txt'), 'salad');
    await untilTold(2);

    expect(told().map(([, key]) => key)).toEqual(['receipts/bob/first.txt', 'receipts/bob/second.txt']);
  });
});

describe.runIf(process.platform === 'linux')('a system that tells less than everything', () => {
  it('drops notices when nobody reads them: what came meanwhile is found at once, and new folders are listened to', async () => {
    const queue = Number(readFileSync('/proc/sys/fs/inotify/max_queued_events', 'utf8'));

    // All in one turn, so that nobody reads. A folder that comes and goes is two notices.
    for (let told = 0; told < queue; told += 2) {
      mkdirSync(inFolder('busy'));
      rmdirSync(inFolder('busy'));
    }
    mkdirSync(inFolder('receipts', 'bob'), { recursive: true });
    await writeFile(inFolder('receipts', 'bob', 'first.txt'), 'soup');
    await untilTold(1);
    await writeFile(inFolder('receipts', 'bob', 'second.txt'), 'salad');
    await untilTold(2);

    expect(told().map(([, key]) => key)).toEqual(['receipts/bob/first.txt', 'receipts/bob/second.txt']);
  });

  it.runIf(mayLimitWatches())('says so where it listens to no more folders, and looks at them itself', async () => {
    const [directory, state] = [await temporaryDirectory(), await temporaryDirectory()];
    await mkdir(join(directory, 'receipts', 'bob'), { recursive: true });
    const child = fileURLToPath(new URL('./deaf-child.ts', import.meta.url));
    const running = spawn('unshare', [
      ...['--user', '--map-root-user', 'sh', '-c', 'echo 1 > /proc/sys/user/max_inotify_watches && exec "$@"', 'sh'],
      ...[process.execPath, '--import', 'tsx', child, directory, state],
    ]);
    onTestFinished(() => void running.kill('SIGKILL'));
    const lines: string[] = [];
    createInterface({ input: running.stdout }).on('line', (line) => lines.push(line));
    await vi.waitUntil(() => lines.includes('ready'), { timeout: 30_000 });

    await writeFile(join(directory, 'receipts', 'bob', 'lunch.txt'), 'soup');
    await vi.waitUntil(() => lines.includes('receipts/bob/lunch.txt'), { timeout: 30_000 });

    expect(lines[0]).toMatch(/ENOSPC.*raise fs\.inotify\.max_user_watches/);
  });
});

/** Whether this user may run a process that the system listens to less for. */
function mayLimitWatches(): boolean {
  try {
    const limit = 'echo 1 > /proc/sys/user/max_inotify_watches';
    execFileSync('unshare', ['--user', '--map-root-user', 'sh', '-c', limit], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.runIf(process.platform === 'linux')('a file whose name is no UTF-8', () => {
  it('is not taken, and a line says so once', async () => {
    const lines: string[] = [];
    await storage.close();
    storage = await startStorage({ lookMs: 50, onFile: (line) => lines.push(line) });
    await storage.service.watch();
    const name = Buffer.concat([Buffer.from(`${storage.folder}/caf`), Buffer.from([0xe9]), Buffer.from('.jpg')]);

    await writeFile(name, 'soup');
    await writeFile(inFolder('tea.txt'), 'tea');
    await untilTold(1);
    await storage.service.settled();
    await sleep(200);

    expect(lines).toEqual(['caf\ufffd.jpg is not taken: its name is no UTF-8; rename it']);
    expect(told()).toEqual([['Object Created', 'tea.txt']]);
  });
});
