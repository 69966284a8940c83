import pc from 'picocolors';
import { percentOf } from '../../lambdas/core/budget/threshold.ts';
import { formatMoney } from '../../lambdas/core/ground/money.ts';
import { fitted, shareBar } from '../text.ts';
import type { ReportedSum } from './report.ts';

/** Sums with their share of all that was spent in their currency; after the most rows, how many more there are. */
export function sumLines(sums: readonly ReportedSum[], locale: string, most = sums.length): string[] {
  const whole = new Map<string, number>();
  for (const { amount } of sums)
    whole.set(amount.currency, (whole.get(amount.currency) ?? 0) + Math.max(0, amount.amountMinor));
  const lines = sums.slice(0, most).map(({ name, amount, isConverted, expenses }) => {
    const total = whole.get(amount.currency) ?? 0;
    const share = percentOf({ spentMinor: amount.amountMinor, limitMinor: total });
    const percent = Math.max(0, share ?? 0);
    const count = expenses === 1 ? '' : pc.dim(`  ${expenses} expenses`);
    const converted = isConverted ? pc.dim('  (converted)') : '';
    return `  ${fitted(name, 34)} ${formatMoney(amount, locale).padStart(17)}  ${shareBar(percent)} ${String(percent).padStart(3)}%${count}${converted}`;
  });
  return sums.length > most ? [...lines, pc.dim(`  and ${sums.length - most} more; --format json lists all`)] : lines;
}
