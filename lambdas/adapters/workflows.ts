import { type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';

/**
 * Starts an execution once. A name that exists already is success: the same event was here before.
 *
 * @param traceHeader Goes as the HTTP header, which Step Functions prefers over the `traceHeader` parameter.
 */
export async function startExecution(
  sfn: SFNClient,
  machineArn: string,
  name: string,
  input: object,
  traceHeader: string,
): Promise<void> {
  const command = new StartExecutionCommand({ stateMachineArn: machineArn, name, input: JSON.stringify(input) });
  command.middlewareStack.add(
    (next) => (args) => {
      (args.request as { headers: Record<string, string> }).headers['X-Amzn-Trace-Id'] = traceHeader;
      return next(args);
    },
    { step: 'build', name: 'traceHeader', override: true },
  );
  try {
    await sfn.send(command);
  } catch (error) {
    if ((error as Error).name !== 'ExecutionAlreadyExists') throw error;
  }
}
