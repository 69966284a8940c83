import { type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';

/**
 * Starts an execution once. A name that exists already is success: the same event was here before.
 *
 * @param traceHeader Goes as the HTTP header, which Step Functions prefers over the `traceHeader` parameter, in place of
 *   the one of whatever traces the client.
 *   @default - the header of whatever traces the client
 * @returns The execution's ARN, whoever started it.
 */
export async function startExecution(
  sfn: SFNClient,
  machineArn: string,
  name: string,
  input: object,
  traceHeader?: string,
): Promise<string> {
  const command = new StartExecutionCommand({ stateMachineArn: machineArn, name, input: JSON.stringify(input) });
  if (traceHeader !== undefined) {
    command.middlewareStack.add(
      (next) => (args) => {
        (args.request as { headers: Record<string, string> }).headers['X-Amzn-Trace-Id'] = traceHeader;
        return next(args);
      },
      { step: 'build', priority: 'low', name: 'traceHeader', override: true },
    );
  }
  try {
    await sfn.send(command);
  } catch (error) {
    if ((error as Error).name !== 'ExecutionAlreadyExists') throw error;
  }
  return `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
}
