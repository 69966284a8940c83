import { hold, markSent, postpone, readAlerts, take } from '../../lambdas/adapters/alert-store.ts';
import { readOpening, readSpend, readState, writeDecisions } from '../../lambdas/adapters/budget-store.ts';
import { readCause } from '../../lambdas/adapters/cause.ts';
import { updateContact } from '../../lambdas/adapters/contact-store.ts';
import { findDocumentsByStatus } from '../../lambdas/adapters/document-search.ts';
import { createDocument, reopenDocument } from '../../lambdas/adapters/document-store.ts';
import { readOpenInvoices } from '../../lambdas/adapters/due-store.ts';
import { readExpenses } from '../../lambdas/adapters/expense-store.ts';
import { book } from '../../lambdas/adapters/ledger.ts';
import { personKey } from '../../lambdas/adapters/ledger-keys.ts';
import { readToldBefore, writeNotification } from '../../lambdas/adapters/notification-store.ts';
import { closeWindow, type Outbox, postponeWindow } from '../../lambdas/adapters/outbox.ts';
import { readBudgets, readBudgetsAndContacts, readContacts, readPerson } from '../../lambdas/adapters/person-store.ts';
import { applyPlan } from '../../lambdas/adapters/plan-store.ts';
import { ratesFor } from '../../lambdas/adapters/rate-store.ts';
import { rearm } from '../../lambdas/adapters/rearm.ts';
import { readSpending } from '../../lambdas/adapters/spending.ts';
import { startDeliveryOf } from '../../lambdas/adapters/start-delivery.ts';
import type { Table } from '../../lambdas/adapters/table.ts';
import { readWindow } from '../../lambdas/adapters/window-alerts.ts';
import { createHandler as createCheck } from '../../lambdas/check-budgets/handler.ts';
import { type BudgetAlert, type Delivery, isBudgetAlert } from '../../lambdas/core/alert/alert.ts';
import { deliveriesOf } from '../../lambdas/core/alert/window.ts';
import type { Budget } from '../../lambdas/core/budget/budget.ts';
import type { AskedSpending } from '../../lambdas/core/budget/spending.ts';
import { triggerId } from '../../lambdas/core/budget/threshold.ts';
import type { DocumentRecord } from '../../lambdas/core/document/document.ts';
import { money } from '../../lambdas/core/ground/money.ts';
import { optimistically } from '../../lambdas/core/ground/optimistic.ts';
import type { Allocation } from '../../lambdas/core/ledger/ledger.ts';
import type { Message, PublishOutcome } from '../../lambdas/core/message/message.ts';
import type { Contact, Person } from '../../lambdas/core/person/person.ts';
import { createHandler as createDeliver } from '../../lambdas/deliver-alerts/handler.ts';
import { openDeliveries } from './deliveries.ts';
import { retried } from './retried.ts';

/** One reading of a receipt, as a test describes it. */
export interface Receipt {
  readonly documentId: string;
  readonly run?: number;
  readonly amountMinor: number;
  readonly date?: string;
  readonly category?: string;
  /** Equal hashes are the same picture. */
  readonly contentHash?: string;
  /** Of a receipt in several categories. @default - the whole amount in its category */
  readonly allocations?: readonly Allocation[];
  /** What else was read, such as the day on which it is to be paid. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** A budget as a test describes it: per month, in US dollars, in force since the beginning of the year. */
export type PlannedBudget = { readonly limitMinor: number } & Partial<Budget> & Pick<Budget, 'category'>;

/** A budget with every field. */
export const aBudget = ({ limitMinor, ...budget }: PlannedBudget): Budget => ({
  ...{ period: 'month', currency: 'USD', since: '2026-01-01' },
  ...{ limits: [{ limitMinor }], thresholds: [50, 80, 100] },
  ...budget,
});

export const USER = 'alice';
export const NOW = Date.parse('2026-11-20T12:00:00Z');

/** Where claims go when it is noon, or another time. */
export const outboxOn = (table: Table, nowMs = NOW): Outbox => ({ table, now: () => nowMs, windowSeconds: 30 });

/** A document as start-workflow writes it. */
export const aDocument = ({ documentId, run = 1 }: Pick<Receipt, 'documentId' | 'run'>): DocumentRecord => ({
  documentId,
  userId: USER,
  bucket: 'bucket',
  key: `receipts/${USER}/${documentId}.jpg`,
  versionId: 'v1',
  object: `s3://bucket/receipts/${USER}/${documentId}.jpg`,
  sizeBytes: 1000,
  workflow: 'ingest-receipt',
  uploadedAt: '2026-11-20T11:00:00.000Z',
  run,
  executionName: `alice-${documentId}-r${run}`,
  traceId: '1-00000000-000000000000000000000000',
});

/** What `openBooks` opens. */
export type Books = ReturnType<typeof openBooks>;

/**
 * The steps of a workflow after reading, with the real adapters on a table. Two tables may stand for the same items:
 * `steps` for what is under test (its client may be interleaved), `table` for looking at the result.
 *
 * @param answer What SNS says to a message. @default - it takes every one
 * @param deliveries How the steps start deliveries. @default - each that a step starts is noted
 */
export function openBooks(
  table: Table,
  steps: Table = table,
  answer: (message: Message) => PublishOutcome = () => ({ outcome: 'accepted', messageId: 'm' }),
  deliveries = openDeliveries(steps),
) {
  const published: (Message & { readonly atMs: number })[] = [];
  const time = { nowMs: NOW };
  const delivered = new Set<string>();
  const now = () => time.nowMs;
  const outbox: Outbox = { table: steps, now, windowSeconds: 30 };
  const readers = {
    now,
    readPerson: (userId: string) => readPerson(steps, userId),
    readBudgets: (userId: string) => readBudgets(steps, userId),
    readSpending: (asked: AskedSpending) => readSpending(steps, asked),
    readState: (userId: string, budgetId: string, periodStart: string) =>
      readState(steps, userId, budgetId, periodStart),
    ratesFor: (...args: Parameters<typeof ratesFor> extends [unknown, ...infer Rest] ? Rest : never) =>
      ratesFor(steps, ...args),
  };
  const checkBudgets = createCheck({
    ...readers,
    readOpening: (...args) => readOpening(steps, ...args),
    writeDecisions: (...args) => writeDecisions(outbox, ...args),
    readExpenses: (userId, start, end) => readExpenses(steps, userId, start, end),
    readCause: (documentId) => readCause(steps, documentId),
    optimistically,
    startDelivery: (...asked) => startDeliveryOf(deliveries.start, ...asked),
  });
  /** *Check Budgets*, and the delivery that it started or found started. */
  const check = async (request: object) => ({ deliveries: deliveries.of(await checkBudgets(request)) });
  const deliver = createDeliver({
    ...readers,
    readExpenses: (userId, start, end) => readExpenses(steps, userId, start, end),
    readOpenInvoices: (userId, start, end) => readOpenInvoices(steps, userId, start, end),
    countWaiting: async (userId) => (await findDocumentsByStatus(steps, userId, 'needs_review')).length,
    readBudgetsAndContacts: (userId) => readBudgetsAndContacts(steps, userId),
    refreshContact: async (contact) => contact,
    closeWindow: (userId, windowId) => closeWindow(steps, userId, windowId),
    postponeWindow: (userId, windowId, closesAt) => postponeWindow(steps, userId, windowId, closesAt),
    readWindow: (userId, windowId) => readWindow(steps, userId, windowId),
    readToldBefore: (asked) => readToldBefore(steps, asked),
    writeNotification: (round, notification) => writeNotification(steps, round, notification),
    async publish(message) {
      const result = answer(message);
      if (result.outcome === 'accepted') published.push({ ...message, atMs: time.nowMs });
      return result;
    },
    markSent: (...marked) => markSent(steps, ...marked),
    postpone: (alerts, until) => postpone(steps, alerts, until),
    hold: (alerts, by, until) => hold(steps, alerts, by, until),
    take: (alerts, by, now) => take(steps, alerts, by, now),
    rearm: (alerts) => rearm(steps, alerts),
  });

  return {
    published,
    outbox,
    check,
    deliver,
    /** What the clock says; a test sets it. */
    time,

    /** Puts a plan in force; contacts have their topics. */
    async plan(
      budgets: readonly PlannedBudget[],
      sequencer = '01',
      over: Partial<Person> = {},
      contacts: readonly Pick<Contact, 'protocol' | 'address' | 'hideAmounts'>[] = [
        { protocol: 'email', address: 'alice@example.com' },
      ],
    ): Promise<void> {
      const plan = { key: 'budgets/alice.yaml', versionId: 'v', sequencer, uploadedAt: '2026-11-01T00:00:00Z' };
      const person: Person = {
        ...{ userId: USER, name: 'Alice', locale: 'en-US', timeZone: 'UTC', currency: 'USD', plan, isActive: true },
        ...over,
      };
      const planned = budgets.map(({ limitMinor, ...budget }) => {
        const { limits: _, since: __, ...rest } = aBudget({ limitMinor, ...budget });
        return { ...rest, limits: limitMinor };
      });
      await applyPlan(table, { person, budgets: planned, contacts, today: '2026-11-20' });
      for (const contact of await readContacts(table, USER)) {
        await updateContact(table, contact, { topicArn: `arn:${contact.address}`, status: 'confirmed' });
      }
    },

    /** Writes the document that a receipt's execution works on, or opens a further run of it. */
    async drop(receipt: Receipt): Promise<void> {
      const document = aDocument(receipt);
      const outcome = { status: 'pending', run: document.run, updatedAt: document.uploadedAt } as const;
      if (document.run === 1) await createDocument(table, document, outcome);
      else await reopenDocument(table, document, outcome);
    },

    /** *Record Expense*. */
    record(receipt: Receipt) {
      const { documentId, run = 1, amountMinor, date = '2026-11-10', category = 'groceries', contentHash } = receipt;
      return book(outbox, {
        documentId,
        run,
        userId: USER,
        contentHash: contentHash ?? `hash-${documentId}`,
        allocations: receipt.allocations ?? [{ date, category, currency: 'USD', amountMinor }],
        facts: {
          vendor: 'Green Basket',
          purchasedOn: date,
          total: money(amountMinor, 'USD'),
          category,
          ...receipt.facts,
        },
        outcome: { status: 'completed', updatedAt: '2026-11-20T12:00:00.000Z' },
      });
    },

    /** *Record Expense* and *Check Budgets*, one after the other as the machine does. */
    async book(receipt: Receipt): Promise<readonly Delivery[]> {
      const { affected } = await this.record(receipt);
      const { documentId, run = 1 } = receipt;
      return (await check({ documentId, run, userId: USER, affected })).deliveries;
    },

    /**
     * The same, and the delivery of the windows, whatever the clock says; one execution a window, whoever starts it, that
     * tries again as the machine does.
     */
    async run(receipt: Receipt): Promise<void> {
      for (const delivery of await this.book(receipt)) {
        if (delivered.has(delivery.name)) continue;
        delivered.add(delivery.name);
        await retried(() => deliver(delivery));
      }
    },

    /** A receipt from its drop to its booking and check. */
    async dropAndBook(receipt: Receipt): Promise<readonly Delivery[]> {
      await this.drop(receipt);
      return this.book(receipt);
    },

    /** A receipt from its drop to the delivery of what it claims. */
    async dropAndRun(receipt: Receipt): Promise<void> {
      await this.drop(receipt);
      await this.run(receipt);
    },

    /** *Deliver Alerts* for windows, one after the other, whatever the clock says. */
    async deliverAll(deliveries: readonly Delivery[]): Promise<void> {
      for (const delivery of deliveries) await deliver(delivery);
    },

    /** The windows in which something stands unsent. */
    unsentWindows: async () => deliveriesOf(await readAlerts(table, personKey(USER).PK, 'ALERT#')),
    spend: (start = '2026-01-01', end = '2026-12-31') => readSpend(table, USER, start, end),
    spentMinor: async () =>
      (await readSpend(table, USER, '2026-01-01', '2026-12-31')).reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    state: async (budgetId: string, periodStart: string) => (await readState(table, USER, budgetId, periodStart)).state,
    budgetAlerts: async (): Promise<BudgetAlert[]> =>
      (await readAlerts(table, personKey(USER).PK, 'ALERT#')).filter(isBudgetAlert),
    /** `80 1` for the first crossing of 80 percent, `exceeded 2` for the second of the limit. */
    crossings: async (): Promise<string[]> =>
      (await readAlerts(table, personKey(USER).PK, 'ALERT#'))
        .filter(isBudgetAlert)
        .map(({ trigger, crossing }) => `${triggerId(trigger)} ${crossing}`)
        .sort(),
  };
}
