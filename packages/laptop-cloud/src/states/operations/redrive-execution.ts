import { type Operation, ServiceError } from '../../http/service.ts';
import type { ExecutionSummary } from '../execution/execution-record.ts';
import type { Executions } from '../execution/executions.ts';
import { redriveReason } from '../execution/status-event.ts';
import { HISTORY_LIMIT } from '../language/history.ts';
import { findExecution } from './find-execution.ts';

const REDRIVABLE_MS = 14 * 24 * 3600 * 1000;

/**
 * Sets a failed, aborted or timed-out execution going again from the state it ended in. Map runs of that state go on
 * with the child executions that did not succeed.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_RedriveExecution.html
 */
export const redriveExecution =
  (executions: Executions): Operation =>
  async (input) => {
    const summary = findExecution(executions, input);
    const { executionArn } = summary;
    const journal = await executions.read(executionArn);
    const reason = journal?.checkpoint
      ? notRedrivable(summary, journal.events.length, executions.nowMs)
      : 'Execution ended before it entered a state';
    if (reason) throw new ServiceError('ExecutionNotRedrivable', `Execution Not Redrivable: '${reason}'`);
    await executions.redrive(executionArn);
    return { redriveDate: (executions.summary(executionArn)?.redriveMs ?? executions.nowMs) / 1000 };
  };

function notRedrivable({ status, stopMs = 0, child }: ExecutionSummary, eventCount: number, nowMs: number) {
  const reason = redriveReason(status);
  if (reason) return reason;
  if (child) return 'Execution is a child of a map run and is redriven with it';
  if (nowMs - stopMs > REDRIVABLE_MS) return 'Execution is older than the redrivable period of 14 days';
  if (eventCount >= HISTORY_LIMIT - 1) return `Execution history has reached ${eventCount} events`;
  return undefined;
}
