import { lookAnew } from '../adapters/look-anew.ts';
import { headObject, readObject } from '../adapters/object-store.ts';
import { readPerson } from '../adapters/person-store.ts';
import { applyPlan, endPlan } from '../adapters/plan-store.ts';
import { makeOutbox, makeS3 } from '../runtime/clients.ts';
import { requireEnv } from '../runtime/env.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { createHandler } from './handler.ts';

const outbox = makeOutbox();
const { table } = outbox;
const s3 = makeS3();

export const handler = lambdaHandler(
  createHandler({
    now: () => Date.now(),
    readObject: (object) => readObject(s3, object),
    headObject: (bucket, key) => headObject(s3, bucket, key),
    readPlanSource: async (userId) => (await readPerson(table, userId))?.plan,
    applyPlan: (items) => applyPlan(table, items),
    endPlan: (userId, source) => endPlan(table, userId, source),
    lookAnew: (person) => lookAnew(outbox, person),
    defaults: { locale: requireEnv('DEFAULT_LOCALE'), timeZone: requireEnv('DEFAULT_TIME_ZONE') },
  }),
);
