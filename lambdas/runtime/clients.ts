import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import type { Outbox } from '../adapters/outbox.ts';
import type { Table } from '../adapters/table.ts';
import { requireEnv } from './env.ts';
import { tracer } from './tracer.ts';

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

/** S3, its calls traced. */
export const makeS3 = (): S3Client => tracer.captureAWSv3Client(new S3Client({}));
