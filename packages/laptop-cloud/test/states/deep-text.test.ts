import { describe, expect, it } from 'vitest';
import { openStates } from './harness.ts';

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const pass = { StartAt: 'Pass', States: { Pass: { Type: 'Pass', End: true } } };

describe('JSON in a text of a request', () => {
  it('is refused when it is deeper than anybody should follow', async () => {
    const opened = await openStates();
    const stateMachineArn = await opened.machine('pass', pass);
    const state = JSON.stringify({ Type: 'Pass', QueryLanguage: 'JSONata', End: true });
    const definition = `{"QueryLanguage":"JSONata","StartAt":"Pass","States":{"Pass":{"Type":"Pass","End":true,"Output":${deep(5_000)}}}}`;
    const request = { roleArn: 'arn:aws:iam::0:role/r' };

    const starts = opened.call('StartExecution', { stateMachineArn, input: deep(5_000) });
    await expect(starts).rejects.toMatchObject({ code: 'InvalidExecutionInput' });
    const tested = opened.call('TestState', { ...request, definition: state, input: deep(5_000) });
    await expect(tested).rejects.toMatchObject({ code: 'InvalidExecutionInput' });
    const created = opened.call('CreateStateMachine', { ...request, name: 'deep', definition });
    await expect(created).rejects.toMatchObject({ code: 'InvalidDefinition' });
  });

  it('goes through an execution where it is as deep as may be', async () => {
    const opened = await openStates();
    const stateMachineArn = await opened.machine('pass', {
      StartAt: 'Pass',
      States: { Pass: { Type: 'Pass', Output: { given: '{% $states.input %}' }, End: true } },
    });

    const input = JSON.parse(deep(900)) as never;

    expect(await opened.execute(stateMachineArn, input)).toMatchObject({ status: 'SUCCEEDED' });
  });

  it.each([
    '{"States":null}',
    '{"StartAt":"a","States":{"a":null}}',
    '{"StartAt":"a","States":{"a":[]}}',
    '{"StartAt":1,"States":1}',
  ])('may be a definition that is none: %s', async (definition) => {
    const opened = await openStates();
    const request = { name: 'none', definition, roleArn: 'arn:aws:iam::0:role/r' };

    await expect(opened.call('CreateStateMachine', request)).rejects.toMatchObject({ code: 'InvalidDefinition' });
    expect(await opened.call('ValidateStateMachineDefinition', { definition })).toMatchObject({ result: 'FAIL' });
  });
});
