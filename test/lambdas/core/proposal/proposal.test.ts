import { describe, expect, it } from 'vitest';
import { readProposal } from '../../../../lambdas/core/proposal/proposal.ts';

describe('readProposal', () => {
  it('takes what is proposed, and leaves out what a model fills in where it knows nothing', () => {
    const answer = { category: 'Dining', total: '12.34', date: null, currency: 'eur', vendor: '', because: 'a café' };

    expect(readProposal(answer).says).toEqual({
      category: 'dining',
      total: '12.34',
      currency: 'EUR',
      because: 'a café',
    });
  });

  it('takes no reason that is a page long', () => {
    expect(readProposal({ because: 'x'.repeat(401) }).wrong).toBe('because: expected at most 400 characters');
  });

  it.each([
    [undefined, 'expected an object'],
    ['dining', 'expected an object'],
    [{ total: 12.34 }, 'total: expected the amount as text in quotes'],
    [{ total: '0.00' }, 'total: expected an amount other than zero'],
    [{ total: '12,34' }, 'total: expected a plain amount'],
    [{ date: '11/10/2026' }, 'date: expected a day of the calendar'],
    [{ currency: 'money' }, 'currency: expected an ISO 4217 code'],
    [{ category: 'total' }, 'category: "total" is reserved'],
    [{ category: ['dining'] }, 'category: expected a category'],
    [{ vendor: 'a\nb' }, 'vendor: expected a name in one line'],
    [{ because: 'red \u001b[31m' }, 'because: expected a reason in one line'],
  ])('takes nothing of %j, and says what is wrong', (answer, wrong) => {
    expect(readProposal(answer)).toEqual({ wrong: expect.stringContaining(wrong) });
  });
});
