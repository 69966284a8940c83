import { SNSClient } from '@aws-sdk/client-sns';
import { markSent, readAlert } from '../adapters/alert-store.ts';
import { readSpend } from '../adapters/budget-store.ts';
import { refreshContact } from '../adapters/contact-refresh.ts';
import { wasAccepted, writeNotification } from '../adapters/notification-store.ts';
import { readBudgets, readContacts, readPerson } from '../adapters/person-store.ts';
import { publish } from '../adapters/publish.ts';
import { makeTable } from '../runtime/clients.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { tracer } from '../runtime/tracer.ts';
import { createHandler } from './handler.ts';

const table = makeTable();
const sns = tracer.captureAWSv3Client(new SNSClient({}));

export const handler = lambdaHandler(
  createHandler({
    now: () => Date.now(),
    readAlert: (key) => readAlert(table, key),
    readPerson: (userId) => readPerson(table, userId),
    readContacts: (userId) => readContacts(table, userId),
    refreshContact: (contact) => refreshContact(table, sns, contact),
    readBudgets: (userId) => readBudgets(table, userId),
    readSpend: (userId, start, end) => readSpend(table, userId, start, end),
    wasAccepted: (key) => wasAccepted(table, key),
    writeNotification: (key, notification) => writeNotification(table, key, notification),
    publish: (publication) => publish(sns, publication),
    markSent: (key, sentAt, outcome) => markSent(table, key, sentAt, outcome),
  }),
);
