import pc from 'picocolors';
import { describePeriod, type Period } from '../../lambdas/core/budget/period.ts';
import { formatMoney, money } from '../../lambdas/core/ground/money.ts';
import { bareAmount, carriedText, shareOf } from '../share-text.ts';
import { bar, fitted, percentText } from '../text.ts';
import { labelOf, labelWidth, type Report, type ReportedBudget } from './report.ts';

const SHORTEST_LABEL = 13;

/** Each budget with its bar, and below it what its limit is made of and how it stands against the calendar. */
export function budgetLines({ budgets, locale, today }: Pick<Report, 'budgets' | 'locale' | 'today'>): string[] {
  const width = labelWidth(budgets, SHORTEST_LABEL);
  const common = commonPeriod(budgets);
  return budgets.flatMap((budget) => [
    `  ${fitted(labelOf(budget), width)} ${bar(budget.percent)} ${percentText(budget.percent, 4)}  ${shareOf(budget, locale)}`,
    ...below(budget, locale, today, common).map((line) => `${' '.repeat(width + 4)}${line}`),
  ]);
}

/** The period that most budgets are in, which stands in the title; the others say theirs. */
export function commonPeriod(budgets: readonly ReportedBudget[]): ReportedBudget | undefined {
  const counts = new Map<string, ReportedBudget[]>();
  for (const budget of budgets) counts.set(keyOf(budget), [...(counts.get(keyOf(budget)) ?? []), budget]);
  const [first] = [...counts.values()].sort((a, b) => b.length - a.length);
  return first?.[0];
}

const keyOf = ({ dates }: { readonly dates: Period }): string => `${dates.start} ${dates.end}`;

/** Only current periods alert: a bar far beyond its limit says nothing of a message. */
export const isOver = ({ dates }: Pick<ReportedBudget, 'dates'>, today: string): boolean => dates.end < today;

function below(budget: ReportedBudget, locale: string, today: string, common: ReportedBudget | undefined): string[] {
  const beside = budget.apart.map((amount) => formatMoney(amount, locale));
  const carried = carriedText(budget, locale);
  const isCommon = common !== undefined && keyOf(common) === keyOf(budget);
  return [
    ...(isCommon
      ? []
      : [
          pc.dim(
            `${describePeriod(budget, budget.dates, locale)}${isOver(budget, today) ? ': over, it does not alert' : ''}`,
          ),
        ]),
    ...(carried ? [pc.dim(`limit: ${carried}`)] : []),
    ...(beside.length > 0 ? [pc.dim(`beside it ${beside.join(', ')}: no rate is known`)] : []),
    ...paceLine(budget, locale),
  ];
}

function paceLine({ pace, spent, limit }: ReportedBudget, locale: string): string[] {
  if (!pace) return [];
  const text = (amountMinor: number) => bareAmount(money(amountMinor, limit.currency), locale);
  const ahead = spent.amountMinor - pace.evenMinor;
  const place = ahead > 0 ? pc.yellow(`${text(ahead)} above`) : `${text(-ahead)} below`;
  const left = pace.daysLeft === 0 ? 'last day' : `${pace.daysLeft} ${pace.daysLeft === 1 ? 'day' : 'days'} left`;
  return [
    `${pc.dim(`${left}; `)}${place}${pc.dim(` an even pace (${text(pace.evenMinor)}); heads for ${text(pace.projectedMinor)}`)}`,
  ];
}
