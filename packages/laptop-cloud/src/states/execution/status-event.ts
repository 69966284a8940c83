import { randomUUID } from 'node:crypto';
import { account } from '../../account.ts';
import type { EventBridgeEvent } from '../../events/event.ts';
import type { JsonObject } from '../../http/service.ts';
import type { ExecutionEnd, ExecutionStart } from './execution-record.ts';

/** Input and output together may not be larger in an event, in bytes; AWS then leaves them out. */
const LIMIT_BYTES = 248 * 1024;

/**
 * `Step Functions Execution Status Change`, of a start or of an end.
 * https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html
 */
export function statusEvent(
  start: ExecutionStart,
  end: ExecutionEnd | undefined,
  redrivesMs: readonly number[] = [],
): EventBridgeEvent {
  const output = end?.output;
  const isIncluded = Buffer.byteLength(start.input) + Buffer.byteLength(output ?? '') <= LIMIT_BYTES;
  const detail: JsonObject = {
    executionArn: start.executionArn,
    stateMachineArn: start.stateMachineArn,
    stateMachineVersionArn: null,
    stateMachineAliasArn: null,
    name: start.name,
    status: end?.status ?? 'RUNNING',
    startDate: start.startMs,
    stopDate: end?.stopMs ?? null,
    input: isIncluded ? start.input : null,
    inputDetails: { included: isIncluded },
    output: isIncluded ? (output ?? null) : null,
    outputDetails: output === undefined ? null : { included: isIncluded },
    error: end?.error ?? null,
    cause: end?.cause ?? null,
    redriveCount: redrivesMs.length,
    redriveDate: redrivesMs.at(-1) ?? null,
    redriveStatus: redriveReason(end?.status ?? 'RUNNING') === undefined ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
    redriveStatusReason: redriveReason(end?.status ?? 'RUNNING') ?? null,
  };
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Step Functions Execution Status Change',
    source: 'aws.states',
    account: account.id,
    time: `${new Date(end?.stopMs ?? start.startMs).toISOString().slice(0, 19)}Z`,
    region: account.region,
    resources: [start.executionArn],
    detail,
  };
}

/** Why an execution in this status cannot be redriven, in AWS's words; undefined when it can. */
export const redriveReason = (status: string): string | undefined =>
  ['RUNNING', 'SUCCEEDED'].includes(status) ? `Execution is ${status} and cannot be redriven` : undefined;
