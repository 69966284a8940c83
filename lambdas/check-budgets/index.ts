import { readAlerts } from '../adapters/alert-store.ts';
import { readSpend, readState, writeState } from '../adapters/budget-store.ts';
import { readCause } from '../adapters/cause.ts';
import { personKey } from '../adapters/ledger-keys.ts';
import { optimistically } from '../adapters/optimistic.ts';
import { readBudgets, readPerson } from '../adapters/person-store.ts';
import { makeTable } from '../runtime/clients.ts';
import { requireEnv } from '../runtime/env.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { createHandler } from './handler.ts';

const table = makeTable();

export const handler = lambdaHandler(
  createHandler({
    now: () => Date.now(),
    readPerson: (userId) => readPerson(table, userId),
    readBudgets: (userId) => readBudgets(table, userId),
    readState: (userId, budgetId, periodStart) => readState(table, userId, budgetId, periodStart),
    readSpend: (userId, start, end) => readSpend(table, userId, start, end),
    writeState: (at, read, next, alerts) => writeState(table, at, read, next, alerts),
    readAlerts: (userId, prefix) => readAlerts(table, personKey(userId).PK, prefix),
    readCause: (documentId) => readCause(table, documentId),
    optimistically,
    unsentAfterSeconds: Number(requireEnv('UNSENT_AFTER_SECONDS')),
  }),
);
