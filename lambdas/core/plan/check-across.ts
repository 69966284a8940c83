import type * as z from 'zod';
import { currencyExponent, isCurrencyCode } from '../currency.ts';

/**
 * Finds what is wrong between the parts of a plan: repeats, and more decimals than the currency has. Takes a plan
 * whose parts may be mistaken themselves, so that every mistake is told in one go.
 */
export function checkAcross(plan: unknown, context: z.core.$RefinementCtx): void {
  const { budgets, contacts, currency } = partsOf(plan);
  const entries = listOf(budgets);
  refuseRepeats(
    entries.map(({ category, period }) => typeof category === 'string' && `${category} per ${period ?? 'month'}`),
    'budgets',
    context,
  );
  refuseRepeats(
    listOf(contacts).map(({ email, sms }) => typeof (email ?? sms) === 'string' && `${email ?? sms}`),
    'contacts',
    context,
  );
  if (typeof currency !== 'string' || !isCurrencyCode(currency)) return;
  const exponent = currencyExponent(currency);
  entries.forEach(({ limit }, index) => {
    const decimals = typeof limit === 'string' ? /^\d+\.(\d+)$/.exec(limit)?.[1] : undefined;
    if (decimals !== undefined && decimals.length > exponent) {
      context.addIssue({
        code: 'custom',
        path: ['budgets', index, 'limit'],
        message: `expected at most ${exponent} decimals in ${currency}`,
      });
    }
  });
}

type Parts = Readonly<Record<string, unknown>>;
const partsOf = (value: unknown): Parts => (typeof value === 'object' && value !== null ? (value as Parts) : {});
const listOf = (value: unknown): Parts[] => (Array.isArray(value) ? value.map(partsOf) : []);

function refuseRepeats(names: readonly (string | false)[], list: string, context: z.core.$RefinementCtx): void {
  names.forEach((name, index) => {
    if (name !== false && names.indexOf(name) < index) {
      context.addIssue({
        code: 'custom',
        path: [list, index],
        message: `${name} stands here a second time; expected it once`,
      });
    }
  });
}
