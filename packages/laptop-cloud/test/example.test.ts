import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));

/** The second loan is of a book that is out, and 22 March 2026 is a Sunday. */
const LENT = [
  'Ada asks for 9780140449136: until 2026-03-23',
  'Ben asks for 9780140449136: refused: BookNotAvailable',
  'Ben asks for 9780141439518: until 2026-03-23',
  '9780140449136 is with Ada',
  '9780141439518 is with Ben',
];

describe('npm run example', () => {
  it('lends each book once, and tells every state on the way', async () => {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', 'example/run.mjs'], { cwd: root });

    const lines = stdout.trimEnd().split('\n');
    expect(lines.filter((line) => !line.startsWith(' '))).toEqual(LENT);
    expect(lines.filter((line) => line === '  Refuse Loan')).toHaveLength(1);
  });
});
