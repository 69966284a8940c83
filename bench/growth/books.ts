import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type * as Keys from '../../lambdas/adapters/ledger-keys.ts';
import type { Table } from '../../lambdas/adapters/table.ts';
import { deadlineSpan } from '../../lambdas/core/document/document.ts';

/** How much there is already. */
export interface Size {
  /** Of each person whose books are looked at, over ten years; the latest of them are alike in books of any size. */
  readonly expenses: number;
  readonly recent: number;
  /** Files beside theirs that wait for their turn. */
  readonly pending: number;
  /** Who have all been looked at today. */
  readonly people: number;
}

/** The keys of either build: one that has no place by deadline, or by the next look, has those of before. */
type AnyKeys = Omit<typeof Keys, 'pendingIndex' | 'personIndex' | 'personIndexRange'> &
  Partial<Pick<typeof Keys, 'pendingIndex'>> & { personIndex(...parts: string[]): Keys.IndexKey };

const DAY_MS = 24 * 3600_000;
const TEN_YEARS = 3650;
/** More than any forecast looks back. */
const RECENT_DAYS = 500;
/** When what waits for its person was dropped: before everything else. */
export const REVIEWED_DAYS_AGO = 4000;
const CATEGORIES = ['groceries', 'dining', 'fuel', 'health', 'household'];
/** Files that wait for their person, however much there is. */
const TO_REVIEW = 5;

export const dayBefore = (nowMs: number, days: number): string =>
  new Date(nowMs - days * DAY_MS).toISOString().slice(0, 10);

/** Items as the functions write them, for books that would take days to come about. */
export function makeItems(keys: AnyKeys, size: Size, nowMs: number) {
  const now = new Date(nowMs).toISOString();

  /** What a person has dropped in ten years, evenly: all booked, but for five that wait. */
  function booksOf(userId: string): object[] {
    const spend = new Map<string, { amountMinor: number }>();
    const items = Array.from({ length: size.expenses }, (_, index): object[] => {
      const documentId = `${userId}-${String(index).padStart(8, '0')}`;
      const date = dayBefore(nowMs, daysAgo(index));
      const category = CATEGORIES[index % CATEGORIES.length] as string;
      const amountMinor = 100 + (index % 900);
      const facts = {
        vendor: `Shop ${index % 400}`,
        purchasedOn: date,
        total: { amountMinor, currency: 'USD' },
      };
      const key = keys.spendKey(userId, date, category, 'USD');
      const day = spend.get(key.SK) ?? { ...key, date, category, currency: 'USD', amountMinor: 0 };
      spend.set(key.SK, { ...day, amountMinor: day.amountMinor + amountMinor });
      return [
        {
          ...keys.expenseKey(userId, date, documentId, 0),
          ...keys.expenseIndex(userId, category, date, documentId),
          ...{ userId, documentId, date, category, currency: 'USD', amountMinor, ...facts },
        },
        ...documentOf(userId, documentId, `${date}T12:00:00.000Z`, 'completed', facts),
      ];
    });
    const review = Array.from({ length: TO_REVIEW }, (_, index) =>
      documentOf(
        userId,
        `${userId}-review-${index}`,
        `${dayBefore(nowMs, REVIEWED_DAYS_AGO - index)}T12:00:00.000Z`,
        'needs_review',
      ),
    );
    return [...items.flat(), ...review.flat(), ...spend.values()];
  }

  function daysAgo(index: number): number {
    if (index < size.recent) return Math.floor((index * RECENT_DAYS) / size.recent);
    const older = (index - size.recent) / (size.expenses - size.recent);
    return RECENT_DAYS + Math.floor(older * (TEN_YEARS - RECENT_DAYS));
  }

  function documentOf(userId: string, documentId: string, at: string, status: string, facts: object = {}): object[] {
    const key = `receipts/${userId}/${documentId}.jpg`;
    const run = { bucket: 'b', key, versionId: 'v', object: `s3://b/${key}`, sizeBytes: 1, run: 1, traceId: '1-0-0' };
    return [
      {
        ...keys.documentKey(documentId),
        ...keys.documentIndex(userId, at, documentId),
        ...{ documentId, userId, ...run, workflow: 'ingest-receipt', uploadedAt: at, executionName: documentId },
        ...facts,
        ...(status === 'completed' ? { ledgerRun: 1, ledgerStatus: status, allocations: [] } : {}),
      },
      {
        ...keys.documentStatusKey(documentId),
        ...(status === 'completed' ? {} : keys.statusIndex(status, userId, at)),
        ...{ documentId, userId, status, run: 1, updatedAt: at },
      },
    ];
  }

  function pending(): object[] {
    return Array.from({ length: size.pending }, (_, index) => {
      const documentId = `pending-${String(index).padStart(8, '0')}`;
      const deadlineAt = new Date(nowMs + DAY_MS + index * 2000).toISOString();
      const place =
        keys.pendingIndex?.(deadlineSpan(deadlineAt), 'backfill', deadlineAt) ??
        keys.statusIndex('pending', 'backfill', now);
      const outcome = { documentId, userId: 'backfill', status: 'pending', run: 1, updatedAt: now, deadlineAt };
      return { ...keys.documentStatusKey(documentId), ...place, ...outcome };
    });
  }

  function people(): object[] {
    const [today, tomorrow] = [dayBefore(nowMs, 0), new Date(nowMs + DAY_MS).toISOString()];
    return Array.from({ length: size.people }, (_, index) => {
      const userId = `person-${String(index).padStart(6, '0')}`;
      // Where it is later than 08:00 now: ten hours past midnight.
      const timeZone = zoneAt10(nowMs);
      const looked = localDay(nowMs, timeZone);
      const plan = { key: `budgets/${userId}.yaml`, versionId: 'v', sequencer: '01', uploadedAt: `${today}T00:00:00Z` };
      const person = {
        userId,
        name: userId,
        isActive: true,
        locale: 'en-US',
        timeZone,
        currency: 'USD',
        rules: [],
        plan,
      };
      const isByLook = keys.personIndex.length > 1;
      const place = isByLook ? keys.personIndex(tomorrow, userId) : keys.personIndex(userId);
      const profile = { ...keys.personKey(userId), ...place, ...person };
      return isByLook
        ? [{ ...profile, lookedAtOn: looked }]
        : [profile, { ...keys.dailyKey(userId), userId, lookedAtOn: looked }];
    }).flat();
  }

  return { booksOf, documentOf, pending, people };
}

/** A zone without summer time in which it is between ten and eleven in the morning. `Etc/GMT-2` is two hours ahead of UTC. */
function zoneAt10(nowMs: number): string {
  const ahead = ((10 - new Date(nowMs).getUTCHours() + 36) % 24) - 12;
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

const localDay = (nowMs: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(nowMs);

const MOST_WRITES = 25;

/** Writes items straight into the table. */
export async function writeItems({ client, name }: Table, items: readonly object[]): Promise<void> {
  for (let start = 0; start < items.length; start += MOST_WRITES) {
    const requests = items.slice(start, start + MOST_WRITES).map((item) => ({
      PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) },
    }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [name]: requests } }));
  }
}
