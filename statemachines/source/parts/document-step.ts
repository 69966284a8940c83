import type { RejectedName } from '../../../lambdas/core/ground/errors.ts';
import type { FunctionId } from '../../../lib/topology.ts';
import type { Catcher, Choice, RefusedError, TaskState } from './asl.ts';
import { notStarted, startingDelivery } from './claiming.ts';
import { type Invocation, inputWith, invoke } from './invoke.ts';

/** What was caught, as `record-outcome` takes it. */
export const caughtProblem = {
  code: '{% $states.errorOutput.Error %}',
  reason: '{% $states.errorOutput.Cause %}',
} as const;

/** These errors are the person's to mend, and a correct end of the document; `problem` says what was caught. */
export const onProblem = <const To extends string>(errors: readonly RefusedError[], Next: To): Catcher<To> => ({
  ErrorEquals: errors,
  Assign: { problem: caughtProblem },
  Next,
});

/** The function found mistakes in the person's file and took none of it; `problem` says which, each with its place. */
export const whenInvalid = <const To extends string>(code: RejectedName, Next: To): Choice<To> => ({
  Condition: "{% $states.input.result = 'invalid' %}",
  Assign: {
    problem: {
      code,
      reason: '{% $states.input.reason %}',
      validationErrors: '{% $states.input.validationErrors %}',
    },
  },
  Next,
});

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

/**
 * Every way to a failed end: closes the document as failed, has its person told, and rings the alarm. What the first state
 * does not catch is closed by the rule behind the machine.
 */
export const failedEnd = {
  'Record Failure': invoke(
    'RecordOutcome',
    startingDelivery({
      Comment: 'Keeps the document with its status and cause; the file stays in the bucket',
      Payload: inputWith('problem'),
      Catch: [notStarted('Document Failed')],
      Next: 'Document Failed',
    }),
  ),
  'Document Failed': {
    Type: 'Fail',
    Error: 'ExecutionEndedError',
    Cause: "{% $problem.code & ': ' & $problem.reason %}",
  },
} as const;
