import { readSpend, readState, writeState } from '../adapters/budget-store.ts';
import { readCause } from '../adapters/cause.ts';
import { readExpenses } from '../adapters/expense-store.ts';
import { readBudgets, readPerson } from '../adapters/person-store.ts';
import { ratesFor } from '../adapters/rate-store.ts';
import { startDelivery } from '../adapters/start-delivery.ts';
import { optimistically } from '../core/ground/optimistic.ts';
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
    readBudgets: (userId) => readBudgets(table, userId),
    readState: (userId, budgetId, periodStart) => readState(table, userId, budgetId, periodStart),
    readSpend: (userId, start, end) => readSpend(table, userId, start, end),
    readExpenses: (userId, start, end) => readExpenses(table, userId, start, end),
    ratesFor: (spend, currency) => ratesFor(table, spend, currency),
    writeState: (at, read, next, claims) => writeState(outbox, at, read, next, claims),
    readCause: (documentId) => readCause(table, documentId),
    optimistically,
    startDelivery: (...asked) => startDelivery(table, start, ...asked),
  }),
);
