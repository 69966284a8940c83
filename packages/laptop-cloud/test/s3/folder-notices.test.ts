import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { FolderListener, FolderNotices } from '../../src/s3/folder-listener.ts';
import { listenByDirectory } from '../../src/s3/listen-by-directory.ts';
import { listenToTree } from '../../src/s3/listen-to-tree.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

type Listen = (directory: string, listener: FolderListener) => Promise<FolderNotices>;

/** A folder that is listened to, and what has been told of it, each once. */
async function listened(listen: Listen) {
  const directory = await temporaryDirectory();
  const inFolder = (...path: string[]) => join(directory, ...path);
  await mkdir(inFolder('receipts', 'amy'), { recursive: true });
  const files = new Set<string>();
  const folders = new Set<string>();
  const failures: unknown[] = [];
  const notices = await listen(directory, {
    onFile: (key) => files.add(key),
    onFolder: (key) => folders.add(key),
    onLost: () => failures.push('lost'),
    onDeaf: (error) => failures.push(error),
  });
  onTestFinished(() => notices.close());
  return { inFolder, files, folders, failures };
}

const waiting = { timeout: 10_000 };

// Linux offers both, the second by a program of Node.
const ways: [string, Listen][] = [
  ['each folder on its own', listenByDirectory],
  ['a whole tree', listenToTree],
];
describe.runIf(process.platform === 'linux').each(ways)('listening to %s', (_, listen) => {
  it('tells of a file that comes, changes and goes, in folders below too', async () => {
    const { inFolder, files, failures } = await listened(listen);
    const key = 'receipts/amy/lunch.txt';

    for (const change of [
      () => writeFile(inFolder(key), 'a'),
      () => writeFile(inFolder(key), 'b'),
      () => rm(inFolder(key)),
    ]) {
      files.clear();
      await change();
      await vi.waitUntil(() => files.has(key), waiting);
    }

    expect(failures).toEqual([]);
  });

  it('tells of a folder that is moved in, and of one that is moved away', async () => {
    const { inFolder, folders } = await listened(listen);
    const outside = await temporaryDirectory();
    await mkdir(join(outside, 'batch'));
    await writeFile(join(outside, 'batch', 'a.txt'), 'a');

    await rename(join(outside, 'batch'), inFolder('batch'));
    await vi.waitUntil(() => folders.has('batch'), waiting);
    folders.clear();
    await rename(inFolder('batch'), join(outside, 'batch'));
    await vi.waitUntil(() => folders.has('batch'), waiting);
  });

  it('says nothing of names that are never uploaded', async () => {
    const { inFolder, files, folders } = await listened(listen);

    await writeFile(inFolder('receipts', '.~staged-0123456789abcdef'), 'on its way');
    await mkdir(inFolder('.Trash-1000'));
    await writeFile(inFolder('.Trash-1000', 'old.txt'), 'old');
    await writeFile(inFolder('receipts', 'new.txt'), 'new');
    await vi.waitUntil(() => files.has('receipts/new.txt'), waiting);

    const told = [...files, ...folders].filter((key) => !['receipts/new.txt', 'receipts'].includes(key));
    expect(told).toEqual([]);
  });
});

describe.runIf(process.platform === 'linux')('listening to each folder on its own', () => {
  it('hears of a folder that was made again, under the same name', async () => {
    const { inFolder, files } = await listened(listenByDirectory);

    await rm(inFolder('receipts', 'amy'), { recursive: true });
    await mkdir(inFolder('receipts', 'amy'));
    files.clear();

    // What is in it before it is listened to is told with the folder.
    await vi.waitUntil(async () => {
      await writeFile(inFolder('receipts', 'amy', 'lunch.txt'), 'soup');
      return files.has('receipts/amy/lunch.txt');
    }, waiting);
  });

  it('hears of what is deep in a folder that was renamed, under its new name', async () => {
    const { inFolder, files, folders } = await listened(listenByDirectory);

    await rename(inFolder('receipts'), inFolder('old'));
    await vi.waitUntil(() => folders.has('old') && folders.has('receipts'), waiting);
    files.clear();
    await writeFile(inFolder('old', 'amy', 'lunch.txt'), 'soup');

    await vi.waitUntil(() => files.has('old/amy/lunch.txt'), waiting);
    expect([...files].filter((key) => key.startsWith('receipts/'))).toEqual([]);
  });
});
