import { readAlerts } from '../adapters/alert-store.ts';
import { readSpend, readState, writeState } from '../adapters/budget-store.ts';
import { readCause } from '../adapters/cause.ts';
import { readExpenses } from '../adapters/expense-store.ts';
import { personKey } from '../adapters/ledger-keys.ts';
import { optimistically } from '../adapters/optimistic.ts';
import { readBudgets, readPerson } from '../adapters/person-store.ts';
import { ratesFor } from '../adapters/rate-store.ts';
import { makeOutbox } from '../runtime/clients.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { createHandler } from './handler.ts';

const outbox = makeOutbox();
const { table } = outbox;

export const handler = lambdaHandler(
  createHandler({
    now: outbox.now,
    readPerson: (userId) => readPerson(table, userId),
    readBudgets: (userId) => readBudgets(table, userId),
    readState: (userId, budgetId, periodStart) => readState(table, userId, budgetId, periodStart),
    readSpend: (userId, start, end) => readSpend(table, userId, start, end),
    readExpenses: (userId, start, end) => readExpenses(table, userId, start, end),
    ratesFor: (spend, currency) => ratesFor(table, spend, currency),
    writeState: (at, read, next, alerts) => writeState(outbox, at, read, next, alerts),
    readAlerts: (userId, prefix) => readAlerts(table, personKey(userId).PK, prefix),
    readCause: (documentId) => readCause(table, documentId),
    optimistically,
  }),
);
