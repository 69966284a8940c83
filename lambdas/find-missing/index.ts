import { LambdaClient } from '@aws-sdk/client-lambda';
import { readDocument } from '../adapters/document-store.ts';
import { findActivePeople } from '../adapters/person-store.ts';
import { startUpload } from '../adapters/start-upload.ts';
import { findLatest, listVersions } from '../adapters/version-list.ts';
import { makeS3, makeTable } from '../runtime/clients.ts';
import { requireEnv } from '../runtime/env.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { tracer } from '../runtime/tracer.ts';
import { createHandler } from './handler.ts';

const table = makeTable();
const s3 = makeS3();
const lambda = tracer.captureAWSv3Client(new LambdaClient({}));
const bucket = requireEnv('BUCKET_NAME');
const startWorkflowArn = requireEnv('START_WORKFLOW_ARN');

export const handler = lambdaHandler(
  createHandler({
    now: () => Date.now(),
    listVersions: (after) => listVersions(s3, bucket, { after }),
    findLatest: (key) => findLatest(s3, bucket, key),
    isKnown: async (documentId) => (await readDocument(table, documentId)) !== undefined,
    findPeople: () => findActivePeople(table),
    start: (event) => startUpload(lambda, startWorkflowArn, event),
    bucket,
  }),
);
