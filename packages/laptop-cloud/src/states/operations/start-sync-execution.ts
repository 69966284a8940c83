import { type Operation, ServiceError } from '../../http/service.ts';
import type { Executions } from '../execution/executions.ts';
import { findMachine } from './machine-operations.ts';
import type { MachineStore } from './machine-store.ts';

/** Express executions are billed by the tenth of a second, and by the smallest memory there is. */
const BILLED_STEP_MS = 100;
const BILLED_MEMORY_MB = 64;

/**
 * Starts an execution of an Express machine and answers with its end.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html
 *
 * @throws ServiceError `StateMachineTypeNotSupported` for a Standard machine.
 */
export const startSyncExecution =
  (machines: MachineStore, executions: Executions, start: Operation): Operation =>
  async (request, caller) => {
    const machine = findMachine(machines, request);
    if (machine.type !== 'EXPRESS') {
      throw new ServiceError(
        'StateMachineTypeNotSupported',
        'This operation is not supported by this type of state machine',
      );
    }
    const { executionArn = '' } = await start(request, caller);
    await executions.ended(String(executionArn));
    const journal = await executions.read(String(executionArn));
    if (!journal?.outcome) throw new ServiceError('InternalFailure', 'the execution has no end', 500);
    const { start: begun, outcome } = journal;
    const { status, stopMs, output, error, cause } = outcome;
    return {
      executionArn,
      stateMachineArn: machine.stateMachineArn,
      name: begun.name,
      startDate: begun.startMs / 1000,
      stopDate: stopMs / 1000,
      status,
      ...(error === undefined ? {} : { error }),
      ...(cause === undefined ? {} : { cause }),
      input: begun.input,
      inputDetails: { included: true },
      ...(output === undefined ? {} : { output, outputDetails: { included: true } }),
      ...(begun.traceHeader === undefined ? {} : { traceHeader: begun.traceHeader }),
      billingDetails: {
        billedMemoryUsedInMB: BILLED_MEMORY_MB,
        billedDurationInMilliseconds: Math.ceil((stopMs - begun.startMs) / BILLED_STEP_MS) * BILLED_STEP_MS,
      },
    };
  };
