import { readDocument } from '../adapters/document-store.ts';
import { readArtifact, streamObject, writeArtifact } from '../adapters/object-store.ts';
import { readPerson } from '../adapters/person-store.ts';
import { makeS3, makeTable } from '../runtime/clients.ts';
import { requireEnv } from '../runtime/env.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { createHandler } from './handler.ts';

const table = makeTable();
const s3 = makeS3();
const bucket = requireEnv('BUCKET_NAME');

export const handler = lambdaHandler(
  createHandler({
    now: () => Date.now(),
    readAnalysis: (key) => readArtifact(s3, bucket, key),
    readPerson: (userId) => readPerson(table, userId),
    readCorrection: async (documentId) => (await readDocument(table, documentId))?.correction?.says,
    streamObject: (object) => streamObject(s3, object),
    writeReading: (key, reading) => writeArtifact(s3, bucket, key, reading),
    defaultLocale: requireEnv('DEFAULT_LOCALE'),
    defaultTimeZone: requireEnv('DEFAULT_TIME_ZONE'),
  }),
);
