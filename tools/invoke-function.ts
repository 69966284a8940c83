import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';

/**
 * Calls a function and waits for its answer.
 *
 * @throws Error with what the function threw, or with what Lambda refused the call for.
 */
export async function invokeFunction(client: LambdaClient, name: string, payload: object): Promise<unknown> {
  const { Payload, FunctionError } = await client.send(
    new InvokeCommand({ FunctionName: name, Payload: Buffer.from(JSON.stringify(payload)) }),
  );
  const answer: unknown = JSON.parse(Buffer.from(Payload ?? []).toString('utf8') || 'null');
  if (FunctionError === undefined) return answer;
  const { errorMessage } = (answer ?? {}) as { errorMessage?: string };
  throw new Error(errorMessage ?? `the function ended with ${FunctionError}`);
}
