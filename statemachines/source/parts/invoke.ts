import type { ErrorName } from '../../../lambdas/core/ground/errors.ts';
import type { FunctionId } from '../../../lib/topology.ts';
import type { Assignment, Catcher, Onward, Retrier, TaskState, Template } from './asl.ts';
import { retry } from './retry.ts';
import { transientLambdaErrors } from './transient-errors.ts';

/** What a function is called with: whole objects, and fields of its own beside what they hold. JSONata, all of it. */
export interface Payload {
  readonly objects: readonly string[];
  readonly fields?: Readonly<Record<string, string>>;
}

/** What the execution was started with. */
export const executionInput: Payload = { objects: ['$states.context.Execution.Input'] };

/** The same, and what the state before put out. */
export const inputAndPrevious: Payload = { objects: [...executionInput.objects, '$states.input'] };

/** The same, and these variables under their own names. */
export const inputWith = (...variables: readonly string[]): Payload => ({
  ...executionInput,
  fields: Object.fromEntries(variables.map((name) => [name, `$${name}`])),
});

function payloadOf({ objects, fields = {} }: Payload): Template {
  const own = Object.entries(fields).map(([name, value]) => `'${name}': ${value}`);
  const all = [...objects, ...(own.length > 0 ? [`{${own.join(', ')}}`] : [])];
  if (all.length === 0) return {};
  return all.length === 1 ? `{% ${all[0]} %}` : `{% $merge([${all.join(', ')}]) %}`;
}

export type Invocation<To extends string> = {
  /** Only why. */
  readonly Comment?: string;
  /** @default - {@link executionInput} */
  readonly Payload?: Payload;
  readonly Assign?: Assignment;
  /** @default - what the function returned */
  readonly Output?: Template;
  /** @default 60 */
  readonly TimeoutSeconds?: number;
  /** Errors of this function that are tried again at the same pace as those of Lambda. */
  readonly alsoRetried?: readonly ErrorName[];
  /** Errors that have a pace of their own. */
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher<To>[];
} & Onward<To>;

/** Calls a function. Trouble of Lambda and a busy table are tried again, so a function may run twice with the same input. */
export function invoke<const To extends string = never>(functionId: FunctionId, call: Invocation<To>): TaskState<To> {
  const { Comment, Payload = executionInput, Assign, Output = '{% $states.result.Payload %}', Catch } = call;
  return {
    ...(Comment ? { Comment } : {}),
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: `\${${functionId}FunctionArn}`, Payload: payloadOf(Payload) },
    ...(Assign ? { Assign } : {}),
    Output,
    TimeoutSeconds: call.TimeoutSeconds ?? 60,
    Retry: [retry([...(call.alsoRetried ?? []), 'LedgerBusyError', ...transientLambdaErrors]), ...(call.Retry ?? [])],
    ...(Catch ? { Catch } : {}),
    ...('Next' in call ? { Next: call.Next } : { End: true }),
  };
}
