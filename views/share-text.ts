import { formatMoney, formatShare, type Money, money } from '../lambdas/core/ground/money.ts';
import type { ReportedBudget } from './report/report.ts';

type Shared = Pick<ReportedBudget, 'spent' | 'limit' | 'carried' | 'isConverted'>;

/** What was spent of the limit: `129.10 of 250.00 USD`, with `(converted)` where some of it was in another currency. */
export const shareOf = ({ spent, limit, isConverted }: Shared, locale: string): string =>
  `${formatShare(spent, limit, locale)}${isConverted ? ' (converted)' : ''}`;

/** What a limit is made of: `400.00 + 35.20 carried over`; undefined where nothing was carried into the period. */
export function carriedText({ limit, carried }: Shared, locale: string): string | undefined {
  if (carried.amountMinor === 0) return undefined;
  const text = (amountMinor: number) => bareAmount(money(amountMinor, limit.currency), locale);
  const sign = carried.amountMinor > 0 ? '+' : '-';
  // More than the whole limit can have been overspent; then nothing of it is left.
  const own = limit.amountMinor === 0 ? undefined : text(limit.amountMinor - carried.amountMinor);
  const amount = text(Math.abs(carried.amountMinor));
  return own === undefined ? `${amount} overspent before` : `${own} ${sign} ${amount} carried over`;
}

/** An amount without its code, where the line above names the currency. */
export const bareAmount = (amount: Money, locale: string): string =>
  formatMoney(amount, locale).slice(0, -amount.currency.length - 1);
