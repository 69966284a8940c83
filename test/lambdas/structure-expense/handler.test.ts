import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Correction } from '../../../lambdas/core/correction/correction.ts';
import { allocationsOf } from '../../../lambdas/core/ledger/expense-facts.ts';
import type { Reading } from '../../../lambdas/core/ledger/reading.ts';
import type { StatedInvoices } from '../../../lambdas/core/reading/analysis.ts';
import { createHandler, type ReadingHints } from '../../../lambdas/structure-expense/handler.ts';
import { anInvoice } from '../core/invoice/an-invoice.ts';
import { aDocument, type FieldOf, type ItemOf } from '../core/reading/analysis.ts';

const SLIP: readonly FieldOf[] = [
  { type: 'VENDOR_NAME', text: 'REWE Markt' },
  { type: 'INVOICE_RECEIPT_DATE', text: '2026-11-10' },
  { type: 'SUBTOTAL', text: '9.00', label: 'Subtotal' },
  { type: 'TAX', text: '1.00', label: 'Tax' },
  { type: 'TOTAL', text: '10.00', label: 'Total' },
];
const ITEMS: readonly ItemOf[] = [
  ['Brot', '6.00'],
  ['Rotwein', '3.00'],
];
const ALICE: ReadingHints = {
  locale: 'en-GB',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  rules: [
    { merchant: 'rewe', category: 'food' },
    { items: ['*wein'], category: 'alcohol' },
  ],
};

/** What *Structure Expense* writes for a slip of 10.00 EUR. */
async function read({
  person = ALICE,
  fields = SLIP,
  correction,
  bytes = Buffer.from('a picture'),
  stated,
}: {
  stated?: StatedInvoices;
  bytes?: Uint8Array;
  person?: ReadingHints;
  fields?: readonly FieldOf[];
  correction?: Correction;
} = {}): Promise<Reading> {
  const written: Reading[] = [];
  const handler = createHandler({
    now: () => Date.parse('2026-11-20T12:00:00Z'),
    readAnalysis: async () =>
      stated
        ? { pages: 0, isPartial: false, documents: [], stated }
        : { pages: 1, isPartial: false, documents: [aDocument({ fields, items: ITEMS })] },
    readPerson: async () => person,
    readCorrection: async () =>
      correction ?? Promise.reject(new Error('expected a first run to ask for no correction')),
    async *streamObject() {
      yield bytes;
    },
    writeReading: async (_, reading) => void written.push(reading),
    defaultLocale: 'en-US',
    defaultTimeZone: 'UTC',
  });
  await handler({ documentId: 'doc', run: correction ? 2 : 1, userId: 'alice', bucket: 'b', key: 'k', versionId: 'v' });
  return written[0] as Reading;
}

const shares = async (...from: Parameters<typeof read>) =>
  (await read(...from)).shares?.map(({ category, amountMinor }) => [category, amountMinor]);

describe('an invoice with data of its own', () => {
  const rules = [{ items: ['flour'], category: 'pantry' }];
  const stated = (...over: Parameters<typeof anInvoice>[0][]): StatedInvoices => ({
    invoices: over.map(anInvoice),
    sources: [],
  });

  it('is read by it, and split by its items', async () => {
    const { expense } = await read({ stated: stated({}), person: { ...ALICE, rules } });

    expect(expense).toMatchObject({ status: 'completed', isFromData: true, total: { amountMinor: 5950 } });
    expect(await shares({ stated: stated({}), person: { ...ALICE, rules } })).toEqual([
      ['pantry', 4760],
      ['groceries', 1190],
    ]);
  });

  it('is booked day by day where the file holds several', async () => {
    const several = stated({}, { number: 'A-18' }, { number: 'A-19', issueDate: '2026-11-15' });
    const reading = await read({ stated: several, person: { ...ALICE, rules } });

    expect(allocationsOf(reading).map(({ date, category, amountMinor }) => [date, category, amountMinor])).toEqual([
      ['2026-11-12', 'pantry', 9520],
      ['2026-11-15', 'pantry', 4760],
      ['2026-11-12', 'groceries', 2380],
      ['2026-11-15', 'groceries', 1190],
    ]);
  });

  it('is booked on one day where a correction states it', async () => {
    const several = stated({}, { number: 'A-19', issueDate: '2026-11-15' });
    const reading = await read({ stated: several, correction: { date: '2026-11-16' } });

    expect(allocationsOf(reading).map(({ date, amountMinor }) => [date, amountMinor])).toEqual([['2026-11-16', 11900]]);
  });

  it('keeps its days where only the vendor is corrected', async () => {
    const several = stated({}, { number: 'A-19', issueDate: '2026-11-15' });
    const reading = await read({ stated: several, correction: { vendor: 'The mill' } });

    expect(allocationsOf(reading).map(({ date }) => date)).toEqual(['2026-11-12', '2026-11-15']);
  });
});

describe('structure-expense', () => {
  it('keeps how the picture looks, or says in the evidence why it was not looked at', async () => {
    const create = { width: 40, height: 60, channels: 3, background: '#fff' } as const;

    const jpeg = await read({ bytes: await sharp({ create }).jpeg().toBuffer() });
    const tiff = await read({ bytes: await sharp({ create }).tiff().toBuffer() });

    expect(jpeg.pictureHash).toMatch(/^[0-9a-f]{16}$/);
    expect(tiff).not.toHaveProperty('pictureHash');
    expect(tiff.expense.evidence.join()).toContain('the picture was not compared with others');
  });

  it('sorts the total by the rules of the person, and says so in the evidence', async () => {
    const { category, expense } = await read();

    expect(await shares()).toEqual([
      ['food', 667],
      ['alcohol', 333],
    ]);
    expect(category).toMatchObject({ category: 'food', by: 'rule' });
    expect(expense.evidence.at(-1)).toBe('split by category: the items account for 10.00 EUR');
  });

  it('names the document after its largest share', async () => {
    const rules = [{ items: ['brot'], category: 'bakery' }];

    expect((await read({ person: { ...ALICE, rules } })).category).toEqual({
      category: 'bakery',
      by: 'rule',
      because: 'the plan\'s rule for the item "brot"',
    });
  });

  it('leaves a known merchant whole for a person without rules', async () => {
    const { rules: _, ...person } = ALICE;

    expect(await shares({ person })).toEqual([['groceries', 1_000]]);
  });

  it('keeps the whole in one category where the items do not add up, and says why', async () => {
    const fields = SLIP.filter(({ type }) => type !== 'SUBTOTAL' && type !== 'TAX');
    const { shares: whole, expense } = await read({ fields });

    expect(whole).toMatchObject([{ category: 'food', amountMinor: 1_000 }]);
    expect(expense.evidence.at(-1)).toContain('not split by category');
  });

  it('puts the whole into the category that a correction states', async () => {
    expect(await shares({ correction: { category: 'gifts' } })).toEqual([['gifts', 1_000]]);
  });

  it.each([
    true,
    '2026-11-20',
  ] as const)('hands on that a correction says paid: %s, and changes nothing else', async (paid) => {
    const { paid: told, expense, ...rest } = await read({ correction: { paid } });
    const { expense: before, ...without } = await read();

    expect(told).toBe(paid);
    expect(without).not.toHaveProperty('paid');
    expect({ ...rest, run: 1 }).toEqual(without);
    expect({ ...expense, evidence: [] }).toEqual({ ...before, evidence: [] });
  });

  it('has no shares without a total, and a category all the same', async () => {
    const reading = await read({ fields: SLIP.filter(({ type }) => type === 'VENDOR_NAME') });

    expect(reading.shares).toBeUndefined();
    expect(reading.category.category).toBe('food');
  });
});
