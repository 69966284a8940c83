import type { FunctionId } from '../../../lib/topology.ts';
import type { Assignment, Catcher, CaughtError, TaskState } from './asl.ts';
import { type Invocation, inputWith, invoke } from './invoke.ts';

/** What was caught, as `record-outcome` takes it. */
export const caughtProblem = {
  error: '{% $states.errorOutput.Error %}',
  cause: '{% $states.errorOutput.Cause %}',
} as const;

/** These errors are a correct end of the document, or have a way of their own; `problem` says what was caught. */
export const onProblem = <const To extends string>(
  errors: readonly CaughtError[],
  Next: To,
  assigned: Assignment = {},
): Catcher<To> => ({ ErrorEquals: errors, Assign: { problem: caughtProblem, ...assigned }, Next });

/** Whatever else is not tried again, or was for too long, closes the document as failed. */
export const otherwiseFail: Catcher<'Record Failure'> = {
  ErrorEquals: ['States.ALL'],
  Assign: { problem: caughtProblem },
  Next: 'Record Failure',
};

/** A step in the life of a document: calls a function, and what nothing else catches goes to *Record Failure*. */
export const documentStep = <const To extends string = never>(
  functionId: FunctionId,
  step: Invocation<To>,
): TaskState<To | 'Record Failure'> =>
  invoke<To | 'Record Failure'>(functionId, { ...step, Catch: [...(step.Catch ?? []), otherwiseFail] });

/** The first state of every way to a failed end. It catches nothing: the rule behind the machine closes what it cannot. */
export const recordFailure = <const To extends string>(
  step: Pick<Invocation<To>, 'Output'> & { readonly Next: To },
): TaskState<To> =>
  invoke('RecordOutcome', {
    Comment: 'Keeps the document with its status and cause; the file stays in the bucket',
    Payload: inputWith('problem'),
    ...step,
  });

/** The last state of every way to a failed end, which rings the alarm. */
export const documentFailed = {
  Type: 'Fail',
  Error: 'ExecutionEndedError',
  Cause: "{% $problem.error & ': ' & $problem.cause %}",
} as const;
