import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';

/**
 * Has `start-workflow` work on one event as if the queue had handed it out.
 *
 * @throws Error with what the function threw, or with what Lambda refused the call for.
 */
export async function startUpload(lambda: LambdaClient, functionArn: string, event: object): Promise<void> {
  const payload = { Records: [{ body: JSON.stringify(event) }] };
  const { Payload, FunctionError } = await lambda.send(
    new InvokeCommand({ FunctionName: functionArn, Payload: Buffer.from(JSON.stringify(payload)) }),
  );
  if (FunctionError === undefined) return;
  const { errorMessage } = JSON.parse(Buffer.from(Payload ?? []).toString('utf8') || '{}') as { errorMessage?: string };
  throw new Error(errorMessage ?? `start-workflow ended with ${FunctionError}`);
}
