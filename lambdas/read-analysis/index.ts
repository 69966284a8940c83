import { TextractClient } from '@aws-sdk/client-textract';
import { readAnalysis } from '../adapters/analysis.ts';
import { writeLongArtifact } from '../adapters/long-artifact.ts';
import { makeS3 } from '../runtime/clients.ts';
import { requireEnv } from '../runtime/env.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { tracer } from '../runtime/tracer.ts';
import { createHandler } from './handler.ts';

const textract = tracer.captureAWSv3Client(new TextractClient({}));
const s3 = makeS3();
const bucket = requireEnv('BUCKET_NAME');

export const handler = lambdaHandler(
  createHandler({
    now: () => Date.now(),
    readAnalysis: (jobId) => readAnalysis(textract, jobId),
    writeText: (key, text) => writeLongArtifact(s3, bucket, key, text),
  }),
);
