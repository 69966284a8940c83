import { readObject } from '../adapters/object-store.ts';
import { storeRates } from '../adapters/store-rates.ts';
import { makeS3, makeTable } from '../runtime/clients.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { createHandler } from './handler.ts';

const table = makeTable();
const s3 = makeS3();

export const handler = lambdaHandler(
  createHandler({
    now: () => Date.now(),
    readObject: (object) => readObject(s3, object),
    storeRates: (...asked) => storeRates(table, ...asked),
  }),
);
