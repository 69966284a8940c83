import { describe, expect } from 'vitest';
import { createDocument, readDocument, reopenDocument } from '../../../lambdas/adapters/document-store.ts';
import { book, takeBack } from '../../../lambdas/adapters/ledger.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import type { Correction } from '../../../lambdas/core/correction/correction.ts';
import { parseCalendarDate } from '../../../lambdas/core/ground/calendar-date.ts';
import type { ErrorName } from '../../../lambdas/core/ground/errors.ts';
import { money } from '../../../lambdas/core/ground/money.ts';
import type { StructuredExpense } from '../../../lambdas/core/reading/structured-expense.ts';
import { createHandler } from '../../../lambdas/record-expense/handler.ts';
import { aReading } from '../../support/a-reading.ts';
import { aDocument, NOW, outboxOn, USER } from '../../support/books.ts';
import { it } from '../../support/fixtures.ts';

const updatedAt = '2026-11-20T12:00:00.000Z';

interface Stated {
  readonly own: readonly string[];
  readonly prepaid?: readonly string[];
  readonly day?: string;
  readonly minor?: number;
  readonly taxId?: string;
  readonly number?: string;
  readonly vendor?: string;
  readonly answers?: ErrorName;
  readonly run?: number;
  readonly says?: Correction;
}

/** Books a document that states invoices by its own data; its total, unless told, is its alone. */
async function drop(table: Table, documentId: string, stated: Stated) {
  const { own, prepaid = [], day = '2026-11-12', minor, taxId, number, run = 1, says } = stated;
  const { vendor = 'Mill & Daughters', answers } = stated;
  const document = aDocument({ documentId, run });
  const outcome = { status: 'pending', run, updatedAt } as const;
  const from = { key: 'k', versionId: 'v', sequencer: '1', uploadedAt: updatedAt };
  if (run === 1) await createDocument(table, document, outcome);
  else
    await reopenDocument(
      table,
      document,
      outcome,
      says && { correction: { says, from, run, ...(answers && { answers }) }, audit: [] },
    );
  const expense: Partial<StructuredExpense> = {
    isFromData: true,
    vendor: { name: vendor },
    purchasedOn: parseCalendarDate(day),
    total: money(minor ?? 1_000 + [...documentId].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0), 'USD'),
    invoiceNumber: number ?? own[0]?.split('#', 2)[1] ?? 'none',
    marks: { timesOfDay: [], taxIds: [taxId ?? own[0]?.split('#', 2)[0] ?? ''], numbers: [], head: [] },
    invoiceMarks: { own, prepaid },
  };
  const reading = { ...aReading(expense), documentId, run, contentHash: `hash of ${documentId}` };
  const handler = createHandler({
    now: () => NOW,
    readReading: async () => reading,
    book: (booking) => book(outboxOn(table), booking),
  });
  return handler({ documentId, run, userId: USER, readingKey: 'artifact' });
}

const SAME = {
  name: 'LikelyDuplicateError',
  message: expect.stringContaining('invoice of this seller with this number'),
};

describe('an invoice by its seller and number', () => {
  it('counts once, whatever day and total another file states', async ({ table }) => {
    await drop(table, 'first', { own: ['DE1#A-17'] });

    await expect(drop(table, 'second', { own: ['DE1#A-17'], day: '2026-11-13', minor: 5 })).rejects.toMatchObject(SAME);
  });

  it('counts once by any of its tax numbers, alone or among several in one file', async ({ table }) => {
    await drop(table, 'several', { own: ['IT1#81', 'CF1#81', 'IT1#82', 'CF1#82'] });

    await expect(drop(table, 'alone', { own: ['CF1#82'], day: '2026-11-15' })).rejects.toMatchObject(SAME);
  });

  it('counts once in the other order too', async ({ table }) => {
    await drop(table, 'alone', { own: ['IT1#82'] });

    await expect(drop(table, 'several', { own: ['IT1#81', 'IT1#82'], day: '2026-11-15' })).rejects.toMatchObject(SAME);
  });

  it('counts once when two files arrive at one moment', async ({ table }) => {
    const results = await Promise.allSettled([
      drop(table, 'one', { own: ['DE1#A-17'] }),
      drop(table, 'other', { own: ['DE1#A-17'], day: '2026-11-13' }),
    ]);

    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('counts where a person says so, and stays with the first', async ({ table }) => {
    await drop(table, 'first', { own: ['DE1#A-17'] });
    await expect(drop(table, 'second', { own: ['DE1#A-17'], day: '2026-11-13' })).rejects.toMatchObject(SAME);

    const says: Correction = { category: 'office' };
    expect(await drop(table, 'second', { own: ['DE1#A-17'], day: '2026-11-13', run: 2, says })).toMatchObject({
      status: 'completed',
    });
    await expect(drop(table, 'third', { own: ['DE1#A-17'], day: '2026-11-14' })).rejects.toMatchObject({
      message: expect.stringContaining('first.'),
    });
  });

  it('is free again when its document is booked no longer', async ({ table }) => {
    await drop(table, 'first', { own: ['DE1#A-17'] });
    await reopenDocument(table, aDocument({ documentId: 'first', run: 2 }), { status: 'pending', run: 2, updatedAt });
    const outcome = { status: 'ignored', updatedAt } as const;
    await takeBack(outboxOn(table), { documentId: 'first', run: 2, userId: USER, allocations: [], facts: {}, outcome });

    expect(await drop(table, 'second', { own: ['DE1#A-17'] })).toMatchObject({ status: 'completed' });
    expect(await readDocument(table, 'first')).not.toHaveProperty('invoiceMarks');
  });

  it('is asked about where a payment in advance is booked, and its total holds it', async ({ table }) => {
    await drop(table, 'advance', { own: ['DE1#AZ-1'] });

    await expect(drop(table, 'final', { own: ['DE1#A-18'], prepaid: ['DE1#AZ-1'] })).rejects.toMatchObject({
      name: 'LikelyDuplicateError',
      message: expect.stringMatching(/advance\.\w+ has booked what was paid.*state the total that is left/),
    });
  });

  it('is asked about where the invoice that holds it is booked with its whole total', async ({ table }) => {
    await drop(table, 'final', { own: ['DE1#A-18'], prepaid: ['DE1#AZ-1'] });

    await expect(drop(table, 'advance', { own: ['DE1#AZ-1'], day: '2026-11-13' })).rejects.toMatchObject({
      name: 'LikelyDuplicateError',
      message: expect.stringMatching(/final\.\w+ has booked the whole total.*paid before/),
    });
  });

  it('is free of the invoice that held it when that counts no longer', async ({ table }) => {
    await drop(table, 'final', { own: ['DE1#A-18'], prepaid: ['DE1#AZ-1'] });
    await reopenDocument(table, aDocument({ documentId: 'final', run: 2 }), { status: 'pending', run: 2, updatedAt });
    const outcome = { status: 'ignored', updatedAt } as const;
    await takeBack(outboxOn(table), { documentId: 'final', run: 2, userId: USER, allocations: [], facts: {}, outcome });

    expect(await drop(table, 'advance', { own: ['DE1#AZ-1'], day: '2026-11-13' })).toMatchObject({
      status: 'completed',
    });
    expect(await readDocument(table, 'final')).not.toHaveProperty('prepaidMarks');
  });

  it.for(['final', 'advance'])('counts one of a part and its whole that arrive at once, %s first', async (first, {
    table,
  }) => {
    const drops = {
      final: () => drop(table, 'final', { own: ['DE1#A-18'], prepaid: ['DE1#AZ-1'] }),
      advance: () => drop(table, 'advance', { own: ['DE1#AZ-1'], day: '2026-11-13' }),
    };
    const both = first === 'final' ? [drops.final(), drops.advance()] : [drops.advance(), drops.final()];
    const ended = await Promise.allSettled(both);

    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is asked about once more where a correction answered another question', async ({ table }) => {
    await drop(table, 'first', { own: ['DE1#A-17'] });
    const asked = { own: ['DE1#A-17'], day: '2026-11-13', says: { total: '12.00' } };
    await drop(table, 'second', { own: ['DE1#B'] });

    await expect(drop(table, 'second', { ...asked, run: 2, answers: 'TotalsDisagreeError' })).rejects.toMatchObject(
      SAME,
    );
    expect(await drop(table, 'second', { ...asked, run: 3, answers: 'LikelyDuplicateError' })).toMatchObject({
      status: 'completed',
    });
  });

  it('counts beside one that is not booked here', async ({ table }) => {
    expect(await drop(table, 'final', { own: ['DE1#A-18'], prepaid: ['DE1#AZ-1'] })).toMatchObject({
      status: 'completed',
    });
  });
});

describe('two invoices of one seller, day and total', () => {
  it.for([
    ['R-1013', 'R-1018'],
    ['2026-0511-0001', '2026-0512-0001'],
    ['A2026-55555', 'B2026-55555'],
  ])('both count where their data gives them numbers of their own: %s and %s', async ([one, other], { table }) => {
    await drop(table, 'one', { own: [`DE1#${one}`], minor: 500 });

    expect(await drop(table, 'other', { own: [`DE1#${other}`], minor: 500 })).toMatchObject({ status: 'completed' });
  });

  it('both count with one number where the sellers have names and tax numbers of their own', async ({ table }) => {
    await drop(table, 'one', { own: ['DE1#17'], minor: 500 });

    const other = drop(table, 'other', { own: ['DE2#17'], minor: 500, vendor: 'Forge & Sons' });
    expect(await other).toMatchObject({ status: 'completed' });
  });

  it('are asked about where one seller states another of its tax numbers', async ({ table }) => {
    await drop(table, 'one', { own: ['IT1#17'], minor: 500 });

    await expect(drop(table, 'other', { own: ['CF1#17'], minor: 500 })).rejects.toMatchObject({
      name: 'LikelyDuplicateError',
    });
  });

  it('are asked about where the numbers differ in their marks alone', async ({ table }) => {
    await drop(table, 'one', { own: ['DE1#A-1/7'], minor: 500 });

    await expect(drop(table, 'other', { own: ['DE1#A-17'], minor: 500 })).rejects.toMatchObject({
      name: 'LikelyDuplicateError',
    });
  });
});
