import type { Delivery } from '../core/alert/alert.ts';
import { type AlertWindow, deliveryOf } from '../core/alert/window.ts';
import { SpendwireError } from '../core/ground/errors.ts';
import { readWindow } from './outbox.ts';
import type { Table } from './table.ts';

/**
 * Starts the execution that sends a window, by its name; a name that exists is success.
 *
 * @param traceId The trace that it belongs to. @default - that of the function's invocation
 */
export type StartDelivery = (delivery: Delivery, startedBy: string | undefined, traceId?: string) => Promise<string>;

/**
 * Starts the delivery of the window that a step has claimed in. It is the last act of every step that claims, also of one
 * that claims nothing: what an earlier attempt has claimed and not started shows in the window alone, so that is read,
 * strongly consistent. Only a step whose own transaction was written in this attempt knows the window from there; had it
 * closed since, its delivery would have begun already.
 *
 * @param claimedIn The window that this attempt has claimed in. @default - it has claimed nothing
 * @param startedBy ARN of the execution that the step belongs to.
 * @param traceId Of the document, for a step whose invocation is not in its trace. @default - the invocation's trace
 * @returns ARN of the execution that sends the window; undefined when no window is open.
 * @throws SpendwireError `DeliveryNotStartedError` when it cannot be started now; the machine runs the step again.
 */
export async function startDelivery(
  table: Table,
  start: StartDelivery,
  userId: string,
  claimedIn: AlertWindow | undefined,
  startedBy: string | undefined,
  traceId?: string,
): Promise<string | undefined> {
  return startDeliveryOf(start, userId, claimedIn ?? (await readWindow(table, userId)), startedBy, traceId);
}

/**
 * {@link startDelivery} of a step that has read the window already: together with what told it that there is nothing to claim,
 * or later.
 */
export async function startDeliveryOf(
  start: StartDelivery,
  userId: string,
  window: AlertWindow | undefined,
  startedBy: string | undefined,
  traceId?: string,
): Promise<string | undefined> {
  return window?.isOpen ? start(deliveryOf(userId, window), startedBy, traceId) : undefined;
}

/** The same start, whose failure has a name that the machines know. */
export const orNotStarted =
  (start: StartDelivery): StartDelivery =>
  async (delivery, startedBy, traceId) => {
    try {
      return await start(delivery, startedBy, traceId);
    } catch (cause) {
      const { name, message } = cause as Error;
      throw new SpendwireError('DeliveryNotStartedError', `${delivery.name} was not started: ${name}: ${message}`, {
        cause,
      });
    }
  };
