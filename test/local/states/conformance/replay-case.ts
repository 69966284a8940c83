import { VirtualClock } from '../../../../local/clock.ts';
import type { Json, JsonObject } from '../../../../local/http/service.ts';
import type { ContextObject } from '../../../../local/states/language/context-object.ts';
import type { Engine, Span, TaskCall } from '../../../../local/states/language/flow-run.ts';
import {
  errorDetails,
  History,
  type HistoryEvent,
  HistoryThread,
  untruncated,
} from '../../../../local/states/language/history.ts';
import { runFlow } from '../../../../local/states/language/run-flow.ts';
import { asStatesError, StatesError } from '../../../../local/states/language/states-error.ts';
import type { RecordedCase, TaskReply } from './recorded-case.ts';

export interface Replayed {
  readonly status: string;
  readonly output?: Json;
  readonly outputText?: string;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
  readonly events: readonly HistoryEvent[];
}

const silent: Span = { traceHeader: undefined, child: () => silent, end: () => undefined };

/** Runs a recorded case through the interpreter; Tasks answer what they answered then. */
export async function replayCase(recorded: RecordedCase): Promise<Replayed> {
  const clock = new VirtualClock();
  const events: HistoryEvent[] = [];
  const history = new History(clock, (event) => events.push(event));
  const input = JSON.parse(JSON.stringify(recorded.input)) as Json;
  const engine: Engine = { clock, history, random: () => 0, callTask: taskReplies(recorded), runFlow };
  const start = new HistoryThread(0);
  history.appendAside(start, 'ExecutionStarted', { input: JSON.stringify(input), inputDetails: untruncated });
  const run = {
    engine,
    thread: start,
    signal: new AbortController().signal,
    span: silent,
    context: contextFor(input, clock.now()),
    variables: {},
  };
  try {
    const output = await runFlow(recorded.definition, input, run);
    const outputText = JSON.stringify(output);
    history.append(run.thread, 'ExecutionSucceeded', { output: outputText, outputDetails: untruncated });
    return { status: 'SUCCEEDED', output, outputText, events };
  } catch (thrown) {
    const error = asStatesError(thrown);
    history.append(run.thread, 'ExecutionFailed', errorDetails(error));
    return { status: 'FAILED', error: error.error, cause: error.causeText, events };
  }
}

function contextFor(input: Json, nowMs: number): ContextObject {
  const name = '<ExecArnPart_0idx>';
  const machine = '<ArnPart_0idx>';
  return {
    Execution: {
      Id: name,
      Input: input,
      Name: name,
      RoleArn: 'snf_role_arn',
      StartTime: new Date(nowMs).toISOString(),
      RedriveCount: 0,
    },
    StateMachine: { Id: machine, Name: machine },
  };
}

function taskReplies(recorded: RecordedCase): (call: TaskCall) => Promise<Json> {
  const left = [...(recorded.taskReplies ?? [])];
  return async ({ context, resource, arguments: given }) => {
    const item = context.Map?.Item.Index;
    const index = left.findIndex(
      ({ state, mapIteration }) =>
        state === context.State?.Name && (item === undefined || mapIteration === undefined || mapIteration === item),
    );
    const reply = index < 0 ? undefined : left.splice(index, 1)[0];
    if (reply) return answer(reply);
    return actOut(recorded, resource.kind === 'function' ? resource.arn : undefined, given);
  };
}

function answer({ outcome, output, error, cause }: TaskReply): Json {
  if (outcome?.endsWith('Succeeded')) return output ?? null;
  if (outcome?.endsWith('TimedOut')) throw StatesError.timeout();
  throw new StatesError(error, cause === undefined || typeof cause === 'string' ? cause : JSON.stringify(cause));
}

/** Where the recording holds no replies, the named behaviour of the function stands in. */
function actOut({ lambdas = {} }: RecordedCase, arn: string | undefined, given: Json): Json {
  const name = arn ?? String((given as JsonObject).FunctionName);
  const behaviour = lambdas[name] ?? lambdas[`arn:aws:lambda:us-east-1:000000000000:function:${name}`];
  const payload = arn ? given : ((given as JsonObject).Payload ?? {});
  if (behaviour === 'identity') {
    return arn ? payload : { ExecutedVersion: '$LATEST', Payload: payload, StatusCode: 200 };
  }
  if (behaviour === 'raise-exception') {
    const document = {
      errorMessage: 'Some exception was raised.',
      errorType: 'Exception',
      requestId: '<uuid:1>',
      stackTrace: [
        '  File "/var/task/handler.py", line 2, in handler\n    raise Exception("Some exception was raised.")\n',
      ],
    };
    throw new StatesError('Exception', JSON.stringify(document));
  }
  throw new Error(`the recording holds no reply of ${name} and no behaviour to act out`);
}
