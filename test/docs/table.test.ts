import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, test } from 'vitest';
import { hold, readAlerts, take } from '../../lambdas/adapters/alert-store.ts';
import { noteLook } from '../../lambdas/adapters/daily-store.ts';
import { createDocument } from '../../lambdas/adapters/document-store.ts';
import { drawTurnOf } from '../../lambdas/adapters/lanes.ts';
import { book } from '../../lambdas/adapters/ledger.ts';
import * as keys from '../../lambdas/adapters/ledger-keys.ts';
import { closeDocument } from '../../lambdas/adapters/outcome-store.ts';
import { storeRates } from '../../lambdas/adapters/store-rates.ts';
import { updateItem } from '../../lambdas/adapters/table.ts';
import { allocationsOf, factsOf } from '../../lambdas/core/ledger/expense-facts.ts';
import { likenessOf } from '../../lambdas/core/ledger/likeness.ts';
import type { Reading } from '../../lambdas/core/ledger/reading.ts';
import { table as declared } from '../../lib/topology.ts';
import { aDocument, NOW, openBooks, USER } from '../support/books.ts';
import { it as base } from '../support/fixtures.ts';
import { codeIn, readPage, section, tableRows } from './markdown.ts';

const page = readPage('docs/reference/table.md');
const items = tableRows(section(page, 'Items'))
  .filter((cells) => cells.length === 5)
  .map((cells) => cells.map((cell) => codeIn(cell)[0] ?? ''));

/** A sort key with a part that cannot be passed in as a name in braces. */
const named = (key: keys.Key, names: Readonly<Record<string, string>>): keys.Key => ({
  ...key,
  SK: Object.entries(names).reduce((text, [part, name]) => text.replace(part, name), key.SK),
});

/** Keys as the page writes them: made by the one file that spells them, from names in braces. */
const spelled = {
  person: { ...keys.personKey('{userId}'), ...keys.personIndex('{lookAt}', '{userId}') },
  contact: {
    ...keys.contactKey('{userId}', '{protocol}' as 'sms', '{address}'),
    ...keys.contactIndex('{userId}', '{address}'),
  },
  budget: keys.budgetKey('{userId}', '{category}', '{period}'),
  spend: keys.spendKey('{userId}', '{date}', '{category}', '{currency}'),
  expense: {
    ...keys.expenseKey('{userId}', '{purchasedOn}', '{documentId}', '{nn}' as unknown as number),
    ...keys.expenseIndex('{userId}', '{category}', '{purchasedOn}', '{documentId}'),
  },
  openInvoice: keys.dueKey('{userId}', '{dueOn}', '{documentId}'),
  state: keys.stateKey('{userId}', '{budgetId}', '{periodStart}'),
  closed: keys.closedKey('{userId}', '{budgetId}'),
  lateSpending: keys.lateKey('{userId}', '{month}'),
  threshold: {
    ...named(
      keys.budgetAlertKey(
        '{userId}',
        '{budgetId}',
        '{periodStart}',
        { kind: 'threshold', threshold: 80 },
        '{crossing}' as unknown as number,
      ),
      { 'threshold#0080': '{kind}#{threshold}' },
    ),
    ...keys.unsentIndex('{closesAt}'),
  },
  attention: {
    ...keys.attentionAlertKey('{userId}', '{documentId}', '{status}', '{run}' as unknown as number),
    ...keys.unsentIndex('{closesAt}'),
  },
  digest: {
    ...keys.digestAlertKey('{userId}', '{period}' as 'week', '{periodStart}'),
    ...keys.unsentIndex('{closesAt}'),
  },
  due: { ...keys.dueAlertKey('{userId}', '{documentId}'), ...keys.unsentIndex('{closesAt}') },
  unsubscribed: {
    ...keys.unsubscribedAlertKey('{userId}', '{address}', '{seenOn}'),
    ...keys.unsentIndex('{closesAt}'),
  },
  window: keys.windowKey('{userId}'),
  heldAlert: keys.heldAlertKey('{userId}', '{alertSortKey}'),
  windowAlert: keys.windowAlertKey('{userId}', '{windowId}', '{alertSortKey}'),
  notification: keys.notificationKey('{userId}', '{openedAt}', '{messageKey}'),
  fingerprint: keys.fingerprintKey('{userId}', '{contentHash}'),
  likenessDay: keys.likenessDayKey('{userId}', { date: '{date}', currency: '{currency}' }),
  likeness: keys.likenessKey('{userId}', { date: '{date}', currency: '{currency}' }, '{documentId}'),
  invoice: keys.invoiceKey('{userId}', '{taxNumber}#{invoiceNumber}#{year}'),
  document: {
    ...keys.documentKey('{documentId}'),
    ...keys.documentIndex('{userId}', '{uploadedAt}', '{documentId}'),
  },
  status: {
    ...keys.documentStatusKey('{documentId}'),
    ...keys.statusIndex('{status}', '{userId}', '{updatedAt}'),
  },
  pending: {
    ...keys.documentStatusKey('{documentId}'),
    ...keys.pendingIndex('{span}', '{userId}', '{deadlineAt}'),
  },
  expressClock: keys.textractClockKey('EXPRESS'),
  regularClock: keys.textractClockKey('REGULAR'),
  bulkClock: keys.textractClockKey('BULK'),
  allowance: keys.expressAllowanceKey('{userId}'),
  rates: keys.rateKey('{date}'),
  lateRates: keys.lateRatesKey('{month}'),
};

describe('keys in docs/reference/table.md', () => {
  test('are the ones of the table', () => {
    const expected = Object.values(spelled).map((key) => {
      const { GSI1PK = '', GSI1SK = '' } = key as Partial<keys.IndexKey>;
      return [key.PK, key.SK, GSI1PK, GSI1SK];
    });

    expect(items.map(([, ...documented]) => documented)).toEqual(expected);
  });
});

/** A reading in which everything was found, so that every attribute is written. */
const fullReading = {
  documentId: 'first',
  run: 1,
  contentHash: 'hash',
  pictureHash: '00ff00ff00ff00ff',
  expense: {
    vendor: { name: 'Green Basket', isUnsure: true, runnerUp: 'Main Street', address: '1 Main Street' },
    invoiceNumber: '7',
    purchasedOn: '2026-11-10',
    total: { amountMinor: 9000, currency: 'USD' },
    subtotal: { amountMinor: 8000, currency: 'USD' },
    tax: { amountMinor: 100, currency: 'USD' },
    tip: { amountMinor: 500, currency: 'USD' },
    serviceCharge: { amountMinor: 400, currency: 'USD' },
    discount: { amountMinor: 100, currency: 'USD' },
    dueOn: '2026-11-23',
    amountDue: { amountMinor: 5000, currency: 'USD' },
    instalments: ['2026-11-23', '2026-12-23'].map((dueOn) => ({
      dueOn,
      amountDue: { amountMinor: 2500, currency: 'USD' },
    })),
    lineItems: [{ description: 'Milk', amount: { amountMinor: 100, currency: 'USD' } }],
    itemsComplete: false,
    refund: false,
    isFromData: true,
    marks: { timesOfDay: ['10:15'], taxIds: [], numbers: [], head: [] },
  },
  category: { category: 'groceries', by: 'merchant', because: 'a known chain' },
  paid: '2026-11-20',
} as unknown as Reading;

/** Which heading tells about an item. */
function headingOf({ PK = '', SK = '' }: { PK?: string; SK?: string }): string {
  const [first = ''] = SK.split('#');
  if (SK.startsWith('ALERT#attention#')) return 'Attention alert';
  if (SK.startsWith('ALERT#digest#')) return 'Digest alert';
  if (SK.startsWith('ALERT#due#')) return 'Due alert';
  if (SK.startsWith('ALERT#unsubscribed#')) return 'Unsubscribed alert';
  if (SK.startsWith(keys.HELD_PREFIX)) return 'Link to what is held';
  if (first === 'ALERT') return 'Budget alert';
  if (first === 'WINDOW') return SK === 'WINDOW' ? 'Window' : 'Claim in a window';
  if (PK.startsWith('CLOCK#')) return 'Clock';
  if (first === 'LIKENESS') return SK.split('#').length > 3 ? 'Likeness' : 'Likeness of a day';
  const headings: Record<string, string> = {
    ALLOWANCE: 'Allowance',
    PROFILE: 'Person',
    CONTACT: 'Contact',
    BUDGET: 'Budget',
    SPEND: 'Spend of a day',
    PAST: 'Closed periods',
    LATE: PK === keys.RATES ? 'Late rates' : 'Late spending',
    EXPENSE: 'Expense',
    DUE: 'Open invoice',
    STATE: 'Budget state',
    NOTIFICATION: 'Notification',
    FINGERPRINT: 'Fingerprint',
    INVOICE: 'Invoice',
    METADATA: 'Document',
    STATUS: 'Document status',
    RATE: 'Rates of a day',
  };
  return headings[first] ?? SK;
}

/** One of each item, as the functions write them. */
const it = base.extend('stored', { scope: 'file' }, async ({ tables }) => {
  const table = await tables.fresh();
  const books = openBooks(table);
  await books.plan([{ category: 'groceries', limitMinor: 10_000, thresholds: [50, 80] }]);
  const carrying = { ':since': '2026-01-01', ':rollover': { mode: 'both', capMinor: 1 } };
  await updateItem(table, keys.budgetKey(USER, 'groceries', 'month'), {
    text: 'SET since = :since, rollover = :rollover',
    values: carrying,
  });
  await drawTurnOf(table, USER, NOW, 1);
  const source = { key: 'rates/ecb.csv', versionId: 'v', sequencer: '01', uploadedAt: '2026-11-20T12:00:00.000Z' };
  const rates = { USD: '1.05' };
  await storeRates(
    table,
    ['2026-01-02', '2026-11-20'].map((date) => ({ date, rates })),
    source,
    NOW,
  );
  const week = { period: 'week', periodStart: '2026-11-09', periodEnd: '2026-11-15' } as const;
  const claimed = { userId: USER, claimedAt: '2026-11-20T12:00:00.000Z', claimedBy: 'daily-2026-11-20' };
  const digest = { ...week, ...claimed };
  await noteLook(books.outbox, { userId: USER, timeZone: 'UTC' }, '2026-11-20', () => [
    { kind: 'digest', ...digest },
    { kind: 'due', ...claimed, documentId: 'first', dueOn: '2026-11-23', instalment: 2 },
    { kind: 'unsubscribed', ...claimed, address: 'alice@example.com', seenOn: '2026-11-20' },
  ]);
  for (const documentId of ['first', 'second', 'third']) {
    const turnAt = new Date(NOW).toISOString();
    const document = { ...aDocument({ documentId }), turnAt, eventId: 'event', sequencer: '01' };
    const outcome = { status: 'pending', run: 1, updatedAt: turnAt, deadlineAt: turnAt } as const;
    await createDocument(table, document, outcome);
  }
  const { dueOn, instalments } = fullReading.expense;
  const facts = { dueOn, instalments };
  const spent = { category: 'groceries', currency: 'USD' };
  await books.run({
    ...{ documentId: 'first', amountMinor: 9000, contentHash: 'hash-second', facts },
    allocations: [
      { ...spent, date: '2026-11-10', amountMinor: 8_900 },
      { ...spent, date: '2026-01-05', amountMinor: 100 },
    ],
  });
  const likeness = likenessOf(fullReading);
  if (!likeness) throw new Error('expected a likeness of a full reading');
  for (const documentId of ['first', 'second']) {
    const { affected } = await book(books.outbox, {
      documentId,
      run: 1,
      userId: USER,
      contentHash: fullReading.contentHash,
      allocations: allocationsOf(fullReading),
      // So long that the item of its day has no room for it.
      likeness: { ...likeness, totalMinor: documentId === 'first' ? 1 : 2, head: ['x'.repeat(1000)] },
      invoiceMarks: { own: [`DE1#${documentId}`], prepaid: [] },
      facts: factsOf(fullReading),
      outcome: { status: 'completed', updatedAt: new Date(NOW).toISOString() },
    });
    const { deliveries } = await books.check({ documentId, run: 1, userId: USER, affected });
    await books.deliverAll(deliveries);
  }
  const attention = { userId: USER, documentId: 'third', status: 'rejected', key: 'k', reason: 'r' } as const;
  const claim = {
    ...attention,
    kind: 'attention',
    dueOn: '2026-11-23',
    claimedAt: '2026-11-20T12:00:00.000Z',
    claimedBy: 'third-r1',
  } as const;
  await closeDocument(books.outbox, {
    documentId: 'third',
    outcome: {
      status: 'rejected',
      run: 1,
      updatedAt: claim.claimedAt,
      code: 'PlanInvalidError',
      reason: 'r',
      validationErrors: ['line 1'],
    },
    claims: { alerts: [{ ...claim, run: 1 }], person: { timeZone: 'UTC' } },
  });
  for (const alert of await readAlerts(table, keys.personKey(USER).PK, 'ALERT#attention#')) {
    await hold(table, [alert], 'alice-window', '2026-11-20T13:00:00.000Z');
    await take(
      table,
      [{ ...alert, heldBy: 'alice-window', heldUntil: '2026-11-20T13:00:00.000Z' }],
      'alice-later',
      '2026-11-20T13:00:00.000Z',
    );
  }
  const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
  return Items.map((item) => unmarshall(item));
});

describe('what is read as one range', () => {
  it('holds what it is read for: between limits and contacts nothing else sorts', ({ stored }) => {
    const [from, to] = keys.planRange;
    const between = stored.filter(({ SK }) => SK >= from && SK <= to);

    expect(new Set(between.map(headingOf))).toEqual(new Set(['Budget', 'Contact']));
  });
});

describe('attributes in docs/reference/table.md', () => {
  it('tell of every attribute that an item carries', ({ stored }) => {
    const { partitionKey, sortKey, index } = declared;
    const keyNames: string[] = [partitionKey, sortKey, index.partitionKey, index.sortKey];

    const untold = stored.flatMap((item) => {
      const heading = headingOf(item);
      const told = codeIn(section(page, heading));
      return Object.keys(item)
        .filter((name) => !keyNames.includes(name) && !told.includes(name))
        .map((name) => `${heading}: ${name}`);
    });
    expect([...new Set(untold)]).toEqual([]);
  });

  it('tell of every kind of item', ({ stored }) => {
    const kinds = new Set(stored.map(headingOf));

    // The clocks of all lanes are told of under one heading, and so are both places of a status.
    expect(kinds.size).toBe(items.length - 3);
  });
});
