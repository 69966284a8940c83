import { formatMoney, formatShare, money } from '../ground/money.ts';
import { type BudgetStanding, isForecastOnly } from './budget-standing.ts';
import { toGsm7 } from './gsm7.ts';
import { textBar } from './text-bar.ts';

/** `Groceries`. */
export const titleOf = ({ label }: Pick<BudgetStanding, 'label'>): string =>
  label.charAt(0).toUpperCase() + label.slice(1);

/** A phone and a subject show Latin letters: `2026-11-01` stands for a period in another script. */
export const plainPeriod = ({ period, periodStart }: BudgetStanding): string =>
  toGsm7(period).includes('?') ? periodStart : period;

/** What there is to say of a budget in a few words. Exactly 100 % is reached, not exceeded. */
export function headline(standing: BudgetStanding, locale: string): string {
  const { percent, spent, limit, projected } = standing;
  const amount = formatMoney(limit, locale);
  if (isForecastOnly(standing) && projected) return `heading for ${formatShare(projected, limit, locale)}`;
  if (spent.amountMinor > limit.amountMinor) return `${amount} limit exceeded${inBrackets(percent)}`;
  return spent.amountMinor === limit.amountMinor ? `${amount} limit reached` : `${percent}% of ${amount} spent`;
}

const inBrackets = (percent: number | undefined): string => (percent === undefined ? '' : ` (${percent}%)`);

/** `, 10 days to go`, or nothing when the period is over. */
export function daysToGo({ daysLeft }: Pick<BudgetStanding, 'daysLeft'>): string {
  if (daysLeft === undefined) return '';
  return daysLeft === 0 ? ', last day of the period' : `, ${daysLeft} ${daysLeft === 1 ? 'day' : 'days'} to go`;
}

/** A budget's lines in an e-mail. */
export function budgetLines(standing: BudgetStanding, locale: string): string[] {
  const { period, spent, limit, carried, percent, projected, isConverted, apart } = standing;
  const rest = limit.amountMinor - spent.amountMinor;
  const left = formatMoney(money(Math.abs(rest), limit.currency), locale);
  const carriedText = formatMoney(money(Math.abs(carried.amountMinor), carried.currency), locale);
  return [
    `${titleOf(standing)}, ${period}: ${formatShare(spent, limit, locale)}${inBrackets(percent)}${isConverted ? ', partly converted' : ''}`,
    `  ${textBar(percent ?? (spent.amountMinor > 0 ? 100 : 0))}`,
    `  ${rest >= 0 ? `${left} left` : `${left} over the limit`}${daysToGo(standing) || ', and the period is over'}`,
    ...(projected ? [`  At this pace it will be ${formatMoney(projected, locale)} by ${standing.periodEnd}`] : []),
    ...(carried.amountMinor > 0 ? [`  The limit holds ${carriedText} left over from before`] : []),
    ...(carried.amountMinor < 0 ? [`  The limit is short of ${carriedText} overspent before`] : []),
    ...apart.map((amount) => `  plus ${formatMoney(amount, locale)}, not counted: no exchange rate is known`),
  ];
}

/** A budget in a text message: `groceries 129.10 of 250.00 USD (51%)`, or without amounts. */
export function shortLine(standing: BudgetStanding, locale: string, hideAmounts: boolean): string {
  const { label, spent, limit, percent, projected } = standing;
  const isAhead = isForecastOnly(standing);
  if (hideAmounts) return `${label} ${isAhead ? 'heads beyond its limit' : hidden(standing)}`;
  if (isAhead && projected) return `${label} heads for ${formatShare(projected, limit, locale)}`;
  return `${label} ${formatShare(spent, limit, locale)}${inBrackets(percent)}`;
}

function hidden({ percent, spent, limit }: BudgetStanding): string {
  if (spent.amountMinor > limit.amountMinor) return 'limit exceeded';
  return spent.amountMinor === limit.amountMinor ? 'limit reached' : `${percent}% of its limit`;
}
