import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  DescribeTimeToLiveCommand,
  GetItemCommand,
  QueryCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { temporaryDirectory } from '../temporary-directory.ts';
import { createLedger, key, startDatabase, TableName } from './database.ts';

const it = test.extend('directory', () => temporaryDirectory());

const child = fileURLToPath(new URL('./crash-child.ts', import.meta.url));

/** Lets the child commit a number of transactions, kills it, and resolves to how many it had told of. */
async function runAndKill(directory: string, commits: number): Promise<number> {
  const running = spawn(process.execPath, ['--import', 'tsx', child, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(running, 'close');
  let told = 0;
  running.stdout.on('data', (dots: Buffer) => {
    told += dots.length;
    if (told >= commits) running.kill('SIGKILL');
  });
  await closed;
  return told;
}

describe('the database on disk', () => {
  it('holds whole transactions with their index entries after each of four kills', async ({ directory }) => {
    const setUp = await startDatabase({ directory });
    await createLedger(setUp.client);
    await setUp.close();
    let told = 0;

    for (const commits of [1, 7, 40, 13]) {
      told += await runAndKill(directory, commits);
      const { client, close } = await startDatabase({ directory });
      const [left, right] = await Promise.all(
        ['left', 'right'].map((id) => client.send(new GetItemCommand({ TableName, Key: key(id) }))),
      );
      const index = await client.send(
        new QueryCommand({
          TableName,
          IndexName: 'GSI1',
          KeyConditionExpression: 'GSI1PK = :kind',
          ExpressionAttributeValues: { ':kind': { S: 'crash' } },
        }),
      );
      await close();

      expect(left?.Item?.amountMinor).toEqual(right?.Item?.amountMinor);
      expect(Number(left?.Item?.amountMinor?.N)).toBeGreaterThanOrEqual(told);
      expect(index.Items).toEqual([left?.Item, right?.Item]);
    }
  });

  it('keeps tables and the time-to-live setting over a restart', async ({ directory }) => {
    const first = await startDatabase({ directory });
    await createLedger(first.client);
    await first.client.send(
      new UpdateTimeToLiveCommand({
        TableName,
        TimeToLiveSpecification: { AttributeName: 'expiresAtEpochSeconds', Enabled: true },
      }),
    );
    await first.close();

    const second = await startDatabase({ directory });
    const { TimeToLiveDescription } = await second.client.send(new DescribeTimeToLiveCommand({ TableName }));
    await second.close();

    expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAtEpochSeconds' });
  });

  it('fails to open in a second process at once, and says so', async ({ directory }) => {
    const first = await startDatabase({ directory });

    const second = startDatabase({ directory });

    await expect(second).rejects.toThrow(/is open in another process/);
    await first.close();
  });
});
