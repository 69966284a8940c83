import { noteLook } from '../adapters/daily-store.ts';
import { deliveriesOfClaims } from '../adapters/outbox.ts';
import { readContacts, readPerson } from '../adapters/person-store.ts';
import { makeOutbox } from '../runtime/clients.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { createHandler } from './handler.ts';

const outbox = makeOutbox();
const { table } = outbox;

export const handler = lambdaHandler(
  createHandler({
    now: outbox.now,
    readPerson: (userId) => readPerson(table, userId),
    readContacts: (userId) => readContacts(table, userId),
    noteLook: (userId, day, digestsDue) => noteLook(outbox, userId, day, digestsDue),
    deliveriesOf: (claims) => deliveriesOfClaims(table, claims),
  }),
);
