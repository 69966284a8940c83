import { type Money, money } from '../ground/money.ts';
import type { Due } from '../reading/due.ts';

/** A document is booked in one transaction, and each of these days is an item of it, before and after. */
export const MOST_INSTALMENTS = 12;

/**
 * How what is owed falls due: a part for each day, the earliest first. Undefined where all of it falls due on one day, and
 * where the parts cannot be what they seem: some give back, or together they are more than what is owed, as where each
 * is another way of paying the same. A smallest unit of the currency for each part may come from rounding.
 *
 * @param parts What is said of single days, in any order.
 * @param owed What is to be paid in all.
 */
export function instalmentsOf(parts: readonly Due[], owed: Money | undefined): readonly Due[] | undefined {
  if (owed === undefined || parts.some(({ amountDue }) => !isPartOf(amountDue, owed))) return undefined;
  const over = parts.reduce((sum, { amountDue }) => sum + amountDue.amountMinor, 0) - owed.amountMinor;
  const days = byDay(parts);
  const isWhole = days.length === 1 && over >= 0;
  return days.length === 0 || isWhole || over > parts.length ? undefined : days;
}

const isPartOf = ({ amountMinor, currency }: Money, owed: Money): boolean =>
  amountMinor > 0 && currency === owed.currency;

/** What falls due on the same day is one. */
function byDay(parts: readonly Due[]): Due[] {
  const days = new Map<string, Money>();
  for (const { dueOn, amountDue } of parts) {
    days.set(dueOn, money((days.get(dueOn)?.amountMinor ?? 0) + amountDue.amountMinor, amountDue.currency));
  }
  return [...days]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([dueOn, amountDue]) => ({ dueOn, amountDue }));
}
