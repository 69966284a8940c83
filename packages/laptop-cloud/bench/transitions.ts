import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/clock.ts';
import { createStatesService } from '../src/states/states-service.ts';

/**
 * How many state transitions a second the interpreter makes in a machine of Pass and Choice states, journal on disk
 * included, on one core. Prints JSON.
 *
 *     npx tsx packages/laptop-cloud/bench/transitions.ts
 */
const ROUNDS = 5_000;
const STATES_A_ROUND = 2;

const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'Count',
  States: {
    Count: { Type: 'Pass', Output: { count: '{% $states.input.count + 1 %}' }, Next: 'Is It Enough?' },
    'Is It Enough?': {
      Type: 'Choice',
      Choices: [{ Condition: `{% $states.input.count >= ${ROUNDS} %}`, Next: 'Done' }],
      Default: 'Count',
    },
    Done: { Type: 'Succeed' },
  },
};

const directory = await mkdtemp(join(tmpdir(), 'laptop-cloud-transitions-'));
const states = await createStatesService({
  directory,
  clock: systemClock,
  traces: { put: () => undefined },
  events: async () => undefined,
  invokeFunction: () => Promise.reject(new Error('expected no function to be called')),
  service: () => undefined,
});
const created = await states.operations['CreateStateMachine']?.(
  { name: 'count', definition: JSON.stringify(definition), roleArn: 'arn:aws:iam::000000000000:role/bench' },
  {},
);
const perSecond: number[] = [];
for (let run = 0; run < 5; run++) {
  const started = performance.now();
  await states.operations['StartExecution']?.(
    { stateMachineArn: String(created?.['stateMachineArn']), name: `run-${run}`, input: '{"count":0}' },
    {},
  );
  await states.idle();
  perSecond.push(Math.round((ROUNDS * STATES_A_ROUND) / ((performance.now() - started) / 1000)));
}
await states.close();
await rm(directory, { recursive: true, force: true });
console.log(JSON.stringify({ unit: 'transitions per second', perSecond }, null, 2));
process.exit();
