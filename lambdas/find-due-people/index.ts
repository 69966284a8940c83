import { readLookedAtOn } from '../adapters/daily-store.ts';
import { findPeopleToLookAt } from '../adapters/person-store.ts';
import { makeTable } from '../runtime/clients.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { createHandler } from './handler.ts';

const table = makeTable();

export const handler = lambdaHandler(
  createHandler({
    now: () => Date.now(),
    findPeople: (most, after) => findPeopleToLookAt(table, Date.now(), most, after),
    readLookedAtOn: (userId) => readLookedAtOn(table, userId),
  }),
);
