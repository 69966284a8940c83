import { formatMoney, type Money, minorUnits } from '../ground/money.ts';
import { amountInCurrency } from './labelled-amounts.ts';
import type { MarkedRow } from './printed-marks.ts';
import type { Reason } from './structured-expense.ts';

/**
 * Why a total may be more than what was spent: a row names what was owed before, and what is left without it is printed as well.
 * "Outstanding claim 220.00" above "Amount to pay 440.00" was booked once before.
 */
export function doubtOfOldClaim(rows: readonly MarkedRow[], total: Money): Reason | undefined {
  const amountsOf = ({ amounts }: MarkedRow) =>
    amounts.flatMap(({ text }) => amountInCurrency(text, total.currency) ?? []);
  const old = rows.filter(({ role }) => role === 'prior-balance');
  const printed = new Set(rows.filter((row) => !old.includes(row) || amountsOf(row).length > 1).flatMap(amountsOf));
  const claim = old
    .flatMap(amountsOf)
    .find((minor) => minor > 0 && minor < total.amountMinor && printed.has(minorUnits(total.amountMinor - minor)));
  if (claim === undefined) return undefined;
  const print = (minor: number) => formatMoney({ ...total, amountMinor: minorUnits(minor) });
  const message = `the total was read as ${print(total.amountMinor)}, of which ${print(claim)} was owed before; state the total in a correction`;
  return { code: 'TotalsDisagreeError', message };
}
