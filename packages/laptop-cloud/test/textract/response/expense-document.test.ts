import { describe, expect, it } from 'vitest';
import { toExpenseDocument } from '../../../src/textract/response/expense-document.ts';
import { tagPage } from '../../../src/textract/tagger/tag-page.ts';
import { aPage } from '../support/written-page.ts';

const page = aPage(['CORNER MARKET LTD', '12 High Street', 'Coffee 2 | $ 7.00', 'Total | $ 7.00']);
const write = (number = 1) => toExpenseDocument(page, tagPage(page, 2026), number, 'job');

describe('toExpenseDocument', () => {
  it('writes a field with type, label, value, geometry, currency and page', () => {
    const total = write(3).SummaryFields?.find(({ Type }) => Type?.Text === 'TOTAL');

    expect(total).toMatchObject({
      Type: { Text: 'TOTAL', Confidence: expect.any(Number) },
      LabelDetection: { Text: 'Total' },
      ValueDetection: { Text: '$ 7.00', Confidence: 98 },
      Currency: { Code: 'USD' },
      PageNumber: 3,
    });
    expect(total?.ValueDetection?.Geometry?.Polygon).toHaveLength(4);
  });

  it('gives a party once more with its group, as the service does', () => {
    const name = write().SummaryFields?.find(({ Type }) => Type?.Text === 'NAME');

    expect(name?.ValueDetection?.Text).toBe('CORNER MARKET LTD');
    expect(name?.GroupProperties?.[0]?.Types).toEqual(['VENDOR']);
  });

  it('links the page to its lines and the lines to their words', () => {
    const blocks = write().Blocks ?? [];
    const byId = new Map(blocks.map((block) => [block.Id, block]));

    const [pageBlock] = blocks;
    const lines = pageBlock?.Relationships?.[0]?.Ids?.map((id) => byId.get(id)) ?? [];
    const words = lines[0]?.Relationships?.[0]?.Ids?.map((id) => byId.get(id)?.Text);

    expect(lines.map((line) => line?.Text)).toContain('CORNER MARKET LTD');
    expect(words).toEqual(['CORNER', 'MARKET', 'LTD']);
    expect(byId.size).toBe(blocks.length);
  });

  it('gives the same ids for the same page', () => {
    expect(write()).toEqual(write());
  });

  it('has no groups and one block for a page without text', () => {
    const empty = aPage([]);

    const document = toExpenseDocument(empty, tagPage(empty, 2026), 1, 'job');

    expect(document).toMatchObject({ ExpenseIndex: 1, SummaryFields: [], LineItemGroups: [] });
    expect(document.Blocks?.map(({ BlockType }) => BlockType)).toEqual(['PAGE']);
  });
});
