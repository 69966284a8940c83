import type { ExpenseDocument } from '@aws-sdk/client-textract';
import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../lambdas/read-analysis/handler.ts';

/** What *Read Analysis* stores of a job with so many pages, each of which takes a while to come. */
async function store(pages: number, { mostPages, pageMs = 0 }: { mostPages?: number; pageMs?: number } = {}) {
  let nowMs = 0;
  const stored: { key?: string; text: string } = { text: '' };
  async function* documents(): AsyncGenerator<ExpenseDocument> {
    for (let page = 1; page <= pages; page++) {
      nowMs += pageMs;
      const blocks = ['PAGE', 'LINE', 'WORD'].map((BlockType) => ({ BlockType, Page: page }));
      yield { ExpenseIndex: page, Blocks: blocks as ExpenseDocument['Blocks'] };
    }
  }
  const handler = createHandler({
    now: () => nowMs,
    readAnalysis: async () => ({ finished: true, pages, isPartial: false, documents: documents() }),
    writeText: async (key, text) => {
      let whole = '';
      for await (const bit of text) whole += bit;
      Object.assign(stored, { key, text: whole });
    },
  });
  const answer = await handler({ documentId: 'doc', jobId: 'job', ...(mostPages ? { mostPages } : {}) });
  return { answer, stored };
}

describe('an analysis that is finished', () => {
  it('is stored with the lines of each page', async () => {
    const { answer, stored } = await store(2, { mostPages: 50 });

    expect(answer).toEqual({ finished: true, pages: 2 });
    expect(stored.key).toBe('artifacts/analysis/doc.json');
    expect(JSON.parse(stored.text)).toEqual({
      pages: 2,
      isPartial: false,
      documents: [1, 2].map((page) => ({ ExpenseIndex: page, Blocks: [{ BlockType: 'LINE', Page: page }] })),
    });
  });

  it('says so where it has more pages than were to be read, unless a person asked for all', async () => {
    expect(JSON.parse((await store(60, { mostPages: 50 })).stored.text)).toMatchObject({ pages: 60, mostPages: 50 });
    expect(JSON.parse((await store(60)).stored.text)).not.toHaveProperty('mostPages');
  });

  it('ends with a reason where its pages do not come in time, and nothing is stored', async () => {
    const late = store(3000, { pageMs: 1000 });

    await expect(late).rejects.toMatchObject({ name: 'AnalysisTimedOutError', kind: 'defect' });
    await expect(late).rejects.toThrow('Textract read 3000 pages and handed over 270 of them within 270 seconds');
  });
});
