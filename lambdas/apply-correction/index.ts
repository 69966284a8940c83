import { SFNClient } from '@aws-sdk/client-sfn';
import { confirmCorrection, readDocument, readOutcome, reopenDocument } from '../adapters/document-store.ts';
import { drawTurnOf } from '../adapters/lanes.ts';
import { headObject, readObject } from '../adapters/object-store.ts';
import { readPictureOwner } from '../adapters/picture-owner.ts';
import { startExecution } from '../adapters/workflows.ts';
import { analysisKeyOf } from '../core/document/artifacts.ts';
import { optimistically } from '../core/ground/optimistic.ts';
import { makeS3, makeTable } from '../runtime/clients.ts';
import { requireEnv } from '../runtime/env.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { beginTrace, mintTraceId } from '../runtime/tracer.ts';
import { createHandler } from './handler.ts';

const table = makeTable();
const s3 = makeS3();
// Not captured by the Tracer: the call carries the trace of the corrected document, not this invocation's.
const sfn = new SFNClient({});
const bucket = requireEnv('BUCKET_NAME');
const turnsPerSecond = Number(requireEnv('TURNS_PER_SECOND'));
const ingestReceiptArn = requireEnv('INGEST_RECEIPT_ARN');

export const handler = lambdaHandler(
  createHandler({
    now: () => Date.now(),
    mintTraceId,
    readObject: (object) => readObject(s3, object),
    readDocument: (documentId) => readDocument(table, documentId),
    readOutcome: (documentId) => readOutcome(table, documentId),
    hasAnalysis: async (documentId) => (await headObject(s3, bucket, analysisKeyOf(documentId))) !== undefined,
    readPictureOwner: (userId, contentHash) => readPictureOwner(table, userId, contentHash),
    drawTurn: (userId, nowMs) => drawTurnOf(table, userId, nowMs, turnsPerSecond),
    reopenDocument: (...reopened) => reopenDocument(table, ...reopened),
    confirmCorrection: (...confirmed) => confirmCorrection(table, ...confirmed),
    optimistically,
    start: ({ documentId, userId, executionName, traceId, eventId, uploadedAt }, input) =>
      beginTrace(
        traceId,
        { documentId, userId, eventId, uploadedAt },
        ({ header }) => startExecution(sfn, ingestReceiptArn, executionName, input, header),
        'apply-correction',
      ),
  }),
);
