import { formatMoney, type Money, minorUnits } from '../ground/money.ts';
import { isTotalRow } from './dual-display.ts';
import { amountInCurrency } from './labelled-amounts.ts';
import type { MarkedAmount, MarkedRow } from './printed-marks.ts';
import type { Reason } from './structured-expense.ts';

/**
 * Why amount and currency may not belong together: the mark of the currency stands beside another total, and beside this
 * one stands something else.
 */
export function doubtOfMixture(rows: readonly MarkedRow[], total: Money): Reason | undefined {
  const magnitude = Math.abs(total.amountMinor);
  const isTheAmount = ({ text }: MarkedAmount) => {
    const minor = amountInCurrency(text, total.currency);
    return minor !== undefined && Math.abs(minor) === magnitude;
  };
  const isIn = ({ mark }: MarkedAmount) => mark?.codes.includes(total.currency) === true;
  const all = rows.flatMap(({ amounts }) => amounts);
  const totals = rows.filter(isTotalRow).flatMap(({ amounts }) => amounts);
  const alien = totals.find((amount) => amount.mark && !isIn(amount) && isTheAmount(amount))?.mark;
  if (!alien || all.some((amount) => isIn(amount) && isTheAmount(amount))) return undefined;
  const other = totals.find((amount) => amount.mark?.codes.length === 1 && isIn(amount) && !isTheAmount(amount));
  if (!other) return undefined;
  const print = formatMoney({ ...total, amountMinor: minorUnits(magnitude) });
  const message = `the total was read as ${print}, but "${alien.sign}" stands beside this amount and ${total.currency} beside ${other.decimal}; state total and currency in a correction`;
  return { code: 'CurrencyUnknownError', message };
}
