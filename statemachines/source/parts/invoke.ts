import type { ErrorName } from '../../../lambdas/core/errors.ts';
import type { FunctionId } from '../../../lib/topology.ts';
import type { Assignment, Catcher, Expression, Onward, Retrier, TaskState, Template } from './asl.ts';
import { retry } from './retry.ts';
import { transientLambdaErrors } from './transient-errors.ts';

/** What the execution was started with. */
export const executionInput: Expression = '{% $states.context.Execution.Input %}';

/** The same, and what the state before put out. */
export const inputAndPrevious: Expression = '{% $merge([$states.context.Execution.Input, $states.input]) %}';

/** The same, and these variables under their own names. */
export const inputWith = (...variables: readonly string[]): Expression =>
  `{% $merge([$states.context.Execution.Input, {${variables.map((name) => `'${name}': $${name}`).join(', ')}}]) %}`;

export type Invocation<To extends string> = {
  /** Only why. */
  readonly Comment?: string;
  /** @default - {@link executionInput} */
  readonly Payload?: Expression | Record<string, never>;
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
    Arguments: { FunctionName: `\${${functionId}FunctionArn}`, Payload },
    ...(Assign ? { Assign } : {}),
    Output,
    TimeoutSeconds: call.TimeoutSeconds ?? 60,
    Retry: [retry([...(call.alsoRetried ?? []), 'LedgerBusyError', ...transientLambdaErrors]), ...(call.Retry ?? [])],
    ...(Catch ? { Catch } : {}),
    ...('Next' in call ? { Next: call.Next } : { End: true }),
  };
}
