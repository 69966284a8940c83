import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SettableClock } from 'laptop-cloud';
import type { OutboxMessage } from 'laptop-cloud/sns/message';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readAlerts } from '../../lambdas/adapters/alert-store.ts';
import { findDocumentsByUpload } from '../../lambdas/adapters/document-search.ts';
import { readOutcome } from '../../lambdas/adapters/document-store.ts';
import { personKey } from '../../lambdas/adapters/ledger-keys.ts';
import { type SpendwireCloud, startCloud } from '../../laptop/cloud.ts';
import { projectRoot } from '../../lib/bundle.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const HOUR_MS = 3_600_000;
const PLAN = `name: Alice
currency: USD
contacts:
  - email: alice@example.com
budgets:
  - category: total
    limit: "200.00"
    period: year
    thresholds: [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]
`;

/** Told of each state that an execution enters. */
let entered: (state: string | undefined) => unknown = () => undefined;

// Time passes as it does for a person: a wait until the wrong clock's time comes would not end within the test's.
describe('a laptop whose clock was ahead', () => {
  // What a restart finds is tested where it is kept: waits, queues, turns and windows.
  it('reads and tells at once when it is set right while it runs', async () => {
    const aheadMs = 30 * 24 * HOUR_MS;
    const messages: OutboxMessage[] = [];
    const dataDirectory = await temporaryDirectory();
    const clock = new SettableClock();
    clock.set(NOW + aheadMs);
    const cloud = await start(clock, dataDirectory, messages);
    await cloud.s3.write('budgets/alice.yaml', Buffer.from(PLAN));
    await cloud.idle();
    await drop(cloud, '01-grocery-slip.jpg');
    await cloud.idle();
    // One is under way as the clock is set.
    const isReading = new Promise<void>((resolve) => {
      entered = (state) => state === 'Wait For Analysis' && resolve();
    });
    await drop(cloud, '02-pharmacy.jpg');
    await isReading;

    clock.set(NOW);
    await cloud.idle();
    const before = messages.length;
    await drop(cloud, '04-gas-station.jpg');
    await cloud.idle();

    const table = { client: new DynamoDBClient(cloud.clientConfig), name: cloud.tableName };
    const dropped = await findDocumentsByUpload(table, 'alice', '2026', '2027');
    const outcomes = await Promise.all(dropped.map(({ documentId }) => readOutcome(table, documentId)));
    expect(outcomes.map((outcome) => outcome?.status)).toEqual(Array(4).fill('completed'));
    const alerts = await readAlerts(table, personKey('alice').PK, 'ALERT#');
    expect(alerts).toHaveLength(11);
    expect(alerts.filter(({ sentAt }) => sentAt === undefined)).toEqual([]);
    expect(messages.length).toBeGreaterThan(before);
    table.client.destroy();
  }, 300_000);
});

async function start(clock: SettableClock, dataDirectory: string, messages: OutboxMessage[]): Promise<SpendwireCloud> {
  const cloud = await startCloud({
    clock,
    dataDirectory,
    port: 0,
    textractWorkers: 1,
    settings: { turnsPerSecond: 1, windowSeconds: 2 },
    onMessage: (message) => void messages.push(message),
    onExecution: ({ state }) => void entered(state),
  });
  onTestFinished(() => cloud.close());
  return cloud;
}

const drop = async ({ s3 }: SpendwireCloud, name: string) =>
  s3.write(`receipts/alice/${name}`, await readFile(join(projectRoot, 'events/samples/receipts', name)));
