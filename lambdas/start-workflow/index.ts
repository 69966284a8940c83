import { SFNClient } from '@aws-sdk/client-sfn';
import { createDocument, readDocument, readOutcome, reopenDocument } from '../adapters/document-store.ts';
import { carriesInvoice } from '../adapters/invoice-look.ts';
import { drawTurnOf } from '../adapters/lanes.ts';
import { headObject } from '../adapters/object-store.ts';
import { holdBeyond } from '../adapters/page-look.ts';
import { startExecution } from '../adapters/workflows.ts';
import { makeS3, makeTable } from '../runtime/clients.ts';
import { requireEnv } from '../runtime/env.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { logger } from '../runtime/logger.ts';
import { beginTrace, mintTraceId } from '../runtime/tracer.ts';
import { createHandler } from './handler.ts';

const table = makeTable();
const s3 = makeS3();
// Not captured by the Tracer: the call carries the document's own trace, not this invocation's.
const sfn = new SFNClient({});
const machineArns = {
  'ingest-receipt': requireEnv('INGEST_RECEIPT_ARN'),
  'apply-plan': requireEnv('APPLY_PLAN_ARN'),
  'apply-correction': requireEnv('APPLY_CORRECTION_ARN'),
  'apply-rates': requireEnv('APPLY_RATES_ARN'),
  'reject-object': requireEnv('REJECT_OBJECT_ARN'),
};
const turnsPerSecond = Number(requireEnv('TURNS_PER_SECOND'));

export const handler = lambdaHandler(
  createHandler({
    now: () => Date.now(),
    mintTraceId,
    readDocument: (documentId) => readDocument(table, documentId),
    readOutcome: (documentId) => readOutcome(table, documentId),
    createDocument: (document, outcome) => createDocument(table, document, outcome),
    reopenDocument: (document, outcome) => reopenDocument(table, document, outcome),
    carriesInvoice: (object) => carriesInvoice(s3, object),
    holdBeyond: (object, mostPages) => holdBeyond(s3, object, mostPages),
    drawTurn: (userId, nowMs) => drawTurnOf(table, userId, nowMs, turnsPerSecond),
    headObject: (bucket, key, versionId) => headObject(s3, bucket, key, versionId),
    start: ({ documentId, userId, workflow, executionName, traceId, eventId, uploadedAt }, input) => {
      logger.appendKeys({ documentId, userId, executionName });
      const annotations = { documentId, userId, eventId, uploadedAt };
      return beginTrace(traceId, annotations, ({ header }) =>
        startExecution(sfn, machineArns[workflow], executionName, input, header),
      );
    },
    bucket: requireEnv('BUCKET_NAME'),
    defaultUser: requireEnv('DEFAULT_USER'),
    mostPages: Number(requireEnv('MAX_PAGES')),
  }),
);
