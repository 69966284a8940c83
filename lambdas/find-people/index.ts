import { findPeoplePage } from '../adapters/person-store.ts';
import { makeTable } from '../runtime/clients.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { createHandler } from './handler.ts';

const table = makeTable();

export const handler = lambdaHandler(
  createHandler({ findPeople: (most, after) => findPeoplePage(table, most, after) }),
);
