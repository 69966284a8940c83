import { describe, expect, it } from 'vitest';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { toExpenseDocument } from '../../../../packages/laptop-cloud/src/textract/response/expense-document.ts';
import { tagPage } from '../../../../packages/laptop-cloud/src/textract/tagger/tag-page.ts';
import { aTypedPage } from '../../../support/typed-page.ts';

/** Reads a paper of rows, each words and perhaps an amount. */
function readPaper(rows: readonly (readonly [string, string?])[], locale: string, currency: string) {
  const text = rows.map(([words, amount = '']) => words + amount.padStart(42 - words.length)).join('\n');
  const page = aTypedPage(text);
  return structureExpense([toExpenseDocument(page, tagPage(page, 2026), 1, 'seed')], {
    locale,
    currency,
    today: '2026-11-29',
  });
}

const paper = (...amounts: [string, string, string]): [string, string?][] => [
  ['Chez Paul'],
  ['14/11/2026'],
  ['Plat', amounts[0]],
  ['Cafe', amounts[1]],
  ['Total', amounts[2]],
];

describe('a total whose point may be lost', () => {
  it('needs review where no amount has a point, a group or a sign', () => {
    const expense = readPaper(paper('1600', '550', '2150'), 'fr-FR', 'EUR');
    expect(expense.reasons.map(({ code }) => code)).toEqual(['TotalUnreadableError']);
    expect(expense.reasons[0]?.message).toMatch(/the point before its cents may be lost/);
  });

  it.each([
    ['signs', paper('€1600', '€550', '€2150'), 'fr-FR', 'EUR', 215000],
    ['no cents in use', paper('600', '250', '850'), 'en-IN', 'INR', 85000],
    ['signs for points', paper('16€00', '5€50', '21€50'), 'fr-FR', 'EUR', 2150],
  ] as const)('is trusted with %s', (_, rows, locale, currency, minor) => {
    const expense = readPaper(rows, locale, currency);
    expect(expense).toMatchObject({ status: 'completed', total: { amountMinor: minor, currency } });
  });
});

describe('a total in hundredths', () => {
  it.each([
    ['85p', 'en-GB', 'GBP', 85],
    ['95¢', 'en-US', 'USD', 95],
    ['80 Cent', 'de-DE', 'EUR', 80],
    ['75 öre', 'sv-SE', 'SEK', 75],
  ])('is %s in %s', (text, locale, currency, minor) => {
    const expense = readPaper([['Kiosk'], ['14.11.2026'], ['Total', text]], locale, currency);
    expect(expense).toMatchObject({ status: 'completed', total: { amountMinor: minor, currency } });
  });

  it('needs review where the currency has no such mark', () => {
    expect(readPaper([['Kiosk'], ['14.11.2026'], ['Total', '85p']], 'de-DE', 'EUR').status).toBe('needs_review');
  });
});
