import type { Catcher, SucceedState, Template } from './asl.ts';
import { executionInput, type Invocation } from './invoke.ts';

/**
 * A step whose function claims alerts. Its last act starts the delivery of the window that is open then, which is tried
 * again like a busy table; the execution's own id goes along, and leads from the delivery back to here.
 */
export const startingDelivery = <const To extends string = never>({
  Payload = executionInput,
  ...step
}: Invocation<To>): Invocation<To> => ({
  Payload: { ...Payload, fields: { ...Payload.fields, startedBy: '$states.context.Execution.Id' } },
  alsoRetried: ['DeliveryNotStartedError'],
  ...step,
});

/** The same, for which a delivery that cannot be started within two minutes is left for the sweep. */
export const claiming = <const To extends string = never>(
  step: Invocation<To>,
): Invocation<To | 'Left For The Sweep'> =>
  startingDelivery<To | 'Left For The Sweep'>({
    ...step,
    Catch: [notStarted('Left For The Sweep'), ...(step.Catch ?? [])],
  });

/** Where it goes on when no delivery can be started: what was claimed stands in the table, and is not lost. */
export const notStarted = <const To extends string>(Next: To, Output: Template = {}): Catcher<To> => ({
  ErrorEquals: ['DeliveryNotStartedError'],
  Output,
  Next,
});

/** The document's own end does not depend on its messages. */
export const leftForTheSweep: SucceedState = {
  Comment: 'What is claimed and unsent is delivered by the sweep, which fails loudly when it cannot',
  Type: 'Succeed',
};
