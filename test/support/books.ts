import { markSent, readAlert, readAlerts } from '../../lambdas/adapters/alert-store.ts';
import { readSpend, readState, writeState } from '../../lambdas/adapters/budget-store.ts';
import { readCause } from '../../lambdas/adapters/cause.ts';
import { updateContact } from '../../lambdas/adapters/contact-store.ts';
import { createDocument, reopenDocument } from '../../lambdas/adapters/document-store.ts';
import { book } from '../../lambdas/adapters/ledger.ts';
import { personKey } from '../../lambdas/adapters/ledger-keys.ts';
import { wasAccepted, writeNotification } from '../../lambdas/adapters/notification-store.ts';
import { optimistically } from '../../lambdas/adapters/optimistic.ts';
import { readBudgets, readContacts, readPerson } from '../../lambdas/adapters/person-store.ts';
import { applyPlan } from '../../lambdas/adapters/plan-store.ts';
import type { Publication, PublishOutcome } from '../../lambdas/adapters/publish.ts';
import type { Table } from '../../lambdas/adapters/table.ts';
import { createHandler as createCheck } from '../../lambdas/check-budgets/handler.ts';
import type { ThresholdAlert } from '../../lambdas/core/alert.ts';
import type { Budget } from '../../lambdas/core/budget/budget.ts';
import type { DocumentRecord } from '../../lambdas/core/document.ts';
import { money } from '../../lambdas/core/money.ts';
import { createHandler as createDeliver } from '../../lambdas/deliver-alerts/handler.ts';

/** One reading of a receipt, as a test describes it. */
export interface Receipt {
  readonly documentId: string;
  readonly run?: number;
  readonly amountMinor: number;
  readonly date?: string;
  readonly category?: string;
  /** Equal hashes are the same picture. */
  readonly contentHash?: string;
}

export const USER = 'alice';
export const NOW = Date.parse('2026-11-20T12:00:00Z');

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

/**
 * The steps of a workflow after reading, with the real adapters on a table. Two tables may stand for the same items:
 * `steps` for what is under test (its client may be interleaved), `table` for looking at the result.
 */
export function openBooks(table: Table, steps: Table = table) {
  const published: Publication[] = [];
  const publish = async (publication: Publication): Promise<PublishOutcome> => {
    published.push(publication);
    return { outcome: 'accepted', messageId: `m-${published.length}` };
  };
  const readers = {
    now: () => NOW,
    readPerson: (userId: string) => readPerson(steps, userId),
    readBudgets: (userId: string) => readBudgets(steps, userId),
    readSpend: (userId: string, start: string, end: string) => readSpend(steps, userId, start, end),
  };
  const check = createCheck({
    ...readers,
    readState: (userId, budgetId, periodStart) => readState(steps, userId, budgetId, periodStart),
    writeState: (...args) => writeState(steps, ...args),
    readAlerts: (userId, prefix) => readAlerts(steps, personKey(userId).PK, prefix),
    readCause: (documentId) => readCause(steps, documentId),
    optimistically,
    unsentAfterSeconds: 300,
  });
  const deliver = createDeliver({
    ...readers,
    readAlert: (key) => readAlert(steps, key),
    readContacts: (userId) => readContacts(steps, userId),
    refreshContact: async (contact) => contact,
    wasAccepted: (key) => wasAccepted(steps, key),
    writeNotification: (key, notification) => writeNotification(steps, key, notification),
    publish,
    markSent: (key, sentAt, outcome) => markSent(steps, key, sentAt, outcome),
  });

  return {
    published,
    check,
    deliver,

    /** Puts a plan in force with one e-mail contact that has its topic. */
    async plan(
      budgets: readonly Pick<Budget, 'category' | 'limitMinor' | 'thresholds'>[],
      sequencer = '01',
    ): Promise<void> {
      const plan = { key: 'budgets/alice.yaml', versionId: 'v', sequencer, eventTime: '2026-11-01T00:00:00Z' };
      const person = {
        userId: USER,
        name: 'Alice',
        locale: 'en-US',
        timeZone: 'UTC',
        currency: 'USD',
        plan,
        isActive: true,
      };
      const full = budgets.map((budget) => ({ ...budget, period: 'month' as const, currency: 'USD' }));
      await applyPlan(table, {
        person,
        budgets: full,
        contacts: [{ protocol: 'email', address: 'alice@example.com' }],
      });
      for (const contact of await readContacts(table, USER)) {
        await updateContact(table, contact, { topicArn: 'arn:aws:sns:us-east-1:000000000000:t', status: 'confirmed' });
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
    record({ documentId, run = 1, amountMinor, date = '2026-11-10', category = 'groceries', contentHash }: Receipt) {
      return book(steps, {
        documentId,
        run,
        userId: USER,
        contentHash: contentHash ?? `hash-${documentId}`,
        allocations: [{ date, category, currency: 'USD', amountMinor }],
        facts: { vendor: 'Green Basket', purchasedOn: date, total: money(amountMinor, 'USD'), category },
        outcome: { status: 'completed', updatedAt: '2026-11-20T12:00:00.000Z' },
      });
    },

    /** *Record Expense*, *Check Budgets*, *Deliver Alerts*, one after the other as the machine does. */
    async run(receipt: Receipt): Promise<void> {
      const { affected } = await this.record(receipt);
      const { documentId, run = 1 } = receipt;
      const { deliveries } = await check({ documentId, run, userId: USER, affected });
      for (const delivery of deliveries) await deliver(delivery);
    },

    spend: (start = '2026-01-01', end = '2026-12-31') => readSpend(table, USER, start, end),
    spentMinor: async () =>
      (await readSpend(table, USER, '2026-01-01', '2026-12-31')).reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    reached: async (budgetId: string, periodStart: string) =>
      (await readState(table, USER, budgetId, periodStart)).state.reached,
    thresholdAlerts: async () => (await readAlerts(table, personKey(USER).PK, 'ALERT#')) as ThresholdAlert[],
  };
}
