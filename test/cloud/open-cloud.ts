import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { VirtualClock } from 'laptop-cloud/clock';
import type { OutboxMessage } from 'laptop-cloud/sns/message';
import type { StatesActivity } from 'laptop-cloud/states/states-service';
import type { Table } from '../../lambdas/adapters/table.ts';
import { type SpendwireCloud, type SpendwireCloudOptions, startCloud } from '../../laptop/cloud.ts';
import type { SettingOverrides } from '../../laptop/declared-functions.ts';
import { documentOf } from '../../laptop/executed-document.ts';

/** A laptop cloud of a test's own, in a folder that goes with it, and what was seen of it. */
export interface TestCloud {
  readonly cloud: SpendwireCloud;
  readonly table: Table;
  readonly clock: VirtualClock;
  /** Every message since the start. */
  readonly messages: readonly OutboxMessage[];
  /** Ids of the documents under a key, in the order in which their executions ended. */
  documentIds(key: string): Promise<string[]>;
  close(): Promise<void>;
}

/**
 * Starts the whole laptop cloud with time that passes as fast as the work allows.
 *
 * @param turnsPerSecond Of the token clock; so many, unless told, that nobody waits for a turn.
 * @param further Settings that are otherwise than on a laptop.
 * @param over What the cloud has otherwise; a data folder that is given is kept.
 */
export async function openCloud(
  now = '2026-11-20T12:00:00Z',
  turnsPerSecond = 1000,
  further: SettingOverrides = {},
  over: Pick<SpendwireCloudOptions, 'change' | 'dataDirectory'> = {},
): Promise<TestCloud> {
  const data = over.dataDirectory ?? (await mkdtemp(join(tmpdir(), 'spendwire-')));
  const messages: OutboxMessage[] = [];
  const ended: StatesActivity[] = [];
  const clock = new VirtualClock(Date.parse(now));
  const cloud = await startCloud({
    port: 0,
    clock,
    periodicWork: false,
    ...over,
    dataDirectory: data,
    settings: { turnsPerSecond, ...further },
    isConfirmedAtOnce: (address) => !address.startsWith('unconfirmed'),
    onMessage: (message) => void messages.push(message),
    onExecution: (activity) => void (activity.state === undefined && ended.push(activity)),
  });
  const table = { client: new DynamoDBClient(cloud.clientConfig), name: cloud.tableName };
  return {
    cloud,
    table,
    clock,
    messages,
    async documentIds(key) {
      const documents = await Promise.all(ended.map((activity) => documentOf(cloud.states, activity)));
      return documents.flatMap((document) => (document?.key === key ? [document.documentId] : []));
    },
    async close() {
      table.client.destroy();
      await cloud.close();
      if (over.dataDirectory === undefined) await rm(data, { recursive: true, force: true });
    },
  };
}
