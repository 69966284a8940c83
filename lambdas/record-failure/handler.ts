import { z } from 'zod';
import { claimAttention } from '../adapters/alert-store.ts';
import type { Closed, Closing } from '../adapters/outcome-store.ts';
import { claimant } from '../core/alert.ts';
import type { ErrorName } from '../core/errors.ts';
import type { Person } from '../core/person.ts';

/** https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html */
const StatusChange = z.object({
  detail: z.object({
    executionArn: z.string(),
    status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']),
    input: z.string().nullish(),
    error: z.string().nullish(),
    cause: z.string().nullish(),
  }),
});

const ExecutionInput = z.object({
  documentId: z.string(),
  run: z.number().int(),
  userId: z.string().optional(),
  key: z.string(),
});

export interface RecordFailurePorts {
  now(): number;
  readPerson(userId: string): Promise<Person | undefined>;
  close(closing: Closing): Promise<Closed>;
}

const ENDED = { FAILED: 'failed', TIMED_OUT: 'ran out of time', ABORTED: 'was stopped' } as const;

/**
 * Closes the document of an execution that ended without doing so itself: a timeout of the machine, a stop by hand,
 * a runtime error that no Catch sees. A document that has its status keeps it. The alert that this claims is sent by
 * the sweep. Safe to run twice: the second time there is nothing left to close.
 */
export const createHandler = (ports: RecordFailurePorts) => async (event: unknown) => {
  const { executionArn, status, input, error, cause } = StatusChange.parse(event).detail;
  const { documentId, run, userId, key } = ExecutionInput.parse(JSON.parse(input ?? '{}'));
  const why = [error, cause].filter(Boolean).join(': ').slice(0, 300);
  const reason = `the execution ${executionArn.split(':').at(-1)} ${ENDED[status]}${why ? ` (${why})` : ''}; the file is kept, and a replay will try it again`;
  const updatedAt = new Date(ports.now()).toISOString();
  const code: ErrorName = 'ExecutionEndedError';
  const person = userId === undefined ? undefined : await ports.readPerson(userId);
  const attention = { kind: 'attention', documentId, status: 'failed', key, reason, claimedAt: updatedAt } as const;
  const also =
    userId !== undefined && person?.isActive
      ? [claimAttention({ ...attention, userId, claimedBy: claimant(documentId, run) }, run).write]
      : [];
  return ports.close({ documentId, outcome: { status: 'failed', run, updatedAt, code, reason }, also });
};
