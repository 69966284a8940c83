import { describe, expect, it } from 'vitest';
import type { RecordedExecution, RecordedValidation } from '../../bench/conformance/recording.ts';
import { runRecordings } from '../../bench/conformance/run-recordings.ts';
import type { Json, JsonObject } from '../../src/http/service.ts';

async function difference(cases: RecordedExecution[], validation: RecordedValidation[] = []) {
  const verdicts: (string | undefined)[] = [];
  for await (const verdict of runRecordings({ lambdaBehaviours: {}, cases, testState: [], validation })) {
    verdicts.push(verdict.difference);
  }
  return verdicts[0];
}

const recorded = (definition: JsonObject, more: Partial<RecordedExecution>): RecordedExecution => ({
  id: 'own',
  queryLanguage: 'neutral',
  stateMachineType: 'STANDARD',
  definition,
  input: {},
  needs: [],
  expected: { status: 'SUCCEEDED' },
  ...more,
});

describe('replaying a recording', () => {
  const Resource = 'arn:aws:states:us-east-1:000000000000:activity:by-hand';
  const worker = {
    StartAt: 'Poll',
    States: {
      Poll: { Type: 'Task', Parameters: { WorkerName: 'me' }, Next: 'Check' },
      Check: { Type: 'Choice', Choices: [{ Next: 'Refuse' }] },
      Refuse: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:sfn:sendTaskFailure',
        Parameters: { Error: 'Refused', 'Cause.$': '$.Polled.Input', 'TaskToken.$': '$.Polled.TaskToken' },
        End: true,
      },
    },
  };
  const refusedBecauseOf = (cause: Json) =>
    recorded(
      { StartAt: 'Work', States: { Work: { Type: 'Task', Resource, End: true } } },
      {
        input: { why: ['no', 'time'] },
        taskReplies: [{ state: 'Work' }],
        callback: { helpers: [{ activity_consumer: worker }] },
        expected: { status: 'FAILED', error: 'Refused', cause },
      },
    );

  it('has a worker give back as cause what it polled, which the recorder keeps as JSON', async () => {
    expect(await difference([refusedBecauseOf({ why: ['no', 'time'] })])).toBeUndefined();
    expect(await difference([refusedBecauseOf({ why: ['no', 'wish'] })])).toMatch(/^cause: got/);
  });

  const pass = { Type: 'Pass', End: true };
  const around = (name: string, state: JsonObject): JsonObject => ({ StartAt: name, States: { [name]: state } });
  const twice = around('Outer', {
    Type: 'Parallel',
    Branches: [around('Inner', { Type: 'Parallel', Branches: [around('Deep', pass)], End: true })],
    End: true,
  });
  /** As a recorder keeps them that sorts what stands between a Parallel's start and end, and loses the end. */
  const sorted = (exit: JsonObject): RecordedExecution =>
    recorded(twice, {
      eventOrderNormalised: true,
      expected: {
        status: 'SUCCEEDED',
        output: [[{}]],
        events: [
          { id: 1, prev: 0, type: 'ExecutionStarted', input: {} },
          { id: 2, prev: 0, type: 'ParallelStateEntered', input: {}, name: 'Outer' },
          { id: 3, prev: 2, type: 'ParallelStateStarted' },
          { id: 0, prev: 0, type: 'ParallelStateEntered', input: {}, name: 'Inner' },
          { id: 5, prev: 4, type: 'ParallelStateStarted' },
          { id: 0, prev: 0, type: 'PassStateEntered', input: {}, name: 'Deep' },
          { id: 0, prev: 0, type: 'PassStateExited', output: {}, name: 'Deep' },
          { id: 11, prev: 9, type: 'ParallelStateExited', output: [[{}]], name: 'Outer', ...exit },
          { id: 12, prev: 11, type: 'ExecutionSucceeded', output: [[{}]] },
        ],
      },
    });

  it('misses the exit of a Parallel inside another where the recorder lost it', async () => {
    expect(await difference([sorted({})])).toBeUndefined();
  });

  it.each([
    ['exit of another', { name: 'Inner' }],
    ['exit after another event', { prev: 8 }],
    ['exit with another id', { id: 10 }],
  ])('tells an %s', async (_what, exit) => {
    expect(await difference([sorted(exit)])).toMatch(/^event: none of/);
  });

  it('takes an expression in a machine without a language as the text it was', async () => {
    const definition = around('Until', { Type: 'Wait', Timestamp: "{% '2026-03-01T12:00:00Z' %}", End: true });
    const Message =
      "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: String does not match RFC3339 timestamp at /States/Until/Timestamp'";

    const verdict = await difference(
      [],
      [
        {
          id: 'own',
          op: 'create_state_machine',
          queryLanguage: 'neutral',
          definition,
          expectedError: { Error: { Code: 'InvalidDefinition', Message } },
        },
      ],
    );

    expect(verdict).toBeUndefined();
  });
});
