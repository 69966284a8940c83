import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { processTree } from '../../../bench/measure/process-tree.ts';
import { createPagePool, type PagePool } from '../../../src/textract/pages/page-pool.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';
import { drawReceipt } from '../support/draw-page.ts';

const page = { index: 0, seed: 'page', thisYear: 2026 };
let receipt: string;
let pool: PagePool;

beforeEach(async () => {
  receipt = join(await temporaryDirectory(), 'receipt.png');
  await writeFile(receipt, await drawReceipt([['CORNER MARKET'], ['COFFEE', '7.00'], ['TOTAL', '7.00']]));
});

afterEach(() => pool.close());

const readers = async (parent = process.pid): Promise<number[]> =>
  (await processTree(parent)).filter(({ command }) => command.includes('page-process')).map(({ pid }) => pid);

/** Waits for a process that is none of those, and ends it as the machine does when its memory is full. */
async function killNew(seen: Set<number>): Promise<void> {
  const pid = await vi.waitUntil(async () => (await readers()).find((one) => !seen.has(one)), { timeout: 20_000 });
  seen.add(pid);
  process.kill(pid, 'SIGKILL');
}

const totalOf = async (reading: ReturnType<PagePool['analyse']>) =>
  (await reading).document.SummaryFields?.find(({ Type }) => Type?.Text === 'TOTAL')?.ValueDetection?.Text;

describe('a process that reads pages', () => {
  it('reads on as a fresh one when each of them was lost', async () => {
    pool = createPagePool(2);
    // The second one comes when a page has waited for it.
    const reading = Array.from({ length: 12 }, () => pool.analyse(receipt, page));
    await vi.waitUntil(async () => (await readers()).length === 2, { timeout: 20_000 });
    await Promise.all(reading);

    const before = await readers();
    for (const pid of before) process.kill(pid, 'SIGKILL');
    await vi.waitUntil(async () => (await readers()).length === 0);

    expect(before.length).toBe(2);
    expect(await totalOf(pool.analyse(receipt, page))).toBe('7.00');
  });

  it('tries a page once more that it was lost over', async () => {
    pool = createPagePool(1);
    const reading = totalOf(pool.analyse(receipt, page));

    await killNew(new Set());

    expect(await reading).toBe('7.00');
  });

  it('gives a page up that it is lost over twice, says how, and reads the next', async () => {
    pool = createPagePool(1);
    const reading = pool.analyse(receipt, page).catch((error: unknown) => error);

    const seen = new Set<number>();
    await killNew(seen);
    await killNew(seen);

    expect(await reading).toMatchObject({
      code: 'InternalServerError',
      message: 'the process that read the page was lost twice: it ended with SIGKILL',
    });
    expect(await totalOf(pool.analyse(receipt, page))).toBe('7.00');
  });

  it('is ended when a page takes too long, and the next is read by a fresh one', async () => {
    pool = createPagePool(1, { limitMs: 20_000 });
    await pool.warm();
    const [stuck = 0] = await readers();
    process.kill(stuck, 'SIGSTOP');

    const slow = pool.analyse(receipt, page).catch((error: unknown) => error);

    expect(await slow).toMatchObject({ code: 'BadDocumentException', message: 'the page takes too long to read' });
    expect(await totalOf(pool.analyse(receipt, page))).toBe('7.00');
    expect(await readers()).not.toContain(stuck);
  });

  it('ends when it has nothing to do, all but one soon, and a later page starts a new one', async () => {
    pool = createPagePool(2, { idleMs: { beyondOne: 100, last: 2000 } });
    await Promise.all(Array.from({ length: 6 }, () => pool.analyse(receipt, page)));

    await vi.waitUntil(async () => (await readers()).length === 1);
    const [last = 0] = await readers();
    await vi.waitUntil(async () => (await readers()).length === 0, { timeout: 10_000 });

    expect(await totalOf(pool.analyse(receipt, page))).toBe('7.00');
    expect(await readers()).not.toContain(last);
  });

  it('is gone when the pool is closed, which finishes the page under way', async () => {
    pool = createPagePool(1);
    await pool.warm();
    const reading = totalOf(pool.analyse(receipt, page));

    await pool.close();

    expect(await reading).toBe('7.00');
    expect(await readers()).toEqual([]);
  });

  it('does not outlive the one that asks, and heeds no Ctrl-C that is meant for that one', async () => {
    const source = fileURLToPath(new URL('../../../src/textract/pages/page-pool.ts', import.meta.url));
    const asking = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        '--input-type=module',
        '--eval',
        `import { createPagePool } from ${JSON.stringify(source)};
        const pool = createPagePool(1);
        await pool.warm();
        console.log('warm');
        setInterval(() => undefined, 1000);`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await new Promise((resolve) => asking.stdout.once('data', resolve));
    const [reader = 0] = await readers(asking.pid);
    process.kill(reader, 'SIGINT');
    expect(await readers(asking.pid)).toEqual([reader]);

    asking.kill('SIGKILL');

    await vi.waitUntil(async () => (await processTree(reader)).length === 0, { timeout: 5_000 });
  });
});
