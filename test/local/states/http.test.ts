import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  paginateListExecutions,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, describe, expect, it } from 'vitest';
import { openStates } from './harness.ts';

const closing: (() => void)[] = [];
afterAll(() => {
  for (const close of closing) close();
});

async function openClient() {
  const { states } = await openStates();
  const server = createServer((request, response) => void states.handle(request, response, {}));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
  const client = new SFNClient({ region: 'us-east-1', endpoint: `http://127.0.0.1:${port}`, credentials });
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

  it('gets the errors of the API reference', async () => {
    const { client } = await openClient();
    const executionArn = 'arn:aws:states:us-east-1:000000000000:execution:none:none';

    const described = client.send(new DescribeExecutionCommand({ executionArn }));

    await expect(described).rejects.toBeInstanceOf(ExecutionDoesNotExist);
  });
});
