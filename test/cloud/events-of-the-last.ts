import type { TestCloud } from './open-cloud.ts';

/** How many events the history of a machine's last execution holds; AWS ends one with more than 25,000. */
export async function eventsOfTheLast({ cloud }: TestCloud, machineArnName: string): Promise<number> {
  const { ListExecutions, GetExecutionHistory } = cloud.states.operations;
  const listed = await ListExecutions?.({ stateMachineArn: cloud.values[machineArnName] ?? '', maxResults: 1 }, {});
  const [{ executionArn = '' } = {}] = (listed?.['executions'] ?? []) as { executionArn?: string }[];
  let events = 0;
  let nextToken: unknown;
  do {
    const page = await GetExecutionHistory?.(
      { executionArn, ...(nextToken ? { nextToken: String(nextToken) } : {}) },
      {},
    );
    events += ((page?.['events'] ?? []) as unknown[]).length;
    nextToken = page?.['nextToken'];
  } while (nextToken);
  return events;
}
