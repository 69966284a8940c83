import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findEmbeddedInvoices } from 'e-invoices/embedded';
import type { Invoice } from 'e-invoices/invoice';
import { readInvoices } from 'e-invoices/read-invoices';
import { violationsOf } from 'e-invoices/rules';
import { describe, expect, it } from 'vitest';
import { outsideData } from '../support/outside-data.ts';

const folder = outsideData('e-invoices', 'reading the published e-invoices');
const files = folder === undefined ? [] : readdirSync(folder).filter((name) => /\.(?:pdf|xml)$/.test(name));

/** What the publisher's own program read from the XML. */
interface Truth {
  readonly total?: string;
  readonly date?: string;
  readonly currency: string;
  readonly vendor: string;
  readonly invoiceNumber: string;
  readonly typeCode: string;
  readonly dueAmount?: string;
  readonly invoices?: number;
}

async function read(name: string): Promise<readonly Invoice[]> {
  const bytes = readFileSync(join(folder ?? '', name));
  if (!name.endsWith('.pdf')) return readInvoices(bytes);
  const [file] = await findEmbeddedInvoices(bytes);
  return file ? readInvoices(file.bytes) : [];
}

const factsOf = (first: Invoice | undefined, count: number, truth: Truth): Record<string, unknown> => ({
  ...(truth.total !== undefined && { total: Number(first?.totals.withTax) }),
  ...(truth.dueAmount !== undefined && { dueAmount: Number(first?.totals.due) }),
  ...(truth.date !== undefined && { date: first?.issueDate }),
  currency: first?.currency,
  vendor: first?.seller.name,
  invoiceNumber: first?.number,
  typeCode: first?.typeCode,
  invoices: count,
});

describe.skipIf(files.length === 0)('published e-invoices', () => {
  it.each(files)('%s is read exactly, and adds up', async (name) => {
    const truth = JSON.parse(
      readFileSync(join(folder ?? '', name.replace(/\.(?:pdf|xml)$/, '.json')), 'utf8'),
    ) as Truth;
    const invoices = await read(name);

    expect(factsOf(invoices[0], invoices.length, truth)).toEqual({
      ...truth,
      ...(truth.total !== undefined && { total: Number(truth.total) }),
      ...(truth.dueAmount !== undefined && { dueAmount: Number(truth.dueAmount) }),
      vendor: truth.vendor.replace(/\s+/g, ' '),
      invoices: truth.invoices ?? 1,
    });
    expect(invoices.flatMap(violationsOf)).toEqual([]);
  });
});
