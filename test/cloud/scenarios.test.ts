import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatMoney } from '../../lambdas/core/money.ts';
import { projectRoot } from '../../lib/bundle.ts';
import { functions, machines } from '../../lib/topology.ts';
import { openCloud, type TestCloud } from './open-cloud.ts';
import { runScenario } from './run-scenario.ts';
import { Scenario } from './scenario.ts';

const folder = join(projectRoot, 'events', 'scenarios');
const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
const scenarios = await Promise.all(
  names.map(async (file) => ({
    file,
    scenario: Scenario.parse(JSON.parse(await readFile(join(folder, file), 'utf8'))),
  })),
);

let stage: TestCloud;
beforeAll(async () => {
  stage = await openCloud();
});
afterAll(() => stage.close());

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
    const { messages: expectedMessages = [] } = scenario.expect;
    if (scenario.expect.messages) {
      expect(outcome.messages.map(({ to }) => to)).toEqual(expectedMessages.map(({ to }) => to));
    }
    for (const [index, { says }] of expectedMessages.entries()) {
      for (const text of says) expect(outcome.messages[index]?.text).toContain(fill(text));
    }
  });
});

/** Grants that AWS needs and the laptop has no use for. */
const unusedHere = {
  'DeliverAlerts sns:ListSubscriptionsByTopic': 'on the laptop every mailbox is confirmed',
  'EnsureContacts sns:ListSMSSandboxPhoneNumbers': 'the laptop is in no sandbox',
  'RecordOutcome s3:ListBucket': 'asked for only when the object is gone, and no scenario deletes one in that moment',
  'StructureExpense s3:ListBucket':
    'asked for only when the object is gone, and no scenario deletes one in that moment',
  'ingest-receipt s3:GetObject': 'Textract reads by version here; AWS documents both for it',
};

describe('permissions', () => {
  it('are used, every one that the topology grants, by the scenarios above', () => {
    const used = new Set(stage.cloud.usedPermissions().map(({ principal, action }) => `${principal} ${action}`));
    const granted = [
      ...Object.entries(functions),
      ...Object.values(machines).map((machine) => [machine.name, machine] as const),
    ];

    const unused = granted.flatMap(([principal, { grants }]) =>
      grants
        .flatMap(({ actions }) => actions.map((action) => `${principal} ${action}`))
        .filter((grant) => !used.has(grant) && !grant.includes(' xray:')),
    );

    expect(unused.sort()).toEqual(Object.keys(unusedHere).sort());
  });
});
