import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VirtualClock } from '../../src/clock.ts';
import { createStatesService } from '../../src/states/states-service.ts';
import { testStateDifference, validationDifference } from './compare-answer.ts';
import { executionDifference } from './compare-execution.ts';
import { outsideServices } from './outside.ts';
import type { Recordings } from './recording.ts';
import { callOperation, replayExecution } from './replay-execution.ts';

/** One recording and what came of it. */
export interface Verdict {
  readonly kind: 'execution' | 'testState' | 'validation';
  /** The query language of an execution, `TestState`, or the operation of a validation. */
  readonly group: string;
  readonly id: string;
  /** Absent when nothing differs. */
  readonly difference: string | undefined;
}

/** Runs every recording of a file, one after the other. */
export async function* runRecordings(recordings: Recordings): AsyncGenerator<Verdict> {
  for (const recorded of recordings.cases) {
    const replayed = await replayExecution(recorded, recordings.lambdaBehaviours);
    const difference = executionDifference(recorded, replayed);
    yield { kind: 'execution', group: recorded.queryLanguage, id: recorded.id, difference };
  }
  const directory = await mkdtemp(join(tmpdir(), 'conformance-'));
  const states = await createStatesService({
    directory,
    clock: new VirtualClock(),
    traces: { put: () => undefined },
    events: async () => undefined,
    invokeFunction: () => Promise.reject(new Error('the recording holds no reply of this function')),
    service: outsideServices({} as never),
  });
  const call = (operation: string, input: Parameters<typeof callOperation>[2]) =>
    callOperation(states, operation, input);
  for (const recorded of recordings.testState) {
    const difference = await testStateDifference(recorded, call);
    yield { kind: 'testState', group: 'TestState', id: recorded.id, difference };
  }
  for (const recorded of recordings.validation) {
    const difference = await validationDifference(recorded, call);
    yield { kind: 'validation', group: recorded.op, id: recorded.id, difference };
  }
  await states.close();
  await rm(directory, { recursive: true, force: true });
}
