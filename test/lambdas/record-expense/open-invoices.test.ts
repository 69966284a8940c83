import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { createDocument, readDocument, reopenDocument } from '../../../lambdas/adapters/document-store.ts';
import { openInvoiceIn, readOpenInvoices } from '../../../lambdas/adapters/due-store.ts';
import { readExpenses } from '../../../lambdas/adapters/expense-store.ts';
import { book, takeBack } from '../../../lambdas/adapters/ledger.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import type { Correction } from '../../../lambdas/core/correction/correction.ts';
import { parseCalendarDate } from '../../../lambdas/core/ground/calendar-date.ts';
import { money } from '../../../lambdas/core/ground/money.ts';
import { factsOf } from '../../../lambdas/core/ledger/expense-facts.ts';
import type { Reading } from '../../../lambdas/core/ledger/reading.ts';
import type { StructuredExpense } from '../../../lambdas/core/reading/structured-expense.ts';
import { createHandler } from '../../../lambdas/record-expense/handler.ts';
import { aReading } from '../../support/a-reading.ts';
import { aDocument, NOW, outboxOn, USER } from '../../support/books.ts';
import { it } from '../../support/fixtures.ts';

const DUE_ON = parseCalendarDate('2026-11-23');
const LATER = parseCalendarDate('2026-12-01');
const INSTALMENTS = [
  { dueOn: DUE_ON, amountDue: money(3_000, 'USD') },
  { dueOn: LATER, amountDue: money(1_320, 'USD') },
];
const updatedAt = '2026-11-20T12:00:00.000Z';

async function open(table: Table, documentId: string, run = 1, says?: Correction): Promise<void> {
  const document = aDocument({ documentId, run });
  const outcome = { status: 'pending', run, updatedAt } as const;
  if (run === 1) return void (await createDocument(table, document, outcome));
  const from = { key: 'k', versionId: 'v', sequencer: '1', uploadedAt: updatedAt };
  await reopenDocument(table, document, outcome, says && { correction: { says, from, run }, audit: [] });
}

interface Run {
  readonly expense?: Partial<StructuredExpense>;
  readonly says?: Correction;
  readonly documentId?: string;
}

/** What *Structure Expense* hands on of an invoice of 43.20 USD that is due on 23 November. */
const readingOf = (run: number, { expense, says = {}, documentId = 'doc' }: Run): Reading => ({
  ...aReading({ vendor: { name: 'City Power' }, dueOn: DUE_ON, ...expense }),
  ...{ documentId, run, contentHash: `hash of ${documentId}` },
  ...(says.paid === undefined ? {} : { paid: says.paid }),
  ...(says.ignore ? { isIgnored: true as const } : {}),
});

/** A run of a document, from its opening to *Record Expense*. */
async function run(table: Table, number: number, given: Run = {}) {
  const { documentId = 'doc', says } = given;
  await open(table, documentId, number, says);
  const handler = createHandler({
    now: () => NOW,
    readReading: async () => readingOf(number, given),
    book: (booking) => book(outboxOn(table), booking),
  });
  return handler({ documentId, run: number, userId: USER, readingKey: 'artifact' });
}

/** A run whose reading a person has to look at: *Queue For Review*. */
async function review(table: Table, number: number): Promise<void> {
  await open(table, 'doc', number);
  const outcome = { status: 'needs_review', updatedAt } as const;
  const facts = factsOf(readingOf(number, {}));
  await takeBack(outboxOn(table), { documentId: 'doc', run: number, userId: USER, allocations: [], facts, outcome });
}

const invoices = async (table: Table) =>
  (await readOpenInvoices(table, USER, '2026-01-01', '2026-12-31')).map(({ dueOn, amountDue }) => [
    dueOn,
    amountDue.amountMinor,
  ]);

describe('an invoice with a due day', () => {
  it('is among what is to be paid as soon as it is booked, and its due day stands on document and expense', async ({
    table,
  }) => {
    await run(table, 1, { expense: { amountDue: money(1_320, 'USD') } });

    expect(await readOpenInvoices(table, USER, '2026-11-23', '2026-11-23')).toMatchObject([
      { userId: USER, documentId: 'doc', vendor: 'City Power', dueOn: DUE_ON, amountDue: money(1_320, 'USD') },
    ]);
    const facts = { dueOn: DUE_ON, amountDue: money(1_320, 'USD') };
    expect(await readDocument(table, 'doc')).toMatchObject(facts);
    expect(await readExpenses(table, USER, '2026-11-01', '2026-11-30')).toMatchObject([facts]);
  });

  it('stands under its new day alone once a replay reads another', async ({ table }) => {
    await run(table, 1);
    await run(table, 2, { expense: { dueOn: LATER } });

    expect(await invoices(table)).toEqual([[LATER, 4_320]]);
  });

  it.for<[string, Run]>([
    ['says that it is paid', { says: { paid: true } }],
    ['says on which day it was paid', { says: { paid: '2026-11-20' } }],
    ['says to ignore it', { says: { ignore: true } }],
  ])('is none of what is to be paid once its person %s', async ([_, given], { table }) => {
    await run(table, 1);
    await run(table, 2, given);

    expect(await invoices(table)).toEqual([]);
    expect(openInvoiceIn(await readDocument(table, 'doc'))).toBeUndefined();
  });

  it('keeps what was paid, and when, on document and expense', async ({ table }) => {
    await run(table, 1, {});
    await run(table, 2, { says: { paid: '2026-11-20' } });

    expect(await readDocument(table, 'doc')).toMatchObject({ dueOn: DUE_ON, isPaid: true, paidOn: '2026-11-20' });
    expect(await readExpenses(table, USER, '2026-11-01', '2026-11-30')).toMatchObject([
      { isPaid: true, paidOn: '2026-11-20', amountMinor: 4_320 },
    ]);
  });

  it('is paid from the moment at which that stands on the document, before the run has booked it', async ({
    table,
  }) => {
    await run(table, 1);
    await open(table, 'doc', 2, { paid: true });

    expect(openInvoiceIn(await readDocument(table, 'doc'))).toBeUndefined();
  });

  it('is to be paid again once a later correction says nothing of a payment', async ({ table }) => {
    await run(table, 1);
    await run(table, 2, { says: { paid: true } });
    await run(table, 3, { says: { category: 'utilities' } });

    expect(await invoices(table)).toEqual([[DUE_ON, 4_320]]);
    expect(await readDocument(table, 'doc')).not.toHaveProperty('isPaid');
  });

  it('is to be paid on each of its days, with its own amount, until it is paid', async ({ table }) => {
    await run(table, 1, { expense: { instalments: INSTALMENTS } });

    expect(await invoices(table)).toEqual([
      [DUE_ON, 3_000],
      [LATER, 1_320],
    ]);
    expect(openInvoiceIn(await readDocument(table, 'doc'), 2)).toMatchObject({
      dueOn: LATER,
      instalment: { number: 2, of: 2 },
    });
    expect(openInvoiceIn(await readDocument(table, 'doc'), 3)).toBeUndefined();
    expect(await readDocument(table, 'doc')).toMatchObject({ dueOn: DUE_ON, instalments: INSTALMENTS });

    await run(table, 2, { expense: { instalments: INSTALMENTS }, says: { paid: true } });

    expect(await invoices(table)).toEqual([]);
    expect(openInvoiceIn(await readDocument(table, 'doc'), 2)).toBeUndefined();
  });

  it('that was never booked, or is booked no longer, is not to be paid', async ({ table }) => {
    await review(table, 1);
    expect(await invoices(table)).toEqual([]);

    await run(table, 2);
    await review(table, 3);
    expect(await invoices(table)).toEqual([]);
    expect(openInvoiceIn(await readDocument(table, 'doc'))).toBeUndefined();
  });

  it('is to be paid once when the same file comes twice', async ({ table }) => {
    await run(table, 1);
    await open(table, 'copy');
    const reading = { ...readingOf(1, { documentId: 'copy' }), contentHash: 'hash of doc' };
    const handler = createHandler({
      now: () => NOW,
      readReading: async () => reading,
      book: (booking) => book(outboxOn(table), booking),
    });
    await handler({ documentId: 'copy', run: 1, userId: USER, readingKey: 'artifact' });

    expect(await invoices(table)).toEqual([[DUE_ON, 4_320]]);
  });

  it('stands as its last run says, whatever the runs before it said', async ({ tables }) => {
    const anyRun = fc.record({
      dueOn: fc.constantFrom(DUE_ON, LATER, undefined),
      total: fc.constantFrom(4_320, -4_320),
      amountDue: fc.constantFrom(0, 1_320, undefined),
      isSplit: fc.boolean(),
      says: fc.constantFrom<Correction>({}, { paid: true }, { ignore: true }),
      isReview: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyRun, { minLength: 1, maxLength: 5 }), async (runs) => {
        const table = await tables.fresh();

        for (const [index, { dueOn, total, amountDue, isSplit, says, isReview }] of runs.entries()) {
          const expense = {
            ...{ total: money(total, 'USD'), dueOn: dueOn as never },
            ...(amountDue === undefined ? {} : { amountDue: money(amountDue, 'USD') }),
            ...(isSplit ? { instalments: INSTALMENTS } : {}),
          };
          if (isReview) await review(table, index + 1);
          else await run(table, index + 1, { expense, says });
        }

        const last = runs.at(-1) as (typeof runs)[number];
        const owed = last.amountDue ?? last.total;
        const isOpen =
          !last.isReview && last.dueOn && last.total > 0 && owed > 0 && !last.says.paid && !last.says.ignore;
        const due = last.isSplit
          ? INSTALMENTS.map((part) => [part.dueOn, part.amountDue.amountMinor])
          : [[last.dueOn, owed]];
        expect(await invoices(table)).toEqual(isOpen ? due : []);
      }),
      { numRuns: 25 },
    );
  });
});

describe('a likely duplicate', () => {
  const LIKELY = { name: 'LikelyDuplicateError' };
  const second = { documentId: 'second' };

  it('is not counted a second time because its person says that it is paid', async ({ table }) => {
    await run(table, 1);
    await expect(run(table, 1, second)).rejects.toMatchObject(LIKELY);

    await expect(run(table, 2, { ...second, says: { paid: true, why: 'by bank' } })).rejects.toMatchObject(LIKELY);

    expect(await readExpenses(table, USER, '2026-11-01', '2026-11-30')).toHaveLength(1);
    expect(await invoices(table)).toEqual([[DUE_ON, 4_320]]);
  });

  it('is counted where they also say what it is, and stays so once they say only that it is paid', async ({
    table,
  }) => {
    await run(table, 1);
    await run(table, 1, second).catch(() => undefined);

    await run(table, 2, { ...second, says: { paid: true, category: 'utilities' } });
    await run(table, 3, { ...second, says: { paid: true } });

    expect(await readExpenses(table, USER, '2026-11-01', '2026-11-30')).toHaveLength(2);
  });
});
