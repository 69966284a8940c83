import { describe, expect, it } from 'vitest';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { aDocument } from './analysis.ts';
import { codes, date, someone } from './read-document.ts';

/** A receipt with two items, a total and a payment, whose amounts have these letters behind them. */
function read(rests: readonly [cake: string, tea: string, total: string, card: string], words: readonly string[] = []) {
  const [top = 'OAK HOME', total = 'TOTAL', card = 'CARD'] = words;
  const [cake, tea, sum, paid] = ['80,00', '35,50', '115,50', '115,50'].map((text, index) =>
    `${text} ${rests[index] ?? ''}`.trim(),
  );
  const document = aDocument({
    fields: [date, { type: 'TOTAL', label: total, text: '115,50' }, { type: 'OTHER', label: card, text: '115,50' }],
    items: [
      ['Lampa', '80,00'],
      ['Caj', '35,50'],
    ],
    lines: [top, `Lampa ${cake}`, `Caj ${tea}`, `${total} ${sum}`, `${card} ${paid}`],
  });
  return structureExpense([document], { ...someone, locale: 'de-DE', currency: 'EUR' });
}

describe('letters that a reader left of a sign', () => {
  it.each([
    ['z', ['zt', 'zl', 'zt', 'z']],
    ['K', ['K', 'K', 'K', 'K']],
    ['k', ['kI', 'kr', 'kI', 'kI']],
    ['K of some', ['K', 'KC', 'K', 'K']],
  ] as const)('leave the currency open behind nearly all amounts: %s', (_what, rests) => {
    expect(codes(read(rests))).toEqual(['CurrencyUnknownError']);
  });

  it.each([
    ['PLN', ['Sklep Wisla', 'RAZEM', 'KARTA'], ['zt', 'zt', 'zt', 'zt']],
    ['CZK', ['Obchod Vltava', 'CELKEM', 'KARTA'], ['K', 'K', 'K', 'K']],
  ] as const)('are of %s where the language is', (code, words, rests) => {
    expect(read(rests, words)).toMatchObject({ status: 'completed', currency: { code } });
  });

  it.each([
    ['classes of tax', ['A', 'B', '', '']],
    ['one class of tax, which the total has too', ['A', 'A', 'A', '']],
    ['counts', ['pcs', 'pcs', '', '']],
    ['nothing', ['', '', '', '']],
  ] as const)('are none where they are %s', (_what, rests) => {
    expect(read(rests)).toMatchObject({ status: 'completed', total: { amountMinor: 11_550, currency: 'EUR' } });
  });
});

describe('an N before the amounts, which is read for the sheqel as well as the naira', () => {
  const currencyOf = (currency: string, lines: readonly string[]) =>
    structureExpense([aDocument({ fields: [date, { type: 'TOTAL', label: 'Total', text: 'N115.50' }], lines })], {
      ...someone,
      locale: 'en-US',
      currency,
    }).currency?.code;

  it.each([
    ['USD', 'Haifa, Israel', 'ILS'],
    ['USD', 'Lagos, Nigeria', 'NGN'],
    ['ILS', 'Carmel Books', 'ILS'],
    ['USD', 'Carmel Books', undefined],
  ])('with a plan in %s and "%s" is %s', (plan, line, code) => {
    expect(currencyOf(plan, ['CARMEL BOOKS', line, 'Total N115.50'])).toBe(code);
  });
});
