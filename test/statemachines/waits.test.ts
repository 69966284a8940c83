import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VirtualClock } from 'laptop-cloud/clock';
import type { JsonObject } from 'laptop-cloud/http/service';
import { createStatesService } from 'laptop-cloud/states/states-service';
import { describe, expect, it, onTestFinished } from 'vitest';
import { projectRoot } from '../../lib/bundle.ts';
import { substitute } from '../../lib/placeholders.ts';
import { functions, machines } from '../../lib/topology.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const CLOSES_AT = '2026-11-20T12:00:30.250Z';
const AGAIN = '2026-11-20T13:00:30.001Z';

/** Plays a machine as it is deployed, in time that passes at once; tells which states it entered and what came out. */
async function play(
  id: keyof typeof machines,
  clock: VirtualClock,
  input: JsonObject,
  call: (name: string) => JsonObject,
): Promise<{ entered: string[]; output: unknown }> {
  const states = await createStatesService({
    directory: await temporaryDirectory(),
    clock,
    traces: { put: () => undefined },
    events: async () => undefined,
    invokeFunction: async (name) => ({ ok: true, payload: call(name) }),
    service: (service) => ({
      signingName: service,
      handle: () => Promise.reject(new Error('expected no call through a port')),
      operations: { StartExpenseAnalysis: async () => call('StartExpenseAnalysis') },
    }),
  });
  onTestFinished(() => states.close());
  const definition = await readFile(join(projectRoot, machines[id].file), 'utf8');
  const ask = async (operation: string, request: JsonObject) =>
    (await states.operations[operation]?.(request, {})) ?? {};
  const { stateMachineArn = '' } = await ask('CreateStateMachine', {
    name: machines[id].name,
    roleArn: 'arn:aws:iam::000000000000:role/any',
    definition: substitute(
      definition,
      Object.fromEntries(Object.keys(functions).map((name) => [`${name}FunctionArn`, name])),
    ),
  });
  const { executionArn = '' } = await ask('StartExecution', { stateMachineArn, input: JSON.stringify(input) });
  await states.idle();
  const { events } = await ask('GetExecutionHistory', { executionArn, maxResults: 1000 });
  const entered = (events as JsonObject[]).flatMap(
    ({ stateEnteredEventDetails: details }) => (details as { name: string } | undefined)?.name ?? [],
  );
  const { output } = await ask('DescribeExecution', { executionArn });
  return { entered, output: JSON.parse(String(output)) };
}

describe('deliver-alerts', () => {
  const input = { windowId: 'w1', userId: 'alice', closesAt: CLOSES_AT };
  const begun = () => new VirtualClock(Date.parse('2026-11-20T12:00:00.250Z'));

  it('sends no message before its window closes, nor the rest before it may go out, however the instants fall', async () => {
    const clock = begun();
    const sentAt: number[] = [];

    const { output } = await play('DeliverAlerts', clock, input, () => {
      sentAt.push(clock.now());
      return clock.now() < Date.parse(AGAIN) ? { accepted: 0, failed: 0, again: AGAIN } : { accepted: 1, failed: 0 };
    });

    expect(sentAt).toHaveLength(2);
    expect(sentAt[0]).toBeGreaterThanOrEqual(Date.parse(CLOSES_AT));
    expect(sentAt[1]).toBeGreaterThanOrEqual(Date.parse(AGAIN));
    expect(output).toEqual({ accepted: 1, failed: 0 });
  });

  it('enters three states where nothing is held back, and puts out what was sent', async () => {
    const { entered, output } = await play('DeliverAlerts', begun(), input, () => ({ accepted: 2, failed: 0 }));

    expect(entered).toEqual(['Wait For Window', 'Send Messages', 'Hold The Rest']);
    expect(output).toEqual({ accepted: 2, failed: 0 });
  });

  it('leaves to the sweep what could not go out in 50 rounds', async () => {
    const clock = begun();
    let rounds = 0;

    await play('DeliverAlerts', clock, input, () => {
      rounds += 1;
      return { accepted: 0, failed: 0, again: new Date(clock.now() + 60_000).toISOString() };
    });

    expect(rounds).toBe(50);
  });
});

describe('ingest-receipt', () => {
  const answer = { finished: true, status: 'completed', readingKey: 'artifacts/d1.json', JobId: 'job-1', affected: [] };
  const receipt = { documentId: 'd1', run: 1, userId: 'alice', bucket: 'b', key: 'k', versionId: 'v1' };
  const WAIT = 'Wait For Textract Turn';

  it.each([
    ['of the same second', '2026-11-20T12:00:00.900Z', false],
    ['of an earlier second', '2026-11-20T11:59:59.900Z', false],
    ['of a later second', '2026-11-20T12:00:03.000Z', true],
  ])('waits for no turn that a Wait would not wait for: one %s', async (_, turnAt, waits) => {
    const clock = new VirtualClock(Date.parse('2026-11-20T12:00:00.250Z'));
    let startedAt = 0;

    const { entered } = await play('IngestReceipt', clock, { ...receipt, analysisStored: false, turnAt }, (name) => {
      if (name === 'StartExpenseAnalysis') startedAt = clock.now();
      return answer;
    });

    expect(entered.includes(WAIT)).toBe(waits);
    expect(entered.filter((state) => state !== WAIT)).toHaveLength(9);
    expect(startedAt).toBeGreaterThanOrEqual(Math.floor(Date.parse(turnAt) / 1000) * 1000);
  });
});
