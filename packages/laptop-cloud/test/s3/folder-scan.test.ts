import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BucketFolder } from '../../src/s3/bucket-folder.ts';
import { scanFolder } from '../../src/s3/folder-scan.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const NOBODY = 65_534;

/** The superuser may read everything: for him it is somebody else who looks. */
function asSomebody(): void {
  if (process.geteuid?.() !== 0) return;
  process.seteuid?.(NOBODY);
  onTestFinished(() => process.seteuid?.(0));
}

describe('scanFolder', () => {
  it('passes over a folder that may not be read, tells of it, and goes on with the others', async () => {
    const directory = await temporaryDirectory();
    await chmod(directory, 0o755);
    for (const person of ['amy', 'bob', 'cleo']) {
      await mkdir(join(directory, 'receipts', person), { recursive: true });
      await writeFile(join(directory, 'receipts', person, 'a.pdf'), 'a');
    }
    const closed = join(directory, 'receipts', 'bob');
    await chmod(closed, 0o000);
    onTestFinished(() => chmod(closed, 0o755));
    const told: string[] = [];
    asSomebody();

    const keys: string[] = [];
    const onUnreadable = (path: string, code: string) => told.push(`${path} ${code}`);
    for await (const key of scanFolder(new BucketFolder(directory), '', { onUnreadable })) keys.push(key);

    expect(keys.sort()).toEqual(['receipts/amy/a.pdf', 'receipts/cleo/a.pdf']);
    expect(told).toEqual(['receipts/bob EACCES']);
  });
});
