import type { StatesService } from '../../src/states/states-service.ts';

/** As many states as a machine of some length enters. */
const STATES = 11;
const AT_ONCE = 20;

/** A machine that calls nobody, with states enough to have a history of some length. */
const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'Step 1',
  States: Object.fromEntries(
    Array.from({ length: STATES }, (_, index) => [
      `Step ${index + 1}`,
      {
        Type: 'Pass',
        Assign: { document: '{% $states.input.document %}' },
        ...(index + 1 < STATES ? { Next: `Step ${index + 2}` } : { End: true }),
      },
    ]),
  ),
};

/** As long as an object's event that a function hands on. */
const input = JSON.stringify({ document: 'd'.repeat(400) });

/**
 * Runs a number of executions to their end and resolves with their machine's ARN.
 *
 * @param first The first one is called `execution-{first}`, the next has the next number.
 */
export async function runExecutions(states: StatesService, count: number, first = 0): Promise<string> {
  const { CreateStateMachine, StartExecution } = states.operations;
  const roleArn = 'arn:aws:iam::000000000000:role/bench';
  const created = await CreateStateMachine?.(
    { name: 'many-executions', definition: JSON.stringify(definition), roleArn },
    {},
  );
  const stateMachineArn = String(created?.['stateMachineArn']);
  for (let started = 0; started < count; started += AT_ONCE) {
    const names = Array.from(
      { length: Math.min(AT_ONCE, count - started) },
      (_, index) => `execution-${first + started + index}`,
    );
    await Promise.all(names.map((name) => StartExecution?.({ stateMachineArn, name, input }, {})));
    await states.idle();
  }
  return stateMachineArn;
}
