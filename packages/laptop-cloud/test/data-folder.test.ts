import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DataFolderLockedError, DataFolderUnusableError, openDataFolder } from '../src/data-folder.ts';
import { temporaryDirectory } from './temporary-directory.ts';

describe('openDataFolder', () => {
  it('creates the folders for people and for rooms', async () => {
    const directory = join(await temporaryDirectory(), 'new', 'data');

    const folder = await openDataFolder(directory);

    expect((await stat(join(directory, 'bucket'))).isDirectory()).toBe(true);
    expect(folder.outbox).toBe(join(directory, 'outbox'));
    expect(folder.state('s3')).toBe(join(directory, '.state', 's3'));
  });

  it.each([
    ['is a file', []],
    ['is below a file', ['below']],
  ])('says what helps where its path %s', async (_, below) => {
    const file = join(await temporaryDirectory(), 'notes.txt');
    await writeFile(file, 'notes');

    const refused = openDataFolder(join(file, ...below));

    await expect(refused).rejects.toThrow(DataFolderUnusableError);
    await expect(refused).rejects.toThrow(
      `${join(file, ...below)} cannot be the data folder: a file stands where a folder should be`,
    );
  });

  it('makes the folders above it, too', async () => {
    const directory = join(await temporaryDirectory(), 'here', 'and', 'there');

    const folder = await openDataFolder(directory);
    onTestFinished(() => folder.release());

    expect(await readdir(directory)).toEqual(expect.arrayContaining(['bucket', 'logs', 'outbox']));
  });

  it.runIf(process.platform === 'linux')('says so where no folder can be made', async () => {
    await expect(openDataFolder('/proc/none/data')).rejects.toThrow(
      '/proc/none/data cannot be the data folder: no folder can be made there: take another folder',
    );
  });

  it('fails while the folder is in use, and names the process and what to do', async () => {
    const directory = await temporaryDirectory();
    await openDataFolder(directory);

    const second = openDataFolder(directory);

    await expect(second).rejects.toThrow(DataFolderLockedError);
    await expect(second).rejects.toThrow(`in use by process ${process.pid}: stop that one or take another folder`);
  });

  it('fails while another living process holds the lock', async () => {
    const { directory, file } = await lockedBy(process.ppid);

    await expect(openDataFolder(directory)).rejects.toThrow(`in use by process ${process.ppid}`);
    await expect(openDataFolder(directory)).rejects.toThrow(file);
  });

  it('takes over the lock of a process that is gone, or an empty one', async () => {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(child, 'exit');
    const { directory } = await lockedBy(child.pid ?? 0);
    const { directory: other } = await lockedBy('');

    const folders = [await openDataFolder(directory), await openDataFolder(other)];

    expect(folders.map(({ root }) => root)).toEqual([directory, other]);
  });

  it('can be opened again after it was released', async () => {
    const directory = await temporaryDirectory();

    await (await openDataFolder(directory)).release();
    const again = await openDataFolder(directory);
    onTestFinished(() => again.release());

    expect(again.root).toBe(directory);
  });
});

async function lockedBy(owner: number | string) {
  const directory = await temporaryDirectory();
  const file = join(directory, '.state', 'lock');
  await (await openDataFolder(directory)).release();
  await writeFile(file, `${owner}\n`);
  return { directory, file };
}
