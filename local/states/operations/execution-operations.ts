import type { Clock } from '../../clock.ts';
import { type JsonObject, type Operation, ServiceError } from '../../http/service.ts';
import type { ExecutionSummary } from '../execution/execution-record.ts';
import type { Executions } from '../execution/executions.ts';
import type { Journal } from '../execution/journal.ts';
import { redriveReason } from '../execution/status-event.ts';
import { withoutExecutionData } from './execution-data.ts';
import { findMachine } from './machine-operations.ts';
import type { MachineStore } from './machine-store.ts';
import { pageOf } from './paging.ts';
import { checkedArn, optionalText, refuse, requiredText } from './parameters.ts';
import { startExecution } from './start-execution.ts';

/** Start, describe, list and stop executions, and read their history. */
export function executionOperations(
  machines: MachineStore,
  executions: Executions,
  clock: Clock,
): Record<string, Operation> {
  return {
    StartExecution: startExecution(machines, executions, clock),

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
      };
    },

    async ListExecutions(input) {
      refuse(input, 'mapRunArn', 'redriveFilter');
      const machine = findMachine(machines, input);
      const status = optionalText(input, 'statusFilter');
      const newestFirst = executions.ofMachine(machine.stateMachineArn).reverse();
      const matching = status === undefined ? newestFirst : newestFirst.filter((summary) => summary.status === status);
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

    async StopExecution(input) {
      const { executionArn } = findExecution(executions, input);
      const error = optionalText(input, 'error');
      const cause = optionalText(input, 'cause');
      await executions.stop(executionArn, {
        ...(error === undefined ? {} : { error }),
        ...(cause === undefined ? {} : { cause }),
      });
      return { stopDate: (executions.summary(executionArn)?.stopMs ?? clock.now()) / 1000 };
    },
  };
}

function findExecution(executions: Executions, input: JsonObject): ExecutionSummary {
  const arn = checkedArn(requiredText(input, 'executionArn'), 'execution');
  const summary = executions.summary(arn);
  if (!summary) throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  return summary;
}

async function readExecution(executions: Executions, { executionArn }: ExecutionSummary): Promise<Journal> {
  const journal = await executions.read(executionArn);
  if (!journal) throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
  return journal;
}

const listed = ({ executionArn, stateMachineArn, name, status, startMs, stopMs }: ExecutionSummary): JsonObject => ({
  executionArn,
  stateMachineArn,
  name,
  status,
  startDate: startMs / 1000,
  ...(stopMs === undefined ? {} : { stopDate: stopMs / 1000 }),
  redriveCount: 0,
});

function described(summary: ExecutionSummary, { start, outcome }: Journal): JsonObject {
  // The file may be ahead of the index: an outcome counts once its event is stored.
  const end = summary.status === 'RUNNING' ? undefined : outcome;
  return {
    ...listed(summary),
    input: start.input,
    inputDetails: { included: true },
    ...(end?.output === undefined ? {} : { output: end.output, outputDetails: { included: true } }),
    ...(end?.error === undefined ? {} : { error: end.error }),
    ...(end?.cause === undefined ? {} : { cause: end.cause }),
    ...(start.traceHeader === undefined ? {} : { traceHeader: start.traceHeader }),
    redriveStatus: 'NOT_REDRIVABLE',
    redriveStatusReason: redriveReason(summary.status),
  };
}
