import type { DigestPeriod } from '../alert/digest.ts';
import { describePeriod } from '../budget/period.ts';
import type { DailySpend } from '../budget/spend.ts';
import type { CategoryShare } from '../budget/top-categories.ts';
import { formatMoney, formatShare, money } from '../ground/money.ts';
import type { BudgetStanding } from './budget-standing.ts';
import { daysToGo, titleOf } from './budget-text.ts';
import { categoryChart } from './category-chart.ts';
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
  /** Documents that wait for the person. */
  readonly waiting: number;
}

/** Writes the summary of a week or month that is over. */
export function digestText(facts: DigestFacts, locale: string): Digest {
  const { period, receipts, topCategories, budgets, waiting } = facts;
  const { periodStart: start, periodEnd: end } = period;
  const chart = categoryChart(topCategories, locale);
  return {
    title: `Your ${period.period}, ${describePeriod({ period: period.period }, { start, end }, locale)}`,
    lines: [
      `Spent: ${spentText(facts, locale)}${receipts === 0 ? '' : `, ${counted(receipts, 'receipt')}`}`,
      ...(chart.length > 0 ? ['Where it went:', ...chart] : []),
      ...(budgets.length > 0 ? ['Your budgets:', ...budgets.map((budget) => `  ${budgetLine(budget, locale)}`)] : []),
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

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;
