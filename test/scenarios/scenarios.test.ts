import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatMoney } from '../../lambdas/core/money.ts';
import { projectRoot } from '../../lib/bundle.ts';
import { VirtualClock } from '../../local/clock.ts';
import { type LocalCloud, startCloud } from '../../local/cloud.ts';
import { documentOf } from '../../local/executed-document.ts';
import type { OutboxMessage } from '../../local/sns/message.ts';
import type { StatesActivity } from '../../local/states/states-service.ts';
import { runScenario, type Stage } from './run-scenario.ts';
import { Scenario } from './scenario.ts';

const folder = join(projectRoot, 'events', 'scenarios');
const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
const scenarios = await Promise.all(
  names.map(async (file) => ({
    file,
    scenario: Scenario.parse(JSON.parse(await readFile(join(folder, file), 'utf8'))),
  })),
);

let data: string;
let cloud: LocalCloud;
let stage: Stage;
const messages: OutboxMessage[] = [];
const seen: StatesActivity[] = [];

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'spendwire-scenarios-'));
  cloud = await startCloud({
    dataDirectory: data,
    port: 0,
    clock: new VirtualClock(Date.parse('2026-11-20T12:00:00Z')),
    periodicWork: false,
    settings: { turnsPerSecond: 1000 },
    onMessage: (message) => void messages.push(message),
    onExecution: (activity) => void (activity.state === undefined && seen.push(activity)),
  });
  stage = {
    cloud,
    table: { client: new DynamoDBClient(cloud.clientConfig), name: cloud.tableName },
    messages,
    async documentIds(key) {
      const documents = await Promise.all(seen.map((activity) => documentOf(cloud.states, activity)));
      return documents.flatMap((document) => (document?.key === key ? [document.documentId] : []));
    },
  };
});
afterAll(async () => {
  stage.table.client.destroy();
  await cloud.close();
  await rm(data, { recursive: true, force: true });
});

describe('scenarios', () => {
  it.each(scenarios)('$file: $scenario.shows', async ({ file, scenario }) => {
    const user = file.replace(/\.json$/, '');
    const fill = (text: string) => text.replaceAll('{user}', user);

    const outcome = await runScenario(stage, scenario, user);

    for (const [index, expected] of scenario.expect.documents.entries()) {
      const view = outcome.documents[index];
      const { says = [], total, duplicateOf, key, ...plain } = expected;
      expect(view, fill(key)).toMatchObject(plain);
      if (total !== undefined) expect(view?.total && formatMoney(view.total), fill(key)).toBe(total);
      if (duplicateOf !== undefined)
        expect(view?.duplicateOf).toBe((await stage.documentIds(fill(duplicateOf))).at(-1));
      for (const text of says)
        expect([view?.reason, ...(view?.validationErrors ?? [])].join('\n')).toContain(fill(text));
    }
    expect(outcome.spent).toEqual(scenario.expect.spent);
    expect(outcome.alerts).toEqual([...scenario.expect.alerts].sort());
    expect(outcome.messages.map(({ to }) => to)).toEqual(scenario.expect.messages.map(({ to }) => to));
    for (const [index, { says }] of scenario.expect.messages.entries()) {
      for (const text of says) expect(outcome.messages[index]?.text).toContain(fill(text));
    }
  });
});
