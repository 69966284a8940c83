import { describe, expect } from 'vitest';
import { dayBefore, makeItems, REVIEWED_DAYS_AGO, writeItems } from '../../../bench/growth/books.ts';
import { createDocument, findPending } from '../../../lambdas/adapters/document-store.ts';
import * as keys from '../../../lambdas/adapters/ledger-keys.ts';
import { findPeopleToLookAt } from '../../../lambdas/adapters/person-store.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import { pendingOutcome } from '../../../lambdas/core/document/document.ts';
import { readFacts } from '../../../views/doctor/read-facts.ts';
import { readReport } from '../../../views/report/read-report.ts';
import { aDocument, NOW, openBooks, USER } from '../../support/books.ts';
import { it as base } from '../../support/fixtures.ts';
import { metered, type Use } from '../../support/metered.ts';
import { openQuotas } from '../../views/doctor/quota-answers.ts';
import { openSns } from '../../views/doctor/sns-answers.ts';

const SMALL = { recent: 20, expenses: 20, pending: 20, people: 10 };
const LARGE = { recent: 20, expenses: 400, pending: 400, people: 200 };
const always = { start: dayBefore(NOW, 3650), end: dayBefore(NOW, 0) };

/** Books of a size, with a plan in force for whose person they are. */
async function openBooksOf(table: Table, size: typeof SMALL): Promise<Table> {
  const made = makeItems(keys as unknown as Parameters<typeof makeItems>[0], size, NOW);
  await writeItems(table, [...made.booksOf(USER), ...made.pending(), ...made.people()]);
  await openBooks(table).plan([{ category: 'groceries', limitMinor: 25_000, thresholds: [50, 80] }]);
  return table;
}

/** What asks: of small books, of large ones; and what it took. */
const it = base.extend('asked', { scope: 'file' }, async ({ tables }) => {
  const both = await Promise.all([SMALL, LARGE].map(async (size) => openBooksOf(await tables.fresh(), size)));
  return async (ask: (table: Table) => Promise<unknown>): Promise<Use[]> =>
    Promise.all(
      both.map(async (books) => {
        const { table, use } = metered(books);
        await ask(table);
        return use();
      }),
    );
});

describe('books that are twenty times as large', () => {
  it('take no more for a report on the files that wait for their person', async ({ asked }) => {
    const status = 'needs_review';
    const period = { start: dayBefore(NOW, REVIEWED_DAYS_AGO), end: dayBefore(NOW, REVIEWED_DAYS_AGO - 10) };
    const [small, large] = await asked((table) => readReport(table, { userId: USER, now: NOW, period, status }));

    expect(large).toEqual(small);
  });

  it('take one request more for each hundred files that a report over ten years tells of', async ({ asked }) => {
    const [small, large] = await asked((table) =>
      readReport(table, { userId: USER, now: NOW, period: always, status: 'completed' }),
    );

    // Status and document of each come in batches.
    expect((large?.requests ?? 0) - (small?.requests ?? 0)).toBeLessThanOrEqual(2 * 4);
  });

  it('take no more for a sweep that finds nothing overdue', async ({ asked }) => {
    const [small, large] = await asked((table) => findPending(table, new Date(NOW).toISOString(), 500));

    expect(large).toEqual({ requests: 3, items: 0 });
    expect(small).toEqual(large);
  });

  it('take no more to find that everybody was looked at', async ({ asked }) => {
    const [small, large] = await asked((table) => findPeopleToLookAt(table, NOW, 500));

    // The one person whose plan was handed in just now.
    expect(large).toEqual({ requests: 3, items: 1 });
    expect(small).toEqual(large);
  });

  it('take no more for a check-up, whatever others have pending', async ({ asked }) => {
    const [sns, quotas] = [await openSns(), await openQuotas()];
    const ports = { sns, quotas, isLaptop: true, now: () => NOW };
    const [small, large] = await asked((table) => readFacts({ ...ports, table }, USER));

    expect(large).toEqual(small);
  });

  it("take no more for one person's files that are pending, of all that are", async ({ asked }) => {
    const [small, large] = await asked(async (table) => {
      const mine = aDocument({ documentId: 'mine' });
      await createDocument(table, mine, pendingOutcome(mine, NOW));

      const { documents } = await readReport(table, { userId: USER, now: NOW, status: 'pending' });

      expect(documents?.map(({ documentId }) => documentId)).toEqual(['mine']);
    });

    expect(large).toEqual(small);
  });
});
