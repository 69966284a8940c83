import { type Catcher, inline, type MapState, type Onward, type SucceedState, type TaskState } from './asl.ts';
import { documentFailed, recordFailure } from './document-step.ts';
import { retry } from './retry.ts';
import { transientStartErrors } from './transient-errors.ts';

/** Sent by the execution that the window has already. */
const underWay: SucceedState = {
  Comment: 'What was claimed here goes out with the window that is open',
  Type: 'Succeed',
};

/** Not to be sent now. What was claimed stands in the table, so the document's own end does not depend on it. */
const leftForTheSweep: SucceedState = {
  Comment: 'What is claimed and unsent is delivered by the sweep, which fails loudly when it cannot',
  Type: 'Succeed',
};

/** A name that is taken is success: a window is sent by one execution, whoever starts it. */
const startedBefore = <const To extends string>(Next: To): Catcher<To> => ({
  ErrorEquals: ['StepFunctions.ExecutionAlreadyExistsException'],
  Next,
});

const leftUnsent = <const To extends string>(Next: To): Catcher<To> => ({
  ErrorEquals: ['States.ALL'],
  Output: { unsent: '{% $states.errorOutput.Error %}' },
  Next,
});

/** The parent's id makes the console lead from one execution to the other. */
const startDelivery = <const To extends string>(...Catch: readonly Catcher<To>[]): TaskState<To> => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::states:startExecution',
  Arguments: {
    StateMachineArn: '${DeliverAlertsArn}',
    Name: '{% $states.input.name %}',
    Input:
      "{% $merge([$states.input, {'AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID': $states.context.Execution.Id}]) %}",
  },
  Output: {},
  TimeoutSeconds: 60,
  Retry: [retry(transientStartErrors)],
  Catch,
  End: true,
});

const forEachWindow = <const To extends string>(
  ItemProcessor: MapState['ItemProcessor'],
  onward: Onward<To>,
): MapState<To> => ({
  Comment: 'One item per window with something to tell; mostly none',
  Type: 'Map',
  Items: '{% $states.input.deliveries %}',
  ItemProcessor,
  Output: {},
  ...onward,
});

/** Starts the delivery of each window that the state before has claimed something in, and ends. */
export const deliverAlerts: MapState<never> = forEachWindow(
  inline({
    StartAt: 'Start Delivery',
    States: {
      'Start Delivery': startDelivery(startedBefore('Delivery Under Way'), leftUnsent('Left For The Sweep')),
      'Delivery Under Way': underWay,
      'Left For The Sweep': leftForTheSweep,
    },
  }),
  { End: true },
);

/** The same for the sweep, behind which nobody stands: what cannot be started fails its execution. */
export const deliverOrFail: MapState<never> = forEachWindow(
  inline({
    StartAt: 'Start Delivery',
    States: {
      'Start Delivery': startDelivery(startedBefore('Delivery Under Way')),
      'Delivery Under Way': underWay,
    },
  }),
  { End: true },
);

/** Closes a person's document as failed, has the person told, and fails. */
export const failedEnd = {
  'Record Failure': recordFailure({ Next: 'Deliver Failure Notice' }),
  'Deliver Failure Notice': forEachWindow(
    inline({
      StartAt: 'Start Delivery Of Notice',
      States: {
        'Start Delivery Of Notice': startDelivery(
          startedBefore('Notice Under Way'),
          leftUnsent('Notice Left For The Sweep'),
        ),
        'Notice Under Way': underWay,
        'Notice Left For The Sweep': leftForTheSweep,
      },
    }),
    { Next: 'Document Failed' },
  ),
  'Document Failed': documentFailed,
} as const;
