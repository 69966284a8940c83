import { askBedrock } from '../adapters/ask-bedrock.ts';
import { readDocument } from '../adapters/document-store.ts';
import { readLines } from '../adapters/long-artifact.ts';
import { findArtifact, streamObject, writeArtifact } from '../adapters/object-store.ts';
import { readPerson } from '../adapters/person-store.ts';
import { NO_PROPOSAL } from '../core/proposal/no-proposal.ts';
import { readAnalysis } from '../core/reading/analysis-text.ts';
import { makeBedrock, makeS3, makeTable } from '../runtime/clients.ts';
import { requireEnv } from '../runtime/env.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { logger } from '../runtime/logger.ts';
import { createHandler } from './handler.ts';
import type { ModelPorts } from './propose.ts';

const table = makeTable();
const s3 = makeS3();
const bucket = requireEnv('BUCKET_NAME');
const modelId = requireEnv('BEDROCK_MODEL');

function makeModel(id: string): ModelPorts {
  const bedrock = makeBedrock();
  return {
    id,
    ask: (question) => askBedrock(bedrock, id, question),
    readProposal: (key) => findArtifact(s3, bucket, key),
    writeProposal: (key, proposal) => writeArtifact(s3, bucket, key, proposal),
    tellOfNone: (errorName, reason) => logger.warn(NO_PROPOSAL, { errorName, reason, model: id }),
  };
}

export const handler = lambdaHandler(
  createHandler({
    now: () => Date.now(),
    readAnalysis: (key) => readAnalysis(readLines(s3, bucket, key)),
    readPerson: (userId) => readPerson(table, userId),
    readCorrection: async (documentId) => (await readDocument(table, documentId))?.correction?.says,
    streamObject: (object) => streamObject(s3, object),
    writeReading: (key, reading) => writeArtifact(s3, bucket, key, reading),
    ...(modelId === '' ? {} : { model: makeModel(modelId) }),
    defaultLocale: requireEnv('DEFAULT_LOCALE'),
    defaultTimeZone: requireEnv('DEFAULT_TIME_ZONE'),
    pageCost: {
      mostPages: Number(requireEnv('MAX_PAGES')),
      secondsPerPage: Number(requireEnv('SECONDS_PER_PAGE')),
    },
  }),
);
