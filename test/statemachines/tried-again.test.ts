import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VirtualClock } from 'laptop-cloud/clock';
import { type JsonObject, ServiceError } from 'laptop-cloud/http/service';
import { createStatesService } from 'laptop-cloud/states/states-service';
import { describe, expect, it, onTestFinished } from 'vitest';
import { projectRoot } from '../../lib/bundle.ts';
import { substitute } from '../../lib/placeholders.ts';
import { functions, type MachineId, machines } from '../../lib/topology.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

/** What start-workflow, a window and a clock start machines with, all in one. */
const input = {
  ...{ documentId: 'd1', run: 1, userId: 'alice', bucket: 'documents', key: 'receipts/alice/a.jpg', versionId: 'v1' },
  ...{ analysisStored: false, turnAt: '2026-11-20T12:00:00Z', windowId: 'w1', closesAt: '2026-11-20T12:00:30Z' },
};

/** What the functions answer when all is well, all in one: each state takes what it needs. */
const answer = {
  ...{ finished: true, status: 'completed', readingKey: 'artifacts/d1.json' },
  ...{ result: 'applied', note: 'applied', affected: 'all', people: [{ userId: 'alice' }], found: 0 },
  delivery: 'arn:delivery',
};

/** Functions that claim alerts. */
const CLAIMING = new Set<string>(['CheckBudgets', 'RecordOutcome', 'ClaimDigests']);

/** What stands between a step and its answer the first time that it calls. */
interface Trouble {
  /** A function breaks off with an error of this name. */
  readonly ofFunctions?: string;
  readonly ofTextract?: Error;
  /** No function that claims can ever start a delivery. */
  readonly startsNothing?: boolean;
}

/** Plays a machine as it is deployed, by the laptop cloud's interpreter, in time that passes at once. */
async function play(id: MachineId, { ofFunctions, ofTextract, startsNothing = false }: Trouble = {}) {
  const calls: string[] = [];
  const isFirst = (call: string) => !calls.includes(call);
  const states = await createStatesService({
    directory: await temporaryDirectory(),
    clock: new VirtualClock(Date.parse('2026-11-20T12:00:00Z')),
    traces: { put: () => undefined },
    events: async () => undefined,
    async invokeFunction(name, payload) {
      // Each execution has an id of its own, and begins a little later.
      const { startedBy: _, startedAt: __, ...asked } = payload as JsonObject;
      const call = `${name} ${JSON.stringify(asked)}`;
      const fails = ofFunctions !== undefined && isFirst(call);
      calls.push(call);
      if (startsNothing && CLAIMING.has(name)) {
        const payload = { errorType: 'DeliveryNotStartedError', errorMessage: 'not now' };
        return { ok: false, functionError: 'Unhandled', payload };
      }
      if (!fails) return { ok: true, payload: answer };
      return { ok: false, functionError: 'Unhandled', payload: { errorType: ofFunctions, errorMessage: 'broke off' } };
    },
    service: (service) => ({
      signingName: service,
      handle: () => Promise.reject(new Error('expected no call through a port')),
      operations: {
        async StartExpenseAnalysis({ ClientRequestToken }) {
          const call = `StartExpenseAnalysis ${ClientRequestToken}`;
          const fails = ofTextract !== undefined && isFirst(call);
          calls.push(call);
          if (fails) throw ofTextract;
          return { JobId: 'job-1' };
        },
      },
    }),
  });
  onTestFinished(() => states.close());
  const call = async (operation: string, request: JsonObject) =>
    (await states.operations[operation]?.(request, {})) ?? {};
  const text = await readFile(join(projectRoot, machines[id].file), 'utf8');
  const { stateMachineArn = '' } = await call('CreateStateMachine', {
    name: machines[id].name,
    definition: substitute(text, names),
    roleArn: 'arn:aws:iam::000000000000:role/test',
  });
  const { executionArn = '' } = await call('StartExecution', { stateMachineArn, input: JSON.stringify(input) });
  await states.idle();
  const { status } = await call('DescribeExecution', { executionArn });
  const { events } = await call('GetExecutionHistory', { executionArn, maxResults: 1000 });
  const entered = (events as JsonObject[]).flatMap(
    ({ stateEnteredEventDetails: details }) => (details as { name: string } | undefined)?.name ?? [],
  );
  return { status, entered, calls };
}

/** Functions go by their id. */
const names: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.keys(functions).map((id) => [`${id}FunctionArn`, id])),
};
const machineIds = Object.keys(machines) as MachineId[];

describe('a function that breaks off once', () => {
  it.each(
    machineIds.flatMap((id) =>
      ['Lambda.Unknown', 'Lambda.ClientExecutionTimeoutException'].map((error) => [id, error] as const),
    ),
  )('in each step of %s, by %s, is called again, and all ends as if nothing had been', async (id, error) => {
    const smooth = await play(id);

    const troubled = await play(id, { ofFunctions: error });

    expect(troubled).toMatchObject({ status: 'SUCCEEDED', entered: smooth.entered });
    const functionsCalled = smooth.calls.filter((call) => !call.startsWith('StartExpenseAnalysis'));
    expect(functionsCalled.length).toBeGreaterThan(0);
    for (const call of functionsCalled) expect(troubled.calls.filter((made) => made === call)).toHaveLength(2);
  });
});

describe('a delivery that cannot be started', () => {
  it('is tried again, and left for the sweep after two minutes: the document is no failed one', async () => {
    const { status, entered, calls } = await play('IngestReceipt', { startsNothing: true });

    expect(status).toBe('SUCCEEDED');
    expect(entered.slice(-2)).toEqual(['Check Budgets', 'Left For The Sweep']);
    expect(calls.filter((call) => call.startsWith('CheckBudgets'))).toHaveLength(7);
  });
});

describe('a start of Textract', () => {
  it.each([
    ['without an answer', new Error('connection reset')],
    ['with an answer that has no name', new ServiceError('TextractException', 'service unavailable', 503)],
  ])('%s is tried again with the same token, and the document completes', async (_, trouble) => {
    const smooth = await play('IngestReceipt');

    const troubled = await play('IngestReceipt', { ofTextract: trouble });

    expect(troubled).toMatchObject({ status: 'SUCCEEDED', entered: smooth.entered });
    expect(troubled.calls.slice(0, 2)).toEqual(['StartExpenseAnalysis d1-r1', 'StartExpenseAnalysis d1-r1']);
  });

  it('that is refused for good is not tried again', async () => {
    const refused = new ServiceError('AccessDeniedException', 'not allowed', 400);

    const { entered, calls } = await play('IngestReceipt', { ofTextract: refused });

    expect(entered).toContain('Record Failure');
    expect(calls.filter((call) => call.startsWith('StartExpenseAnalysis'))).toHaveLength(1);
  });
});
