import type { CurrencyCode } from '../ground/currency.ts';
import { minorUnits } from '../ground/money.ts';
import { isTotal } from './label-words.ts';
import { amountInCurrency, type LabelledAmount } from './labelled-amounts.ts';
import type { MarkedRow } from './printed-marks.ts';

/**
 * The amounts, those of a total's row that holds two which add up to another total as what they are, the net and its tax:
 * "合计 ¥100.00 ¥6.00" above "价税合计 ¥106.00".
 */
export function withNetAndTax(
  amounts: readonly LabelledAmount[],
  rows: readonly MarkedRow[],
  currency: CurrencyCode,
): LabelledAmount[] {
  const read = rows.map((row) => ({
    ...row,
    minor: row.amounts.flatMap(({ text }) => amountInCurrency(text, currency) ?? []),
  }));
  const pairs = read.flatMap(({ role, minor }) => {
    const [net = 0, tax = 0, ...more] = minor;
    if (!isTotal(role) || more.length > 0 || tax <= 0 || net <= tax) return [];
    const isGross = (other: (typeof read)[number]) =>
      isTotal(other.role) && other.minor.length === 1 && other.minor[0] === net + tax;
    return read.some(isGross) ? [{ net, tax }] : [];
  });
  const [pair, ...others] = pairs;
  if (!pair || others.length > 0) return [...amounts];
  const asWhatItIs = amounts.map((amount): LabelledAmount => {
    if (!isTotal(amount.role)) return amount;
    if (amount.minor === pair.net) return { ...amount, role: 'subtotal' };
    return amount.minor === pair.tax ? { ...amount, role: 'tax' } : amount;
  });
  const tax = asWhatItIs.find(({ role, minor }) => role === 'tax' && minor === pair.tax);
  // A field holds one amount of a row, the last one.
  const isNetKnown = asWhatItIs.some(({ role, minor }) => role === 'subtotal' && minor === pair.net);
  return !tax || isNetKnown ? asWhatItIs : [...asWhatItIs, { ...tax, role: 'subtotal', minor: minorUnits(pair.net) }];
}
