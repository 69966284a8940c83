import { randomUUID } from 'node:crypto';
import { localArn } from '../../account.ts';
import type { Clock } from '../../clock.ts';
import { parseJsonText } from '../../http/json-service.ts';
import { type Caller, type Operation, ServiceError } from '../../http/service.ts';
import { newSegmentId, newTraceId, parseTraceHeader } from '../../xray/segment.ts';
import type { ExecutionTrace } from '../execution/execution-record.ts';
import type { Executions } from '../execution/executions.ts';
import { isOverPayloadLimit } from '../language/payload.ts';
import { findMachine } from './machine-operations.ts';
import type { MachineStore } from './machine-store.ts';
import { checkedName, invalid, optionalText } from './parameters.ts';

/**
 * Answers once the start is on disk. The same name with the same input, while that execution runs, is the same
 * execution. https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
 */
export const startExecution =
  (machines: MachineStore, executions: Executions, clock: Clock): Operation =>
  async (request, caller) => {
    const machine = findMachine(machines, request);
    const name = checkedName(optionalText(request, 'name') ?? randomUUID());
    const input = checkedInput(optionalText(request, 'input') ?? '{}');
    // An Express machine may run any number of executions under one name.
    const executionArn = localArn(
      'states',
      machine.type === 'EXPRESS'
        ? `express:${machine.name}:${name}:${randomUUID()}`
        : `execution:${machine.name}:${name}`,
    );

    if (executions.summary(executionArn)) {
      const running = await executions.runningStart(executionArn);
      if (running?.input === input) return { executionArn, startDate: running.startMs / 1000 };
      if (executions.summary(executionArn)) {
        throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${executionArn}'`);
      }
    }
    const traceHeader = optionalText(request, 'traceHeader');
    const start = {
      executionArn,
      name,
      stateMachineArn: machine.stateMachineArn,
      machineName: machine.name,
      roleArn: machine.roleArn,
      definitionId: machine.definitionId,
      input,
      startMs: clock.now(),
      trace: traceOf(caller, traceHeader, clock.now()),
      ...(traceHeader === undefined ? {} : { traceHeader }),
    };
    await executions.start(start);
    return { executionArn, startDate: start.startMs / 1000 };
  };

function checkedInput(text: string): string {
  if (isOverPayloadLimit(text)) {
    throw invalid(
      "1 validation error detected: Value at 'input' failed to satisfy constraint: Member must have length less than or equal to 262144",
    );
  }
  try {
    parseJsonText(text);
  } catch (error) {
    throw new ServiceError(
      'InvalidExecutionInput',
      `Invalid State Machine Execution Input: '${(error as Error).message}'`,
    );
  }
  return text;
}

/** The HTTP header wins over the parameter, as on AWS. A caller without a trace begins one. */
function traceOf(caller: Caller, parameter: string | undefined, nowMs: number): ExecutionTrace {
  const context = parseTraceHeader(caller.traceHeader) ?? parseTraceHeader(parameter);
  return { ...(context ?? { root: newTraceId(nowMs), sampled: true }), segmentId: newSegmentId() };
}
