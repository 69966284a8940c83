import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import type { Outbox } from '../adapters/outbox.ts';
import { orNotStarted, type StartDelivery } from '../adapters/start-delivery.ts';
import type { Table } from '../adapters/table.ts';
import { startExecution } from '../adapters/workflows.ts';
import { requireEnv } from './env.ts';
import { traceHeaderOf, tracer } from './tracer.ts';

/** The table of this installation, its calls traced. Made once, at module load. */
export const makeTable = (): Table => ({
  client: tracer.captureAWSv3Client(new DynamoDBClient({})),
  name: requireEnv('TABLE_NAME'),
});

/** Where a function that claims alerts puts them. */
export const makeOutbox = (): Outbox => ({
  table: makeTable(),
  windowSeconds: Number(requireEnv('WINDOW_SECONDS')),
  now: () => Date.now(),
});

/** Amazon Bedrock, its calls traced. A receipt waits for the answer, so a refused call is tried only once more. */
export const makeBedrock = (): BedrockRuntimeClient =>
  tracer.captureAWSv3Client(new BedrockRuntimeClient({ maxAttempts: 2 }));

/** S3, its calls traced. */
export const makeS3 = (): S3Client => tracer.captureAWSv3Client(new S3Client({}));

/**
 * How a function starts deliveries: within the trace that it names, or else that of its own invocation, and linked to the
 * execution that called it, so that the Step Functions console leads from one to the other.
 */
export function makeStartDelivery(): StartDelivery {
  const sfn = tracer.captureAWSv3Client(new SFNClient({}));
  const machineArn = requireEnv('DELIVER_ALERTS_ARN');
  return orNotStarted((delivery, startedBy, traceId) => {
    const link = startedBy === undefined ? {} : { AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID: startedBy };
    const header = traceId === undefined ? undefined : traceHeaderOf(traceId);
    return startExecution(sfn, machineArn, delivery.name, { ...delivery, ...link }, header);
  });
}
