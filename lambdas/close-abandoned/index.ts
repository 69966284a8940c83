import { closeDocument } from '../adapters/outcome-store.ts';
import { readPerson } from '../adapters/person-store.ts';
import { startDelivery } from '../adapters/start-delivery.ts';
import { makeOutbox, makeStartDelivery } from '../runtime/clients.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { createHandler } from './handler.ts';

const outbox = makeOutbox();
const { table } = outbox;
const start = makeStartDelivery();

export const handler = lambdaHandler(
  createHandler({
    now: () => Date.now(),
    readPerson: (userId) => readPerson(table, userId),
    close: (closing) => closeDocument(outbox, closing),
    startDelivery: (...asked) => startDelivery(table, start, ...asked),
  }),
);
