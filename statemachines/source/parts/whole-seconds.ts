import type { Expression } from './asl.ts';

/**
 * An instant for a Wait that must not be over before it. Step Functions leaves the fraction of a second out and goes on up
 * to a second early; so the instant is rounded up.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html
 *
 * @param instant JSONata that gives an instant in ISO 8601.
 */
export const notBefore = (instant: string): Expression =>
  `{% $fromMillis(1000 * $ceil($toMillis(${instant}) / 1000)) %}`;

/**
 * Whether a Wait until an instant would go on at once. Step Functions leaves the fraction of a second out, so that it does
 * up to a second early; whoever need not wait so enters no state for it.
 *
 * @param instant JSONata that gives an instant in ISO 8601.
 */
export const isNow = (instant: string): Expression =>
  `{% $floor($toMillis(${instant}) / 1000) <= $toMillis($states.context.State.EnteredTime) / 1000 %}`;
