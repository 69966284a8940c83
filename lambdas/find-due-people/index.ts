import { readLookedAtOn } from '../adapters/daily-store.ts';
import { findActivePeople } from '../adapters/person-store.ts';
import { makeTable } from '../runtime/clients.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { createHandler } from './handler.ts';

const table = makeTable();

export const handler = lambdaHandler(
  createHandler({
    now: () => Date.now(),
    findPeople: () => findActivePeople(table),
    readLookedAtOn: (userId) => readLookedAtOn(table, userId),
  }),
);
