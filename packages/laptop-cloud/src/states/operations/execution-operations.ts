import type { Clock } from '../../clock.ts';
import { type JsonObject, type Operation, ServiceError } from '../../http/service.ts';
import type { ExecutionSummary } from '../execution/execution-record.ts';
import type { Executions } from '../execution/executions.ts';
import type { Journal } from '../execution/journal.ts';
import { redriveReason } from '../execution/status-event.ts';
import { withoutExecutionData } from './execution-data.ts';
import { findExecution } from './find-execution.ts';
import { findMachine } from './machine-operations.ts';
import type { MachineStore } from './machine-store.ts';
import { pageOf } from './paging.ts';
import { checkedArn, givenFailure, invalid, optionalChoice, optionalText } from './parameters.ts';
import { redriveExecution } from './redrive-execution.ts';
import { startExecution } from './start-execution.ts';
import { startSyncExecution } from './start-sync-execution.ts';

const STATUSES = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE'] as const;

/** Start, describe, list and stop executions, and read their history. */
export function executionOperations(
  machines: MachineStore,
  executions: Executions,
  clock: Clock,
): Record<string, Operation> {
  const start = startExecution(machines, executions, clock);
  return {
    StartExecution: start,

    StartSyncExecution: startSyncExecution(machines, executions, start),

    async DescribeExecution(input) {
      const summary = findExecution(executions, input);
      const journal = await readExecution(executions, summary);
      const isIncluded = input.includedData !== 'METADATA_ONLY';
      return isIncluded ? described(summary, journal) : withoutExecutionData(described(summary, journal));
    },

    async DescribeStateMachineForExecution(input) {
      const { start } = await readExecution(executions, findExecution(executions, input));
      return {
        stateMachineArn: start.stateMachineArn,
        name: start.machineName,
        definition: await machines.definitionText(start.definitionId),
        roleArn: start.roleArn,
        updateDate: (machines.get(start.stateMachineArn)?.createdMs ?? start.startMs) / 1000,
        ...(start.child ? { mapRunArn: start.child.mapRunArn, label: labelOf(start.stateMachineArn) } : {}),
      };
    },

    async ListExecutions(input) {
      const status = optionalChoice(input, 'statusFilter', STATUSES);
      const redrive = optionalChoice(input, 'redriveFilter', ['REDRIVEN', 'NOT_REDRIVEN']);
      const matching = listOf(machines, executions, input)
        .reverse()
        .filter((summary) => status === undefined || summary.status === status)
        .filter(({ redriveCount = 0 }) => redrive === undefined || redriveCount > 0 === (redrive === 'REDRIVEN'));
      const { items, ...token } = pageOf(matching, input, 100);
      return { executions: items.map(listed), ...token };
    },

    async GetExecutionHistory(input) {
      const journal = await readExecution(executions, findExecution(executions, input));
      const events = input.reverseOrder === true ? [...journal.events].reverse() : journal.events;
      const { items, ...token } = pageOf(events, input, 1000);
      return {
        events: input.includeExecutionData === false ? items.map(withoutExecutionData) : [...items],
        ...token,
      };
    },

    RedriveExecution: redriveExecution(executions),

    async StopExecution(input) {
      const { executionArn } = findExecution(executions, input);
      await executions.stop(executionArn, givenFailure(input));
      return { stopDate: (executions.summary(executionArn)?.stopMs ?? clock.now()) / 1000 };
    },
  };
}

/** The ARN of what a map run's children are executions of ends in `{machine}/{label}`. */
const labelOf = (stateMachineArn: string): string => stateMachineArn.split('/').at(-1) ?? '';

/** The executions of a machine, or the child executions of a map run. */
function listOf(machines: MachineStore, executions: Executions, input: JsonObject): ExecutionSummary[] {
  const mapRunArn = optionalText(input, 'mapRunArn');
  if (mapRunArn === undefined) {
    const machine = findMachine(machines, input);
    if (machine.type !== 'EXPRESS') return executions.ofMachine(machine.stateMachineArn);
    throw new ServiceError(
      'StateMachineTypeNotSupported',
      'This operation is not supported by this type of state machine',
    );
  }
  if (optionalText(input, 'stateMachineArn') !== undefined) {
    throw invalid('expected either stateMachineArn or mapRunArn, got both');
  }
  return executions.ofMapRun(checkedArn(mapRunArn, 'mapRun'));
}

async function readExecution(executions: Executions, { executionArn }: ExecutionSummary): Promise<Journal> {
  const journal = await executions.read(executionArn);
  if (!journal) throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
  return journal;
}

const listed = (summary: ExecutionSummary): JsonObject => ({
  executionArn: summary.executionArn,
  stateMachineArn: summary.stateMachineArn,
  name: summary.name,
  status: summary.status,
  startDate: summary.startMs / 1000,
  ...(summary.stopMs === undefined ? {} : { stopDate: summary.stopMs / 1000 }),
  ...(summary.child ? { mapRunArn: summary.child.mapRunArn, itemCount: summary.child.itemCount } : {}),
  redriveCount: summary.redriveCount ?? 0,
  ...(summary.redriveMs === undefined ? {} : { redriveDate: summary.redriveMs / 1000 }),
});

function described(summary: ExecutionSummary, { start, outcome }: Journal): JsonObject {
  // The file may be ahead of the index: an outcome counts once its event is stored.
  const end = summary.status === 'RUNNING' ? undefined : outcome;
  const { itemCount: _, ...fields } = listed(summary);
  const reason = redriveReason(summary.status);
  const redrivable = summary.child ? 'REDRIVABLE_BY_MAP_RUN' : 'REDRIVABLE';
  return {
    ...fields,
    input: start.input,
    inputDetails: { included: true },
    ...(end?.output === undefined ? {} : { output: end.output, outputDetails: { included: true } }),
    ...(end?.error === undefined ? {} : { error: end.error }),
    ...(end?.cause === undefined ? {} : { cause: end.cause }),
    ...(start.traceHeader === undefined ? {} : { traceHeader: start.traceHeader }),
    redriveStatus: reason === undefined ? redrivable : 'NOT_REDRIVABLE',
    ...(reason === undefined ? {} : { redriveStatusReason: reason }),
  };
}
