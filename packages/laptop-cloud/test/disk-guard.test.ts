import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { appendLines, dropPartialLine } from '../src/append-lines.ts';
import { diskFailure, diskSentence, guardDisk } from '../src/disk-guard.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const MB = 2 ** 20;

/** What a guard tells while the disk has so much room at each look; the last is the room from then on. */
async function told(...freeBytes: (number | Error)[]): Promise<string[]> {
  const sentences: string[] = [];
  let looks = 0;
  const enough = new Promise<void>((resolve) => {
    const release = guardDisk('/data', (sentence) => sentences.push(sentence), {
      everyMs: 1,
      async freeBytes(directory) {
        expect(directory).toBe('/data');
        looks += 1;
        if (looks > freeBytes.length + 2) resolve();
        const free = freeBytes[Math.min(looks, freeBytes.length) - 1] ?? 0;
        if (free instanceof Error) throw free;
        return free;
      },
    });
    onTestFinished(release);
  });
  await enough;
  return sentences;
}

describe('guardDisk', () => {
  it('says once that there is no room left, and what helps', async () => {
    expect(await told(900 * MB, 20 * MB, 3.14 * MB, 0)).toEqual([
      '/data takes no more: its disk has 3.1 MB left, and needs 8; free some space, and start again: what was taken is kept and goes on then',
    ]);
  });

  it('keeps still while there is room, and where the file system does not tell', async () => {
    expect(await told(900 * MB, new Error('no statfs here'), 8 * MB)).toEqual([]);
  });

  it.each([
    ['ENOSPC', 'its disk is full; free some space, and start again'],
    ['EROFS', 'its disk has become read only; make it writable, and start again'],
    ['EIO', 'its disk cannot be read or written; see whether it is broken, and start again'],
  ])('says what helps against %s', (code, words) => {
    expect(diskSentence('/data', Object.assign(new Error('write'), { code }))).toContain(
      `/data takes no more: ${words}`,
    );
  });

  it('knows errors of the disk from all others', () => {
    const withCode = (code: string) => Object.assign(new Error('write'), { code });

    expect(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'].map((code) => diskFailure(withCode(code)))).toEqual([
      'its disk is full',
      'its disk is full for this user',
      'its disk has become read only',
      'its disk cannot be read or written',
    ]);
    expect([withCode('ENOENT'), new Error('none'), undefined, 'text'].map(diskFailure)).toEqual(
      Array(4).fill(undefined),
    );
  });
});

describe('lines of a file', () => {
  it.each([
    ['{"a":1}\n{"b":', '{"a":1}\n'],
    ['{"a":1}\n', '{"a":1}\n'],
    ['{"a', ''],
    ['', ''],
  ])('lose what a full disk let through of the last one: %j', async (before, after) => {
    const file = join(await temporaryDirectory(), 'lines.jsonl');
    await writeFile(file, before);

    await dropPartialLine(file);
    await appendLines(file, '{"c":3}\n');

    expect(await readFile(file, 'utf8')).toBe(`${after}{"c":3}\n`);
  });
});
