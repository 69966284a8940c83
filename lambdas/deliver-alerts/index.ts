import { SNSClient } from '@aws-sdk/client-sns';
import { hold, markSent, postpone, take } from '../adapters/alert-store.ts';
import { refreshContact } from '../adapters/contact-refresh.ts';
import { findDocumentsByStatus } from '../adapters/document-search.ts';
import { readOpenInvoices } from '../adapters/due-store.ts';
import { readExpenses } from '../adapters/expense-store.ts';
import { readToldBefore, writeNotification } from '../adapters/notification-store.ts';
import { closeWindow, postponeWindow } from '../adapters/outbox.ts';
import { readBudgetsAndContacts, readPerson } from '../adapters/person-store.ts';
import { publish } from '../adapters/publish.ts';
import { rearm } from '../adapters/rearm.ts';
import { readSpending } from '../adapters/spending.ts';
import { readWindow } from '../adapters/window-alerts.ts';
import { makeTable } from '../runtime/clients.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { tracer } from '../runtime/tracer.ts';
import { createHandler } from './handler.ts';

const table = makeTable();
const sns = tracer.captureAWSv3Client(new SNSClient({}));

export const handler = lambdaHandler(
  createHandler({
    now: () => Date.now(),
    readPerson: (userId) => readPerson(table, userId),
    readBudgetsAndContacts: (userId) => readBudgetsAndContacts(table, userId),
    refreshContact: (contact) => refreshContact(table, sns, contact),
    closeWindow: (userId, windowId) => closeWindow(table, userId, windowId),
    postponeWindow: (userId, windowId, closesAt) => postponeWindow(table, userId, windowId, closesAt),
    readWindow: (userId, windowId) => readWindow(table, userId, windowId),
    readOpenInvoices: (userId, start, end) => readOpenInvoices(table, userId, start, end),
    readSpending: (asked) => readSpending(table, asked),
    readExpenses: (userId, start, end) => readExpenses(table, userId, start, end),
    countWaiting: async (userId) => (await findDocumentsByStatus(table, userId, 'needs_review')).length,
    readToldBefore: (asked) => readToldBefore(table, asked),
    writeNotification: (round, notification) => writeNotification(table, round, notification),
    publish: (message) => publish(sns, message),
    markSent: (...marked) => markSent(table, ...marked),
    postpone: (alerts, until) => postpone(table, alerts, until),
    hold: (alerts, by, until) => hold(table, alerts, by, until),
    take: (alerts, by, now) => take(table, alerts, by, now),
    rearm: (alerts) => rearm(table, alerts),
  }),
);
