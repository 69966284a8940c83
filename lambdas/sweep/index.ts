import { findUnsent, findWaiting } from '../adapters/alert-store.ts';
import { findPending, readDocument, readOutcome } from '../adapters/document-store.ts';
import { closeDocument } from '../adapters/outcome-store.ts';
import { readPerson } from '../adapters/person-store.ts';
import { makeOutbox, makeStartDelivery } from '../runtime/clients.ts';
import { requireEnv } from '../runtime/env.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { createHandler } from './handler.ts';

const outbox = makeOutbox();
const { table } = outbox;

export const handler = lambdaHandler(
  createHandler({
    now: () => Date.now(),
    findUnsent: (closedBefore) => findUnsent(table, closedBefore),
    findWaiting: (closingFrom) => findWaiting(table, closingFrom),
    findPending: (before, most) => findPending(table, before, most),
    readDocument: (documentId) => readDocument(table, documentId),
    readOutcome: (documentId) => readOutcome(table, documentId),
    readPerson: (userId) => readPerson(table, userId),
    close: (closing) => closeDocument(outbox, closing),
    startDelivery: makeStartDelivery(),
    unsentAfterSeconds: Number(requireEnv('UNSENT_AFTER_SECONDS')),
  }),
);
