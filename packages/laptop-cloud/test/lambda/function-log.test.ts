import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FunctionLog } from '../../src/lambda/function-log.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

describe('the log of a function', () => {
  it('leaves lines out that cannot be written, says so once, and goes on when it can', async () => {
    const directory = join(await temporaryDirectory(), 'logs');
    // A file where the folder should be refuses every write, as a full disk does.
    await writeFile(directory, '');
    const lines: string[] = [];
    const log = new FunctionLog('read', { directory, onLine: (line) => lines.push(line) });

    log.add('first');
    await log.flush();
    log.add('second');
    await log.flush();
    await rm(directory);
    await mkdir(directory);
    log.add('third');
    await log.flush();

    expect(lines).toEqual([
      'first',
      'its log cannot be written (EEXIST); lines are left out until it can',
      'second',
      'third',
    ]);
    expect(await readFile(join(directory, 'read.log'), 'utf8')).toBe('third\n');
  });
});
