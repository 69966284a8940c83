import { noteLook } from '../adapters/daily-store.ts';
import { readOpenInvoices } from '../adapters/due-store.ts';
import { readContacts, readPerson } from '../adapters/person-store.ts';
import { startDelivery } from '../adapters/start-delivery.ts';
import { makeOutbox, makeStartDelivery } from '../runtime/clients.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { createHandler } from './handler.ts';

const outbox = makeOutbox();
const { table } = outbox;
const start = makeStartDelivery();

export const handler = lambdaHandler(
  createHandler({
    now: outbox.now,
    readPerson: (userId) => readPerson(table, userId),
    readContacts: (userId) => readContacts(table, userId),
    readOpenInvoices: (userId, start, end) => readOpenInvoices(table, userId, start, end),
    noteLook: (person, day, claimsDue) => noteLook(outbox, person, day, claimsDue),
    startDelivery: (...asked) => startDelivery(table, start, ...asked),
  }),
);
