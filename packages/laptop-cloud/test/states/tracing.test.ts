import { describe, expect, it } from 'vitest';
import { parseTraceHeader } from '../../src/xray/segment.ts';
import { invokeTask, openStates } from './harness.ts';

const root = '1-5759e988-bd862e3fe1be46a994272793';

async function traced(header: string) {
  const headers: (string | undefined)[] = [];
  const read = async (_: unknown, options: { traceHeader?: string } = {}) => {
    headers.push(options.traceHeader);
    return null;
  };
  const harness = await openStates({ functions: { read } });
  const States = { 'Read It': invokeTask('read', { End: true }) };
  const stateMachineArn = await harness.machine('traced', { StartAt: 'Read It', States });
  await harness.call('StartExecution', { stateMachineArn }, { traceHeader: header });
  await harness.states.idle();
  return { ...harness, headers };
}

describe('trace of an execution', () => {
  it("is the caller's trace, with a segment, a subsegment per state and one per call below it", async () => {
    const { traces, headers } = await traced(`Root=${root};Parent=53995c3f42cd8ad8;Sampled=1`);

    const [segment] = traces.filter(({ origin, end_time }) => origin && end_time);
    const [state] = traces.filter(({ name }) => name === 'Read It');
    const [call] = traces.filter(({ name }) => name === 'Lambda');
    expect(segment).toMatchObject({ name: 'traced', trace_id: root, parent_id: '53995c3f42cd8ad8' });
    expect(segment?.origin).toBe('AWS::StepFunctions::StateMachine');
    expect(state).toMatchObject({ type: 'subsegment', parent_id: segment?.id, trace_id: root });
    expect(call).toMatchObject({
      type: 'subsegment',
      parent_id: state?.id,
      namespace: 'aws',
      aws: { operation: 'Invoke' },
    });
    expect(parseTraceHeader(headers[0])).toEqual({ root, parent: call?.id, sampled: true });
  });

  it('shows a running execution as in progress', async () => {
    const { traces } = await traced(`Root=${root};Sampled=1`);

    expect(traces[0]).toMatchObject({ name: 'traced', in_progress: true });
  });

  it('is not written when the caller does not sample, but is handed on', async () => {
    const { traces, headers } = await traced(`Root=${root};Sampled=0`);

    expect(traces).toEqual([]);
    expect(parseTraceHeader(headers[0])).toMatchObject({ root, sampled: false });
  });
});
