import { readOpening, writeDecisions } from '../adapters/budget-store.ts';
import { readCause } from '../adapters/cause.ts';
import { readExpenses } from '../adapters/expense-store.ts';
import { readBudgets } from '../adapters/person-store.ts';
import { ratesFor } from '../adapters/rate-store.ts';
import { readSpending } from '../adapters/spending.ts';
import { startDeliveryOf } from '../adapters/start-delivery.ts';
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
    readBudgets: (userId) => readBudgets(table, userId),
    readOpening: (userId, subjects) => readOpening(table, userId, subjects),
    readSpending: (asked) => readSpending(table, asked),
    readExpenses: (userId, start, end) => readExpenses(table, userId, start, end),
    ratesFor: (spend, currency) => ratesFor(table, spend, currency),
    writeDecisions: (decisions, told) => writeDecisions(outbox, decisions, told),
    readCause: (documentId) => readCause(table, documentId),
    optimistically,
    startDelivery: (...asked) => startDeliveryOf(start, ...asked),
  }),
);
