import pc from 'picocolors';
import { formatMoney, formatShare, type Money, money } from '../../lambdas/core/money.ts';
import { bar, column } from '../text.ts';
import type { Report, ReportedBudget } from './report.ts';

const INDENT = ' '.repeat(16);

/** Each budget with its bar, and below it how it stands against the calendar. */
export const budgetLines = ({ budgets, locale }: Pick<Report, 'budgets' | 'locale'>): string[] =>
  budgets.flatMap((budget) => [standing(budget, locale), ...below(budget, locale)]);

function standing({ category, percent, spent, limit }: ReportedBudget, locale: string): string {
  return `  ${column(category, 13)} ${bar(percent)} ${String(percent).padStart(4)}%  ${formatShare(spent, limit, locale)}`;
}

function below(budget: ReportedBudget, locale: string): string[] {
  const beside = budget.apart.map((amount) => formatMoney(amount, locale));
  return [
    ...(beside.length > 0 ? [pc.dim(`${INDENT} beside it ${beside.join(', ')}: no rate is known`)] : []),
    ...paceLine(budget, locale),
  ];
}

function paceLine({ pace, spent, limit }: ReportedBudget, locale: string): string[] {
  if (!pace) return [];
  const text = (amountMinor: number) => amountText(money(amountMinor, limit.currency), locale);
  const ahead = spent.amountMinor - pace.evenMinor;
  const place = ahead > 0 ? pc.yellow(`${text(ahead)} above`) : `${text(-ahead)} below`;
  const left = pace.daysLeft === 0 ? 'last day' : `${pace.daysLeft} ${pace.daysLeft === 1 ? 'day' : 'days'} left`;
  return [
    `${INDENT} ${pc.dim(`${left}; `)}${place}${pc.dim(` an even pace (${text(pace.evenMinor)}); heads for ${text(pace.projectedMinor)}`)}`,
  ];
}

/** Without the code: the line above it names the currency. */
const amountText = (amount: Money, locale: string): string =>
  formatMoney(amount, locale).slice(0, -amount.currency.length - 1);
