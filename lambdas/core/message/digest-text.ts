import type { DigestPeriod } from '../alert/digest.ts';
import { describePeriod } from '../budget/period.ts';
import type { DailySpend } from '../budget/spend.ts';
import type { CategoryShare } from '../budget/top-categories.ts';
import { DAYS_AHEAD } from '../due/due-days.ts';
import { type OpenInvoice, vendorOfDue } from '../due/open-invoice.ts';
import { formatMoney, formatShare, money } from '../ground/money.ts';
import type { BudgetStanding } from './budget-standing.ts';
import { daysToGo, titleOf } from './budget-text.ts';
import { categoryChart } from './category-chart.ts';
import { dayText } from './day-text.ts';
import type { Digest } from './message-content.ts';

/** Everything that a summary tells. */
export interface DigestFacts {
  readonly period: DigestPeriod;
  /** What was spent in the period. */
  readonly days: readonly DailySpend[];
  /** How many receipts that was. */
  readonly receipts: number;
  /** Where most of it went, the largest first. */
  readonly topCategories: readonly CategoryShare[];
  /** Each budget, in its period that the summary's last day lies in. */
  readonly budgets: readonly Omit<BudgetStanding, 'triggers' | 'projected'>[];
  /** What is to be paid in the days to come, the earliest first. */
  readonly due: readonly OpenInvoice[];
  /** Documents that wait for the person. */
  readonly waiting: number;
}

/** A mail names some invoices and counts the rest. */
const MOST_DUE = 20;

/** Writes the summary of a week or month that is over. */
export function digestText(facts: DigestFacts, locale: string): Digest {
  const { period, receipts, topCategories, budgets, due, waiting } = facts;
  const { periodStart: start, periodEnd: end } = period;
  const chart = categoryChart(topCategories, locale);
  return {
    title: `Your ${period.period}, ${describePeriod({ period: period.period }, { start, end }, locale)}`,
    lines: [
      `Spent: ${spentText(facts, locale)}${receipts === 0 ? '' : `, ${counted(receipts, 'receipt')}`}`,
      ...(chart.length > 0 ? ['Where it went:', ...chart] : []),
      ...(budgets.length > 0 ? ['Your budgets:', ...budgets.map((budget) => `  ${budgetLine(budget, locale)}`)] : []),
      ...(due.length > 0 ? [`Due in the next ${DAYS_AHEAD} days:`, ...dueLines(due, locale)] : []),
      ...(waiting > 0 ? [`${counted(waiting, 'document')} ${waiting === 1 ? 'waits' : 'wait'} for you`] : []),
    ],
  };
}

/** Each currency apart: no sum mixes two. */
function spentText({ days }: DigestFacts, locale: string): string {
  const sums = new Map<string, number>();
  for (const { currency, amountMinor } of days) sums.set(currency, (sums.get(currency) ?? 0) + amountMinor);
  const spent = [...sums].filter(([, amountMinor]) => amountMinor !== 0);
  if (spent.length === 0) return 'nothing';
  return spent.map(([currency, amountMinor]) => formatMoney(money(amountMinor, currency), locale)).join(', ');
}

function budgetLine(budget: DigestFacts['budgets'][number], locale: string): string {
  const { period, spent, limit, percent, isConverted, apart } = budget;
  const share = formatShare(spent, limit, locale);
  const beside = apart.map((amount) => ` plus ${formatMoney(amount, locale)}`).join('');
  return (
    `${titleOf(budget)}, ${period}: ${share}${beside}${percent === undefined ? '' : ` (${percent}%)`}` +
    `${isConverted ? ', partly converted' : ''}${daysToGo(budget)}`
  );
}

/** Each with its day, the earliest first. */
function dueLines(due: readonly OpenInvoice[], locale: string): string[] {
  const shown = due.slice(0, MOST_DUE).map((invoice) => {
    const { dueOn, amountDue } = invoice;
    return `  ${dayText(dueOn, locale)}: ${vendorOfDue(invoice, 'an invoice')}, ${formatMoney(amountDue, locale)}`;
  });
  return due.length > MOST_DUE ? [...shown, `  and ${due.length - MOST_DUE} more`] : shown;
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;
