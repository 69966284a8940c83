import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../local/http/service.ts';
import { invokeTask, openStates } from './harness.ts';

const end = { End: true };
const single = (state: JsonObject, more: JsonObject = {}): JsonObject => ({
  StartAt: 'Only',
  States: { Only: state },
  ...more,
});
const mapOf = (more: JsonObject, processor: JsonObject = {}): JsonObject =>
  single({
    Type: 'Map',
    ItemProcessor: { ...single({ Type: 'Pass', ...end }), ...processor },
    ...more,
    ...end,
  });

const distributed = (more: JsonObject): JsonObject =>
  mapOf(more, { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } });

describe('CreateStateMachine', () => {
  it.each<[string, JsonObject, RegExp]>([
    [
      'a machine in JSONPath',
      single({ Type: 'Pass', ...end }, { QueryLanguage: 'JSONPath' }),
      /query language 'JSONPath'.*Only/,
    ],
    [
      'a task token of a service that nobody serves',
      single({ Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', ...end }),
      /no operation SendMessage of sqs.*Only\/Resource/,
    ],
    [
      'waiting for the end of anything but an execution',
      single({ Type: 'Task', Resource: 'arn:aws:states:::ecs:runTask.sync', ...end }),
      /\.sync is supported for states:startExecution/,
    ],
    [
      'a service that nobody serves',
      single({ Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:bedrock:invokeModel', ...end }),
      /no operation InvokeModel of bedrock/,
    ],
    [
      'credentials without a role',
      single(invokeTask('f', { Credentials: {}, ...end })),
      /'RoleArn' is required.*Only\/Credentials/,
    ],
    [
      'a mode of a Map that there is not',
      mapOf({}, { ProcessorConfig: { Mode: 'REMOTE' } }),
      /INLINE or DISTRIBUTED, got "REMOTE".*Only\/ItemProcessor/,
    ],
    ['a label with a space', distributed({ Label: 'a b' }), /Label contains invalid character: ' '/],
    [
      'an inventory as items',
      distributed({
        ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { InputType: 'MANIFEST' } },
      }),
      /InputType of JSON, JSONL, CSV, got "MANIFEST"/,
    ],
    [
      'CSV without a word about its headers',
      distributed({ ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { InputType: 'CSV' } } }),
      /CSVHeaderLocation/,
    ],
    [
      'an item reader of an inline Map',
      mapOf({ ItemReader: { Resource: 'arn:aws:states:::s3:getObject' } }),
      /'ItemReader'/,
    ],
    [
      'a result writer of an inline Map',
      mapOf({ ResultWriter: { Resource: 'arn:aws:states:::s3:putObject' } }),
      /'ResultWriter'/,
    ],
    ['a field of JSONPath', single({ Type: 'Pass', Result: 1, ...end }), /'Result'.*Only\/Result/],
    ['a broken expression', single({ Type: 'Pass', Output: '{% $states.input. %}', ...end }), /invalid.*Only\/Output/],
    ['$eval', single({ Type: 'Pass', Output: { a: ["{% $eval('1') %}"] }, ...end }), /\$eval.*Only\/Output\/a\[0\]/],
    ['a variable named states', single({ Type: 'Pass', Assign: { states: 1 }, ...end }), /'states' is reserved/],
    [
      'States.ALL before another rule',
      single(invokeTask('f', { Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['A'] }], ...end })),
      /States\.ALL.*Retry\[0\]/,
    ],
    ['a state that is not there', single({ Type: 'Pass', Next: 'Nowhere' }), /MISSING_TRANSITION_TARGET/],
    [
      'an instant that is none',
      single({ Type: 'Wait', Timestamp: '2026-03-01 12:00', ...end }),
      /RFC3339.*Only\/Timestamp/,
    ],
    ['no start', { States: { Only: { Type: 'Pass', ...end } } }, /required: \[StartAt\]/],
  ])('refuses %s by name', async (_what, definition, message) => {
    const { machine } = await openStates();

    await expect(machine('refused', definition)).rejects.toMatchObject({
      code: 'InvalidDefinition',
      message: expect.stringMatching(message),
    });
  });

  it('is the same machine when created again, and refuses another under its name', async () => {
    const { machine } = await openStates();
    const first = await machine('twice', single({ Type: 'Pass', ...end }));

    expect(await machine('twice', single({ Type: 'Pass', ...end }))).toBe(first);
    await expect(machine('twice', single({ Type: 'Succeed' }))).rejects.toMatchObject({
      code: 'StateMachineAlreadyExists',
    });
  });

  it.each<[string, JsonObject, RegExp]>([
    [
      'an activity',
      single({ Type: 'Task', Resource: 'arn:aws:states:us-east-1:0:activity:a', ...end }),
      /Express state machine does not support Activity ARN at \/States\/Only\/Resource/,
    ],
    ['a distributed Map', distributed({}), /Express state machine does not support DISTRIBUTED/],
    [
      'a nested execution that is waited for',
      single({ Type: 'Task', Resource: 'arn:aws:states:::states:startExecution.sync', ...end }),
      /does not support '\.sync'/,
    ],
  ])('refuses %s in an Express machine', async (_what, machine, message) => {
    const { call } = await openStates();
    const definition = JSON.stringify({ QueryLanguage: 'JSONata', ...machine });

    const created = call('CreateStateMachine', { name: 'quick', definition, roleArn: 'r', type: 'EXPRESS' });

    await expect(created).rejects.toMatchObject({ message: expect.stringMatching(message) });
  });
});

describe('UpdateStateMachine', () => {
  it('changes what is started from now on, and nothing that runs already', async () => {
    let answer = (): void => undefined;
    const slow = () => new Promise<null>((resolve) => (answer = () => resolve(null)));
    const { call, machine, states, execute } = await openStates({ functions: { slow } });
    const before = { StartAt: 'Call', States: { Call: invokeTask('slow', { Output: 'old', ...end }) } };
    const stateMachineArn = await machine('changing', before);
    const { executionArn = '' } = await call('StartExecution', { stateMachineArn });
    await new Promise((resolve) => setTimeout(resolve, 50));

    const definition = JSON.stringify({ QueryLanguage: 'JSONata', ...single({ Type: 'Pass', Output: 'new', ...end }) });
    await call('UpdateStateMachine', { stateMachineArn, definition });
    answer();
    await states.idle();

    expect(await call('DescribeExecution', { executionArn })).toMatchObject({ output: '"old"' });
    const { definition: ran } = await call('DescribeStateMachineForExecution', { executionArn });
    expect(String(ran)).toContain('"old"');
    expect(await execute(stateMachineArn)).toMatchObject({ output: '"new"' });
  });
});
