import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { VirtualClock } from 'laptop-cloud/clock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSpend } from '../../lambdas/adapters/budget-store.ts';
import { projectRoot } from '../../lib/bundle.ts';
import { printReceipt } from '../cloud/printed-receipt.ts';
import { type DroppedDocument, documentsOf, expectedSpend } from './documents.ts';
import { startHastyCloud } from './start-hasty-cloud.ts';

/** A small disk of the test's own; only root may make one. */
function mountSmallDisk(directory: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', directory], { stdio: 'ignore' });
    return true;
  } catch {
    console.log('left out: a real disk that is full, which needs the right to mount one');
    return false;
  }
}

/** Whether this user may mount; asked before the tests are collected, so that they show as skipped. */
const disk = await mkdtemp(join(tmpdir(), 'small-disk-'));
const isMounted = mountSmallDisk(disk);
const data = join(disk, 'data');
const ballast = join(disk, 'ballast');
const PERSON = 'person-1';

afterAll(async () => {
  if (isMounted) execFileSync('umount', ['-l', disk]);
  await rm(disk, { recursive: true, force: true });
});

/** Starts the product as a person does; tells what it printed and how it ended. */
function start() {
  const child = spawn(process.execPath, ['lib/run.mjs', 'laptop/cli.ts', '--data', data, '--port', '0', '--empty'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => printed.push(String(chunk)));
  const said = () => printed.join('');
  const says = async (words: string | RegExp) => {
    while (!said().match(words)) {
      if (child.exitCode !== null) throw new Error(`it ended before it said ${words}: ${said()}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return {
    child,
    said,
    says,
    ended: once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string),
  };
}

/** A receipt of this day: the others may be of a month that is over, of which nothing is told. */
async function receiptOfToday(): Promise<DroppedDocument> {
  const purchasedOn = new Date().toISOString().slice(0, 10);
  const content = await printReceipt({
    vendor: 'Bella Restaurant',
    date: purchasedOn,
    items: [['Lunch', '80.00']],
    total: '80.00',
  });
  const truth = { purchasedOn, total: { amountMinor: 8000, currency: 'USD' }, category: 'dining' };
  return { key: `receipts/${PERSON}/today.pdf`, content, truth };
}

/** Leaves nothing of the disk. */
const fill = () =>
  writeFile(ballast, Buffer.alloc(64 * 2 ** 20)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOSPC') throw error;
  });

describe.skipIf(!isMounted)('a disk that is full', () => {
  let dropped: Awaited<ReturnType<typeof documentsOf>>;

  beforeAll(async () => {
    dropped = [...(await documentsOf(PERSON)), await receiptOfToday()];
  });

  // Each comes at another moment of the same work: as files are taken, as they are read, as they are booked.
  it.each([
    '→ ',
    '08-ramen',
    '✓ ',
    '1 done',
    '[3-9] done',
  ])('ends the process with a sentence, and nothing else, when it fills up after %s', async (moment) => {
    const running = start();
    await running.says('ready');
    for (const { key, content } of dropped) {
      const file = join(data, 'bucket', key);
      await mkdir(join(file, '..'), { recursive: true });
      await writeFile(file, content);
    }
    // After the first round some have ended already: then any moment will do.
    await Promise.race([running.says(new RegExp(moment)), new Promise((resolve) => setTimeout(resolve, 8_000))]);

    await fill();
    const code = await running.ended;
    const said = running.said();
    const refused = start();
    const refusedCode = await refused.ended;
    await rm(ballast);

    expect(code).toBe(1);
    expect(said).toMatch(/takes no more: its disk .*; free some space, and start again: what was taken is kept/);
    expect(said).not.toMatch(/^ {4}at |Error:|errno/m);
    expect(refusedCode).toBe(1);
    expect(refused.said()).toContain('cannot be the data folder: its disk has 0.0 MB left, and needs 8');
    expect(refused.said()).not.toMatch(/^ {4}at /m);
  }, 120_000);

  it('has lost nothing once there is room again: every receipt is booked, once', async () => {
    const cloud = await startHastyCloud(data, new VirtualClock());
    const table = { client: new DynamoDBClient(cloud.clientConfig), name: cloud.tableName };
    try {
      await cloud.idle();
      const sums: Record<string, number> = {};
      for (const { date, category, currency, amountMinor } of await readSpend(table, PERSON, '0000', '9999')) {
        const day = `${date} ${category} ${currency}`;
        sums[day] = (sums[day] ?? 0) + amountMinor;
      }
      expect(sums).toEqual(expectedSpend(dropped));
    } finally {
      table.client.destroy();
      await cloud.close();
    }
    const messages = await Promise.all(
      (await readdir(join(data, 'outbox')))
        .filter((name) => name.endsWith('.txt'))
        .map((name) => readFile(join(data, 'outbox', name), 'utf8')),
    );
    expect(messages.join('\n')).toContain('Dining');
  }, 300_000);
});
