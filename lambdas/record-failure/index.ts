import { closeDocument } from '../adapters/outcome-store.ts';
import { readPerson } from '../adapters/person-store.ts';
import { makeOutbox } from '../runtime/clients.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { createHandler } from './handler.ts';

const outbox = makeOutbox();
const { table } = outbox;

export const handler = lambdaHandler(
  createHandler({
    now: () => Date.now(),
    readPerson: (userId) => readPerson(table, userId),
    close: (closing) => closeDocument(outbox, closing),
  }),
);
