import { closeDocument } from '../adapters/outcome-store.ts';
import { readPerson } from '../adapters/person-store.ts';
import { makeTable } from '../runtime/clients.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { createHandler } from './handler.ts';

const table = makeTable();

export const handler = lambdaHandler(
  createHandler({
    now: () => Date.now(),
    readPerson: (userId) => readPerson(table, userId),
    close: (closing) => closeDocument(table, closing),
  }),
);
