import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/http/service.ts';
import { openStates } from './harness.ts';

const end = { End: true };
const pass = { Type: 'Pass', ...end };
const fail = { Type: 'Fail', Error: 'Broken' };
const flow = (name: string, state: JsonObject): JsonObject => ({ StartAt: name, States: { [name]: state } });
const parallel = (...Branches: JsonObject[]): JsonObject => ({ Type: 'Parallel', Branches, ...end });
const map = (ItemProcessor: JsonObject): JsonObject => ({ Type: 'Map', MaxConcurrency: 1, ItemProcessor, ...end });

/** Events as lines: id, the one before, type without its endings, and the state's name and iteration. */
async function history(state: JsonObject, input: Json = {}): Promise<string[]> {
  const { machine, execute, history: read } = await openStates();
  const execution = await execute(await machine('nested', flow('Outer', state)), input);
  return (await read(String(execution.executionArn))).map(({ id, previousEventId, type, timestamp: _, ...details }) => {
    const { name, index } = (Object.values(details)[0] ?? {}) as JsonObject;
    return [id, previousEventId, type, name, index].filter((part) => part !== undefined).join(' ');
  });
}

describe('the history of branches within branches', () => {
  it('has a Parallel inside a Parallel leave after its branches, and the outer one after it', async () => {
    expect(await history(parallel(flow('Inner', parallel(flow('Deep', pass)))))).toEqual([
      '1 0 ExecutionStarted',
      '2 0 ParallelStateEntered Outer',
      '3 2 ParallelStateStarted',
      '4 3 ParallelStateEntered Inner',
      '5 4 ParallelStateStarted',
      '6 5 PassStateEntered Deep',
      '7 6 PassStateExited Deep',
      '8 7 ParallelStateSucceeded',
      '9 7 ParallelStateExited Inner',
      '10 9 ParallelStateSucceeded',
      '11 9 ParallelStateExited Outer',
      '12 11 ExecutionSucceeded',
    ]);
  });

  it('has a third one leave before the second', async () => {
    const events = await history(parallel(flow('Inner', parallel(flow('Innermost', parallel(flow('Deep', pass)))))));

    expect(events.slice(9)).toEqual([
      '10 9 ParallelStateSucceeded',
      '11 9 ParallelStateExited Innermost',
      '12 11 ParallelStateSucceeded',
      '13 11 ParallelStateExited Inner',
      '14 13 ParallelStateSucceeded',
      '15 13 ParallelStateExited Outer',
      '16 15 ExecutionSucceeded',
    ]);
  });

  it('has the state after an inner Parallel follow its exit', async () => {
    const inner = { ...parallel(flow('Deep', pass)), End: undefined, Next: 'After' } as unknown as JsonObject;
    const branch = { StartAt: 'Inner', States: { Inner: JSON.parse(JSON.stringify(inner)) as Json, After: pass } };

    expect((await history(parallel(branch))).slice(7)).toEqual([
      '8 7 ParallelStateSucceeded',
      '9 7 ParallelStateExited Inner',
      '10 9 PassStateEntered After',
      '11 10 PassStateExited After',
      '12 11 ParallelStateSucceeded',
      '13 11 ParallelStateExited Outer',
      '14 13 ExecutionSucceeded',
    ]);
  });

  it('has the iterations of an outer Map follow the exit of the Parallel inside', async () => {
    expect((await history(map(flow('Inner', parallel(flow('Deep', pass)))), [1, 2])).slice(3)).toEqual([
      '4 3 MapIterationStarted Outer 0',
      '5 4 ParallelStateEntered Inner',
      '6 5 ParallelStateStarted',
      '7 6 PassStateEntered Deep',
      '8 7 PassStateExited Deep',
      '9 8 ParallelStateSucceeded',
      '10 8 ParallelStateExited Inner',
      '11 10 MapIterationSucceeded Outer 0',
      '12 10 MapIterationStarted Outer 1',
      '13 12 ParallelStateEntered Inner',
      '14 13 ParallelStateStarted',
      '15 14 PassStateEntered Deep',
      '16 15 PassStateExited Deep',
      '17 16 ParallelStateSucceeded',
      '18 16 ParallelStateExited Inner',
      '19 18 MapIterationSucceeded Outer 1',
      '20 19 MapStateSucceeded',
      '21 19 MapStateExited Outer',
      '22 21 ExecutionSucceeded',
    ]);
  });

  it('has a Map inside a Parallel and one inside a Map leave after their last iteration', async () => {
    expect((await history(parallel(flow('Inner', map(flow('Deep', pass)))), [1])).slice(8)).toEqual([
      '9 8 MapIterationSucceeded Inner 0',
      '10 9 MapStateSucceeded',
      '11 9 MapStateExited Inner',
      '12 11 ParallelStateSucceeded',
      '13 11 ParallelStateExited Outer',
      '14 13 ExecutionSucceeded',
    ]);
    expect((await history(map(flow('Inner', map(flow('Deep', pass)))), [[1]])).slice(9)).toEqual([
      '10 9 MapIterationSucceeded Inner 0',
      '11 10 MapStateSucceeded',
      '12 10 MapStateExited Inner',
      '13 12 MapIterationSucceeded Outer 0',
      '14 13 MapStateSucceeded',
      '15 13 MapStateExited Outer',
      '16 15 ExecutionSucceeded',
    ]);
  });

  it('has a failure end the inner one first', async () => {
    expect((await history(parallel(flow('Inner', parallel(flow('Deep', fail)))))).slice(5)).toEqual([
      '6 5 FailStateEntered Deep',
      '7 6 ParallelStateFailed',
      '8 7 ParallelStateFailed',
      '9 8 ExecutionFailed',
    ]);
    expect((await history(map(flow('Inner', parallel(flow('Deep', fail)))), [1])).slice(6)).toEqual([
      '7 6 FailStateEntered Deep',
      '8 7 ParallelStateFailed',
      '9 8 MapIterationFailed Outer 0',
      '10 8 MapStateFailed',
      '11 10 ExecutionFailed',
    ]);
  });
});
