import { SNSClient } from '@aws-sdk/client-sns';
import { hasUnsubscribed } from '../adapters/contact-refresh.ts';
import { noteLook } from '../adapters/daily-store.ts';
import { readOpenInvoices } from '../adapters/due-store.ts';
import { readContacts, readPerson } from '../adapters/person-store.ts';
import { startDelivery } from '../adapters/start-delivery.ts';
import { makeOutbox, makeStartDelivery } from '../runtime/clients.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { tracer } from '../runtime/tracer.ts';
import { createHandler } from './handler.ts';

const outbox = makeOutbox();
const { table } = outbox;
const start = makeStartDelivery();
const sns = tracer.captureAWSv3Client(new SNSClient({}));

export const handler = lambdaHandler(
  createHandler({
    now: outbox.now,
    readPerson: (userId) => readPerson(table, userId),
    readContacts: (userId) => readContacts(table, userId),
    readOpenInvoices: (userId, start, end) => readOpenInvoices(table, userId, start, end),
    hasUnsubscribed: (contact) => hasUnsubscribed(sns, contact),
    noteLook: (...asked) => noteLook(outbox, ...asked),
    startDelivery: (...asked) => startDelivery(table, start, ...asked),
  }),
);
