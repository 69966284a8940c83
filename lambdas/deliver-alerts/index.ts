import { SNSClient } from '@aws-sdk/client-sns';
import { hold, markSent, postpone, readWindowAlerts, take } from '../adapters/alert-store.ts';
import { readState, rearm } from '../adapters/budget-store.ts';
import { refreshContact } from '../adapters/contact-refresh.ts';
import { findDocumentsByStatus } from '../adapters/document-search.ts';
import { readOutcome } from '../adapters/document-store.ts';
import { readOpenInvoice, readOpenInvoices } from '../adapters/due-store.ts';
import { readExpenses } from '../adapters/expense-store.ts';
import { readToldBefore, writeNotification } from '../adapters/notification-store.ts';
import { closeWindow, postponeWindow } from '../adapters/outbox.ts';
import { readBudgets, readContacts, readPerson } from '../adapters/person-store.ts';
import { publish } from '../adapters/publish.ts';
import { readSpending } from '../adapters/spending.ts';
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
    readContacts: (userId) => readContacts(table, userId),
    refreshContact: (contact) => refreshContact(table, sns, contact),
    closeWindow: (userId, windowId) => closeWindow(table, userId, windowId),
    postponeWindow: (userId, windowId, closesAt) => postponeWindow(table, userId, windowId, closesAt),
    readWindowAlerts: (userId, windowId) => readWindowAlerts(table, userId, windowId),
    readBudgets: (userId) => readBudgets(table, userId),
    readState: (userId, budgetId, periodStart) => readState(table, userId, budgetId, periodStart),
    readOutcome: (documentId) => readOutcome(table, documentId),
    readOpenInvoice: (...asked) => readOpenInvoice(table, ...asked),
    readOpenInvoices: (userId, start, end) => readOpenInvoices(table, userId, start, end),
    readSpending: (asked) => readSpending(table, asked),
    readExpenses: (userId, start, end) => readExpenses(table, userId, start, end),
    countWaiting: async (userId) => (await findDocumentsByStatus(table, userId, 'needs_review')).length,
    readToldBefore: (asked) => readToldBefore(table, asked),
    writeNotification: (round, notification) => writeNotification(table, round, notification),
    publish: (message) => publish(sns, message),
    markSent: (alert, sentAt, outcome) => markSent(table, alert, sentAt, outcome),
    postpone: (alert, until) => postpone(table, alert, until),
    hold: (alert, by, until) => hold(table, alert, by, until),
    take: (alert, by, now) => take(table, alert, by, now),
    rearm: (alert) => rearm(table, alert),
  }),
);
