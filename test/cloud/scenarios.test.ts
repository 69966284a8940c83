import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatMoney } from '../../lambdas/core/ground/money.ts';
import { projectRoot } from '../../lib/bundle.ts';
import { functions, machines } from '../../lib/topology.ts';
import { openCloud, type TestCloud } from './open-cloud.ts';
import { runScenario } from './run-scenario.ts';
import { Scenario } from './scenario.ts';

const folder = join(projectRoot, 'events', 'scenarios');
const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
const read = await Promise.all(
  names.map(async (file) => ({
    file,
    scenario: Scenario.parse(JSON.parse(await readFile(join(folder, file), 'utf8'))),
  })),
);
/** Those that begin at an instant come last, in the order in which they begin. */
const scenarios = read.toSorted((a, b) => (a.scenario.now ?? '').localeCompare(b.scenario.now ?? ''));

let shared: TestCloud;
/** The cloud of the scenarios that begin at an instant. */
let dated: TestCloud | undefined;
beforeAll(async () => {
  shared = await openCloud();
});
afterAll(async () => {
  await dated?.close();
  await shared.close();
});

/** Permissions that a cloud has used, as `principal action`. */
const used = new Set<string>();
const noteUsed = (stage?: TestCloud) => {
  for (const { principal, action } of stage?.cloud.usedPermissions() ?? []) used.add(`${principal} ${action}`);
};

/** A cloud in which it is that instant: the one before, unless its time has passed by. */
async function cloudAt(now: string): Promise<TestCloud> {
  if (dated && dated.clock.now() > Date.parse(now)) {
    noteUsed(dated);
    await dated.close();
    dated = undefined;
  }
  dated ??= await openCloud(now);
  await dated.clock.sleep(Date.parse(now) - dated.clock.now());
  return dated;
}

describe('scenarios', () => {
  it.each(scenarios)('$file: $scenario.shows', async ({ file, scenario }) => {
    const user = file.replace(/\.json$/, '');
    const fill = (text: string) => text.replaceAll('{user}', user);
    const stage = scenario.now === undefined ? shared : await cloudAt(scenario.now);

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
    for (const [index, { says, saysNot = [], at = '' }] of expectedMessages.entries()) {
      const message = outcome.messages[index];
      for (const text of says) expect(message?.text).toContain(fill(text));
      for (const text of saysNot) expect(message?.text).not.toContain(fill(text));
      expect(message?.at.slice(0, at.length)).toBe(at);
    }
  });
});

/** Grants that AWS needs and the laptop has no use for. */
const unusedHere = {
  'ApplyRates dynamodb:UpdateItem':
    'asked for only when a rate comes late for a period that is closed; test/lambdas/check-budgets/closed-periods.test.ts does',
  'ApplyRates s3:ListBucket': 'asked for only when the object is gone, and no scenario deletes one in that moment',
  'DeliverAlerts sns:GetSMSSandboxAccountStatus': 'the laptop is in no sandbox',
  'DeliverAlerts sns:ListSMSSandboxPhoneNumbers': 'the laptop is in no sandbox',
  'EnsureContacts sns:ListSMSSandboxPhoneNumbers': 'the laptop is in no sandbox',
  'FindMissing lambda:InvokeFunction': 'no scenario loses an event; test/cloud/missing-uploads.slow.ts does',
  'ReadAnalysis s3:AbortMultipartUpload': 'asked for only when a long analysis breaks off amid its parts',
  'ReadStructuredInvoice s3:ListBucket':
    'asked for only when the object is gone, and no scenario deletes one in that moment',
  'RecordOutcome s3:ListBucket': 'asked for only when the object is gone, and no scenario deletes one in that moment',
  'StructureExpense s3:ListBucket':
    'asked for only when the object is gone, and no scenario deletes one in that moment',
  'ingest-receipt s3:GetObject': 'Textract reads by version here; AWS documents both for it',
};

describe('permissions', () => {
  it('are used, every one that the topology grants, by the scenarios above', () => {
    noteUsed(shared);
    noteUsed(dated);
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
