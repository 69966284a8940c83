import * as z from 'zod/mini';
import type { AlertWindow } from '../core/alert/window.ts';
import { type CloseAsFailedPorts, closeAsFailed } from '../core/outcome/close-as-failed.ts';

/** https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html */
const StatusChange = z.object({
  detail: z.object({
    executionArn: z.string(),
    status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']),
    input: z.nullish(z.string()),
    error: z.nullish(z.string()),
    cause: z.nullish(z.string()),
  }),
});

const ExecutionInput = z.object({
  documentId: z.string(),
  run: z.int(),
  userId: z.optional(z.string()),
  key: z.string(),
});

const ENDED = { FAILED: 'failed', TIMED_OUT: 'ran out of time', ABORTED: 'was stopped' } as const;

export interface CloseAbandonedPorts extends CloseAsFailedPorts {
  /** Starts the delivery of the window that this run has claimed in, or else of the one that is open. */
  startDelivery(
    userId: string,
    claimedIn: AlertWindow | undefined,
    startedBy: string,
    traceId: string | undefined,
  ): Promise<string | undefined>;
}

/**
 * Closes the document of an execution that ended without doing so itself: a timeout of the machine, a stop by hand,
 * a runtime error that no Catch sees. A document that has its status keeps it. Starts the delivery of the window that is
 * open then, in the document's trace: EventBridge has none. Safe to run twice: the second time there is nothing left to close, and the window is found.
 */
export const createHandler = (ports: CloseAbandonedPorts) => async (event: unknown) => {
  const { executionArn, status, input, error, cause } = StatusChange.parse(event).detail;
  const { documentId, run, userId, key } = ExecutionInput.parse(JSON.parse(input ?? '{}'));
  const why = [error, cause].filter(Boolean).join(': ').slice(0, 300);
  const reason = `the execution ${executionArn.split(':').at(-1)} ${ENDED[status]}${why ? ` (${why})` : ''}; the file is kept, and a replay will try it again`;
  const failed = { documentId, run, key, ...(userId === undefined ? {} : { userId }) };
  const { claimedIn, traceId, ...closed } = await closeAsFailed(ports, failed, { code: 'ExecutionEndedError', reason });
  const delivery =
    userId === undefined ? undefined : await ports.startDelivery(userId, claimedIn, executionArn, traceId);
  return { ...closed, ...(delivery === undefined ? {} : { delivery }) };
};
