import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VirtualClock } from 'laptop-cloud/clock';
import { createStatesService } from 'laptop-cloud/states/states-service';
import { describe, expect, it, onTestFinished } from 'vitest';
import { projectRoot } from '../../lib/bundle.ts';
import { substitute } from '../../lib/placeholders.ts';
import { machines } from '../../lib/topology.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const CLOSES_AT = '2026-11-20T12:00:30.250Z';
const AGAIN = '2026-11-20T13:00:30.001Z';

describe('deliver-alerts', () => {
  it('sends no message before its window closes, nor the rest before it may go out, however the instants fall', async () => {
    const clock = new VirtualClock(Date.parse('2026-11-20T12:00:00.250Z'));
    const sentAt: number[] = [];
    const states = await createStatesService({
      directory: await temporaryDirectory(),
      clock,
      traces: { put: () => undefined },
      events: async () => undefined,
      async invokeFunction() {
        sentAt.push(clock.now());
        return { ok: true, payload: clock.now() < Date.parse(AGAIN) ? { again: AGAIN } : {} };
      },
      service: () => undefined,
    });
    onTestFinished(() => states.close());
    const definition = await readFile(join(projectRoot, machines.DeliverAlerts.file), 'utf8');
    const { CreateStateMachine, StartExecution } = states.operations;
    const created = await CreateStateMachine?.(
      {
        name: 'deliver-alerts',
        roleArn: 'arn:aws:iam::000000000000:role/any',
        definition: substitute(definition, { DeliverAlertsFunctionArn: 'deliver-alerts' }),
      },
      {},
    );

    const input = JSON.stringify({ windowId: 'w1', userId: 'alice', closesAt: CLOSES_AT });
    await StartExecution?.({ stateMachineArn: created?.['stateMachineArn'] ?? '', input }, {});
    await states.idle();

    expect(sentAt).toHaveLength(2);
    expect(sentAt[0]).toBeGreaterThanOrEqual(Date.parse(CLOSES_AT));
    expect(sentAt[1]).toBeGreaterThanOrEqual(Date.parse(AGAIN));
  });
});
