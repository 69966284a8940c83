import { readObject, writeArtifact } from '../adapters/object-store.ts';
import { makeS3 } from '../runtime/clients.ts';
import { requireEnv } from '../runtime/env.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { createHandler } from './handler.ts';
import { readPrint } from './print-lines.ts';

const s3 = makeS3();
const bucket = requireEnv('BUCKET_NAME');

export const handler = lambdaHandler(
  createHandler({
    readObject: (object) => readObject(s3, object),
    readPrint,
    writeArtifact: (key, value) => writeArtifact(s3, bucket, key, value),
  }),
);
