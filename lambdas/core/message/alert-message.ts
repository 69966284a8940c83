import { formatMoney, type Money } from '../money.ts';
import { smsParts, toGsm7, toSubject } from './gsm7.ts';
import type { Message } from './message.ts';

/** How one budget stands at the moment of sending. */
export interface BudgetStanding {
  readonly category: string;
  /** `November 2026`. */
  readonly period: string;
  readonly spent: Money;
  readonly limit: Money;
  /** Whole percentage of the limit, rounded down. */
  readonly percent: number;
  /** The highest percentage that this message is about. */
  readonly threshold: number;
  /** Absent when the period is over. */
  readonly daysLeft?: number;
  /** Spending in other currencies that the limit cannot count. */
  readonly apart: readonly Money[];
}

/** What set an alert off: a receipt, or a change of the plan. */
export type AlertCause =
  | { readonly kind: 'plan' }
  | { readonly kind: 'expense'; readonly vendor?: string; readonly total: Money };

export interface AlertContent {
  readonly name: string;
  readonly budgets: readonly BudgetStanding[];
  readonly cause: AlertCause;
}

/** Writes everything that one check found as one message. */
export function alertMessage({ name, budgets, cause }: AlertContent): Message {
  const first = budgets[0];
  if (!first) throw new RangeError('expected at least one budget to write about, got none');
  const more = budgets.length > 1 ? ` and ${budgets.length - 1} more` : '';
  return {
    subject: toSubject(`${title(first.category)}: ${share(first)} for ${first.period}${more}`),
    body: [
      `Hello ${name},`,
      '',
      ...budgets.flatMap((budget) => [...paragraph(budget), '']),
      because(cause),
      '',
      'Spendwire',
      '',
    ].join('\n'),
    sms: sms(budgets, cause),
  };
}

const title = (category: string): string => category.charAt(0).toUpperCase() + category.slice(1);

function share({ percent, limit }: BudgetStanding): string {
  const money = formatMoney(limit);
  if (percent > 100) return `${money} limit exceeded (${percent}%)`;
  return percent === 100 ? `${money} limit reached` : `${percent}% of ${money} spent`;
}

function paragraph(budget: BudgetStanding): string[] {
  const rest = budget.limit.amountMinor - budget.spent.amountMinor;
  const money = (amountMinor: number) => formatMoney({ ...budget.limit, amountMinor } as Money);
  return [
    `${title(budget.category)}, ${budget.period}: ${formatMoney(budget.spent)} of ${formatMoney(budget.limit)} (${budget.percent}%)`,
    `  ${bar(budget.percent)}`,
    `  ${rest >= 0 ? `${money(rest)} left` : `${money(-rest)} over the limit`}${days(budget)}`,
    ...budget.apart.map((amount) => `  plus ${formatMoney(amount)}, not counted: no exchange rate is known`),
  ];
}

const days = ({ daysLeft }: BudgetStanding): string => {
  if (daysLeft === undefined) return '';
  return daysLeft === 0 ? ', last day of the period' : `, ${daysLeft} ${daysLeft === 1 ? 'day' : 'days'} to go`;
};

const BAR_WIDTH = 20;
const bar = (percent: number): string => {
  const filled = Math.max(0, Math.min(BAR_WIDTH, Math.round((percent * BAR_WIDTH) / 100)));
  return `[${'#'.repeat(filled)}${'-'.repeat(BAR_WIDTH - filled)}]`;
};

const because = (cause: AlertCause): string =>
  cause.kind === 'plan'
    ? 'Set off by a change of your plan.'
    : `Set off by ${cause.vendor ?? 'a receipt'}, ${formatMoney(cause.total)}.`;

function sms(budgets: readonly BudgetStanding[], cause: AlertCause): string {
  const line = ({ category, spent, limit, percent }: BudgetStanding) =>
    `${category} ${formatMoney(spent)} of ${formatMoney(limit)} (${percent}%)`;
  const left = budgets[0]?.daysLeft;
  const tail = `${budgets[0]?.period}${left === undefined ? '' : `, ${left} days left`}.`;
  const by = cause.kind === 'plan' ? ' Plan changed.' : ` By ${cause.vendor ?? 'receipt'} ${formatMoney(cause.total)}.`;
  const whole = toGsm7(`Spendwire: ${budgets.map(line).join('; ')}. ${tail}${by}`);
  if (smsParts(whole) === 1) return whole;
  const short = toGsm7(`Spendwire: ${budgets.map(line).join('; ')}. ${tail}`);
  return smsParts(short) <= 3
    ? short
    : toGsm7(`Spendwire: ${budgets.slice(0, 3).map(line).join('; ')} and ${budgets.length - 3} more. ${tail}`);
}
