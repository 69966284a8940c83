import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { carriesInvoice } from 'e-invoices/invoice-file';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dollars } from '../../events/samples/amount-text.ts';
import { allDocuments } from '../../events/samples/documents/all.ts';
import { failingFiles } from '../../events/samples/documents/failing-files.ts';
import { pharmacy } from '../../events/samples/documents/pharmacy.ts';
import { type ReadableTruth, sumOf, type Truth, truthFile } from '../../events/samples/sample.ts';

const samples = fileURLToPath(new URL('../../events/samples', import.meta.url));
const receipt = (file: string): Promise<Buffer> => readFile(join(samples, 'receipts', file));
const isTruth = (file: string): boolean => file.endsWith('.truth.json');

interface Plan {
  readonly currency: string;
  readonly budgets: readonly { category: string; limit: string; thresholds?: readonly number[] }[];
}

let truths: Record<string, Truth>;
let readable: Record<string, ReadableTruth>;
let plan: Plan;
let readme: string;

beforeAll(async () => {
  const files = (await readdir(join(samples, 'receipts'))).filter((file) => !isTruth(file));
  const read = async (file: string) => [file, JSON.parse(`${await receipt(truthFile(file))}`)] as const;
  truths = Object.fromEntries(await Promise.all(files.map(read)));
  readable = Object.fromEntries(
    Object.entries(truths).filter((entry): entry is [string, ReadableTruth] => entry[1].status !== 'needs_review'),
  );
  plan = parse(await readFile(join(samples, 'budgets', 'alice.yaml'), 'utf8'));
  readme = await readFile(join(samples, 'README.md'), 'utf8');
});

/** What counts towards a budget of the plan, in document order. */
function counted(category: string): number[] {
  return Object.keys(readable)
    .sort()
    .flatMap((file) => readable[file] ?? [])
    .filter(({ status, currency }) => status === 'completed' && currency === plan.currency)
    .filter((truth) => category === 'total' || truth.category === category)
    .map(({ total }) => total.amountMinor);
}

const reached = (spentMinor: number, limitMinor: number): number[] =>
  [50, 80, 100].filter((percent) => spentMinor * 100 >= limitMinor * percent);

describe('the sample documents', () => {
  it('are on disk with the ground truth that their generator declares', () => {
    const declared = Object.fromEntries(allDocuments.map(({ file, truth }) => [file, truth]));

    expect(truths).toEqual(declared);
  });

  it('are pictures, PDFs and XML that open, each within 300 kB and all within 3 MB', async () => {
    const files = Object.keys(truths);
    const sizes = await Promise.all(files.map(async (file) => (await receipt(file)).length));

    for (const file of files) {
      const bytes = await receipt(file);
      if (file.endsWith('.pdf')) expect(bytes.subarray(0, 5).toString(), file).toBe('%PDF-');
      else if (file.endsWith('.xml')) expect(bytes.subarray(0, 5).toString(), file).toBe('<?xml');
      else expect((await sharp(bytes).stats()).channels.length, file).toBeGreaterThan(0);
    }
    expect(Math.max(...sizes)).toBeLessThan(300_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
  });

  it('cover refunds, three currencies, a duplicate, two for review, PDFs, and data of their own', async () => {
    const all = Object.values(truths);

    expect(all.length).toBeGreaterThanOrEqual(10);
    expect(new Set(Object.values(readable).map(({ currency }) => currency))).toEqual(new Set(['USD', 'EUR', 'JPY']));
    expect(Object.values(readable).filter(({ total }) => total.amountMinor < 0)).toHaveLength(2);
    expect(all.filter(({ status }) => status === 'duplicate')).toHaveLength(1);
    expect(all.filter(({ status }) => status === 'needs_review')).toHaveLength(2);
    expect(Object.keys(truths).filter((file) => file.endsWith('.pdf'))).toHaveLength(3);
    const carrying = await Promise.all(
      Object.keys(truths).map(async (file) => ((await carriesInvoice(await receipt(file))) ? [file] : [])),
    );
    expect(carrying.flat()).toEqual(['16-software-invoice.pdf', '17-hotel-credit-note.xml']);
  });

  it('are all dated in November 2026, up to the 19th', () => {
    for (const { purchasedOn } of Object.values(readable)) expect(purchasedOn).toMatch(/^2026-11-(0[1-9]|1\d)$/);
  });

  it('have no tax or total in another currency than their own', () => {
    for (const { currency, total, tax } of Object.values(readable)) {
      expect(total.currency).toBe(currency);
      expect(tax?.currency ?? currency).toBe(currency);
    }
  });

  it('print items that add up to no more than can be explained by tax, tip, discount and rounding', () => {
    for (const [file, { lineItems = [], total }] of Object.entries(readable)) {
      const ratio = total.amountMinor / sumOf(lineItems);

      expect(ratio, file).toBeGreaterThanOrEqual(0.9);
      expect(ratio, file).toBeLessThanOrEqual(1.4);
    }
  });

  it('have a duplicate that is the first copy byte for byte', async () => {
    const [copy, { duplicateOf = '' }] = Object.entries(readable).find(([, { status }]) => status === 'duplicate') ?? [
      '',
      {},
    ];

    expect((await receipt(copy)).equals(await receipt(duplicateOf))).toBe(true);
    expect(readable[duplicateOf]).toMatchObject({ status: 'completed', total: readable[copy]?.total });
  });

  it('are drawn with the same bytes each time', async () => {
    const first = await pharmacy.draw();

    const second = await pharmacy.draw();

    expect(second.equals(first)).toBe(true);
  });
});

describe("alice's plan", () => {
  it.each([
    { category: 'groceries', spent: 20599, thresholds: [50, 80] },
    { category: 'dining', spent: 12000, thresholds: [50, 80, 100] },
    { category: 'total', spent: 75356, thresholds: [50, 80] },
  ])('has its $category budget crossed at $thresholds percent', ({ category, spent, thresholds }) => {
    const limit = plan.budgets.find((budget) => budget.category === category)?.limit ?? '';
    const limitMinor = Number(limit.replace('.', ''));

    const sum = counted(category).reduce((before, amount) => before + amount, 0);

    expect(sum).toBe(spent);
    expect(reached(sum, limitMinor)).toEqual(thresholds);
    expect(readme).toContain(
      `| ${category} | ${limit} | ${dollars(spent)} | ${thresholds.map((each) => `${each} %`).join(', ')} |`,
    );
  });

  it('is crossed once at each threshold: the refund takes no budget back below one', () => {
    for (const { category, limit } of plan.budgets) {
      const limitMinor = Number(limit.replace('.', ''));
      let spent = 0;
      let before: number[] = [];

      for (const amount of counted(category)) {
        spent += amount;
        expect(reached(spent, limitMinor)).toEqual(expect.arrayContaining(before));
        before = reached(spent, limitMinor);
      }
    }
  });
});

describe('the failing files', () => {
  it('are on disk as the manifest and the index name them', async () => {
    const manifest = JSON.parse(await readFile(join(samples, 'failures', 'manifest.json'), 'utf8'));

    expect(manifest).toEqual(failingFiles.map(({ make, ...declared }) => declared));
    for (const { file } of failingFiles) expect(readme).toContain(file);
    const committed = failingFiles.filter(({ isCommitted }) => isCommitted);
    expect((await readdir(join(samples, 'failures'))).sort()).toEqual(
      [...committed.map(({ file }) => file), 'manifest.json'].sort(),
    );
  });

  it('hold an empty file and a picture that is only made when needed, above 10 MB', async () => {
    const tooLarge = failingFiles.find(({ isCommitted }) => !isCommitted);

    const bytes = await tooLarge?.make();

    expect((await stat(join(samples, 'failures', 'empty.jpg'))).size).toBe(0);
    expect(bytes?.length).toBeGreaterThan(10 * 1024 * 1024);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png' });
  });
});

describe('the index of the samples', () => {
  it('names every document', () => {
    for (const file of Object.keys(truths)) expect(readme).toContain(`(receipts/${file})`);
  });
});
