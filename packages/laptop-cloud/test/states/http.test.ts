import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CreateActivityCommand,
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  DescribeMapRunCommand,
  ExecutionDoesNotExist,
  GetActivityTaskCommand,
  GetExecutionHistoryCommand,
  ListMapRunsCommand,
  paginateListExecutions,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskTimedOut,
  TestStateCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { openStates } from './harness.ts';

const closing: (() => void)[] = [];
afterAll(() => {
  for (const close of closing) close();
});

async function openClient() {
  // Requests over the wire take real time, which a virtual clock would spend at once.
  const { states } = await openStates({ clock: systemClock });
  const server = createServer((request, response) => void states.handle(request, response, {}));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
  const client = new SFNClient({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials,
    // TestState is sent to sync-{host}, which an address has none of.
    disableHostPrefix: true,
  });
  closing.push(() => {
    client.destroy();
    server.close();
  });
  return { client, states };
}

describe('the Step Functions client of the AWS SDK', () => {
  it('creates, starts, describes, lists and reads the history', async () => {
    const { client, states } = await openClient();
    const definition = JSON.stringify({
      QueryLanguage: 'JSONata',
      StartAt: 'Add',
      States: { Add: { Type: 'Pass', Output: { sum: '{% $states.input.a + 1 %}' }, End: true } },
    });

    const { stateMachineArn, creationDate } = await client.send(
      new CreateStateMachineCommand({ name: 'adder', definition, roleArn: 'arn:aws:iam::000000000000:role/any' }),
    );
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn, input: '{"a":1}' }));
    await states.idle();
    const described = await client.send(new DescribeExecutionCommand({ executionArn }));
    const { events = [] } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
    const listed: (string | undefined)[] = [];
    for await (const page of paginateListExecutions({ client }, { stateMachineArn })) {
      listed.push(...(page.executions ?? []).map((execution) => execution.executionArn));
    }

    expect(creationDate).toBeInstanceOf(Date);
    expect(described).toMatchObject({ status: 'SUCCEEDED', output: '{"sum":2}', stopDate: expect.any(Date) });
    expect(events.at(-1)).toMatchObject({ type: 'ExecutionSucceeded', timestamp: expect.any(Date) });
    expect(listed).toEqual([executionArn]);
  });

  it('works an activity, reads its map run and tests a state', async () => {
    const { client, states } = await openClient();
    const { activityArn } = await client.send(new CreateActivityCommand({ name: 'by-hand' }));
    const byHand = {
      Type: 'Map',
      Items: [1],
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Work',
        States: { Work: { Type: 'Task', Resource: activityArn, End: true } },
      },
      End: true,
    };
    const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Each', States: { Each: byHand } });
    const roleArn = 'arn:aws:iam::000000000000:role/any';
    const created = await client.send(new CreateStateMachineCommand({ name: 'manual', definition, roleArn }));
    const { executionArn } = await client.send(new StartExecutionCommand(created));

    const { taskToken, input } = await client.send(new GetActivityTaskCommand({ activityArn }));
    await client.send(new SendTaskSuccessCommand({ taskToken, output: '"done"' }));
    await states.idle();
    const { mapRuns = [] } = await client.send(new ListMapRunsCommand({ executionArn }));
    const run = await client.send(new DescribeMapRunCommand({ mapRunArn: mapRuns[0]?.mapRunArn }));
    const state = JSON.stringify({ QueryLanguage: 'JSONata', Type: 'Succeed', Output: '{% 1 + 1 %}' });
    const tested = await client.send(new TestStateCommand({ definition: state, inspectionLevel: 'DEBUG' }));

    expect(input).toBe('1');
    expect(run).toMatchObject({ status: 'SUCCEEDED', startDate: expect.any(Date), itemCounts: { succeeded: 1 } });
    expect(tested).toMatchObject({ status: 'SUCCEEDED', output: '2', inspectionData: { input: '{}' } });
    await expect(client.send(new SendTaskSuccessCommand({ taskToken, output: '1' }))).rejects.toBeInstanceOf(
      TaskTimedOut,
    );
  });

  it('gets the errors of the API reference', async () => {
    const { client } = await openClient();
    const executionArn = 'arn:aws:states:us-east-1:000000000000:execution:none:none';

    const described = client.send(new DescribeExecutionCommand({ executionArn }));

    await expect(described).rejects.toBeInstanceOf(ExecutionDoesNotExist);
  });
});
