import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ExpenseDocument } from '@aws-sdk/client-textract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LookedAt, readAnalysis, writeAnalysis } from '../../../../lambdas/core/reading/analysis-text.ts';

const documentOf = (page: number, text = ''): ExpenseDocument => ({
  ExpenseIndex: page,
  Blocks: [{ BlockType: 'LINE', Text: text }],
});

async function* each(documents: readonly ExpenseDocument[]): AsyncGenerator<ExpenseDocument> {
  yield* documents;
}

async function written(documents: readonly ExpenseDocument[], head = { pages: documents.length, isPartial: false }) {
  let text = '';
  for await (const bit of writeAnalysis(head, each(documents))) text += bit;
  return text;
}

const read = (text: string): Promise<LookedAt> => readAnalysis(createInterface({ input: Readable.from([text]) }));

describe('the text of an analysis', () => {
  it('is one JSON object, whatever is printed', async () => {
    const texts = fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(texts, fc.boolean(), async (printed, isPartial) => {
        const documents = printed.map((text, page) => documentOf(page, text));
        const text = await written(documents, { pages: printed.length, isPartial });

        expect(JSON.parse(text)).toEqual({ pages: printed.length, isPartial, documents });
        expect(await read(text)).toEqual({ pages: printed.length, isPartial, documents, leftOut: 0 });
      }),
    );
  });

  it('is read as it was written before, in one line or several', async () => {
    const stored = { pages: 1, isPartial: false, documents: [documentOf(1, 'Total')] };

    expect(await read(JSON.stringify(stored))).toEqual({ ...stored, leftOut: 0 });
    expect(await read(JSON.stringify(stored, null, 2))).toEqual({ ...stored, leftOut: 0 });
  });

  it('of many pages is looked at from its two ends', async () => {
    const analysis = await read(await written(Array.from({ length: 1000 }, (_, page) => documentOf(page))));

    const looked = analysis.documents.map(({ ExpenseIndex }) => ExpenseIndex);
    expect(looked).toEqual([
      ...Array.from({ length: 100 }, (_, page) => page),
      ...Array.from({ length: 200 }, (_, page) => 800 + page),
    ]);
    expect(analysis).toMatchObject({ pages: 1000, leftOut: 700 });
  });

  it('of pages that are too large together is looked at as far as it can be held', async () => {
    const large = 'x'.repeat(20 * 1024 * 1024);
    const analysis = await read(await written(Array.from({ length: 5 }, (_, page) => documentOf(page, large))));

    expect(analysis.documents.map(({ ExpenseIndex }) => ExpenseIndex)).toEqual([0, 3, 4]);
    expect(analysis.leftOut).toBe(2);
  });
});
