import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/http/service.ts';
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
    ['an empty label', distributed({ Label: '' }), /Label cannot be empty at \/States\/Only\/Label/],
    ['a label that is too long', distributed({ Label: 'x'.repeat(41) }), /Label of at most 40 characters/],
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
    [
      'an expression for an instant outside of JSONata mode',
      single(
        { Type: 'Wait', Timestamp: "{% '2026-03-01T12:00:00Z' %}", ...end },
        { QueryLanguage: 'JSONPath', Comment: 'as AWS does' },
      ),
      /^Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: String does not match RFC3339 timestamp at \/States\/Only\/Timestamp'$/,
    ],
    ...[5, null, true, '', 'soon', '{% 1', ' {% 1 %}'].map((Timestamp): [string, JsonObject, RegExp] => [
      `${JSON.stringify(Timestamp)} as an instant`,
      single({ Type: 'Wait', Timestamp, ...end }),
      /String does not match RFC3339 timestamp at \/States\/Only\/Timestamp/,
    ]),
    ['no start', { States: { Only: { Type: 'Pass', ...end } } }, /required: \[StartAt\] at \/'/],
    ['nothing at all', {}, /required: \[States, StartAt\] at \/'/],
    [
      'a branch with nothing in it',
      single({ Type: 'Parallel', Branches: [single({ Type: 'Pass', ...end }), {}], ...end }),
      /required: \[States, StartAt\] at \/States\/Only\/Branches\[1\]/,
    ],
    [
      'a Parallel without branches',
      single({ Type: 'Parallel', Branches: [], ...end }),
      /Value cannot be empty at \/States\/Only\/Branches/,
    ],
    [
      'a processor without a start',
      mapOf({}, { StartAt: null }),
      /required: \[StartAt\] at \/States\/Only\/ItemProcessor/,
    ],
    [
      'a type that there is not',
      single({ Type: 'Loop', ...end }),
      /'Type' should have one of these values: \[Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map\] at \/States\/Only\/Type/,
    ],
    ['a state without a type', single({ ...end }), /required: \[Type\] at \/States\/Only/],
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
      /does not support '\.sync' service integration at/,
    ],
    [
      'a task token',
      single({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken', ...end }),
      /does not support '\.waitForTaskToken' service integration {2}at/,
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

describe('ValidateStateMachineDefinition', () => {
  const unreachable = JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: 'Only',
    States: { Only: { Type: 'Pass', Next: 'Nowhere' }, Lost: { Type: 'Pass', Next: 'Nowhere' } },
  });

  it('tells at most as many problems as asked for, and that there are more', async () => {
    const { call } = await openStates();

    const all = await call('ValidateStateMachineDefinition', { definition: unreachable });
    const one = await call('ValidateStateMachineDefinition', { definition: unreachable, maxResults: 1 });

    const problems = all.diagnostics as JsonObject[];
    expect(problems.length).toBeGreaterThan(1);
    expect(all).toMatchObject({ result: 'FAIL', truncated: false });
    expect(one).toEqual({ result: 'FAIL', diagnostics: problems.slice(0, 1), truncated: true });
  });

  it.each([
    ['{}', 'These fields are required: [States, StartAt]'],
    ['{"Comment":"empty"}', 'These fields are required: [States, StartAt]'],
    ['{"StartAt":"Only"}', 'These fields are required: [States]'],
    ['{"StartAt":"Only","States":[]}', 'These fields are required: [States]'],
    ['{"States":{}}', 'These fields are required: [StartAt]'],
  ])('tells what %s lacks, and nothing else', async (definition, message) => {
    const { call } = await openStates();

    expect(await call('ValidateStateMachineDefinition', { definition })).toEqual({
      result: 'FAIL',
      diagnostics: [{ severity: 'ERROR', code: 'SCHEMA_VALIDATION_FAILED', message, location: '/' }],
      truncated: false,
    });
  });

  it.each([[{ severity: 'HINT' }], [{ maxResults: 101 }]])('fails on %j', async (parameters) => {
    const { call } = await openStates();

    const answer = call('ValidateStateMachineDefinition', { definition: unreachable, ...parameters });

    await expect(answer).rejects.toMatchObject({ code: 'ValidationException' });
  });
});

describe('numbers', () => {
  const item = { StartAt: 'Item', States: { Item: { Type: 'Pass', ...end } } };
  const task = (more: JsonObject) => single(invokeTask('f', { ...more, ...end }));
  const retry = (more: JsonObject) => task({ Retry: [{ ErrorEquals: ['Busy'], ...more }] });

  it.each<[JsonObject, RegExp]>([
    [
      single({ Type: 'Wait', Seconds: 1.5, ...end }),
      /an integer from 0 to 99999999, got 1.5 at \/States\/Only\/Seconds/,
    ],
    [single({ Type: 'Wait', Seconds: 100_000_000, ...end }), /an integer from 0 to 99999999/],
    [task({ TimeoutSeconds: 0 }), /an integer from 1 to 99999999, got 0 at \/States\/Only\/TimeoutSeconds/],
    [task({ TimeoutSeconds: 5, HeartbeatSeconds: 5 }), /less than TimeoutSeconds, got 5 and 5/],
    [mapOf({ MaxConcurrency: 1.5 }), /an integer from 0 up, got 1.5/],
    [single({ Type: 'Wait', Seconds: '5', ...end }), /an integer from 0 .*, got "5" at \/States\/Only\/Seconds/],
    [single({ Type: 'Wait', Seconds: null, ...end }), /an integer from 0 .*, got null/],
    [task({ TimeoutSeconds: '60' }), /an integer from 1 .*, got "60" at \/States\/Only\/TimeoutSeconds/],
    [task({ HeartbeatSeconds: true }), /an integer from 1 .*, got true/],
    [mapOf({ ToleratedFailureCount: 0.5 }), /an integer from 0 up, got 0.5/],
    [mapOf({ ToleratedFailureCount: -1 }), /an integer from 0 up, got -1/],
    [mapOf({ ToleratedFailurePercentage: '50' }), /a number from 0 to 100, got "50"/],
    [mapOf({ ToleratedFailurePercentage: 100.1 }), /a number from 0 to 100, got 100.1/],
    [mapOf({ ToleratedFailurePercentage: -0.1 }), /a number from 0 to 100, got -0.1/],
    [retry({ MaxAttempts: '{% 3 %}' }), /an integer from 0 .*, got "{% 3 %}" at .*MaxAttempts/],
    [retry({ IntervalSeconds: 0 }), /an integer from 1 .* at \/States\/Only\/Retry\[0\]\/IntervalSeconds/],
    [retry({ MaxAttempts: -1 }), /an integer from 0 .*MaxAttempts/],
    [retry({ MaxDelaySeconds: 31_622_400 }), /an integer from 1 to 31622399/],
    [retry({ BackoffRate: 0.5 }), /a number from 1 up, got 0.5/],
    [retry({ JitterStrategy: 'HALF' }), /FULL or NONE, got "HALF"/],
    [retry({ ErrorEquals: [] }), /expected error names, got none/],
  ])('fail at creation out of their range: %j', async (definition, problem) => {
    const { machine } = await openStates();

    await expect(machine('m', definition)).rejects.toThrow(problem);
  });

  it.each<[JsonObject, string]>([
    [single({ Type: 'Wait', Seconds: '{% -1 %}', ...end }), 'The Seconds field must be an integer from 0 to 99999999'],
    [
      mapOf({ Items: [1, 2], MaxConcurrency: '{% 0 - 1 %}' }, item),
      'The MaxConcurrency field must be an integer from 0 up',
    ],
    [
      mapOf({ Items: [1, 2], ToleratedFailurePercentage: '{% 101 %}' }, item),
      'The ToleratedFailurePercentage field must be a number from 0 to 100',
    ],
    [task({ TimeoutSeconds: '{% 0 %}' }), 'The TimeoutSeconds field must be an integer from 1 to 99999999'],
  ])('fail the execution where an expression gives one out of its range: %j', async (definition, problem) => {
    const { machine, execute } = await openStates();

    const execution = await execute(await machine('m', definition));

    expect(execution).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
    expect(execution.cause).toContain(problem);
  });

  it.each([0, 0.5, 1, 99.9, 100])('may be a fraction as the tolerated percentage: %d', async (value) => {
    const { machine, execute } = await openStates();
    const map = mapOf({ Items: [1], ToleratedFailurePercentage: value }, item);

    expect(await execute(await machine('m', map))).toMatchObject({ status: 'SUCCEEDED', output: '[1]' });
  });

  it('of jitter and zero attempts are what a Retry may have', async () => {
    const { machine, execute } = await openStates({ functions: { f: () => Promise.reject(new Error('busy')) } });
    const rule = { ErrorEquals: ['States.ALL'], MaxAttempts: 0, JitterStrategy: 'FULL', MaxDelaySeconds: 1 };

    const execution = await execute(await machine('m', task({ Retry: [rule] })));

    expect(execution).toMatchObject({ status: 'FAILED', error: 'Error' });
  });
});
