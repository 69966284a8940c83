import { currencyExponent, isCurrencyCode } from '../ground/currency.ts';
import { listOf, type Mistake, type Parts, partsOf } from './mistake.ts';

/** Amounts with more decimals than the plan's currency has. */
export function decimalMistakes({ currency, budgets }: Parts): Mistake[] {
  if (typeof currency !== 'string' || !isCurrencyCode(currency)) return [];
  const exponent = currencyExponent(currency);
  return listOf(budgets).flatMap((budget, index) =>
    amountsOf(budget)
      .filter(({ text }) => decimalsOf(text) > exponent)
      .map(({ at }) => ({
        path: ['budgets', index, ...at],
        message: `expected at most ${exponent} decimals in ${currency}`,
      })),
  );
}

const decimalsOf = (text: unknown): number =>
  typeof text === 'string' ? (/^\d+\.(\d+)$/.exec(text)?.[1]?.length ?? 0) : 0;

const amountsOf = ({ limit, limits, thresholds, rollover }: Parts): { at: (string | number)[]; text: unknown }[] => [
  { at: ['limit'], text: limit },
  ...listOf(limits).map((dated, index) => ({ at: ['limits', index, 'limit'], text: dated['limit'] })),
  ...(Array.isArray(thresholds) ? thresholds : []).map((text, index) => ({ at: ['thresholds', index], text })),
  { at: ['rollover', 'cap'], text: partsOf(rollover)['cap'] },
];
