import { book } from '../adapters/ledger.ts';
import { readArtifact } from '../adapters/object-store.ts';
import { makeOutbox, makeS3 } from '../runtime/clients.ts';
import { requireEnv } from '../runtime/env.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { createHandler } from './handler.ts';

const outbox = makeOutbox();
const s3 = makeS3();
const bucket = requireEnv('BUCKET_NAME');

export const handler = lambdaHandler(
  createHandler({
    now: () => Date.now(),
    readReading: (key) => readArtifact(s3, bucket, key),
    book: (booking) => book(outbox, booking),
  }),
);
