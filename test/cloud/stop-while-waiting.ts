import type { TestCloud } from './open-cloud.ts';

/**
 * Drops a receipt and stops its execution by hand. Holds the clock, so that it is still waiting for its poll when it is
 * stopped.
 */
export function stopWhileWaiting({ cloud, clock }: TestCloud, key: string, body: Buffer): Promise<void> {
  const { ListExecutions, GetExecutionHistory, StopExecution } = cloud.states.operations;
  return clock.busy(async () => {
    await cloud.s3.write(key, body);
    for (;;) {
      const running = await ListExecutions?.(
        { stateMachineArn: cloud.values['IngestReceiptArn'] ?? '', statusFilter: 'RUNNING' },
        {},
      );
      const [execution] = (running?.['executions'] ?? []) as { executionArn: string }[];
      const history =
        execution && JSON.stringify(await GetExecutionHistory?.({ executionArn: execution.executionArn }, {}));
      if (execution && history?.includes('Wait For Analysis')) {
        await StopExecution?.({ executionArn: execution.executionArn, error: 'Stopped', cause: 'by hand' }, {});
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
}
