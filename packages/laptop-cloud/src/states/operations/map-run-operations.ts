import { type JsonObject, type Operation, ServiceError } from '../../http/service.ts';
import type { ExecutionSummary } from '../execution/execution-record.ts';
import type { Executions } from '../execution/executions.ts';
import type { MapRunRecord, MapRunStore } from '../execution/map-runs.ts';
import { describeRange, isWithin, type NumberRange, stateRanges } from '../language/number-range.ts';
import { pageOf } from './paging.ts';
import { checkedArn, invalid, requiredText } from './parameters.ts';

/** Describe, list and adjust the runs of distributed Maps. */
export function mapRunOperations(mapRuns: MapRunStore, executions: Executions): Record<string, Operation> {
  const findMapRun = (input: JsonObject): MapRunRecord => {
    const arn = checkedArn(requiredText(input, 'mapRunArn'), 'mapRun');
    const record = mapRuns.get(arn);
    if (!record) throw new ServiceError('ResourceNotFound', `Resource not found: '${arn}'`);
    return record;
  };
  return {
    async DescribeMapRun(input) {
      const record = findMapRun(input);
      return { ...described(record), ...counts(record, executions.ofMapRun(record.mapRunArn)) };
    },

    async ListMapRuns(input) {
      const arn = checkedArn(requiredText(input, 'executionArn'), 'execution');
      if (!executions.summary(arn)) {
        throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
      }
      const { items, ...token } = pageOf(mapRuns.ofExecution(arn), input, 100);
      return { mapRuns: items.map(listed), ...token };
    },

    async UpdateMapRun(input) {
      const record = findMapRun(input);
      const limits = {
        maxConcurrency: limit(input, 'maxConcurrency', stateRanges.MaxConcurrency) ?? record.limits.maxConcurrency,
        toleratedFailureCount:
          limit(input, 'toleratedFailureCount', stateRanges.ToleratedFailureCount) ??
          record.limits.toleratedFailureCount,
        toleratedFailurePercentage:
          limit(input, 'toleratedFailurePercentage', stateRanges.ToleratedFailurePercentage) ??
          record.limits.toleratedFailurePercentage,
      };
      await mapRuns.put({ ...record, limits });
      return {};
    },
  };
}

const listed = ({ executionArn, mapRunArn, stateMachineArn, startMs, stopMs }: MapRunRecord): JsonObject => ({
  executionArn,
  mapRunArn,
  stateMachineArn,
  startDate: startMs / 1000,
  ...(stopMs === undefined ? {} : { stopDate: stopMs / 1000 }),
});

const described = (record: MapRunRecord): JsonObject => ({
  mapRunArn: record.mapRunArn,
  executionArn: record.executionArn,
  status: record.status,
  startDate: record.startMs / 1000,
  ...(record.stopMs === undefined ? {} : { stopDate: record.stopMs / 1000 }),
  ...record.limits,
  redriveCount: record.redriveCount,
  ...(record.redriveMs === undefined ? {} : { redriveDate: record.redriveMs / 1000 }),
});

/** Of the run's items, and of the child executions that each got one or a batch of them. */
function counts(record: MapRunRecord, children: readonly ExecutionSummary[]): JsonObject {
  const writtenCount = record.status === 'SUCCEEDED' ? 1 : 0;
  return {
    itemCounts: countsOf(record.itemCount, children, ({ child }) => child?.itemCount ?? 0, writtenCount),
    executionCounts: countsOf(record.childCount, children, () => 1, writtenCount),
  };
}

function countsOf(
  total: number,
  children: readonly ExecutionSummary[],
  weight: (child: ExecutionSummary) => number,
  written: number,
): JsonObject {
  const sum = (status: string) =>
    children.filter((child) => child.status === status).reduce((count, child) => count + weight(child), 0);
  const known = {
    running: sum('RUNNING'),
    succeeded: sum('SUCCEEDED'),
    failed: sum('FAILED'),
    timedOut: sum('TIMED_OUT'),
    aborted: sum('ABORTED'),
  };
  const begun = Object.values(known).reduce((count, part) => count + part, 0);
  return {
    pending: Math.max(0, total - begun),
    ...known,
    total,
    resultsWritten: written * known.succeeded,
    failuresNotRedrivable: 0,
    pendingRedrive: 0,
  };
}

function limit(input: JsonObject, name: string, range: NumberRange): number | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && isWithin(value, range)) return value;
  throw invalid(`expected ${describeRange(range)} as '${name}', got ${JSON.stringify(value)}`);
}
