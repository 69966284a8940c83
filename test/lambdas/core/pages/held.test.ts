import { describe, expect, it } from 'vitest';
import { choicesOf } from '../../../../lambdas/core/correction/choices.ts';
import { correctionHint } from '../../../../lambdas/core/correction/correction-hint.ts';
import { reasonAfterReading, reasonToHold } from '../../../../lambdas/core/pages/held.ts';
import type { Reason, StructuredExpense } from '../../../../lambdas/core/reading/structured-expense.ts';

const BILLED = { mostPages: 50, secondsPerPage: 0 };
const ON_A_LAPTOP = { mostPages: 50, secondsPerPage: 2 };

const choices = (reason: Reason) =>
  choicesOf({ reasons: [reason], candidates: { total: [], purchasedOn: [] } } as unknown as StructuredExpense);

describe('why a document is not read unasked', () => {
  it('names its pages, what they cost, and the line that has them read', () => {
    const reason = reasonToHold({ pages: 60 }, BILLED);

    expect(reason.message).toBe(
      "the file has 60 pages; to read them takes about 0.60 USD at Textract's list price of 0.01 USD a page, and more than 50 pages are read only when you say so; drop only the pages that are the receipt, or state readAll: true",
    );
    expect(choices(reason)).toEqual(['readAll: true']);
  });

  it('names the time where pages cost no money', () => {
    expect(reasonToHold({ pages: 60 }, ON_A_LAPTOP).message).toContain('takes about 2 minutes on this computer');
    expect(reasonToHold({ pages: 3000 }, ON_A_LAPTOP).message).toContain('takes about 100 minutes on this computer');
    expect(reasonToHold({ pages: 60 }, ON_A_LAPTOP).message).not.toContain('USD');
  });

  it('says that it has more, where counting ended', () => {
    expect(reasonToHold({ pages: 51, isLeast: true }, BILLED).message).toContain(
      'has at least 51 pages; to read them takes more than 0.51 USD',
    );
  });

  it('offers no reading of more pages than can be read', () => {
    const reason = reasonToHold({ pages: 3412 }, BILLED);

    expect(reason.message).toContain('has 3,412 pages, and at most 3,000 can be read');
    expect(choices(reason)).toEqual([]);
  });

  it('names the most that it may cost where nobody can count', () => {
    const reason = reasonToHold({ because: 'it is encrypted' }, BILLED);

    expect(reason.message).toContain('cannot be counted (it is encrypted)');
    expect(reason.message).toContain('takes up to 30.00 USD');
    expect(choices(reason)).toEqual(['readAll: true']);
  });

  it('names what was billed already where a file told less', () => {
    const reason = reasonAfterReading(60, BILLED);

    expect(reason.message).toContain('60 pages were read, which takes about 0.60 USD');
    expect(choices(reason)).toEqual(['readAll: true']);
  });

  it('is told with every line that settles it', () => {
    const waiting = { userId: 'alice', documentId: 'doc', reason: reasonToHold({ pages: 60 }, BILLED).message };

    expect(correctionHint({ ...waiting, choices: ['readAll: true'] })).toBe(
      'or state readAll: true to have it read, or what is right, such as total: "12.34" and date: 2026-11-20, or ignore: true to leave it out, in corrections/alice/doc.yaml',
    );
    expect(correctionHint({ ...waiting, choices: ['readAll: true', 'total: "54.00"'] })).toContain(
      'or what is right, total: "54.00", or ignore',
    );
  });
});
