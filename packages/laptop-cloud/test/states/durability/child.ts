// A process that is made to be killed: it goes on with whatever its folder holds, starts what it is told to, and exits
// when nothing runs any more. What its functions and its event sink saw stands in effects.jsonl.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../../src/clock.ts';
import type { JsonObject } from '../../../src/http/service.ts';
import { createStatesService } from '../../../src/states/states-service.ts';

const [directory = '', count = '0'] = process.argv.slice(2);
const note = (effect: JsonObject) => appendFileSync(join(directory, 'effects.jsonl'), `${JSON.stringify(effect)}\n`);

const call = (step: string, more: JsonObject): JsonObject => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'note', Payload: { document: '{% $states.context.Execution.Name %}', step } },
  Output: {},
  ...more,
});
const perItem = { StartAt: 'Deliver', States: { Deliver: call('deliver', { End: true }) } };
const spread = {
  Type: 'Map',
  Items: '{% [1..3] %}',
  ItemSelector: { document: '{% $states.context.Execution.Name %}', item: '{% $states.context.Map.Item.Value %}' },
  ItemProcessor: {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    StartAt: 'Spread One',
    States: {
      'Spread One': call('spread', {
        Arguments: {
          FunctionName: 'note',
          Payload: { document: '{% $states.input.document %}', step: "{% 'spread ' & $states.input.item %}" },
        },
        End: true,
      }),
    },
  },
  Output: {},
  Next: 'Done',
};
const rounds = [1, 2, 3, 4].flatMap((round): [string, JsonObject][] => [
  [`Wait ${round}`, { Type: 'Wait', Timestamp: '{% $fromMillis($millis() + 400) %}', Next: `Record ${round}` }],
  [`Record ${round}`, call(`record ${round}`, { Next: round === 4 ? 'Each' : `Wait ${round + 1}` })],
]);
const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'Read',
  States: {
    Read: call('read', { Assign: { total: '{% $length($states.context.Execution.Name) %}' }, Next: 'Wait 1' }),
    ...Object.fromEntries(rounds),
    Each: { Type: 'Map', Items: '{% [1..3] %}', ItemProcessor: perItem, Next: 'Spread' },
    Spread: spread,
    Done: { Type: 'Succeed', Output: { total: '{% $total %}' } },
  },
};

const states = await createStatesService({
  directory: join(directory, 'states'),
  clock: systemClock,
  traces: { put: () => undefined },
  events: async ({ detail }) => note({ event: detail.status ?? '', document: detail.name ?? '' }),
  async invokeFunction(_name, payload) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    note({ call: payload });
    return { ok: true, payload: null };
  },
  service: () => undefined,
});

const created = await states.operations.CreateStateMachine?.(
  { name: 'kept', definition: JSON.stringify(definition), roleArn: 'arn:aws:iam::0:role/r' },
  {},
);
const stateMachineArn = created?.stateMachineArn ?? '';
// Checking the definition takes longer than anything after it, the first time.
console.log('ready');
await states.resume();
for (let index = 0; index < Number(count); index += 1) {
  const name = `document-${index}`;
  const start = states.operations.StartExecution?.({ stateMachineArn, name, input: `{"index":${index}}` }, {});
  // An execution that an earlier process started is refused here, and goes on all the same.
  await start?.catch(() => undefined);
}
await states.idle();
process.exit(0);
